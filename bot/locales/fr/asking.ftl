# Ce que les membres demandent d'un sujet là où un modèle de langage est configuré.
story-simpler = Plus simple
story-ask = Demander
story-translate = Traduire
simpler-measure = Difficulté de lecture : { $now } ; celle de la carte : { $was }
simpler-not = Aucune formulation plus simple n'est confirmée par les sources. La carte reste telle quelle.
question-title = Une question sur ce sujet
question-label = Ta question
question-note = Seul ce que disent ses sources est répondu. Ta question n'est pas conservée.
question-example = Quand le pont ouvre-t-il ?
question-empty = Aucune question n'a été posée.
question-unanswered = Aucune source de ce sujet ne le dit. Ses sources :
questions-too-often = Tu as posé { $most } questions en une heure. Tu pourras en poser d'autres { $at }.
translate-needless = Ce sujet est déjà dans ta langue, ou dans une langue qui ne peut pas être vérifiée.
translate-not = Aucune phrase de ce sujet n'a pu être traduite fidèlement. La carte reste telle quelle.
asking-capped = Le modèle de langage a atteint sa limite pour aujourd'hui. Réessaie demain.
asking-silent = Le modèle de langage ne répond pas pour l'instant. Réessaie dans quelques minutes.
asking-off = Aucun modèle de langage n'est plus configuré.
asking-taken-back = Ce sujet a été corrigé ou retiré ; il n'est pas raconté en d'autres termes.
asking-too-old = Les articles de ce sujet ne sont plus conservés.
model-translated-card = traduit par { $model }
model-translated-some = { $count ->
    [one] { $count } sujet traduit
   *[other] { $count } sujets traduits
} sur { $total } par { $model }, chaque phrase vérifiée ; ce qui n'a pas pu l'être reste dans sa langue
