# The archive on the web, and what is said about it elsewhere.
web-home = All digests
web-digests = Digests
web-about = News told in a few cited sentences
web-skip = To the text
web-search = Search
web-search-words = Words to look for
web-found = { $count ->
    [0] Nothing told here holds all these words.
    [one] 1 story told here holds them all.
   *[other] { $count } stories told here hold them all.
}
web-topics = Topics
web-editions = Editions
web-more = { $count ->
    [one] 1 more story
   *[other] { $count } more stories
}
web-nothing-yet = Nothing was told yet.
web-pages = Pages
web-older = Older
web-newest = Newest
web-also-as = Also as
web-revised = Changed on { $at } after it was posted.
web-told-before = Told before
web-timeline = Timeline
web-missing = Nothing here
web-missing-words = There is no such page, or it is not for this address.
web-busy = Not now
web-busy-words = This took too long. Try again in a moment.
web-port-in-use = The archive cannot listen at { $host }, port { $port }: { $reason }. Set web.port to a free one, or web.enabled to false.
run-archive = The archive: { $address }
settings-archive-private = The archive is read by whoever has its address: { $address }
settings-archive-public = The archive is public: { $address }
settings-archive-nowhere = The archive has no address on the web yet: whoever hosts the bot must set web.public_url.
