# `tidings feeds` の言葉。
feed-well = { $source }: 正常、最後に読んだのは { $at } UTC（{ $title }）
feed-not-yet = { $source }: まだ読んでいません。次の tidings run で読みます
feeds-none = フィードがまだありません。ファイルの [[topics]] に書くか、tidings feeds import FILE.opml を実行してください
import-unreadable = { $file }: フィードの一覧を読み取れません（{ $reason }）。OPML か、一行に一つのアドレスにしてください。
import-added = 追加: { $feed }
import-held = 既にあり: { $feed }
import-unread = 追加したが今は読めません: { $feed }: { $why }
import-refused = 追加せず: { $feed }: { $why }
import-done = トピック { $topic }: 追加 { $added } 件{ $unread ->
    [0] { "" }
   *[other] （うち { $unread } 件は今は読めません）
}、既にあり { $known } 件、拒否 { $refused } 件。
