problem-suggestion = Tu voulais dire { $suggestion } ?
problem-unknown-key = Cette clé n’existe pas.
problem-unknown-variable = Ce réglage n’existe pas ; les variables s’appellent TIDINGS_SECTION__KEY.
problem-missing = Cette clé doit être définie.
problem-wrong-type = { $expected ->
    [text] { $found } n’est pas un texte ; mets-le entre guillemets
    [number] { $found } n’est pas un nombre entier
    [decimal] { $found } n’est pas un nombre
    [boolean] { $found } n’est pas un interrupteur ; écris true ou false
    [list] { $found } n’est pas une liste ; écris [ … ]
    [table] { $found } n’est pas une table de clés
    [duration] { $found } n’est pas une durée ; écris des secondes, ou 30m, 24h, 7d
    [size] { $found } n’est pas une taille ; écris des octets, ou 500 kB, 10 MB
    [times] { $found } n’est pas une heure ; écris "08:00" ou "08:00,18:00"
   *[days] { $found } n’est pas un ensemble de jours ; écris daily, weekdays, weekends ou "mon,thu"
}.
problem-wrong-choice = { $found } n’est aucun de { $choices }.
problem-too-small = { $found } est trop petit ; le minimum est { $limit }.
problem-too-large = { $found } est trop grand ; le maximum est { $limit }.
problem-interval-out-of-bounds = L’intervalle doit se trouver entre min_interval ({ $shortest }) et max_interval ({ $longest }).
problem-empty-list = Nommes-en au moins un.
problem-blank = Ceci ne peut pas être vide ; retire la clé pour n’en avoir aucun.
problem-bad-time = { $found } n’est pas une heure ; écris-la comme "08:00", de 00:00 à 23:59.
problem-bad-day = { $found } n’est pas un jour ; écris daily, weekdays, weekends, ou des jours comme "mon,thu".
problem-bad-zone = { $found } n’est pas un fuseau horaire de l’IANA.
problem-bad-host = { $found } n’est ni un nom d’hôte, ni une adresse IP, ni un réseau ; écris news.example.org, 10.0.0.7 ou 10.0.0.0/8.
problem-bad-language = { $found } n’est pas un code de langue ; écris-le comme "en" ou "pt-BR".
problem-bad-address = { $found } n’est pas une adresse ; elle doit commencer par { $expected } et nommer un hôte.
problem-unknown-topic = Il n’y a pas de thème { $found } ici ; ajoute-le comme [[topics]] ou change l’édition.
problem-query-quote-open = Des guillemets ne sont pas fermés ; écris "expression exacte".
problem-query-quote-empty = Il n’y a rien entre les guillemets ; mets-y des mots.
problem-query-bracket-open = Une parenthèse n’est pas fermée ; écris (a or b).
problem-query-bracket-closed = Une parenthèse est fermée sans avoir été ouverte ; écris (a or b).
problem-query-bracket-empty = Une parenthèse est vide ; mets-y des mots.
problem-query-sign-alone = { $sign } est seul ; mets-le juste devant son mot, comme dans { $sign }mot.
problem-query-too-deep = Il y a plus de { $limit } parenthèses les unes dans les autres ; personne ne peut lire cela.
problem-same-name = { $kind ->
    [topics] Un autre thème
   *[editions] Une autre édition
} s’appelle déjà { $name } ; donne un nom à part.
problem-needs = Avec ceci, { $missing } doit aussi être défini.
problem-broken-toml = Le fichier n’est pas du TOML à partir de la colonne { $column } : { $reason }.
problem-not-utf8 = Cette ligne n’est pas en UTF-8 ; enregistre le fichier dans cet encodage.
problem-file-missing = Il n’y a pas de fichier { $path } ; crées-en un avec : tidings init
problem-file-unreadable = { $path } ne peut pas être lu : { $reason }.
problem-bad-json = La valeur n’est pas du JSON à partir de la colonne { $column } : { $reason }.
problem-secret-unreadable = Le secret ne peut pas être lu dans { $path } : { $reason }.
problem-secret-empty = Le fichier { $path } est vide ; il devrait contenir le secret.
problem-set-twice = Le même réglage vient déjà de { $other } ; retire l’un des deux.
