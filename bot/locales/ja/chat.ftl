# Discord でのボットの返事。
answer-too-late = 時間がかかりすぎたため中止しました。少し待ってもう一度お試しください。
answer-failed = こちらで問題が起きました。記録の番号は { $number } です。もう一度試すか、ボットの管理者に伝えてください。

help-intro = ニュースのフィードを読み、同じ話題を伝える記事をまとめ、新しい点を出典つきで投稿します。
help-moderators = **モデレーター向け**
invite = サーバーの管理者は、このリンクから招待できます: { $link }。使う権限だけを求めます。

topic-changed = トピック { $topic } を変更しました。
topic-removed = トピック { $topic } と、それだけが持っていたフィードを削除しました。投稿したものは残ります。
topic-like = これに似たものも: { $title }
topic-created = トピック { $topic } を作りました。/feed add でフィードを追加してください。
topic-shown = **{ $topic }**: フィード { $feeds } 件
topic-keywords = 次を含むものだけ: { $words }
topic-exclude = 次を含むものは除く: { $words }
topic-language = 言語: { $language }
topic-role = ロール: { $role }
topic-without-feeds = - フィードはまだありません。/feed add で追加してください
topics-heading = **このサーバーのトピック**
topics-subscribe = 購読する: { $topic }
topics-unsubscribe = 購読をやめる: { $topic }
subscribed = { $topic } を購読し、ロール { $role } を持ちました。メンションつきのダイジェストが届きます。
subscribed-already = { $topic } はすでに購読しています（ロール { $role }）。
unsubscribed = { $topic } の購読をやめました。
search-heading = **{ $query } の検索結果**
search-nothing = 最近届いたものに、次をすべて含むものはありません: { $query }
latest-nothing = この一週間に届いたものはありません。

feed-added = { $feed } を { $topic } に追加しました。記事は { $entries } 件あり、{ $news ->
    [0] これから届くものが新着になります
   *[other] 最新の { $news } 件と、これから届くものが新着になります
}。
import-begun = { $topics } のためにフィード { $count } 件を読んでいます。終わったら、それぞれの結果をここに出します。
import-goes-on = フィード { $count } 件中 { $done } 件を読みました …
import-folder = インポート
export-done = フィード { $feeds } 件を、トピックごとのフォルダーに入れました。{ $secret ->
    [0] { "" }
   *[other] {" "}アドレスを知る人が入れてしまう { $secret } 件は除きました。
}
notice-import = フィードの一覧を読み終えました。{ $what }
page-added = フィードが見つからなかったので、{ $topic } にはページそのものを入れました。{ $page } には記事が { $links } 件並んでいます。これから並ぶものが新着で、それぞれ一度読みます。
feed-choose = フィードが { $count } 件あります。{ $topic } にどれを入れますか。
feed-choose-menu = フィードを選ぶ
feed-removed = { $feed } を { $topics } から外しました。
feed-tested = { $feed }: 記事 { $entries } 件のフィードです。
feed-edited = { $feed }: 記事のページは{ $pages ->
    [on] 要約しかないときに読みます
   *[other] 読みません
}。
feed-edited-encoding = すぐに読み直します。文字コードは{ $encoding ->
    [auto] フィード自身の申告どおりとします
   *[other] { $encoding } とみなします
}。
feed-edited-pause = pause を off にするまで、何も取り込みません。
feed-rests = { $feed }: 停止中。/feed edit の pause: off で再開します
feed-fine = { $feed }: 正常、{ $at } に読みました
feed-waits = { $feed }: まだ読んでいません

edition-scheduled = { $edition } を { $channel } に設定しました。最初は { $at } です。
edition-comes = { $edition }、{ $channel }、次は { $at }
edition-stands-still = { $edition }（{ $channel }）は停止中です。
edition-paused-by-hand = モデレーターが停止しました。/digest resume で再開できます。
edition-told = 話題 { $stories } 件を { $channel } に送ります。
edition-retracted = ダイジェスト { $digests } 件で、この話題を取り下げと表示しました。
edition-is-paused = { $edition } を停止しました。/digest resume で再開できます。
edition-changed = { $edition } を変更しました。今はこうなっています:
edition-removed = { $edition } を終了しました。投稿したものは残ります。
edition-resumed = { $edition } を再開しました。

