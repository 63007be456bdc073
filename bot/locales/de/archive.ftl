# Das Archiv im Web, und was anderswo darüber gesagt wird.
web-home = Alle Ausgaben
web-digests = Ausgaben
web-about = Nachrichten in wenigen belegten Sätzen
web-skip = Zum Text
web-search = Suchen
web-search-words = Gesuchte Wörter
web-found = { $count ->
    [0] Nichts, was hier erzählt wurde, enthält alle diese Wörter.
    [one] 1 hier erzählte Geschichte enthält sie alle.
   *[other] { $count } hier erzählte Geschichten enthalten sie alle.
}
web-topics = Themen
web-editions = Reihen
web-more = { $count ->
    [one] 1 weitere Geschichte
   *[other] { $count } weitere Geschichten
}
web-nothing-yet = Noch wurde nichts erzählt.
web-pages = Seiten
web-older = Ältere
web-newest = Neueste
web-also-as = Auch als
web-revised = Am { $at } geändert, nachdem es gepostet war.
web-told-before = Zuvor erzählt
web-timeline = Zeitverlauf
web-missing = Hier ist nichts
web-missing-words = Diese Seite gibt es nicht, oder nicht unter dieser Adresse.
web-busy = Gerade nicht
web-busy-words = Das hat zu lange gedauert. Bitte gleich noch einmal versuchen.
web-port-in-use = Das Archiv kann unter { $host }, Port { $port } nicht lauschen: { $reason }. web.port auf einen freien setzen oder web.enabled auf false.
run-archive = Das Archiv: { $address }
settings-archive-private = Das Archiv liest, wer seine Adresse hat: { $address }
settings-archive-public = Das Archiv ist öffentlich: { $address }
settings-archive-nowhere = Das Archiv hat noch keine Adresse im Web: Wer den Bot betreibt, muss web.public_url setzen.

option-archive = Wer das Archiv im Web liest: wer die Adresse hat, oder alle; renew: eine neue Adresse
    .name = archiv
choice-private = nur mit Adresse
choice-public = öffentlich
choice-renew = neue Adresse
