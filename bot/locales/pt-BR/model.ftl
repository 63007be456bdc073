# Palavras sobre um modelo de linguagem.
model-wrote-all = Todas as histórias redigidas por { $model }, cada frase conferida com suas fontes
model-wrote-some = { $count } de { $total } histórias redigidas por { $model }, cada frase conferida com suas fontes; as demais, nas palavras das fontes
model-wrote-card = redigido por { $model }
