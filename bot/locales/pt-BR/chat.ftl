# Respostas do bot no Discord.
answer-too-late = Demorou demais e foi interrompido; tente de novo em instantes.
answer-failed = Algo deu errado aqui, e está anotado no meu registro como { $number }; tente de novo ou avise o administrador do bot.

help-intro = Leio feeds de notícias, descubro quais matérias contam a mesma história e publico o que é novo, com as fontes.
help-moderators = **Para a moderação**
invite = Quem gerencia um servidor pode me levar para lá por este link: { $link }. Ele pede as permissões que uso e nenhuma outra.

topic-changed = O tema { $topic } foi alterado.
topic-removed = O tema { $topic } não existe mais, nem os feeds que só ele tinha; o que foi publicado fica.
topic-like = E o que se parece com: { $title }
topic-created = O tema { $topic } foi criado. Adicione feeds com /feed add.
topic-shown = **{ $topic }**: { $feeds ->
    [one] { $feeds } feed
   *[other] { $feeds } feeds
}
topic-keywords = Só com: { $words }
topic-exclude = Nunca com: { $words }
topic-language = Idioma: { $language }
topic-role = Cargo: { $role }
topic-without-feeds = - ainda sem feeds; adicione um com /feed add
topics-heading = **Temas deste servidor**
topics-subscribe = Assinar: { $topic }
topics-unsubscribe = Cancelar: { $topic }
subscribed = Você assinou { $topic } e tem o cargo { $role }: as edições que mencionam vão chegar a você.
subscribed-already = Você já assina { $topic }, com o cargo { $role }.
unsubscribed = Você não assina mais { $topic }.
search-heading = **Encontrado para { $query }**
search-nothing = Nada do que chegou ultimamente contém tudo isto: { $query }
latest-nothing = Não chegou nada na última semana.

feed-added = { $feed } agora pertence a { $topic }. Ele tem { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
}; { $news ->
    [0] é novo o que chegar a partir de agora
    [one] são novas a mais recente e o que chegar a partir de agora
   *[other] são novas as { $news } mais recentes e o que chegar a partir de agora
}.
import-begun = Estou lendo { $count ->
    [one] { $count } feed
   *[other] { $count } feeds
} para { $topics }. O que houve com cada um aparece aqui quando eu terminar.
import-goes-on = { $done } de { $count } feeds lidos …
import-folder = Importado
export-done = { $feeds ->
    [one] { $feeds } feed
   *[other] { $feeds } feeds
}, em uma pasta por tema.{ $secret ->
    [0] { "" }
   *[other] {" "}Ficaram de fora { $secret }, cujo endereço deixa entrar quem o conhece.
}
notice-import = A lista de feeds foi lida. { $what }
page-added = Não encontrei feed ali, então { $topic } recebe a própria página: { $page } lista { $links ->
    [one] { $links } artigo
   *[other] { $links } artigos
}. O que ela listar a partir de agora é novo, e cada um é lido uma vez.
feed-choose = Há { $count } feeds ali. Qual { $topic } deve receber?
feed-choose-menu = Escolha um feed
feed-removed = { $feed } saiu de { $topics }.
feed-tested = { $feed }: um feed com { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
}.
feed-edited = { $feed }: as páginas { $pages ->
    [on] são lidas onde há só uma chamada
   *[other] não são lidas
}.
feed-edited-encoding = Ele é lido de novo já, com { $encoding ->
    [auto] as letras que ele mesmo diz ter
   *[other] as letras em { $encoding }
}.
feed-edited-pause = Nada é tirado dele até você pôr pause em off.
feed-rests = { $feed }: em pausa; continue com /feed edit, pause: off
feed-fine = { $feed }: em ordem, lido { $at }
feed-waits = { $feed }: ainda não lido

edition-scheduled = { $edition } está encomendada para { $channel }; a primeira vem { $at }.
edition-comes = { $edition } em { $channel }, a próxima { $at }
edition-stands-still = { $edition } em { $channel } está em pausa.
edition-paused-by-hand = A moderação a pausou; continue com /digest resume.
edition-told = { $stories ->
    [one] { $stories } história vai
   *[other] { $stories } histórias vão
} agora para { $channel }.
edition-retracted = A história está marcada como retirada em { $digests ->
    [one] { $digests } edição
   *[other] { $digests } edições
}.
edition-is-paused = { $edition } está em pausa; continue com /digest resume.
edition-changed = { $edition } foi alterada. Agora está assim:
edition-removed = { $edition } terminou; o que foi publicado fica.
edition-resumed = { $edition } continua.

