# Worte über ein Sprachmodell.
model-wrote-all = Alle Geschichten in den Worten von { $model }, jeder Satz an seinen Quellen geprüft
model-wrote-some = { $count } von { $total } Geschichten in den Worten von { $model }, jeder Satz an seinen Quellen geprüft; die übrigen im Wortlaut der Quellen
model-wrote-card = in den Worten von { $model }
check-model-ok = Das Modell { $model } antwortet.
check-model-key = Das Modell { $model } weist unseren Schlüssel zurück: prüfe summary.api_key.
check-model-unknown = Die Adresse kennt kein Modell { $model }: prüfe summary.model und summary.base_url.
check-model-slow = Das Modell { $model } ist zu langsam: keine Antwort innerhalb von summary.timeout. Karten blieben Auszüge; erhöhe den Wert oder nimm ein kleineres Modell.
check-model-garbled = Das Modell { $model } antwortet, aber nicht im verlangten JSON: Karten blieben Auszüge. Nimm ein Modell, das eine Form einhält.
check-model-refused = Die Adresse lehnt die Frage an { $model } ab: Sie ist überlastet oder nimmt solche Fragen nicht an. Ihr eigenes Protokoll sagt, warum.
check-model-unreachable = Die Adresse von { $model } ist nicht zu erreichen: prüfe summary.base_url und ob dort etwas läuft.
