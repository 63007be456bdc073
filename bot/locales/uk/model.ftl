# Слова про мовну модель.
model-wrote-all = Усі історії подано словами { $model }, кожне речення звірено з джерелами
model-wrote-some = Словами { $model } — історій: { $count } з { $total }, кожне речення звірено з джерелами; решту подано словами джерел
model-wrote-card = словами { $model }
check-model-ok = Модель { $model } відповідає.
check-model-key = Модель { $model } не приймає нашого ключа: перевірте summary.api_key.
check-model-unknown = За цією адресою немає моделі { $model }: перевірте summary.model і summary.base_url.
check-model-slow = Модель { $model } надто повільна: немає відповіді за час summary.timeout. Картки були б уривками; збільште час або візьміть меншу модель.
check-model-garbled = Модель { $model } відповідає, але не в потрібному JSON: картки були б уривками. Візьміть модель, яка дотримується форми.
check-model-refused = Сервер відхиляє запитання до { $model }: він перевантажений або не приймає таких запитань. Причину шукайте в його журналі.
check-model-unreachable = Сервер моделі { $model } недосяжний: перевірте summary.base_url і чи він працює.
