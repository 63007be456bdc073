# Respuestas del bot en Discord.
answer-too-late = Tardó demasiado y se detuvo; inténtalo de nuevo en un momento.
answer-failed = Algo salió mal aquí, y está anotado en mi registro como { $number }; inténtalo de nuevo o díselo al administrador del bot.

help-intro = Leo fuentes RSS de noticias, averiguo qué informaciones cuentan la misma historia y publico lo nuevo, con sus fuentes.
help-moderators = **Para la moderación**
invite = Quien gestiona un servidor puede llevarme allí con este enlace: { $link }. Pide los permisos que uso y ningún otro.

topic-changed = El tema { $topic } ha cambiado.
topic-removed = El tema { $topic } ya no está, ni las fuentes que solo él tenía; lo publicado se queda.
topic-like = Y lo que se parece a: { $title }
topic-created = El tema { $topic } está creado. Añádele fuentes con /feed add.
topic-shown = **{ $topic }**: { $feeds ->
    [one] 1 fuente
   *[other] { $feeds } fuentes
}
topic-keywords = Solo con: { $words }
topic-exclude = Nunca con: { $words }
topic-language = Idioma: { $language }
topic-role = Rol: { $role }
topic-without-feeds = - aún sin fuentes; añade una con /feed add
topics-heading = **Temas de este servidor**
topics-subscribe = Suscribirse: { $topic }
topics-unsubscribe = Darse de baja: { $topic }
subscribed = Te has suscrito a { $topic } y tienes el rol { $role }: te llegarán las ediciones que mencionan.
subscribed-already = Ya estás suscrito a { $topic }, con el rol { $role }.
unsubscribed = Ya no estás suscrito a { $topic }.
search-heading = **Encontrado para { $query }**
search-nothing = Nada de lo que llegó últimamente contiene todo esto: { $query }
latest-nothing = No llegó nada en la última semana.

feed-added = { $feed } pertenece ahora a { $topic }. Tiene { $entries ->
    [one] 1 entrada
   *[other] { $entries } entradas
}; { $news ->
    [0] es nuevo lo que llegue desde ahora
    [one] son nuevas la más reciente y lo que llegue desde ahora
   *[other] son nuevas las { $news } más recientes y lo que llegue desde ahora
}.
import-begun = Leo { $count ->
    [one] 1 fuente
   *[other] { $count } fuentes
} para { $topics }. Lo que fue de cada una aparecerá aquí cuando termine.
import-goes-on = { $done } de { $count } fuentes leídas …
import-folder = Importado
export-done = { $feeds ->
    [one] 1 fuente
   *[other] { $feeds } fuentes
}, en una carpeta por tema.{ $secret ->
    [0] { "" }
   *[other] {" "}Se omitieron { $secret }, cuya dirección deja entrar a quien la conozca.
}
notice-import = La lista de fuentes está leída. { $what }
page-added = No encontré ninguna fuente allí, así que { $topic } recibe la propia página: { $page } enumera { $links ->
    [one] 1 artículo
   *[other] { $links } artículos
}. Lo que enumere desde ahora es nuevo, y cada uno se lee una vez.
feed-choose = Allí hay { $count } fuentes. ¿Cuál debe recibir { $topic }?
feed-choose-menu = Elige una fuente
feed-removed = { $feed } ya no está en { $topics }.
feed-tested = { $feed }: una fuente con { $entries ->
    [one] 1 entrada
   *[other] { $entries } entradas
}.
feed-edited = { $feed }: las páginas { $pages ->
    [on] se leen donde solo hay un avance
   *[other] no se leen
}.
feed-edited-encoding = Se lee otra vez enseguida, con { $encoding ->
    [auto] las letras que ella misma dice
   *[other] sus letras en { $encoding }
}.
feed-edited-pause = No se toma nada de ella hasta que pongas pause en off.
feed-rests = { $feed }: en pausa; continúa con /feed edit, pause: off
feed-fine = { $feed }: bien, leída { $at }
feed-waits = { $feed }: aún sin leer

edition-scheduled = { $edition } está encargada para { $channel }; la primera llega { $at }.
edition-comes = { $edition } en { $channel }, la próxima { $at }
edition-stands-still = { $edition } en { $channel } está en pausa.
edition-paused-by-hand = La pausó la moderación; continúa con /digest resume.
edition-told = { $stories ->
    [one] 1 historia va
   *[other] { $stories } historias van
} ahora a { $channel }.
edition-retracted = La historia está marcada como retirada en { $digests ->
    [one] 1 edición
   *[other] { $digests } ediciones
}.
edition-is-paused = { $edition } está en pausa; continúa con /digest resume.
edition-changed = { $edition } ha cambiado. Ahora queda así:
edition-removed = { $edition } ha terminado; lo publicado se queda.
edition-resumed = { $edition } continúa.

