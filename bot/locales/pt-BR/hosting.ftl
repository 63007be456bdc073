# Palavras para quem hospeda: cópias, `tidings doctor` e avisos de resumos que pararam de chegar.
store-damaged = { $path } está danificado: { $reason }. Coloque um backup no lugar dele: tidings restore ARQUIVO
store-full = Não há mais espaço para gravar { $path }; libere espaço no disco. O que foi gravado está intacto.

backup-exists = { $file } já existe e foi deixado como está; indique outro arquivo ou substitua-o com --force.
backup-done = { $path } foi copiado para { $file } ({ $megabytes } MB).
restore-done = { $path } agora contém o que { $file } contém. Inicie o bot de novo.
restore-kept = O que estava lá antes foi guardado como { $kept }; apague quando tudo estiver bem.

doctor-version = Tidings { $version }, esquema { $schema }
doctor-database = Banco de dados: { $path }, { $megabytes } MB; { $free } MB livres no disco
doctor-low-disk = Restam só { $free } MB livres no disco do banco de dados; libere espaço antes que encha.
doctor-cannot-shrink = O arquivo não pode encolher ({ $megabytes } MB sem uso): pare o bot e execute uma vez tidings doctor --vacuum.
doctor-not-running = Nenhum Tidings está rodando em { $path }.
doctor-running = O processo { $pid } está rodando nele.
doctor-hangs = O processo { $pid } ocupa { $path }, mas seu laço de eventos não anda; reinicie-o.
doctor-feeds = Feeds: { $well } de { $total } bem
doctor-more-feeds = { $count ->
    [one] Mais 1 feed tem
   *[other] Mais { $count } feeds têm
} o mesmo problema; veja todos com: tidings feeds list
doctor-editions = Edições: { $count }
doctor-silent = { $edition } não conta nada há { $hours } horas; o bot está rodando, e o que diz o log?
doctor-stuck = { $edition }: { $count ->
    [one] 1 parte espera
   *[other] { $count } partes esperam
} o envio, com { $hours } horas de atraso; procure “delivery failed” no log.
doctor-paused = { $edition } foi pausada por um moderador.
doctor-verdict = { $problems ->
    [0] Nada precisa de você.
    [one] 1 coisa precisa de você.
   *[other] { $problems } coisas precisam de você.
}

notice-silence = Nenhum resumo de { $edition } chegou desde { $since }. Se /health não mostrar nada de errado, avise quem administra o bot.
notice-silence-over = Os resumos de { $edition } voltaram a chegar.
