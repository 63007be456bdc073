# Palabras sobre un modelo de lenguaje.
model-wrote-all = Todas las historias redactadas por { $model }, con cada frase cotejada con sus fuentes
model-wrote-some = { $count } de { $total } historias redactadas por { $model }, con cada frase cotejada con sus fuentes; las demás, tal como las cuentan sus fuentes
model-wrote-card = redactado por { $model }
check-model-ok = El modelo { $model } responde.
check-model-key = El modelo { $model } rechaza nuestra clave: revisa summary.api_key.
check-model-unknown = El servidor no conoce ningún modelo { $model }: revisa summary.model y summary.base_url.
check-model-slow = El modelo { $model } es demasiado lento: no responde dentro de summary.timeout. Las tarjetas serían extractos; aumenta el plazo o elige un modelo más pequeño.
check-model-garbled = El modelo { $model } responde, pero no con el JSON pedido: las tarjetas serían extractos. Elige un modelo que respete el formato.
check-model-refused = El servidor rechaza la pregunta a { $model }: está saturado o no admite ese tipo de pregunta. Su propio registro dice por qué.
check-model-unreachable = No se puede llegar al servidor de { $model }: revisa summary.base_url y si está en marcha.
