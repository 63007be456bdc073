# Lo que alguien pidió y no se puede hacer.
unknown-zone = { $name } no es una zona horaria IANA. { $suggestion ->
    [None] Escríbela como Europe/Kyiv.
   *[other] ¿Querías decir { $suggestion }?
}
address-not-web = Una dirección que empieza por { $scheme } no se puede leer; debe empezar por http:// o https://.
address-unreadable = { $address } no es una dirección web; escríbela como https://example.org/feed.xml.
address-too-long = La dirección es demasiado larga; como mucho { $limit } caracteres.

name-empty = El nombre está vacío; ponle uno.
name-too-long = El nombre es demasiado largo; como mucho { $limit } caracteres.
name-has-comma = { $name } tiene una coma, que separa nombres en las listas; elige un nombre sin ella.
topic-exists = Ya hay un tema { $name }; elige otro nombre.
topics-too-many = Este servidor tiene tantos temas como puede tener ({ $limit }); quita antes uno.
query-too-long = Las palabras son demasiado largas; como mucho { $limit } caracteres.
unknown-topic = Aquí no hay ningún tema { $name }. { $suggestion ->
    [None] Mira con /topics los que hay.
   *[other] ¿Querías decir { $suggestion }?
}
no-topics = Este servidor aún no tiene temas; la moderación crea uno con /topic create.
topic-gone = Este tema ya no existe; mira con /topics los que hay.
owned-by-file = { $name } está en el archivo de configuración de este bot y no se puede cambiar aquí; pregunta a su administrador.
list-too-large = La lista pasa de { $limit } MB; divídela.
list-not-fetched = Discord no me dio el archivo; inténtalo de nuevo.
list-unreadable = Del archivo no se puede leer ninguna lista de fuentes ({ $reason }). Da un archivo OPML o un texto con una dirección por línea.
no-feed-there = { $address } es una página web, y no encontré ninguna fuente suya: ni una que la página nombre, ni una en las direcciones habituales. Busca en el sitio RSS, Atom o «Feed» y da esa dirección.
feed-held = { $topic } ya tiene esta fuente, como { $url }.
no-feeds = Este servidor aún no tiene fuentes; añade una con /feed add.
unknown-feed = Aquí no hay ninguna fuente { $name }. { $suggestion ->
    [None] Mira con /feed list las que hay.
   *[other] ¿Querías decir { $suggestion }?
}
feed-edit-empty = Di qué hay que cambiar: name, read_pages, encoding o pause.
encoding-unknown = No conozco ninguna codificación { $encoding }. Elige una de la lista, o auto para lo que diga la propia fuente.
encoding-shared = { $feed } la leen también otros servidores, así que su codificación no se puede fijar desde aquí. Quítala con /feed remove, añádela otra vez con private: on y fíjala entonces.
nothing-held = De { $feed } no hay nada retenido, o ya se decidió.
only-moderators = Eso solo puede decidirlo la moderación de este servidor.
feed-not-held = { $feed } no está entre las fuentes de ese tema.
feeds-too-many = Este servidor tiene tantas fuentes como puede tener ({ $limit }); quita antes una.
edition-without-topic = Una edición necesita un tema; crea uno con /topic create.
editions-too-many = Este servidor tiene tantas ediciones como puede tener ({ $limit }); quita antes una.
unknown-edition = Aquí no hay ninguna edición { $name }. { $suggestion ->
    [None] Mira con /digest list las que hay.
   *[other] ¿Querías decir { $suggestion }?
}
search-without-word = { $query } no contiene ninguna palabra que buscar; escribe una o dos.
asked-too-often = Pides esto más rápido de lo que puedo trabajar; inténtalo de nuevo en { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
}.
not-a-domain = { $domain } no es un dominio; escríbelo como example.org.
topic-is-all = { $name } es todo lo que cuenta la edición { $edition }; dale antes otro tema con /digest edit, o termínala con /digest remove.
no-editions = Aquí aún no hay ninguna edición encargada; encarga una con /digest schedule.
edition-paused = { $name } está en pausa; continúa con /digest resume.
nothing-to-tell = { $name } no tiene nada nuevo que contar; no se publicó nada.
subscriptions-too-many = Estás suscrito a tantos temas como se puede ({ $limit }); deja antes uno con /unsubscribe.
not-subscribed = No estás suscrito a { $topic }.
channel-closed = No puedo publicar en { $channel }: me falta { $missing }. Dale allí esos permisos a mi rol e inténtalo de nuevo.
role-not-mentionable = No puedo mencionar { $role }: permite que todos lo mencionen (Ajustes del servidor, Roles), o elige ping: off.
role-out-of-reach = No puedo dar ni quitar { $role }: me falta «Gestionar roles», o ese rol está por encima del mío. Sube el mío en Ajustes del servidor, Roles.
nothing-to-retract = Ninguna edición de los últimos 30 días cita aquí { $link }, o ya está marcada como retirada.
story-gone = Esta edición ya no existe.
ties-too-many = Ya tienes { $limit }, el máximo; quita algunas en /saved.
quiet-hours-open = Las horas de silencio necesitan principio y fin: indica quiet_from y quiet_to.
name-pings = Un nombre no puede avisar a nadie; quita «{ $word }» y su signo.
no-link-there = En este mensaje no hay ningún enlace.
no-report-there = No se puede leer ninguna noticia en { $link }.
no-announcement-channel = Solo lo publicado en un canal de anuncios se puede reenviar; elige uno o deja crosspost desactivado.
no-thread-in-thread = { $channel } es un hilo, y un hilo no contiene hilos; elige un canal u otro diseño.
alert-has-no-times = { $name } son alertas y no tienen horas; cámbialas con /alerts.
server-no-place = Aquí no hay canal { $channel }; encarga su edición con /digest schedule.
digest-bad-span = { $value } no es un lapso; escribe 90m, 24h, 7d, 2w o 20y.
digest-nothing-read = No se pudo leer ni una fuente; las líneas de arriba dicen por qué.
lab-unreadable = { $file }: { $reason }.
lab-no-story = No hay historia { $story } en la base de datos, o todas sus entradas se olvidaron. El JSON de una edición da los números.
lab-not-json = { $file }, línea { $line }: esto no es JSON ({ $reason }); escribe un objeto JSON por línea.
lab-missing-key = { $file }, línea { $line }: falta la clave { $missing }; añádela.
lab-wrong-value = { $file }, línea { $line }: el valor de { $wrong } no es lo que se espera ahí; véase docs/commands.md.
run-without-discord = No hay discord.token: las ediciones se imprimen aquí y se guardan en { $path }.
