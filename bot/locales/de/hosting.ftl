# Worte für Betreiber: Kopien, `tidings doctor` und Hinweise auf ausbleibende Ausgaben.
store-damaged = { $path } ist beschädigt: { $reason }. Setze eine Sicherung an ihre Stelle: tidings restore DATEI
store-full = Für { $path } ist kein Platz mehr; schaffe Platz auf dem Datenträger. Was gespeichert war, ist unversehrt.

backup-exists = { $file } gibt es schon und blieb, wie sie ist; nenne eine andere Datei oder ersetze sie mit --force.
backup-done = { $path } ist nach { $file } kopiert ({ $megabytes } MB).
restore-done = { $path } enthält nun, was { $file } enthält. Starte den Bot wieder.
restore-kept = Was vorher dort war, liegt als { $kept } daneben; lösche es, wenn alles gut ist.

doctor-version = Tidings { $version }, Schema { $schema }
doctor-database = Datenbank: { $path }, { $megabytes } MB; { $free } MB frei auf ihrem Datenträger
doctor-low-disk = Auf dem Datenträger der Datenbank sind nur noch { $free } MB frei; schaffe Platz, bevor er voll ist.
doctor-cannot-shrink = Die Datei kann nicht schrumpfen ({ $megabytes } MB darin sind ungenutzt): Halte den Bot an und rufe einmal tidings doctor --vacuum auf.
doctor-not-running = Auf { $path } läuft kein Tidings.
doctor-running = Prozess { $pid } läuft darauf.
doctor-hangs = Prozess { $pid } hält { $path }, aber seine Ereignisschleife steht still; starte ihn neu.
doctor-feeds = Feeds: { $well } von { $total } in Ordnung
doctor-more-feeds = { $count ->
    [one] 1 weiterer Feed hat
   *[other] { $count } weitere Feeds haben
} dasselbe Problem; alle zeigt: tidings feeds list
doctor-editions = Ausgaben: { $count }
doctor-silent = { $edition } hat seit { $hours } Stunden nichts gemeldet; läuft der Bot, und was steht in seinem Protokoll?
doctor-stuck = { $edition }: { $count ->
    [one] 1 Teil wartet
   *[other] { $count } Teile warten
} auf den Versand, { $hours } Stunden zu spät; suche im Protokoll nach „delivery failed“.
doctor-paused = { $edition } ist von einem Moderator angehalten.
doctor-verdict = { $problems ->
    [0] Es gibt nichts für dich zu tun.
    [one] 1 Sache braucht dich.
   *[other] { $problems } Sachen brauchen dich.
}

notice-silence = Von { $edition } kam nichts mehr seit { $since }. Zeigt /health keinen Fehler, sag es dem Betreiber des Bots.
notice-silence-over = { $edition } kommt wieder.
