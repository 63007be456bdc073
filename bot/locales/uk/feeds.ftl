# Слова `tidings feeds`.
feed-well = { $source }: у порядку, востаннє прочитано { $at } UTC ({ $title })
feed-not-yet = { $source }: ще не прочитано; це станеться при наступному tidings run
feeds-none = Стрічок ще немає; назвіть їх у [[topics]] у файлі або виконайте: tidings feeds import FILE.opml
import-unreadable = { $file }: з нього не прочитати списку стрічок ({ $reason }); дайте файл OPML або адресу на рядок.
import-added = додано: { $feed }
import-held = вже є: { $feed }
import-unread = додано, але зараз не читається: { $feed }: { $why }
import-refused = не додано: { $feed }: { $why }
import-done = Тема { $topic }: додано { $added }{ $unread ->
    [0] { "" }
   *[other] {" "}(з них зараз не читається: { $unread })
}, вже було { $known }, відхилено { $refused }.
