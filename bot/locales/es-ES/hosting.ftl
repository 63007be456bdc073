# Palabras para quien aloja el bot: copias, `tidings doctor` y avisos de resúmenes que dejaron de llegar.
store-damaged = { $path } está dañado: { $reason }. Ponga una copia en su lugar: tidings restore ARCHIVO
store-full = No queda espacio para escribir { $path }; libere espacio en su disco. Lo que se guardó está intacto.

backup-exists = { $file } ya existe y se dejó como está; indique otro archivo o sustitúyalo con --force.
backup-done = { $path } se ha copiado en { $file } ({ $megabytes } MB).
restore-done = { $path } contiene ahora lo que contiene { $file }. Vuelva a iniciar el bot.
restore-kept = Lo que había antes se conserva como { $kept }; bórrelo cuando todo esté bien.

doctor-version = Tidings { $version }, esquema { $schema }
doctor-database = Base de datos: { $path }, { $megabytes } MB; { $free } MB libres en su disco
doctor-low-disk = Solo quedan { $free } MB libres en el disco de la base de datos; libere espacio antes de que se llene.
doctor-cannot-shrink = El archivo no puede encoger ({ $megabytes } MB sin usar): detenga el bot y ejecute una vez tidings doctor --vacuum.
doctor-not-running = Ningún Tidings se ejecuta sobre { $path }.
doctor-running = El proceso { $pid } se ejecuta sobre ella.
doctor-hangs = El proceso { $pid } ocupa { $path }, pero su bucle de eventos no avanza; reinícielo.
doctor-feeds = Feeds: { $well } de { $total } bien
doctor-more-feeds = { $count ->
    [one] 1 feed más tiene
   *[other] { $count } feeds más tienen
} el mismo problema; véalos todos con: tidings feeds list
doctor-editions = Ediciones: { $count }
doctor-silent = { $edition } no ha contado nada en { $hours } horas; ¿está en marcha el bot y qué dice su registro?
doctor-stuck = { $edition }: { $count ->
    [one] 1 parte espera
   *[other] { $count } partes esperan
} su envío con { $hours } horas de retraso; busque «delivery failed» en el registro.
doctor-paused = Un moderador ha puesto en pausa { $edition }.
doctor-verdict = { $problems ->
    [0] Nada requiere su atención.
    [one] 1 cosa requiere su atención.
   *[other] { $problems } cosas requieren su atención.
}

notice-silence = No llega ningún resumen de { $edition } desde { $since }. Si /health no muestra nada malo, avise a quien administra el bot.
notice-silence-over = Los resúmenes de { $edition } llegan de nuevo.