settings-notices = Lo que necesita a la moderación se dice en { $channel }.
settings-language = Las ediciones encargadas sin idioma están en: { $language }
settings-blocked = Ninguna edición usa: { $outlets }
settings-no-images = Las historias abiertas no muestran imagen.
settings-trusted = Su palabra basta para una alerta: { $outlets }
settings-no-graphic = Las historias abiertas sobre muerte o daño no muestran imagen.
settings-zone = La zona de este servidor es { $zone }.
settings-quiet = Nadie recibe avisos de { $start } a { $end } ({ $zone }).
settings-no-notices = No hay canal para lo que necesita a la moderación; indica uno con /server settings notices.
health-feeds = **Fuentes**: { $ok } de { $total } bien
health-editions = **Ediciones**: { $count }
quiet-explained = Desde { $since } { $entries ->
    [0] no llegó ninguna entrada
    [one] llegó 1 entrada
   *[other] llegaron { $entries } entradas
} que este canal no conociera; se pudieron leer { $ok } de { $total } fuentes. Lo que pertenece a historias ya contadas aquí y no les añade nada no se cuenta otra vez.

why-unknown = Ninguna fuente de este servidor dio { $link } en las dos últimas semanas. Mira con /feed list qué se lee.
why-told = { $edition } lo contó { $at }.
why-not-its-topics = { $edition } no lo cuenta: sus temas no tienen la fuente por la que llegó.
why-lacks = { $edition } no lo cuenta: le falta lo que pide su tema: { $words }
why-barred = { $edition } no lo cuenta: su tema deja fuera lo que contiene: { $words }
why-brought = Pertenece a su tema por: { $words }
why-too-old = { $edition } no lo cuenta: llegó hace más de una semana, o su fuente está en pausa.
why-next = { $edition } lo contará en su próxima edición, tal como está ahora.
why-nothing-new = { $edition } no lo cuenta: su historia ya se contó allí, y no añade nombre, cifra ni giro que no se contara.
why-there-before = { $edition } no lo cuenta: ya estaba antes de que se añadiera su fuente.
why-ranked-below = { $edition } no lo cuenta: otras historias iban delante, o una ya contada dice lo mismo.
why-no-editions = En este servidor no hay ninguna edición encargada; encarga una con /digest schedule.
why-one-story = { $others ->
    [one] Es una historia con 1 información más
   *[other] Es una historia con { $others } informaciones más
}; comparten: { $words }
why-alone = Ninguna otra información de las fuentes de este servidor cuenta lo mismo.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-create-threads = Crear hilos públicos
permission-send-in-threads = Enviar mensajes en hilos
permission-read-history = Leer el historial de mensajes

notice-channel-gone = { $edition } está en pausa: su canal { $channel } ya no existe. Pásala a otro canal con /digest edit.
notice-channel-hidden = { $edition } está en pausa: no puedo ver { $channel }. Dale allí a mi rol «Ver canal» y hazla continuar con /digest resume.
notice-channel-closed = { $edition } está en pausa: no puedo publicar en { $channel }. Dale allí a mi rol «Enviar mensajes» y «Leer el historial de mensajes» y hazla continuar con /digest resume.

notice-feed-ill = La fuente { $feed } no se puede leer desde { $since }.
notice-feed-burst = La fuente { $feed } dio de nuevo { $entries } entradas antiguas, como cuando un sitio se muda. Están retenidas: no se cuenta nada de ellas a menos que las liberes.
held-release = Liberar
held-discard = Descartar
feed-released = { $entries ->
    [one] 1 entrada
   *[other] { $entries } entradas
} de { $feed } cuentan ahora como nuevas.
feed-discarded = { $entries ->
    [one] 1 entrada
   *[other] { $entries } entradas
} de { $feed } no se contarán.
notice-feed-well = La fuente { $feed } se lee otra vez; no hay que hacer nada.
alerts-on = Las alertas de { $topic } llegan a { $channel }: como mucho { $count } en 24 horas, de historias que cuentan { $voices } voces independientes o un medio fiable. Los medios fiables y las horas de silencio se fijan con /server settings.
alerts-off = Las alertas de { $topic } han terminado.
alerts-none = { $topic } no tiene alertas.
alerts-stand = { $edition }: alertas en { $channel }, como mucho { $count } en 24 horas
alert-heading = **Alerta** · { $topic }
server-exported = Este servidor en un archivo: { $topics ->
    [one] un tema
   *[other] { $topics } temas
}, { $editions ->
    [one] una edición
   *[other] { $editions } ediciones
}. No contiene feeds con un secreto en su dirección, roles ni lo que pertenece al archivo de configuración.
server-imported = Preparado según el archivo: { $topics ->
    [one] un tema
   *[other] { $topics } temas
}, { $editions ->
    [one] una edición
   *[other] { $editions } ediciones
}, los ajustes.
server-left-out = Quedó fuera:
server-file-wrong = El archivo no sirve; no se cambió nada:
gateway-bad-token = Discord rechaza el token; cópialo de nuevo del portal de desarrolladores en discord.token.
gateway-bad-shard = Discord rechaza los shards; revisa discord.shard_count y discord.shard_ids.
gateway-needs-shards = El bot está en demasiados servidores para un solo shard; pon discord.shard_count.
gateway-bad-intents = Discord rechaza los intents; no actives ninguno en el portal de desarrolladores, este bot no los necesita.
