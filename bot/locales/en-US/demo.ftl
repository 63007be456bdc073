# The words around `tidings demo`.
demo-begins = Tuesday 12:00 · a moderator sets it up: { $feeds ->
    [one] 1 invented feed
   *[other] { $feeds } invented feeds
} on this machine, no network
demo-slot = { $day } · digest { $number } arrives in { $channel }
demo-opens = { $name } opens the first story of the first digest
demo-ends = The demo is over. Next: tidings init, then tidings run
demo-stays = Staying up until Ctrl-C · Discord stand-in { $api } and { $gateway } · feeds { $wire }
demo-port-taken = Port { $port } cannot be used ({ $reason }); choose another with --port, or leave it out.
