# Words around a digest, whatever it is drawn as.
digest-coverage = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} → { $stories ->
    [one] 1 story
   *[other] { $stories } stories
} → { $shown } shown · { $ok }/{ $total } feeds ok
digest-empty = Nothing new since { $since }.
digest-new = New since last time
digest-points = Key points
digest-contested = Contested
digest-sources = Sources
digest-voices = { $outlets ->
    [one] 1 outlet
   *[other] { $outlets } outlets, { $voices } independent
}
digest-paywalled = paywalled
digest-status-new = new
digest-status-update = update
digest-status-contested = contested
digest-status-opinion = opinion
digest-status-excerpt = excerpt
digest-status-single-source = single source
digest-status-withdrawn = withdrawn by a moderator
digest-why = Why here: { $why }
digest-read = Read at { $outlet }
digest-sources-all = Sources ({ $count })
digest-sources-heading = **Where { $title } stands**
digest-reprint = after { $voice }
digest-picture = Picture to: { $title }
digest-open-story = Open a story
digest-why-quiet = Why nothing?
digest-next = next { $at }
digest-changed = News of stories told before: { $stories }
