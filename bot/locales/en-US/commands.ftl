# Words of the command line.
init-exists = { $path } is there already and was left as it is; name another file: tidings init PATH
init-unwritable = { $path } cannot be written: { $reason }.
init-written = Wrote { $path }. Read it, then: tidings check
init-ask-topic = Name of a first topic (empty for none)
init-ask-feed = Address of a feed for it
init-ask-zone = Your time zone
init-ask-at = Digest at (local time)

check-ok = The configuration is good.
check-file = File: { $path }
check-no-file = none, defaults and environment only
check-database = Database: { $path }
check-place = Digests go to { $place ->
    [discord] Discord
   *[terminal] the terminal: there is no discord.token
}
check-topic = Topic { $name }: { $feeds ->
    [one] 1 feed
   *[other] { $feeds } feeds
}
check-edition = Edition { $name }: { $topics }, { $days } at { $at }, { $zone }
check-nothing = No [[topics]] in the file; nothing is polled until one is added.
check-feed-ok = { $source }: { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}
check-token-none = No discord.token: Discord was not asked.
check-token-ok = Discord knows the bot as { $name }.
check-token-refused = Discord refuses the token (status { $status }); copy it anew from the developer portal.
check-token-unreachable = Discord cannot be reached: { $reason }.
check-online-failed = { $failed } of { $total } checks failed.

store-newer = { $path } was written by a newer Tidings; update this one, or restore a backup of the older version.
store-foreign = { $path } is no Tidings database and was not touched; set storage.path to another file.
store-busy = { $path } is in use by another Tidings process; stop that one first.
store-unusable = { $path } cannot be used: { $reason }.
