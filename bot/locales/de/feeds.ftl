# Worte von `tidings feeds`.
feed-well = { $source }: gesund, zuletzt gelesen { $at } UTC ({ $title })
feed-not-yet = { $source }: noch nicht gelesen; das geschieht beim nächsten tidings run
feeds-none = Es gibt noch keine Feeds; nenne welche unter [[topics]] in der Datei oder rufe auf: tidings feeds import FILE.opml
import-unreadable = { $file }: daraus ist keine Liste von Feeds zu lesen ({ $reason }); gib eine OPML-Datei oder eine Adresse je Zeile.
import-added = hinzugefügt: { $feed }
import-held = schon da: { $feed }
import-unread = hinzugefügt, aber gerade nicht zu lesen: { $feed }: { $why }
import-refused = nicht hinzugefügt: { $feed }: { $why }
import-done = Thema { $topic }: { $added } hinzugefügt{ $unread ->
    [0] { "" }
   *[other] {" "}({ $unread } davon gerade nicht zu lesen)
}, { $known } schon da, { $refused } abgelehnt.
