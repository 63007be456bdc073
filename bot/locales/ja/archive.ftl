# ウェブ上の記録と、それについて述べる文。
web-home = すべてのダイジェスト
web-digests = ダイジェスト
web-about = 出典のある数文で伝えるニュース
web-skip = 本文へ
web-search = 検索
web-search-words = 検索する言葉
web-found = { $count ->
    [0] ここで伝えたもので、これらの言葉をすべて含むものはありません。
   *[other] すべてを含む話題が { $count } 件あります。
}
web-topics = トピック
web-editions = シリーズ
web-more = ほか { $count } 件の話題
web-nothing-yet = まだ何も伝えていません。
web-pages = ページ
web-older = 以前のもの
web-newest = 最新
web-also-as = 別の形式
web-revised = 投稿後、{ $at }に変更されました。
web-told-before = 以前に伝えた内容
web-timeline = 時系列
web-missing = ここには何もありません
web-missing-words = そのページは存在しないか、このアドレスのものではありません。
web-busy = ただいまお見せできません
web-busy-words = 時間がかかりすぎました。少し待ってからもう一度お試しください。
web-port-in-use = アーカイブは { $host } のポート { $port } で待ち受けできません：{ $reason }。web.port を空いているものにするか、web.enabled を false にしてください。
run-archive = アーカイブ：{ $address }
settings-archive-private = アーカイブはアドレスを知る人が読めます：{ $address }
settings-archive-public = アーカイブは公開されています：{ $address }
settings-archive-nowhere = アーカイブにはまだウェブのアドレスがありません。ボットの管理者が web.public_url を設定する必要があります。

option-archive = ウェブの記録を読める人：アドレスを知る人だけ、または全員。renew：アドレスを新しくする
    .name = アーカイブ
choice-private = アドレスを知る人だけ
choice-public = 公開
choice-renew = 新しいアドレス
