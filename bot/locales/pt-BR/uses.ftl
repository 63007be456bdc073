# O que alguém pediu e não pode ser feito.
unknown-zone = { $name } não é um fuso horário IANA. { $suggestion ->
    [None] Escreva como Europe/Kyiv.
   *[other] Você quis dizer { $suggestion }?
}
address-not-web = Um endereço que começa com { $scheme } não pode ser lido; ele deve começar com http:// ou https://.
address-unreadable = { $address } não é um endereço da web; escreva como https://example.org/feed.xml.
address-too-long = O endereço é longo demais; no máximo { $limit } caracteres.

name-empty = O nome está vazio; dê um.
name-too-long = O nome é longo demais; no máximo { $limit } caracteres.
name-has-comma = { $name } tem uma vírgula, que separa nomes em listas; escolha um nome sem ela.
topic-exists = Já existe um tema { $name }; escolha outro nome.
topics-too-many = Este servidor tem tantos temas quantos pode ter ({ $limit }); remova um antes.
query-too-long = As palavras são longas demais; no máximo { $limit } caracteres.
unknown-topic = Não há tema { $name } aqui. { $suggestion ->
    [None] Veja com /topics os que há.
   *[other] Você quis dizer { $suggestion }?
}
no-topics = Este servidor ainda não tem temas; a moderação cria um com /topic create.
topic-gone = Este tema não existe mais; veja com /topics os que há.
owned-by-file = { $name } está no arquivo de configuração deste bot e não pode ser mudado aqui; pergunte ao administrador.
list-too-large = A lista passa de { $limit } MB; divida-a.
list-not-fetched = O Discord não me deu o arquivo; tente de novo.
list-unreadable = Nenhuma lista de feeds pode ser lida do arquivo ({ $reason }). Dê um arquivo OPML ou um texto com um endereço por linha.
no-feed-there = { $address } é uma página da web, e não encontrei feed dela: nenhum que a página cite, nenhum nos endereços de costume. Procure no site RSS, Atom ou "Feed" e dê esse endereço.
feed-held = { $topic } já tem este feed, como { $url }.
no-feeds = Este servidor ainda não tem feeds; adicione um com /feed add.
unknown-feed = Não há feed { $name } aqui. { $suggestion ->
    [None] Veja com /feed list os que há.
   *[other] Você quis dizer { $suggestion }?
}
feed-edit-empty = Diga o que deve mudar: name, read_pages, encoding ou pause.
encoding-unknown = Não conheço a codificação { $encoding }. Escolha uma da lista, ou auto para o que o próprio feed diz.
encoding-shared = { $feed } também é lido por outros servidores, então sua codificação não pode ser definida daqui. Tire-o com /feed remove, adicione de novo com private: on e então defina.
nothing-held = Nada de { $feed } está retido, ou já foi decidido.
only-moderators = Só a moderação deste servidor pode decidir isso.
feed-not-held = { $feed } não está entre os feeds desse tema.
feeds-too-many = Este servidor tem tantos feeds quantos pode ter ({ $limit }); remova um antes.
edition-without-topic = Uma edição precisa de um tema; crie um com /topic create.
editions-too-many = Este servidor tem tantas edições quantas pode ter ({ $limit }); remova uma antes.
unknown-edition = Não há edição { $name } aqui. { $suggestion ->
    [None] Veja com /digest list as que há.
   *[other] Você quis dizer { $suggestion }?
}
search-without-word = { $query } não tem palavra para buscar; escreva uma ou duas.
asked-too-often = Você pede isso mais rápido do que consigo trabalhar; tente de novo em { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
not-a-domain = { $domain } não é um domínio; escreva como example.org.
topic-is-all = { $name } é tudo o que a edição { $edition } conta; dê antes outro tema a ela com /digest edit, ou termine-a com /digest remove.
no-editions = Nenhuma edição está encomendada aqui ainda; encomende uma com /digest schedule.
edition-paused = { $name } está em pausa; continue com /digest resume.
nothing-to-tell = { $name } não tem nada de novo para contar; nada foi publicado.
subscriptions-too-many = Você assina tantos temas quantos se pode ({ $limit }); cancele um com /unsubscribe antes.
not-subscribed = Você não assina { $topic }.
channel-closed = Não posso publicar em { $channel }: falta { $missing }. Dê ali essas permissões ao meu cargo e tente de novo.
role-not-mentionable = Não posso mencionar { $role }: permita que todos o mencionem (Configurações do servidor, Cargos), ou escolha ping: off.
role-out-of-reach = Não posso dar nem tirar { $role }: falta "Gerenciar cargos", ou esse cargo está acima do meu. Suba o meu em Configurações do servidor, Cargos.
nothing-to-retract = Nenhuma edição dos últimos 30 dias cita { $link } aqui, ou já está marcada como retirada.
story-gone = Esta edição não existe mais.
ties-too-many = Você já tem { $limit }, o máximo; remova algumas em /saved.
quiet-hours-open = O horário de silêncio precisa de começo e fim: informe quiet_from e quiet_to.
name-pings = Um nome não pode avisar ninguém; tire “{ $word }” e o sinal.
no-link-there = Não há link nesta mensagem.
no-report-there = Não dá para ler nenhuma notícia em { $link }.
no-announcement-channel = Só o que é publicado em um canal de anúncios pode ser repassado; escolha um ou deixe crosspost desligado.
no-thread-in-thread = { $channel } é um tópico, e um tópico não contém tópicos; escolha um canal ou outro layout.
alert-has-no-times = { $name } são alertas, que não têm horários; mude-os com /alerts.
server-no-place = Não há canal { $channel } aqui; encomende sua edição com /digest schedule.
digest-bad-span = { $value } não é um intervalo; escreva 90m, 24h, 7d, 2w ou 20y.
digest-nothing-read = Nenhuma fonte pôde ser lida; as linhas acima dizem por quê.
lab-unreadable = { $file }: { $reason }.
lab-no-story = Não há história { $story } no banco, ou todas as suas entradas foram esquecidas. O JSON de uma edição dá os números.
lab-not-json = { $file }, linha { $line }: isto não é JSON ({ $reason }); escreva um objeto JSON por linha.
lab-missing-key = { $file }, linha { $line }: falta a chave { $missing }; acrescente-a.
lab-wrong-value = { $file }, linha { $line }: o valor de { $wrong } não é o que se espera ali; veja docs/commands.md.
run-without-discord = Não há discord.token: as edições são impressas aqui e guardadas em { $path }.
