# Words about a language model.
model-wrote-all = All stories in the words of { $model }, each sentence checked against its sources
model-wrote-some = { $count } of { $total } stories in the words of { $model }, each sentence checked against its sources; the others as their sources have them
model-wrote-card = in the words of { $model }
