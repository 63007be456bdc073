# Words of the bot's answers in Discord.
answer-too-late = This took too long and was stopped; try again in a moment.
answer-failed = Something went wrong here, and it is noted in my log as { $number }; try again, or tell the bot's admin.

help-intro = I read news feeds, find out which reports tell one story, and post what is new, with its sources.
help-moderators = **For moderators**
invite = Who manages a server can have me there by this link: { $link }. It asks for the rights I use and for no other.

topic-changed = Topic { $topic } is changed.
topic-removed = Topic { $topic } is gone, and with it the feeds that only it held; what was posted stays.
topic-like = And what is like: { $title }
topic-created = Topic { $topic } is made. Add feeds to it with /feed add.
topic-shown = **{ $topic }**: { $feeds ->
    [one] 1 feed
   *[other] { $feeds } feeds
}
topic-keywords = Only with: { $words }
topic-exclude = Never with: { $words }
topic-language = Language: { $language }
topic-role = Role: { $role }
topic-without-feeds = - no feeds yet; add one with /feed add
topics-heading = **Topics of this server**
topics-subscribe = Subscribe: { $topic }
topics-unsubscribe = Unsubscribe: { $topic }
subscribed = You subscribe to { $topic } and have the role { $role }: digests that ping will reach you.
subscribed-already = You subscribe to { $topic } already, with the role { $role }.
unsubscribed = You do not subscribe to { $topic } any more.
search-heading = **What was found for { $query }**
search-nothing = Nothing that came in lately holds all of: { $query }
latest-nothing = Nothing came in during the last week.

feed-added = { $feed } belongs to { $topic } now. It holds { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}; { $news ->
    [0] what comes from now on is news
    [one] the newest one, and what comes from now on, is news
   *[other] the newest { $news }, and what comes from now on, are news
}.
import-begun = I read { $count ->
    [one] 1 feed
   *[other] { $count } feeds
} for { $topics }. What became of each comes here when I am done.
import-goes-on = { $done } of { $count } feeds read …
import-folder = Imported
export-done = { $feeds ->
    [one] 1 feed
   *[other] { $feeds } feeds
}, in a folder for each topic.{ $secret ->
    [0] { "" }
   *[other] {" "}Left out: { $secret } whose address lets in whoever knows it.
}
notice-import = The list of feeds is read. { $what }
page-added = I found no feed there, so { $topic } gets the page itself: { $page } lists { $links ->
    [one] 1 article
   *[other] { $links } articles
}. What it lists from now on is news, and each is read once.
feed-choose = There are { $count } feeds there. Which one shall { $topic } get?
feed-choose-menu = Pick a feed
feed-removed = { $feed } is taken from { $topics }.
feed-tested = { $feed }: a feed with { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}.
feed-edited = { $feed }: pages are { $pages ->
    [on] read where it has only a teaser
   *[other] not read
}.
feed-edited-encoding = It is read again at once, with { $encoding ->
    [auto] the letters it says it has
   *[other] its letters taken for { $encoding }
}.
feed-edited-pause = Nothing is taken from it until you set pause to off.
feed-rests = { $feed }: paused; let it go on with /feed edit, pause: off
feed-fine = { $feed }: well, read { $at }
feed-waits = { $feed }: not read yet

edition-scheduled = { $edition } is ordered for { $channel }; the first one comes { $at }.
edition-comes = { $edition } in { $channel }, next { $at }
edition-stands-still = { $edition } in { $channel } is paused.
edition-paused-by-hand = A moderator paused it; let it go on with /digest resume.
edition-told = { $stories ->
    [one] 1 story goes
   *[other] { $stories } stories go
} to { $channel } now.
edition-retracted = The story is marked as withdrawn in { $digests ->
    [one] 1 digest
   *[other] { $digests } digests
}.
edition-is-paused = { $edition } is paused; let it go on with /digest resume.
edition-changed = { $edition } is changed. It stands now:
edition-removed = { $edition } is ended; what it posted stays.
edition-resumed = { $edition } goes on.

