# Palabras sobre un modelo de lenguaje.
model-wrote-all = Todas las historias redactadas por { $model }, con cada frase cotejada con sus fuentes
model-wrote-some = { $count } de { $total } historias redactadas por { $model }, con cada frase cotejada con sus fuentes; las demás, tal como las cuentan sus fuentes
model-wrote-card = redactado por { $model }