settings-notices = O que precisa da moderação é dito em { $channel }.
settings-language = Edições encomendadas sem idioma são em: { $language }
settings-blocked = Nenhuma edição usa: { $outlets }
settings-no-images = Histórias abertas não mostram imagem.
settings-trusted = A palavra deles basta para um alerta: { $outlets }
settings-no-graphic = Histórias abertas sobre morte ou dano não mostram imagem.
settings-zone = O fuso deste servidor é { $zone }.
settings-quiet = Ninguém é avisado de { $start } a { $end } ({ $zone }).
settings-no-notices = Não há canal para o que precisa da moderação; indique um com /server settings notices.
health-feeds = **Feeds**: { $ok } de { $total } em ordem
health-editions = **Edições**: { $count }
quiet-explained = Desde { $since } { $entries ->
    [0] não chegou nenhuma entrada
    [one] chegou { $entries } entrada
   *[other] chegaram { $entries } entradas
} que este canal não conhecia; { $ok } de { $total } feeds puderam ser lidos. O que pertence a histórias já contadas aqui e nada lhes acrescenta não é contado de novo.

why-unknown = Nenhum feed deste servidor trouxe { $link } nas últimas duas semanas. Veja com /feed list o que é lido.
why-told = { $edition } contou isso { $at }.
why-not-its-topics = { $edition } não conta isso: seus temas não têm o feed por onde veio.
why-lacks = { $edition } não conta isso: falta o que o tema pede: { $words }
why-barred = { $edition } não conta isso: o tema deixa de fora o que contém: { $words }
why-brought = Pertence ao tema por: { $words }
why-too-old = { $edition } não conta isso: chegou há mais de uma semana, ou seu feed está em pausa.
why-next = { $edition } vai contar isso na próxima edição, pelo que se vê agora.
why-nothing-new = { $edition } não conta isso: a história já foi contada ali, e não há nome, número nem reviravolta que faltasse.
why-there-before = { $edition } não conta isso: já estava lá antes de o feed ser adicionado.
why-ranked-below = { $edition } não conta isso: outras histórias vinham antes, ou uma já contada diz o mesmo.
why-no-editions = Nenhuma edição está encomendada neste servidor; encomende uma com /digest schedule.
why-one-story = { $others ->
    [one] É uma história com { $others } outra matéria
   *[other] É uma história com { $others } outras matérias
}; em comum: { $words }
why-alone = Nenhuma outra matéria dos feeds deste servidor conta o mesmo.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-create-threads = Criar tópicos públicos
permission-send-in-threads = Enviar mensagens em tópicos
permission-read-history = Ver histórico de mensagens

notice-channel-gone = { $edition } está em pausa: seu canal { $channel } não existe mais. Mande-a para outro com /digest edit.
notice-channel-hidden = { $edition } está em pausa: não consigo ver { $channel }. Dê ali ao meu cargo "Ver canal" e continue com /digest resume.
notice-channel-closed = { $edition } está em pausa: não posso publicar em { $channel }. Dê ali ao meu cargo "Enviar mensagens" e "Ver histórico de mensagens" e continue com /digest resume.

notice-feed-ill = O feed { $feed } não pode ser lido desde { $since }.
notice-feed-burst = O feed { $feed } deu de novo { $entries } entradas antigas, como quando um site se muda. Elas estão retidas: nada delas é contado, a não ser que você as libere.
held-release = Liberar
held-discard = Descartar
feed-released = { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
} de { $feed } agora contam como novas.
feed-discarded = { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
} de { $feed } não serão contadas.
notice-feed-well = O feed { $feed } é lido de novo; nada precisa ser feito.
alerts-on = Os alertas de { $topic } chegam em { $channel }: no máximo { $count } em 24 horas, de histórias contadas por { $voices } vozes independentes ou por um veículo confiável. Veículos confiáveis e horário de silêncio se definem com /server settings.
alerts-off = Os alertas de { $topic } terminaram.
alerts-none = { $topic } não tem alertas.
alerts-stand = { $edition }: alertas em { $channel }, no máximo { $count } em 24 horas
alert-heading = **Alerta** · { $topic }
server-exported = Este servidor em um arquivo: { $topics ->
    [one] um tema
   *[other] { $topics } temas
}, { $editions ->
    [one] uma edição
   *[other] { $editions } edições
}. Feeds com um segredo no endereço, cargos e o que pertence ao arquivo de configuração não estão nele.
server-imported = Preparado pelo arquivo: { $topics ->
    [one] um tema
   *[other] { $topics } temas
}, { $editions ->
    [one] uma edição
   *[other] { $editions } edições
}, as configurações.
server-left-out = Ficou de fora:
server-file-wrong = O arquivo não serve; nada foi mudado:
gateway-bad-token = O Discord recusa o token; copie-o de novo do portal do desenvolvedor para discord.token.
gateway-bad-shard = O Discord recusa os shards; confira discord.shard_count e discord.shard_ids.
gateway-needs-shards = O bot está em servidores demais para um só shard; defina discord.shard_count.
gateway-bad-intents = O Discord recusa os intents; não ative nenhum no portal do desenvolvedor, este bot não precisa deles.
