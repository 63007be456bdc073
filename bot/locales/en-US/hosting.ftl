# Words for who hosts it: copies, `tidings doctor`, and notices of digests that stopped.
store-damaged = { $path } is damaged: { $reason }. Put a backup in its place: tidings restore FILE
store-full = There is no room left to write { $path }; make room on its disk. What was stored is whole.

backup-exists = { $file } exists already and was left as it is; name another file, or replace it with --force.
backup-done = { $path } is copied to { $file } ({ $megabytes } MB).
restore-done = { $path } now holds what { $file } holds. Start the bot again.
restore-kept = What was there before is kept as { $kept }; delete it once all is well.

doctor-version = Tidings { $version }, schema { $schema }
doctor-database = Database: { $path }, { $megabytes } MB; { $free } MB free on its disk
doctor-low-disk = Only { $free } MB are free on the database's disk; make room before it is full.
doctor-cannot-shrink = The file cannot shrink ({ $megabytes } MB in it are unused): stop the bot, then run tidings doctor --vacuum once.
doctor-not-running = No Tidings runs on { $path }.
doctor-running = Process { $pid } runs on it.
doctor-hangs = Process { $pid } holds { $path }, but its event loop does not turn; restart it.
doctor-feeds = Feeds: { $well } of { $total } well
doctor-more-feeds = { $count ->
    [one] 1 more feed has
   *[other] { $count } more feeds have
} the same trouble; see all with: tidings feeds list
doctor-editions = Editions: { $count }
doctor-silent = { $edition } has told nothing for { $hours } hours; does the bot run, and what does its log say?
doctor-stuck = { $edition }: { $count ->
    [one] 1 part waits
   *[other] { $count } parts wait
} to be sent, { $hours } hours late; look for "delivery failed" in the log.
doctor-paused = { $edition } is paused by a moderator.
doctor-verdict = { $problems ->
    [0] Nothing needs you.
    [one] 1 thing needs you.
   *[other] { $problems } things need you.
}

notice-silence = No digest of { $edition } came since { $since }. If /health shows nothing wrong, tell the bot's admin.
notice-silence-over = Digests of { $edition } come again.
