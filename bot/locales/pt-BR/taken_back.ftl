told-withdrawn = **Retirada:** { $title }
told-corrected = **Corrigida:** { $title }
told-show = Mostrar a história
digest-status-corrected = corrigido pela moderação
digest-correction = Correção da moderação: { $text }
edition-corrected = A história está marcada como corrigida em { $digests ->
    [one] uma edição
   *[other] { $digests } edições
}; as mensagens são editadas em instantes e quem as leu é avisado.
