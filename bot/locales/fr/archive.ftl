# L’archive sur le web, et ce qu’on en dit ailleurs.
web-home = Toutes les éditions
web-digests = Éditions
web-about = L’actualité en quelques phrases sourcées
web-skip = Aller au texte
web-search = Chercher
web-search-words = Mots à chercher
web-found = { $count ->
    [0] Rien de ce qui a été raconté ici ne contient tous ces mots.
    [one] { $count } sujet raconté ici les contient tous.
   *[other] { $count } sujets racontés ici les contiennent tous.
}
web-topics = Thèmes
web-editions = Séries
web-more = { $count ->
    [one] { $count } autre sujet
   *[other] { $count } autres sujets
}
web-nothing-yet = Rien n’a encore été raconté.
web-pages = Pages
web-older = Plus anciennes
web-newest = Plus récentes
web-also-as = Aussi en
web-revised = Modifiée le { $at }, après sa publication.
web-told-before = Raconté auparavant
web-timeline = Chronologie
web-missing = Rien ici
web-missing-words = Cette page n’existe pas, ou pas à cette adresse.
web-busy = Pas maintenant
web-busy-words = Cela a pris trop de temps. Réessaie dans un instant.
web-port-in-use = L’archive ne peut pas écouter sur { $host }, port { $port } : { $reason }. Mets un port libre dans web.port, ou web.enabled à false.
run-archive = L’archive : { $address }
settings-archive-private = L’archive est lue par qui a son adresse : { $address }
settings-archive-public = L’archive est publique : { $address }
settings-archive-nowhere = L’archive n’a pas encore d’adresse sur le web : qui héberge le bot doit définir web.public_url.

option-archive = Qui lit l’archive web : qui a son adresse, ou tout le monde ; renew : nouvelle adresse
    .name = archive
choice-private = avec l’adresse
choice-public = publique
choice-renew = nouvelle adresse
