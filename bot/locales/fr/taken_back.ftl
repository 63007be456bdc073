told-withdrawn = **Retiré :** { $title }
told-corrected = **Corrigé :** { $title }
told-show = Afficher le sujet
digest-status-corrected = corrigé par la modération
digest-correction = Correction de la modération : { $text }
edition-corrected = Le sujet est marqué comme corrigé dans { $digests ->
    [one] une édition
   *[other] { $digests } éditions
} ; les messages seront modifiés sous peu et leurs lecteurs avertis.
