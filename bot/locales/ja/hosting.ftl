# ホストする人への言葉：コピー、`tidings doctor`、届かなくなったダイジェストのお知らせ。
store-damaged = { $path } は壊れています: { $reason }。バックアップに置き換えてください: tidings restore ファイル
store-full = { $path } に書き込む空き容量がありません。ディスクに空きを作ってください。保存済みの内容は無事です。

backup-exists = { $file } はすでにあるため、そのままにしました。別のファイル名にするか、--force で置き換えてください。
backup-done = { $path } を { $file } にコピーしました（{ $megabytes } MB）。
restore-done = { $path } の内容は { $file } と同じになりました。ボットを起動し直してください。
restore-kept = 以前の内容は { $kept } に残してあります。問題がなければ削除してください。

doctor-version = Tidings { $version }、スキーマ { $schema }
doctor-database = データベース: { $path }、{ $megabytes } MB。ディスクの空き { $free } MB
doctor-low-disk = データベースのディスクの空きは { $free } MB だけです。いっぱいになる前に空きを作ってください。
doctor-cannot-shrink = ファイルを縮小できません（未使用 { $megabytes } MB）。ボットを止めて、tidings doctor --vacuum を一度実行してください。
doctor-not-running = { $path } で動いている Tidings はありません。
doctor-running = プロセス { $pid } が動いています。
doctor-hangs = プロセス { $pid } が { $path } を使用していますが、イベントループが止まっています。再起動してください。
doctor-feeds = フィード: { $total } 件中 { $well } 件が正常
doctor-more-feeds = { $count ->
   *[other] ほか { $count } 件のフィードにも同じ問題があります。すべて見るには: tidings feeds list
}
doctor-editions = ダイジェスト: { $count } 件
doctor-silent = { $edition } は { $hours } 時間何も伝えていません。ボットは動いていますか。ログを確認してください。
doctor-stuck = { $edition }: { $count ->
   *[other] { $count } 件の送信が { $hours } 時間遅れています。
}ログで “delivery failed” を探してください。
doctor-paused = { $edition } はモデレーターが一時停止しています。
doctor-verdict = { $problems ->
    [0] 対応が必要なことはありません。
   *[other] 対応が必要なことが { $problems } 件あります。
}

notice-silence = { $edition } のダイジェストが { $since } から届いていません。/health に異常がなければ、ボットの管理者に知らせてください。
notice-silence-over = { $edition } のダイジェストが再び届くようになりました。
