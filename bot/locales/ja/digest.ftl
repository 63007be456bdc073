# ダイジェストのまわりの言葉。描き方によらない。
digest-coverage = 記事 { $entries } 件 → 話題 { $stories } 件 → { $shown } 件を表示 · フィード { $ok }/{ $total } 正常
digest-empty = { $since } 以降、新しいことはありません。
digest-new = 前回からの新しい点
digest-points = 要点
digest-contested = 食い違い
digest-sources = 出典
digest-voices = { $outlets ->
    [1] 1 媒体
   *[other] { $outlets } 媒体（独立 { $voices }）
}
digest-paywalled = 有料
digest-status-new = 新着
digest-status-update = 続報
digest-status-contested = 食い違い
digest-status-opinion = 意見
digest-status-excerpt = 抜粋
digest-status-single-source = 出典は一つ
digest-status-withdrawn = モデレーターが取り下げ
digest-why = ここにある理由: { $why }
digest-read = { $outlet } で読む
digest-sources-all = 出典 ({ $count })
digest-sources-heading = **{ $title } の出典**
digest-reprint = { $voice } による
digest-picture = 画像: { $title }
digest-open-story = 話題を開く
digest-why-quiet = なぜ何もない？
digest-next = 次回 { $at }
digest-changed = 以前伝えた話題の続報: { $stories }
