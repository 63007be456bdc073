# Mots pour qui héberge le bot : copies, `tidings doctor` et avis de résumés qui n’arrivent plus.
store-damaged = { $path } est endommagé : { $reason }. Mettez une sauvegarde à sa place : tidings restore FICHIER
store-full = Il n’y a plus de place pour écrire { $path } ; libérez de l’espace sur son disque. Ce qui était enregistré est intact.

backup-exists = { $file } existe déjà et a été laissé tel quel ; indiquez un autre fichier ou remplacez-le avec --force.
backup-done = { $path } est copié dans { $file } ({ $megabytes } Mo).
restore-done = { $path } contient maintenant ce que contient { $file }. Redémarrez le bot.
restore-kept = Ce qui s’y trouvait avant est gardé sous { $kept } ; supprimez-le quand tout va bien.

doctor-version = Tidings { $version }, schéma { $schema }
doctor-database = Base de données : { $path }, { $megabytes } Mo ; { $free } Mo libres sur son disque
doctor-low-disk = Il ne reste que { $free } Mo libres sur le disque de la base de données ; libérez de l’espace avant qu’il ne soit plein.
doctor-cannot-shrink = Le fichier ne peut pas rétrécir ({ $megabytes } Mo inutilisés) : arrêtez le bot, puis lancez une fois tidings doctor --vacuum.
doctor-not-running = Aucun Tidings ne tourne sur { $path }.
doctor-running = Le processus { $pid } tourne dessus.
doctor-hangs = Le processus { $pid } occupe { $path }, mais sa boucle d’événements ne tourne plus ; redémarrez-le.
doctor-feeds = Flux : { $well } sur { $total } en bon état
doctor-more-feeds = { $count ->
    [one] 1 autre flux a
   *[other] { $count } autres flux ont
} le même problème ; voyez-les tous avec : tidings feeds list
doctor-editions = Éditions : { $count }
doctor-silent = { $edition } n’a rien raconté depuis { $hours } heures ; le bot tourne-t-il, et que dit son journal ?
doctor-stuck = { $edition } : { $count ->
    [one] 1 partie attend
   *[other] { $count } parties attendent
} d’être envoyées, avec { $hours } heures de retard ; cherchez « delivery failed » dans le journal.
doctor-paused = { $edition } est suspendue par un modérateur.
doctor-verdict = { $problems ->
    [0] Rien ne demande votre attention.
    [one] 1 point demande votre attention.
   *[other] { $problems } points demandent votre attention.
}

notice-silence = Aucun résumé de { $edition } n’est arrivé depuis { $since }. Si /health ne montre rien d’anormal, prévenez l’administrateur du bot.
notice-silence-over = Les résumés de { $edition } arrivent de nouveau.
