# Setting a server up: /setup, its menus and its form.
setup-heading = **Your first digest.** Choose a channel, a language and topics below, then the time. A channel where I tell moderators what needs them is optional. Nothing is stored before you send the form.
setup-channel = Where digests are posted
setup-topics = Which topics
setup-notices = Where moderators are told what needs them (optional)
setup-when = Choose the time …
setup-form-title = When digests come
setup-form-at = Local times, as 08:00 or 08:00,18:00
setup-form-zone = Their time zone, as Europe/Kyiv
setup-done = Set up: { $topics ->
    [one] one topic
   *[other] { $topics } topics
} with { $feeds ->
    [one] one feed
   *[other] { $feeds } feeds
}.
setup-left-out = { $count ->
    [one] One feed was left out
   *[other] { $count } feeds were left out
}; try again later with /feed add:
setup-see = Show me the first digest
setup-post = Post it now
setup-incomplete = Choose a channel and at least one topic from the menus first.
setup-still-reading = I am still reading the feeds for the first time; try again in a few seconds.
edition-gone = This digest is no longer ordered; /digest list shows which are.