settings-notices = What needs a moderator is told in { $channel }.
settings-language = Digests ordered without a language are in: { $language }
settings-blocked = No digest uses: { $outlets }
settings-no-images = Opened stories show no picture.
settings-trusted = Their word alone is enough for an alert: { $outlets }
settings-no-graphic = Opened stories of death or harm show no picture.
settings-zone = This server's zone is { $zone }.
settings-quiet = Nobody is pinged from { $start } to { $end } ({ $zone }).
settings-no-notices = No channel is set for what needs a moderator; name one with /server settings notices.
health-feeds = **Feeds**: { $ok } of { $total } well
health-editions = **Digests**: { $count }
quiet-explained = Since { $since }, { $entries ->
    [0] no entry
    [one] 1 entry
   *[other] { $entries } entries
} came in that this channel was not told; { $ok } of { $total } feeds could be read. What belongs to stories told here already, and adds nothing to them, is not told again.

why-unknown = No feed of this server gave { $link } within the last two weeks. See with /feed list what is read.
why-told = { $edition } told it at { $at }.
why-not-its-topics = { $edition } does not tell it: its topics do not hold the feed it came by.
why-lacks = { $edition } does not tell it: it lacks what its topic asks for: { $words }
why-barred = { $edition } does not tell it: its topic leaves out what holds: { $words }
why-brought = It belongs to its topic by: { $words }
why-too-old = { $edition } does not tell it: it came more than a week ago, or its feed is paused.
why-next = { $edition } will tell it with its next digest, as it looks now.
why-nothing-new = { $edition } does not tell it: its story was told there, and it adds no name, number or turn of events that was not.
why-there-before = { $edition } does not tell it: it was there before its feed was added.
why-ranked-below = { $edition } does not tell it: other stories stood before it, or one that was told says the same.
why-no-editions = No digest is ordered in this server; order one with /digest schedule.
why-one-story = { $others ->
    [one] It is one story with 1 other report
   *[other] It is one story with { $others } other reports
}; they share: { $words }
why-alone = No other report of this server's feeds tells the same.

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-create-threads = Create Public Threads
permission-send-in-threads = Send Messages in Threads
permission-read-history = Read Message History

notice-channel-gone = { $edition } is paused: its channel { $channel } is there no more. Order it anew for another channel with /digest schedule.
notice-channel-hidden = { $edition } is paused: I cannot see { $channel }. Give my role View Channel there, then let it go on with /digest resume.
notice-channel-closed = { $edition } is paused: I may not post in { $channel }. Give my role Send Messages and Read Message History there, then let it go on with /digest resume.

notice-feed-ill = The feed { $feed } cannot be read since { $since }.
notice-feed-burst = The feed { $feed } gave { $entries } old entries anew, as when a site moves house. They are held: nothing of them is told unless you release them.
held-release = Release
held-discard = Discard
feed-released = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of { $feed } count as news now.
feed-discarded = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} of { $feed } will not be told.
notice-feed-well = The feed { $feed } is read again; nothing needs to be done.

gateway-bad-token = Discord refuses the token; copy it anew from the developer portal into discord.token.
gateway-bad-shard = Discord refuses the shards; check discord.shard_count and discord.shard_ids.
gateway-needs-shards = The bot is in too many servers for one shard; set discord.shard_count.
gateway-bad-intents = Discord refuses the intents; switch none on in the developer portal, this bot needs none.
alerts-on = Alerts of { $topic } come in { $channel }: at most { $count } in 24 hours, of stories that { $voices } independent voices or a trusted outlet report. Trusted outlets and quiet hours are set with /server settings.
alerts-off = Alerts of { $topic } have ended.
alerts-none = { $topic } has no alerts.
alerts-stand = { $edition }: alerts in { $channel }, at most { $count } in 24 hours
alert-heading = **Alert** · { $topic }
server-exported = This server in a file: { $topics ->
    [one] one topic
   *[other] { $topics } topics
}, { $editions ->
    [one] one digest
   *[other] { $editions } digests
}. Feeds with a secret in their address, roles, and what the bot's config file owns are not in it.
server-imported = Set up from the file: { $topics ->
    [one] one topic
   *[other] { $topics } topics
}, { $editions ->
    [one] one digest
   *[other] { $editions } digests
}, the settings.
server-left-out = Left out:
server-file-wrong = The file cannot be used; nothing was changed:
