# Palavras sobre um modelo de linguagem.
model-wrote-all = Todas as histórias redigidas por { $model }, cada frase conferida com suas fontes
model-wrote-some = { $count } de { $total } histórias redigidas por { $model }, cada frase conferida com suas fontes; as demais, nas palavras das fontes
model-wrote-card = redigido por { $model }
check-model-ok = O modelo { $model } responde.
check-model-key = O modelo { $model } recusa nossa chave: confira summary.api_key.
check-model-unknown = O servidor não conhece nenhum modelo { $model }: confira summary.model e summary.base_url.
check-model-slow = O modelo { $model } é lento demais: não respondeu dentro de summary.timeout. Os cartões seriam trechos; aumente o prazo ou use um modelo menor.
check-model-garbled = O modelo { $model } responde, mas não no JSON pedido: os cartões seriam trechos. Use um modelo que siga um formato.
check-model-refused = O servidor recusa a pergunta a { $model }: está sobrecarregado ou não aceita esse tipo de pergunta. O registro dele diz por quê.
check-model-unreachable = Não é possível alcançar o servidor de { $model }: confira summary.base_url e se ele está rodando.
