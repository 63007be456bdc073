# Palavras da linha de comando.
init-exists = { $path } já existe e ficou como estava; indique outro arquivo: tidings init PATH
init-unwritable = { $path } não pode ser gravado: { $reason }.
init-written = { $path } foi gravado. Leia-o e depois: tidings check
init-ask-topic = Nome de um primeiro tema (vazio: nenhum)
init-ask-feed = Endereço de um feed para ele
init-ask-zone = Seu fuso horário
init-ask-at = Edição às (hora local)
check-ok = A configuração está boa.
check-file = Arquivo: { $path }
check-no-file = nenhum, só padrões e ambiente
check-database = Banco de dados: { $path }
check-place = As edições vão { $place ->
    [discord] para o Discord
   *[terminal] para o terminal: não há discord.token
}
check-topic = Tema { $name }: { $feeds ->
    [one] { $feeds } feed
   *[other] { $feeds } feeds
}
check-edition = Edição { $name }: { $topics }, { $days } às { $at }, { $zone }
check-nothing = Não há [[topics]] no arquivo; nada é lido até que se acrescente um.
check-feed-ok = { $source }: { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
}
check-token-none = Sem discord.token: o Discord não foi consultado.
check-token-ok = O Discord conhece o bot como { $name }.
check-token-refused = O Discord recusa o token (status { $status }); copie-o de novo do portal do desenvolvedor.
check-token-unreachable = O Discord não pode ser alcançado: { $reason }.
check-online-failed = { $failed } de { $total } verificações falharam.
store-newer = { $path } foi gravado por um Tidings mais novo; atualize este ou restaure uma cópia da versão anterior.
store-foreign = { $path } não é um banco do Tidings e não foi tocado; aponte storage.path para outro arquivo.
store-busy = { $path } está em uso por outro processo do Tidings; pare-o antes.
store-unusable = { $path } não pode ser usado: { $reason }.
