problem-suggestion = { $suggestion } のことですか?
problem-unknown-key = そのようなキーはありません。
problem-unknown-variable = そのような設定はありません。変数名は TIDINGS_SECTION__KEY の形です。
problem-missing = このキーは必須です。
problem-wrong-type = { $expected ->
    [text] { $found } は文字列ではありません。引用符で囲んでください
    [number] { $found } は整数ではありません
    [decimal] { $found } は数値ではありません
    [boolean] { $found } は真偽値ではありません。true か false と書いてください
    [list] { $found } はリストではありません。[ … ] と書いてください
    [table] { $found } はキーの表ではありません
    [duration] { $found } は長さではありません。秒数か 30m、24h、7d のように書いてください
    [size] { $found } は大きさではありません。バイト数か 500 kB、10 MB のように書いてください
    [times] { $found } は時刻ではありません。"08:00" や "08:00,18:00" のように書いてください
   *[days] { $found } は曜日ではありません。daily、weekdays、weekends か "mon,thu" のように書いてください
}。
problem-wrong-choice = { $found } は { $choices } のどれでもありません。
problem-too-small = { $found } は小さすぎます。最小は { $limit } です。
problem-too-large = { $found } は大きすぎます。最大は { $limit } です。
problem-interval-out-of-bounds = 間隔は min_interval({ $shortest })から max_interval({ $longest })の間でなければなりません。
problem-empty-list = 少なくとも一つ指定してください。
problem-blank = 空にはできません。なしにするにはキーを消してください。
problem-bad-time = { $found } は時刻ではありません。"08:00" のように、00:00 から 23:59 で書いてください。
problem-bad-day = { $found } は曜日ではありません。daily、weekdays、weekends か "mon,thu" のように書いてください。
problem-bad-zone = { $found } は IANA のタイムゾーンではありません。
problem-bad-host = { $found } はホスト名でも IP アドレスでもネットワークでもありません。news.example.org、10.0.0.7、10.0.0.0/8 のように書いてください。
problem-bad-language = { $found } は言語コードではありません。"en" や "pt-BR" のように書いてください。
problem-bad-address = { $found } はアドレスではありません。{ $expected } で始まり、ホストを含む必要があります。
problem-unknown-topic = トピック { $found } はここにありません。[[topics]] に加えるか、エディションを変えてください。
problem-query-quote-open = 引用符が閉じていません。"そのままの語句" のように書いてください。
problem-query-quote-empty = 引用符の間が空です。語を入れてください。
problem-query-bracket-open = 括弧が閉じていません。(a or b) のように書いてください。
problem-query-bracket-closed = 開いていない括弧が閉じられています。(a or b) のように書いてください。
problem-query-bracket-empty = 括弧の中が空です。語を入れてください。
problem-query-sign-alone = { $sign } だけがあります。{ $sign }語 のように、語のすぐ前に置いてください。
problem-query-too-deep = 括弧が { $limit } 段より深く入れ子になっています。これでは誰にも読めません。
problem-same-name = { $kind ->
    [topics] 別のトピック
   *[editions] 別のエディション
}がすでに { $name } という名前です。別の名前を付けてください。
problem-needs = これには { $missing } の設定も必要です。
problem-broken-toml = { $column } 文字目から TOML ではありません: { $reason }。
problem-not-utf8 = この行は UTF-8 ではありません。その文字コードで保存してください。
problem-file-missing = ファイル { $path } がありません。次で作れます: tidings init
problem-file-unreadable = { $path } を読めません: { $reason }。
problem-bad-json = 値が { $column } 文字目から JSON ではありません: { $reason }。
problem-secret-unreadable = { $path } からシークレットを読めません: { $reason }。
problem-secret-empty = ファイル { $path } は空です。シークレットが入っているはずです。
problem-set-twice = 同じ設定がすでに { $other } にあります。どちらかを消してください。
