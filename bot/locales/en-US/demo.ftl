# The words around `tidings demo`.
demo-begins = The demo begins: { $feeds ->
    [one] 1 invented feed
   *[other] { $feeds } invented feeds
} on this machine, no network.
demo-polled = { $slot }: { $polled ->
    [one] 1 feed
   *[other] { $polled } feeds
} polled, { $joined ->
    [one] 1 entry
   *[other] { $joined } entries
} joined to stories.
demo-ends = The demo is over. Next: tidings init, then tidings run.
