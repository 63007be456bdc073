# Préparer un serveur : /setup, ses menus et son formulaire.
setup-heading = **Ta première édition.** Choisis ci-dessous un salon, une langue et des thèmes, puis l'heure. Un salon où je dis à la modération ce qui la demande est facultatif. Rien n'est enregistré avant l'envoi du formulaire.
setup-channel = Où les éditions paraissent
setup-topics = Quels thèmes
setup-notices = Où la modération est prévenue (facultatif)
setup-when = Choisir l'heure…
setup-form-title = Quand les éditions arrivent
setup-form-at = Heures locales, comme 08:00 ou 08:00,18:00
setup-form-zone = Leur fuseau horaire, comme Europe/Paris
setup-done = Prêt : { $topics ->
    [one] un thème
   *[other] { $topics } thèmes
} avec { $feeds ->
    [one] un flux
   *[other] { $feeds } flux
}.
setup-left-out = { $count ->
    [one] Un flux a été laissé
   *[other] { $count } flux ont été laissés
} de côté ; réessaie plus tard avec /feed add :
setup-see = Voir la première édition
setup-post = La publier maintenant
setup-incomplete = Choisis d'abord dans les menus un salon et au moins un thème.
setup-still-reading = Je lis encore les flux pour la première fois ; réessaie dans quelques secondes.
edition-gone = Cette édition n'est plus commandée ; /digest list montre celles qui le sont.
