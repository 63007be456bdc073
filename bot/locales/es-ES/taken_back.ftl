told-withdrawn = **Retirada:** { $title }
told-corrected = **Corregida:** { $title }
told-show = Mostrar la historia
digest-status-corrected = corregido por la moderación
digest-correction = Corrección de la moderación: { $text }
edition-corrected = La historia está marcada como corregida en { $digests ->
    [one] una edición
   *[other] { $digests } ediciones
}; los mensajes se editan enseguida y se avisa a quienes los leyeron.
