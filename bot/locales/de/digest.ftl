# Worte um eine Ausgabe herum, gleich wie sie gezeichnet wird.
digest-coverage = { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträge
} → { $stories ->
    [one] 1 Geschichte
   *[other] { $stories } Geschichten
} → { $shown } gezeigt · { $ok }/{ $total } Feeds in Ordnung
digest-empty = Nichts Neues seit { $since }.
digest-new = Neu seit dem letzten Mal
digest-points = Das Wichtigste
digest-contested = Umstritten
digest-sources = Quellen
digest-voices = { $outlets ->
    [one] 1 Medium
   *[other] { $outlets } Medien, davon { $voices } unabhängig
}
digest-paywalled = kostenpflichtig
digest-status-new = neu
digest-status-update = Fortsetzung
digest-status-contested = umstritten
digest-status-opinion = Meinung
digest-status-excerpt = Auszug
digest-status-single-source = nur eine Quelle
digest-status-withdrawn = von der Moderation zurückgezogen
digest-why = Warum hier: { $why }
digest-read = Lesen bei { $outlet }
digest-sources-all = Quellen ({ $count })
digest-sources-heading = **Wo { $title } steht**
digest-reprint = nach { $voice }
digest-picture = Bild zu: { $title }
digest-open-story = Eine Geschichte öffnen
digest-why-quiet = Warum nichts?
digest-next = nächste { $at }
digest-changed = Neues zu Geschichten von früher: { $stories }