settings-notices = モデレーターへの知らせは { $channel } に出します。
settings-language = 言語の指定がないダイジェストの言語: { $language }
settings-blocked = どのダイジェストも使わない媒体: { $outlets }
settings-no-images = 開いた話題に画像を出しません。
settings-trusted = この媒体だけの報道でも速報にします: { $outlets }
settings-no-graphic = 死や被害の話題を開いても画像を出しません。
settings-zone = このサーバーのタイムゾーンは { $zone } です。
settings-quiet = { $start } から { $end } まで通知しません（{ $zone }）。
settings-no-notices = モデレーターへの知らせを出すチャンネルがありません。/server settings notices で指定してください。
health-feeds = **フィード**: { $total } 件中 { $ok } 件が正常
health-editions = **ダイジェスト**: { $count }
quiet-explained = { $since } 以降、このチャンネルにまだ伝えていない記事は { $entries } 件届き、フィードは { $total } 件中 { $ok } 件を読めました。すでに伝えた話題に新しい点を加えないものは、もう一度は伝えません。

why-unknown = この二週間に、このサーバーのどのフィードも { $link } を出していません。何を読んでいるかは /feed list で見られます。
why-told = { $edition } が { $at } に伝えました。
why-not-its-topics = { $edition } は伝えません。その記事が来たフィードを持つトピックがありません。
why-lacks = { $edition } は伝えません。トピックが求める言葉がありません: { $words }
why-barred = { $edition } は伝えません。トピックが除く言葉を含みます: { $words }
why-brought = トピックに入る理由: { $words }
why-too-old = { $edition } は伝えません。一週間より前に届いたか、フィードが停止中です。
why-next = 今のところ、{ $edition } が次のダイジェストで伝えます。
why-nothing-new = { $edition } は伝えません。その話題はすでに伝えてあり、新しい名前も数字も展開もありません。
why-there-before = { $edition } は伝えません。フィードを追加する前からありました。
why-ranked-below = { $edition } は伝えません。ほかの話題が上にあったか、伝えた話題が同じことを述べています。
why-no-editions = このサーバーにはダイジェストの設定がありません。/digest schedule で設定してください。
why-one-story = ほかの { $others } 件の記事と一つの話題です。共通点: { $words }
why-alone = このサーバーのフィードに、同じことを伝える記事はほかにありません。

permission-view-channel = チャンネルを見る
permission-send-messages = メッセージを送信
permission-create-threads = 公開スレッドの作成
permission-send-in-threads = スレッドでメッセージを送信
permission-read-history = メッセージ履歴を読む

notice-channel-gone = { $edition } を停止しました。チャンネル { $channel } がなくなっています。/digest edit で別のチャンネルを指定してください。
notice-channel-hidden = { $edition } を停止しました。{ $channel } が見えません。そこで私のロールに「チャンネルを見る」を与え、/digest resume で再開してください。
notice-channel-closed = { $edition } を停止しました。{ $channel } に投稿できません。そこで私のロールに「メッセージを送信」と「メッセージ履歴を読む」を与え、/digest resume で再開してください。

notice-feed-ill = フィード { $feed } は { $since } から読めません。
notice-feed-burst = フィード { $feed } が、サイトの移転時のように古い記事 { $entries } 件を出し直しました。保留しています。解放しない限り何も伝えません。
held-release = 解放する
held-discard = 捨てる
feed-released = { $feed } の { $entries } 件を新着として扱います。
feed-discarded = { $feed } の { $entries } 件は伝えません。
notice-feed-well = フィード { $feed } はまた読めるようになりました。何もする必要はありません。
alerts-on = { $topic } の速報は { $channel } に届きます。24 時間に最大 { $count } 件、{ $voices } の独立した報道か信頼する媒体が伝えた話題だけです。信頼する媒体と静かな時間は /server settings で決めます。
alerts-off = { $topic } の速報を終えました。
alerts-none = { $topic } に速報はありません。
alerts-stand = { $edition }: { $channel } への速報、24 時間に最大 { $count } 件
alert-heading = **速報** · { $topic }
server-exported = このサーバーのファイルです: トピック { $topics } 件、ダイジェスト { $editions } 件。アドレスに秘密を含むフィード、ロール、設定ファイルのものは含みません。
server-imported = ファイルのとおりに準備しました: トピック { $topics } 件、ダイジェスト { $editions } 件、設定。
server-left-out = 入れなかったもの:
server-file-wrong = このファイルは使えません。何も変えていません:
gateway-bad-token = Discord がトークンを拒みました。開発者ポータルから discord.token に写し直してください。
gateway-bad-shard = Discord がシャードを拒みました。discord.shard_count と discord.shard_ids を確かめてください。
gateway-needs-shards = 一つのシャードにはサーバーが多すぎます。discord.shard_count を指定してください。
gateway-bad-intents = Discord がインテントを拒みました。このボットには不要なので、開発者ポータルではどれも有効にしないでください。
