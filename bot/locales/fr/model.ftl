# Ce qui concerne un modèle de langage.
model-wrote-all = Tous les sujets rédigés par { $model }, chaque phrase vérifiée d'après ses sources
model-wrote-some = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
} sur { $total } dans les termes de { $model }, chaque phrase vérifiée d'après ses sources ; les autres dans ceux des sources
model-wrote-card = rédigé par { $model }
check-model-ok = Le modèle { $model } répond.
check-model-key = Le modèle { $model } refuse notre clé : vérifie summary.api_key.
check-model-unknown = Le serveur ne connaît aucun modèle { $model } : vérifie summary.model et summary.base_url.
check-model-slow = Le modèle { $model } est trop lent : pas de réponse dans le délai summary.timeout. Les cartes seraient des extraits ; augmente le délai ou prends un modèle plus petit.
check-model-garbled = Le modèle { $model } répond, mais pas dans le JSON demandé : les cartes seraient des extraits. Prends un modèle qui respecte un format.
check-model-refused = Le serveur refuse la question à { $model } : il est surchargé ou n'accepte pas ce type de question. Son propre journal dit pourquoi.
check-model-unreachable = Le serveur de { $model } est injoignable : vérifie summary.base_url et s'il fonctionne.
