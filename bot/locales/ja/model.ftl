# 言語モデルについての文。
model-wrote-all = すべての話題は { $model } による文章です（すべての文を出典と照合済み）。
model-wrote-some = 話題 { $total } 件中 { $count } 件は { $model } による文章です（すべての文を出典と照合済み）。ほかは出典の文のままです。
model-wrote-card = 文: { $model }
check-model-ok = モデル { $model } は応答しました。
check-model-key = モデル { $model } がキーを拒否しました。summary.api_key を確認してください。
check-model-unknown = 接続先にモデル { $model } がありません。summary.model と summary.base_url を確認してください。
check-model-slow = モデル { $model } は遅すぎます。summary.timeout 以内に応答がありません。カードは抜粋になります。時間を延ばすか、より小さいモデルを使ってください。
check-model-garbled = モデル { $model } は応答しますが、求めた JSON の形ではありません。カードは抜粋になります。形式を守れるモデルを使ってください。
check-model-refused = 接続先が { $model } への質問を拒否しました。混雑しているか、この種の質問を受け付けません。理由は接続先のログにあります。
check-model-unreachable = { $model } の接続先に届きません。summary.base_url と、稼働しているかを確認してください。
