# Worte über ein Sprachmodell.
model-wrote-all = Alle Geschichten in den Worten von { $model }, jeder Satz an seinen Quellen geprüft
model-wrote-some = { $count } von { $total } Geschichten in den Worten von { $model }, jeder Satz an seinen Quellen geprüft; die übrigen im Wortlaut der Quellen
model-wrote-card = in den Worten von { $model }
