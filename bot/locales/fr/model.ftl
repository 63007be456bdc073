# Ce qui concerne un modèle de langage.
model-wrote-all = Tous les sujets rédigés par { $model }, chaque phrase vérifiée d'après ses sources
model-wrote-some = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
} sur { $total } dans les termes de { $model }, chaque phrase vérifiée d'après ses sources ; les autres dans ceux des sources
model-wrote-card = rédigé par { $model }
