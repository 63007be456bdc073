# `tidings demo` の言葉。
demo-begins = 火曜 12:00 · モデレーターが準備します: この機械の中の架空のフィード { $feeds } 件、ネットワークなし
demo-slot = { $day } · { $number } 回目のダイジェストが { $channel } に届きます
demo-opens = { $name } が最初のダイジェストの最初の話題を開きます
demo-ends = 実演は終わりです。次は tidings init、そして tidings run
demo-stays = Ctrl-C まで続けます · Discord の代役 { $api } と { $gateway } · フィード { $wire }
demo-port-taken = ポート { $port } は使えません（{ $reason }）。--port で別の番号を選ぶか、省いてください。
