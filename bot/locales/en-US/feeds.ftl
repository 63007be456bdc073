# Words of `tidings feeds`.
feed-well = { $source }: well, last read { $at } UTC ({ $title })
feed-not-yet = { $source }: not read yet; it is at the next tidings run
feeds-none = There are no feeds yet; name some under [[topics]] in the file, or run: tidings feeds import FILE.opml
import-unreadable = { $file }: no list of feeds can be read from it ({ $reason }); give an OPML file or one address a line.
import-added = added: { $feed }
import-held = there already: { $feed }
import-unread = added, but it cannot be read just now: { $feed }: { $why }
import-refused = not added: { $feed }: { $why }
import-done = Topic { $topic }: { $added } added{ $unread ->
    [0] { "" }
   *[other] {" "}({ $unread } of them cannot be read just now)
}, { $known } there already, { $refused } refused.
