problem-suggestion = Você quis dizer { $suggestion }?
problem-unknown-key = Essa chave não existe.
problem-unknown-variable = Esse ajuste não existe; as variáveis se chamam TIDINGS_SECTION__KEY.
problem-missing = Esta chave precisa ser definida.
problem-wrong-type = { $expected ->
    [text] { $found } não é um texto; ponha entre aspas
    [number] { $found } não é um número inteiro
    [decimal] { $found } não é um número
    [boolean] { $found } não é um interruptor; escreva true ou false
    [list] { $found } não é uma lista; escreva [ … ]
    [table] { $found } não é uma tabela de chaves
    [duration] { $found } não é uma duração; escreva segundos, ou 30m, 24h, 7d
    [size] { $found } não é um tamanho; escreva bytes, ou 500 kB, 10 MB
    [times] { $found } não é um horário; escreva "08:00" ou "08:00,18:00"
   *[days] { $found } não são dias; escreva daily, weekdays, weekends ou "mon,thu"
}.
problem-wrong-choice = { $found } não é nenhum de { $choices }.
problem-too-small = { $found } é pouco; o mínimo é { $limit }.
problem-too-large = { $found } é demais; o máximo é { $limit }.
problem-interval-out-of-bounds = O intervalo deve ficar entre min_interval ({ $shortest }) e max_interval ({ $longest }).
problem-empty-list = Cite pelo menos um.
problem-blank = Isto não pode ficar vazio; tire a chave para não ter nenhum.
problem-bad-time = { $found } não é um horário; escreva como "08:00", de 00:00 a 23:59.
problem-bad-day = { $found } não é um dia; escreva daily, weekdays, weekends, ou dias como "mon,thu".
problem-bad-zone = { $found } não é um fuso horário da IANA.
problem-bad-host = { $found } não é um nome de host, um endereço IP nem uma rede; escreva news.example.org, 10.0.0.7 ou 10.0.0.0/8.
problem-bad-language = { $found } não é um código de idioma; escreva como "en" ou "pt-BR".
problem-bad-address = { $found } não é um endereço; ele deve começar com { $expected } e citar um host.
problem-unknown-topic = Não há tópico { $found } aqui; adicione-o como [[topics]] ou mude a edição.
problem-query-quote-open = Há aspas que não se fecham; escreva "frase exata".
problem-query-quote-empty = Não há nada entre as aspas; ponha palavras.
problem-query-bracket-open = Há um parêntese que não se fecha; escreva (a or b).
problem-query-bracket-closed = Fecha-se um parêntese que não foi aberto; escreva (a or b).
problem-query-bracket-empty = Um parêntese está vazio; ponha palavras nele.
problem-query-sign-alone = { $sign } está sozinho; ponha-o logo antes da palavra, como em { $sign }palavra.
problem-query-too-deep = Há mais de { $limit } parênteses um dentro do outro; ninguém consegue ler isso.
problem-same-name = { $kind ->
    [topics] Outro tópico
   *[editions] Outra edição
} já se chama { $name }; dê um nome próprio.
problem-needs = Com isto, { $missing } também precisa ser definido.
problem-broken-toml = O arquivo não é TOML a partir da coluna { $column }: { $reason }.
problem-not-utf8 = Esta linha não é UTF-8; salve o arquivo nessa codificação.
problem-file-missing = Não há arquivo { $path }; crie um com: tidings init
problem-file-unreadable = Não dá para ler { $path }: { $reason }.
problem-bad-json = O valor não é JSON a partir da coluna { $column }: { $reason }.
problem-secret-unreadable = Não dá para ler o segredo de { $path }: { $reason }.
problem-secret-empty = O arquivo { $path } está vazio; deveria conter o segredo.
problem-set-twice = O mesmo ajuste já vem de { $other }; tire um dos dois.
