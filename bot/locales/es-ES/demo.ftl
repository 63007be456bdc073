# Las palabras en torno a `tidings demo`.
demo-begins = Martes 12:00 · una moderadora lo prepara: { $feeds ->
    [one] 1 feed inventado
   *[other] { $feeds } feeds inventados
} en esta máquina, sin red
demo-slot = { $day } · la edición { $number } llega a { $channel }
demo-opens = { $name } abre la primera historia de la primera edición
demo-ends = La demostración terminó. Sigue: tidings init y luego tidings run
demo-stays = Sigue en marcha hasta Ctrl-C · sustituto de Discord { $api } y { $gateway } · feeds { $wire }
demo-port-taken = El puerto { $port } no se puede usar ({ $reason }); elige otro con --port o déjalo fuera.
