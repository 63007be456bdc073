# Worte um `tidings demo`.
demo-begins = Dienstag 12:00 · eine Moderatorin richtet ein: { $feeds ->
    [one] 1 erfundener Feed
   *[other] { $feeds } erfundene Feeds
} auf dieser Maschine, ohne Netz
demo-slot = { $day } · Ausgabe { $number } kommt in { $channel } an
demo-opens = { $name } öffnet die erste Geschichte der ersten Ausgabe
demo-ends = Die Vorführung ist zu Ende. Weiter: tidings init, dann tidings run
demo-stays = Bleibt bis Strg-C · Stellvertreter von Discord { $api } und { $gateway } · Feeds { $wire }
demo-port-taken = Port { $port } ist nicht zu benutzen ({ $reason }); wähle einen anderen mit --port oder lass ihn weg.
