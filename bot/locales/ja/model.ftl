# 言語モデルについての文。
model-wrote-all = すべての話題は { $model } による文章です（すべての文を出典と照合済み）。
model-wrote-some = 話題 { $total } 件中 { $count } 件は { $model } による文章です（すべての文を出典と照合済み）。ほかは出典の文のままです。
model-wrote-card = 文: { $model }
