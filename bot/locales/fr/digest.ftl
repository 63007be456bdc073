# Les mots autour d'une édition, quelle que soit sa forme.
digest-coverage = { $entries ->
    [one] { $entries } entrée
   *[other] { $entries } entrées
} → { $stories ->
    [one] { $stories } sujet
   *[other] { $stories } sujets
} → { $shown } montrés · { $ok }/{ $total } flux en ordre
digest-empty = Rien de neuf depuis { $since }.
digest-new = Nouveau depuis la dernière fois
digest-points = L'essentiel
digest-contested = Contesté
digest-sources = Sources
digest-voices = { $outlets ->
    [one] { $outlets } média
   *[other] { $outlets } médias, dont { $voices } indépendants
}
digest-paywalled = payant
digest-status-new = nouveau
digest-status-update = suite
digest-status-contested = contesté
digest-status-opinion = opinion
digest-status-excerpt = extrait
digest-status-single-source = une seule source
digest-status-withdrawn = retiré par la modération
digest-why = Pourquoi ici : { $why }
digest-read = Lire sur { $outlet }
digest-sources-all = Sources ({ $count })
digest-sources-heading = **Où se trouve { $title }**
digest-reprint = d'après { $voice }
digest-picture = Image de : { $title }
digest-open-story = Ouvrir un sujet
digest-why-quiet = Pourquoi rien ?
digest-next = prochaine { $at }
digest-changed = Du nouveau sur des sujets déjà racontés : { $stories }
