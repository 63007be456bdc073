# As palavras em torno de `tidings demo`.
demo-begins = Terça 12:00 · uma moderadora prepara tudo: { $feeds ->
    [one] { $feeds } feed inventado
   *[other] { $feeds } feeds inventados
} nesta máquina, sem rede
demo-slot = { $day } · a edição { $number } chega em { $channel }
demo-opens = { $name } abre a primeira história da primeira edição
demo-ends = A demonstração acabou. A seguir: tidings init e depois tidings run
demo-stays = Continua até Ctrl-C · substituto do Discord { $api } e { $gateway } · feeds { $wire }
demo-port-taken = A porta { $port } não pode ser usada ({ $reason }); escolha outra com --port ou não a indique.
