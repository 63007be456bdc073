# Words about a language model.
model-wrote-all = All stories in the words of { $model }, each sentence checked against its sources
model-wrote-some = { $count } of { $total } stories in the words of { $model }, each sentence checked against its sources; the others as their sources have them
model-wrote-card = in the words of { $model }
check-model-ok = The model { $model } answers.
check-model-key = The model { $model } refuses our key: check summary.api_key.
check-model-unknown = The endpoint knows no model { $model }: check summary.model and summary.base_url.
check-model-slow = The model { $model } is too slow: no answer within summary.timeout. Cards would be extracts; raise it, or take a smaller model.
check-model-garbled = The model { $model } answers, but not in the JSON asked for: cards would be extracts. Take a model that follows a form.
check-model-refused = The endpoint refuses to ask { $model }: it is busy, or takes no such question. Its own log says why.
check-model-unreachable = The endpoint of { $model } cannot be reached: check summary.base_url and whether it runs.
