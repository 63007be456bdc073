# Palabras para quien aloja el bot: copias, `tidings doctor` y avisos de resúmenes que dejaron de llegar.
store-damaged = { $path } está dañado: { $reason }. Pon una copia en su lugar: tidings restore ARCHIVO
store-full = No queda espacio para escribir { $path }; libera espacio en su disco. Lo que se guardó está intacto.

backup-exists = { $file } ya existe y se dejó como está; indica otro archivo o sustitúyelo con --force.
backup-done = { $path } se ha copiado en { $file } ({ $megabytes } MB).
restore-done = { $path } contiene ahora lo que contiene { $file }. Vuelve a iniciar el bot.
restore-kept = Lo que había antes se conserva como { $kept }; bórralo cuando todo esté bien.

doctor-version = Tidings { $version }, esquema { $schema }
doctor-database = Base de datos: { $path }, { $megabytes } MB; { $free } MB libres en su disco
doctor-low-disk = Solo quedan { $free } MB libres en el disco de la base de datos; libera espacio antes de que se llene.
doctor-cannot-shrink = El archivo no puede encoger ({ $megabytes } MB sin usar): detén el bot y ejecuta una vez tidings doctor --vacuum.
doctor-not-running = Ningún Tidings se ejecuta sobre { $path }.
doctor-running = El proceso { $pid } se ejecuta sobre ella.
doctor-hangs = El proceso { $pid } ocupa { $path }, pero su bucle de eventos no avanza; reinícialo.
doctor-feeds = Feeds: { $well } de { $total } bien
doctor-more-feeds = { $count ->
    [one] 1 feed más tiene
   *[other] { $count } feeds más tienen
} el mismo problema; míralos todos con: tidings feeds list
doctor-editions = Ediciones: { $count }
doctor-silent = { $edition } no ha contado nada en { $hours } horas; ¿está en marcha el bot y qué dice su registro?
doctor-stuck = { $edition }: { $count ->
    [one] 1 parte espera
   *[other] { $count } partes esperan
} su envío con { $hours } horas de retraso; busca «delivery failed» en el registro.
doctor-paused = Un moderador ha puesto en pausa { $edition }.
doctor-verdict = { $problems ->
    [0] Nada requiere tu atención.
    [one] 1 cosa requiere tu atención.
   *[other] { $problems } cosas requieren tu atención.
}

notice-silence = No llega ningún resumen de { $edition } desde { $since }. Si /health no muestra nada malo, avisa a quien administra el bot.
notice-silence-over = Los resúmenes de { $edition } llegan de nuevo.
