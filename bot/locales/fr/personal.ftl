# Ce qu’un membre garde : boutons d’une histoire, /saved, /preferences, /privacy.
story-follow = Suivre
story-unfollow = Ne plus suivre
story-mute = Masquer
story-unmute = Afficher de nouveau
story-more = Plus
story-more-heading = Ce que tu peux encore faire de cette histoire :
story-save = Garder
story-timeline = Chronologie
story-report = Signaler
story-mute-outlet = Masquer { $outlet }
story-followed = Tu suis « { $title } » : dans /latest, elle vient en premier tant qu’il y a du nouveau.
story-unfollowed = Tu ne suis plus « { $title } ».
story-muted = « { $title } » ne t’est plus montrée ; ce que reçoivent les salons ne change pas.
story-unmuted = « { $title } » t’est montrée de nouveau.
story-saved = Gardée : « { $title } ». Tu la retrouves sous /saved.
story-unsaved = « { $title } » n’est plus gardée.
outlet-muted = { $outlet } ne t’est plus montré ; appuie encore pour revenir en arrière.
outlet-unmuted = { $outlet } t’est montré de nouveau.
timeline-heading = **{ $title }**, au fil des articles :
report-heading = Qu’est-ce qui ne va pas dans cette histoire ? La modération de ce serveur le verra, avec ton nom.
report-menu = Ce qui ne va pas
report-fact = Un fait est faux
report-duplicate = Elle a déjà été racontée
report-story = Elle mêle des histoires différentes
report-taste = Elle n’est pas pour moi, ou n’a rien à faire ici
report-taken = Merci : la modération est prévenue.
report-kept = Merci. La modération n’a pas encore choisi de salon pour ces avis ; elle le recevra dès qu’elle l’aura fait.
notice-report = { $member } à propos de { $story } : { $what }.
saved-heading = **Gardées**
saved-followed = **Tu suis**
saved-muted = **Masquées**
saved-nothing = Tu n’as encore rien gardé, suivi ni masqué. Ouvre une histoire dans le menu d’un condensé : ses boutons servent à cela.
saved-remove = Retirer…
saved-removed = { $count ->
    [one] 1 retirée.
   *[other] { $count } retirées.
}
latest-followed = Histoires que tu suis
preferences-timezone = Fuseau horaire : { $timezone }
preferences-dm-at = Messages privés à : { $at }
preferences-language = Langue de ce qui est fait pour toi : { $language }
preferences-quiet = Silence de { $start } à { $end }
preferences-no-quiet = Pas d’heures de silence
privacy-export = { $rows ->
    [0] Rien n’est enregistré sur toi.
    [one] 1 ligne est enregistrée sur toi ; elle est dans le fichier.
   *[other] { $rows } lignes sont enregistrées sur toi ; elles sont toutes dans le fichier.
}
privacy-deleted = { $rows ->
    [0] Rien n’était enregistré sur toi.
    [one] 1 ligne sur toi a été supprimée.
   *[other] { $rows } lignes sur toi ont été supprimées.
}
privacy-roles = Ces rôles sont hors de ma portée ; retire-les toi-même ou demande à la modération : { $roles }

log-nothing = Personne n’a encore rien changé ici.
log-heading = **Qui a changé quoi ici dernièrement**
