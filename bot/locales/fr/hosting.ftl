# Mots pour qui héberge le bot : copies, `tidings doctor` et avis de résumés qui n’arrivent plus.
store-damaged = { $path } est endommagé : { $reason }. Mets une sauvegarde à sa place : tidings restore FICHIER
store-full = Il n’y a plus de place pour écrire { $path } ; libère de l’espace sur son disque. Ce qui était enregistré est intact.

backup-exists = { $file } existe déjà et a été laissé tel quel ; indique un autre fichier ou remplace-le avec --force.
backup-done = { $path } est copié dans { $file } ({ $megabytes } Mo).
restore-done = { $path } contient maintenant ce que contient { $file }. Redémarre le bot.
restore-kept = Ce qui s’y trouvait avant est gardé sous { $kept } ; supprime-le quand tout va bien.

doctor-version = Tidings { $version }, schéma { $schema }
doctor-database = Base de données : { $path }, { $megabytes } Mo ; { $free } Mo libres sur son disque
doctor-low-disk = Il ne reste que { $free } Mo libres sur le disque de la base de données ; libère de l’espace avant qu’il ne soit plein.
doctor-cannot-shrink = Le fichier ne peut pas rétrécir ({ $megabytes } Mo inutilisés) : arrête le bot, puis lance une fois tidings doctor --vacuum.
doctor-not-running = Aucun Tidings ne tourne sur { $path }.
doctor-running = Le processus { $pid } tourne dessus.
doctor-hangs = Le processus { $pid } occupe { $path }, mais sa boucle d’événements ne tourne plus ; redémarre-le.
doctor-feeds = Flux : { $well } sur { $total } en bon état
doctor-more-feeds = { $count ->
    [one] 1 autre flux a
   *[other] { $count } autres flux ont
} le même problème ; vois-les tous avec : tidings feeds list
doctor-editions = Éditions : { $count }
doctor-silent = { $edition } n’a rien raconté depuis { $hours } heures ; le bot tourne-t-il, et que dit son journal ?
doctor-stuck = { $edition } : { $count ->
    [one] 1 partie attend
   *[other] { $count } parties attendent
} d’être envoyées, avec { $hours } heures de retard ; cherche « delivery failed » dans le journal.
doctor-paused = { $edition } est suspendue par un modérateur.
doctor-verdict = { $problems ->
    [0] Rien ne demande ton attention.
    [one] 1 point demande ton attention.
   *[other] { $problems } points demandent ton attention.
}

notice-silence = Aucun résumé de { $edition } n’est arrivé depuis { $since }. Si /health ne montre rien d’anormal, préviens l’administrateur du bot.
notice-silence-over = Les résumés de { $edition } arrivent de nouveau.
