# What somebody asked for and cannot be done; the codes of UseError.
unknown-zone = { $name } is no IANA time zone. { $suggestion ->
    [None] Write it as Europe/Kyiv.
   *[other] Did you mean { $suggestion }?
}
address-not-web = An address that begins with { $scheme } cannot be read; it must begin with http:// or https://.
address-unreadable = { $address } is no web address; write it as https://example.org/feed.xml.
address-too-long = The address is too long; the most is { $limit } characters.

digest-bad-span = { $value } is no length of time; write 90m, 24h, 7d, 2w or 20y.
digest-nothing-read = Not one source could be read; the lines above say why.
lab-unreadable = { $file }: { $reason }.
lab-no-story = There is no story { $story } in the database, or all its entries are forgotten. The JSON of a digest gives the numbers of its stories.
lab-not-json = { $file }, line { $line }: this is no JSON ({ $reason }); write one JSON object a line.
lab-missing-key = { $file }, line { $line }: the key { $missing } is missing; add it.
lab-wrong-value = { $file }, line { $line }: the value of { $wrong } is not what is wanted there; see docs/commands.md.
run-without-discord = There is no discord.token: digests are printed here, and kept in { $path }.

name-empty = The name is empty; give it one.
name-too-long = The name is too long; the most is { $limit } characters.
name-has-comma = { $name } has a comma, which parts names in lists; choose a name without one.
topic-exists = There is a topic { $name } already; choose another name.
topics-too-many = This server has as many topics as it may have ({ $limit }); remove one first.
query-too-long = The words are too long; the most is { $limit } characters.
unknown-topic = There is no topic { $name } here. { $suggestion ->
    [None] See /topics for those there are.
   *[other] Did you mean { $suggestion }?
}
no-topics = This server has no topics yet; a moderator makes one with /topic create.
topic-gone = This topic is there no more; see /topics for those there are.
owned-by-file = { $name } is set in the configuration file of this bot and cannot be changed here; ask its admin.
list-too-large = The list is larger than { $limit } MB; part it.
list-not-fetched = Discord did not give me the file; try again.
list-unreadable = No list of feeds can be read from the file ({ $reason }). Give an OPML file, or a text with one address a line.
no-feed-there = { $address } is a web page, and I found no feed of it: none that the page names, none at the usual addresses. Look on the site for RSS, Atom or "Feed" and give that address.
feed-held = { $topic } has this feed already, as { $url }.
no-feeds = This server has no feeds yet; add one with /feed add.
unknown-feed = There is no feed { $name } here. { $suggestion ->
    [None] See /feed list for those there are.
   *[other] Did you mean { $suggestion }?
}
feed-edit-empty = Say what to change: name, read_pages, encoding or pause.
encoding-unknown = I know no encoding { $encoding }. Pick one of the list, or auto for what the feed says itself.
encoding-shared = { $feed } is read by other servers too, so its encoding cannot be set from here. Take it away with /feed remove and add it again with private: on, then set it.
nothing-held = Nothing of { $feed } is held, or it was decided already.
only-moderators = Only moderators of this server can decide that.
feed-not-held = { $feed } is not among the feeds of that topic.
feeds-too-many = This server has as many feeds as it may have ({ $limit }); remove one first.
edition-without-topic = A digest needs a topic; make one with /topic create.
editions-too-many = This server has as many digests as it may have ({ $limit }); remove one first.
unknown-edition = There is no digest { $name } here. { $suggestion ->
    [None] See /digest list for those there are.
   *[other] Did you mean { $suggestion }?
}
search-without-word = { $query } holds no word to search for; write one or two words.
asked-too-often = You ask this faster than I can work; try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
not-a-domain = { $domain } is no domain; write it as example.org.
topic-is-all = { $name } is all that the digest { $edition } tells of; give it another topic with /digest edit, or end it with /digest remove, first.
no-editions = No digest is ordered here yet; order one with /digest schedule.
edition-paused = { $name } is paused; let it go on with /digest resume.
nothing-to-tell = { $name } has nothing new to tell; nothing was posted.
subscriptions-too-many = You subscribe to as many topics as one may ({ $limit }); end one with /unsubscribe.
not-subscribed = You do not subscribe to { $topic }.
channel-closed = I cannot post in { $channel }: I lack { $missing }. Give my role these permissions there, then try again.
role-not-mentionable = { $role } cannot be pinged by me: let everyone mention it (Server Settings, Roles), or choose ping: off.
role-out-of-reach = I cannot give or take { $role }: I lack Manage Roles, or that role stands above mine. Move my role above it in Server Settings, Roles.
nothing-to-retract = No digest of the last 30 days here cites { $link }, or it is marked as withdrawn already.
story-gone = This digest is there no more.
ties-too-many = You have { $limit } of them, the most there can be; end some under /saved.
quiet-hours-open = Quiet hours need both ends: give quiet_from and quiet_to.
name-pings = A name cannot ping anybody; leave out “{ $word }” and its sign.
no-link-there = There is no link in this message.
no-report-there = No report can be read behind { $link }.
no-announcement-channel = Only what is posted in an announcement channel can be sent on; choose one, or leave crosspost off.
no-thread-in-thread = { $channel } is a thread, and a thread holds no threads; choose a channel, or another layout.
alert-has-no-times = { $name } are alerts, which have no times; change them with /alerts.
server-no-place = There is no channel { $channel } here; order its digest with /digest schedule.
