# コマンドラインの言葉。
init-exists = { $path } はもうあり、そのままです。別のファイルを指定してください: tidings init PATH
init-unwritable = { $path } に書き込めません: { $reason }。
init-written = { $path } を書きました。読んでから: tidings check
init-ask-topic = 最初のトピックの名前（空なら無し）
init-ask-feed = そのフィードのアドレス
init-ask-zone = タイムゾーン
init-ask-at = ダイジェストの時刻（現地時間）
check-ok = 設定に問題はありません。
check-file = ファイル: { $path }
check-no-file = なし。既定値と環境変数だけ
check-database = データベース: { $path }
check-place = ダイジェストの行き先: { $place ->
    [discord] Discord
   *[terminal] ターミナル（discord.token がありません）
}
check-topic = トピック { $name }: フィード { $feeds } 件
check-edition = ダイジェスト { $name }: { $topics }、{ $days } { $at }、{ $zone }
check-nothing = ファイルに [[topics]] がありません。加えるまで何も読みません。
check-feed-ok = { $source }: 記事 { $entries } 件
check-token-none = discord.token が無いので Discord には尋ねていません。
check-token-ok = Discord はこのボットを { $name } として知っています。
check-token-refused = Discord がトークンを拒みました（ステータス { $status }）。開発者ポータルから写し直してください。
check-token-unreachable = Discord に届きません: { $reason }。
check-online-failed = { $total } 件中 { $failed } 件の確認に失敗しました。
store-newer = { $path } はより新しい Tidings のものです。こちらを更新するか、前の版の控えを戻してください。
store-foreign = { $path } は Tidings のデータベースではなく、触れていません。storage.path に別のファイルを指定してください。
store-busy = { $path } は別の Tidings が使っています。先にそれを止めてください。
store-unusable = { $path } を使えません: { $reason }。
