# 頼まれたが、できないこと。
unknown-zone = { $name } は IANA のタイムゾーンではありません。{ $suggestion ->
    [None] Europe/Kyiv のように書いてください。
   *[other] { $suggestion } のことですか。
}
address-not-web = { $scheme } で始まるアドレスは読めません。http:// か https:// で始めてください。
address-unreadable = { $address } はウェブのアドレスではありません。https://example.org/feed.xml のように書いてください。
address-too-long = アドレスが長すぎます。{ $limit } 文字までです。

name-empty = 名前が空です。名前をつけてください。
name-too-long = 名前が長すぎます。{ $limit } 文字までです。
name-has-comma = { $name } には、一覧で名前を区切るコンマが入っています。コンマのない名前にしてください。
topic-exists = トピック { $name } はすでにあります。別の名前にしてください。
topics-too-many = トピックの数が上限（{ $limit }）です。先に一つ削除してください。
query-too-long = 言葉が長すぎます。{ $limit } 文字までです。
unknown-topic = トピック { $name } はありません。{ $suggestion ->
    [None] あるものは /topics で見られます。
   *[other] { $suggestion } のことですか。
}
no-topics = このサーバーにはまだトピックがありません。モデレーターが /topic create で作ります。
topic-gone = このトピックはもうありません。あるものは /topics で見られます。
owned-by-file = { $name } はこのボットの設定ファイルにあり、ここでは変えられません。管理者に尋ねてください。
list-too-large = 一覧が { $limit } MB を超えています。分けてください。
list-not-fetched = Discord からファイルを受け取れませんでした。もう一度お試しください。
list-unreadable = ファイルからフィードの一覧を読めません（{ $reason }）。OPML ファイルか、一行に一つアドレスを書いたテキストにしてください。
no-feed-there = { $address } はウェブページで、フィードは見つかりませんでした。ページにも、よくあるアドレスにもありません。サイトで RSS、Atom、「Feed」を探し、そのアドレスを入れてください。
feed-held = { $topic } にはこのフィードがすでにあります（{ $url }）。
no-feeds = このサーバーにはまだフィードがありません。/feed add で追加してください。
unknown-feed = フィード { $name } はありません。{ $suggestion ->
    [None] あるものは /feed list で見られます。
   *[other] { $suggestion } のことですか。
}
feed-edit-empty = 何を変えるか指定してください: name、read_pages、encoding、pause。
encoding-unknown = 文字コード { $encoding } は知りません。一覧から選ぶか、フィード自身の申告に従う auto にしてください。
encoding-shared = { $feed } はほかのサーバーも読んでいるため、ここから文字コードを決められません。/feed remove で外し、private: on で追加し直してから決めてください。
nothing-held = { $feed } に保留中のものはないか、すでに決まっています。
only-moderators = これを決められるのは、このサーバーのモデレーターだけです。
feed-not-held = { $feed } はそのトピックのフィードではありません。
feeds-too-many = フィードの数が上限（{ $limit }）です。先に一つ削除してください。
edition-without-topic = ダイジェストにはトピックが要ります。/topic create で作ってください。
editions-too-many = ダイジェストの数が上限（{ $limit }）です。先に一つ削除してください。
unknown-edition = ダイジェスト { $name } はありません。{ $suggestion ->
    [None] あるものは /digest list で見られます。
   *[other] { $suggestion } のことですか。
}
search-without-word = { $query } には検索できる言葉がありません。一つか二つ書いてください。
asked-too-often = 処理が追いつきません。{ $seconds } 秒後にもう一度お試しください。
not-a-domain = { $domain } はドメインではありません。example.org のように書いてください。
topic-is-all = ダイジェスト { $edition } が伝えるのは { $name } だけです。先に /digest edit で別のトピックを与えるか、/digest remove で終了してください。
no-editions = ダイジェストの設定がまだありません。/digest schedule で設定してください。
edition-paused = { $name } は停止中です。/digest resume で再開できます。
nothing-to-tell = { $name } に新しく伝えることはありません。何も投稿していません。
subscriptions-too-many = 購読できる数の上限（{ $limit }）です。先に /unsubscribe で一つやめてください。
not-subscribed = { $topic } は購読していません。
channel-closed = { $channel } に投稿できません。{ $missing } がありません。そこで私のロールにその権限を与えて、もう一度お試しください。
role-not-mentionable = { $role } にメンションできません。全員にメンションを許す（サーバー設定、ロール）か、ping: off にしてください。
role-out-of-reach = { $role } を与えることも外すこともできません。「ロールの管理」がないか、そのロールが私より上にあります。サーバー設定のロールで私のロールを上に移してください。
nothing-to-retract = この 30 日に { $link } を引用したダイジェストはないか、すでに取り下げと表示しています。
story-gone = このダイジェストはもうありません。
ties-too-many = すでに上限の { $limit } 件あります。/saved でいくつか取り除いてください。
quiet-hours-open = 静かな時間帯には始まりと終わりが要ります。quiet_from と quiet_to を指定してください。
name-pings = 名前で誰かに通知することはできません。「{ $word }」と記号を外してください。
no-link-there = このメッセージにはリンクがありません。
no-report-there = { $link } から記事を読み取れません。
no-announcement-channel = 転送できるのはアナウンスチャンネルへの投稿だけです。アナウンスチャンネルを選ぶか、crosspost をオフにしてください。
no-thread-in-thread = { $channel } はスレッドで、その中にスレッドは作れません。チャンネルか別のレイアウトを選んでください。
alert-has-no-times = { $name } は速報で、時刻がありません。/alerts で変えてください。
server-no-place = ここに { $channel } というチャンネルはありません。/digest schedule で頼んでください。
digest-bad-span = { $value } は期間ではありません。90m、24h、7d、2w、20y のように書いてください。
digest-nothing-read = どの情報源も読めませんでした。理由は上の行にあります。
lab-unreadable = { $file }: { $reason }。
lab-no-story = データベースに話題 { $story } は無いか、その記事はもう忘れられています。番号はダイジェストの JSON にあります。
lab-not-json = { $file } の { $line } 行目: JSON ではありません（{ $reason }）。一行に一つの JSON オブジェクトを書いてください。
lab-missing-key = { $file } の { $line } 行目: キー { $missing } がありません。加えてください。
lab-wrong-value = { $file } の { $line } 行目: { $wrong } の値が違います。docs/commands.md を見てください。
run-without-discord = discord.token がありません。ダイジェストはここに印字し、{ $path } に残します。
