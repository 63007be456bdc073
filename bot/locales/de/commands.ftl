# Worte der Kommandozeile.
init-exists = { $path } gibt es schon und blieb, wie sie war; nenne eine andere Datei: tidings init PATH
init-unwritable = { $path } lässt sich nicht schreiben: { $reason }.
init-written = { $path } ist geschrieben. Lies sie, dann: tidings check
init-ask-topic = Name eines ersten Themas (leer: keines)
init-ask-feed = Adresse eines Feeds dafür
init-ask-zone = Deine Zeitzone
init-ask-at = Ausgabe um (Ortszeit)
check-ok = Die Konfiguration ist gut.
check-file = Datei: { $path }
check-no-file = keine, nur Vorgaben und Umgebung
check-database = Datenbank: { $path }
check-place = Ausgaben gehen { $place ->
    [discord] an Discord
   *[terminal] ins Terminal: es gibt kein discord.token
}
check-topic = Thema { $name }: { $feeds ->
    [one] 1 Feed
   *[other] { $feeds } Feeds
}
check-edition = Ausgabe { $name }: { $topics }, { $days } um { $at }, { $zone }
check-nothing = Kein [[topics]] in der Datei; nichts wird gelesen, bis eines dazukommt.
check-feed-ok = { $source }: { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträge
}
check-token-none = Kein discord.token: Discord wurde nicht gefragt.
check-token-ok = Discord kennt den Bot als { $name }.
check-token-refused = Discord weist das Token zurück (Status { $status }); kopiere es neu aus dem Entwicklerportal.
check-token-unreachable = Discord ist nicht zu erreichen: { $reason }.
check-online-failed = { $failed } von { $total } Prüfungen schlugen fehl.
store-newer = { $path } wurde von einem neueren Tidings geschrieben; aktualisiere dieses oder spiele eine Sicherung der älteren Version zurück.
store-foreign = { $path } ist keine Datenbank von Tidings und blieb unberührt; setze storage.path auf eine andere Datei.
store-busy = { $path } wird von einem anderen Tidings benutzt; halte das zuerst an.
store-unusable = { $path } ist nicht zu benutzen: { $reason }.
