# Was ein Mitglied behält: Knöpfe einer Geschichte, /saved, /preferences, /privacy.
story-follow = Folgen
story-unfollow = Nicht mehr folgen
story-mute = Stummschalten
story-unmute = Wieder zeigen
story-more = Mehr
story-more-heading = Was mit dieser Geschichte noch geht:
story-save = Merken
story-timeline = Zeitverlauf
story-report = Melden
story-mute-outlet = { $outlet } stummschalten
story-followed = Du folgst „{ $title }“: In /latest steht sie zuerst, solange es Neues gibt.
story-unfollowed = Du folgst „{ $title }“ nicht mehr.
story-muted = „{ $title }“ wird dir nicht mehr gezeigt; was Kanäle bekommen, bleibt, wie es ist.
story-unmuted = „{ $title }“ wird dir wieder gezeigt.
story-saved = Gemerkt: „{ $title }“. Du findest sie unter /saved.
story-unsaved = „{ $title }“ ist nicht mehr gemerkt.
outlet-muted = { $outlet } wird dir nicht mehr gezeigt; drück noch einmal, um das zurückzunehmen.
outlet-unmuted = { $outlet } wird dir wieder gezeigt.
timeline-heading = **{ $title }**, wie darüber berichtet wurde:
report-heading = Was stimmt an dieser Geschichte nicht? Die Moderation dieses Servers sieht es, mit deinem Namen.
report-menu = Was nicht stimmt
report-fact = Eine Angabe ist falsch
report-duplicate = Sie wurde schon erzählt
report-story = Sie vermischt verschiedene Geschichten
report-taste = Sie ist nichts für mich oder gehört nicht hierher
report-taken = Danke: Die Moderation erfährt es.
report-kept = Danke. Die Moderation hat noch keinen Kanal für solche Hinweise genannt; sie bekommt ihn, sobald sie es tut.
notice-report = { $member } zu { $story }: { $what }.
saved-heading = **Gemerkt**
saved-followed = **Du folgst**
saved-muted = **Stummgeschaltet**
saved-nothing = Du hast noch nichts gemerkt, verfolgt oder stummgeschaltet. Öffne eine Geschichte im Menü einer Ausgabe: Ihre Knöpfe tun das.
saved-remove = Entfernen…
saved-removed = { $count ->
    [one] 1 entfernt.
   *[other] { $count } entfernt.
}
latest-followed = Geschichten, denen du folgst
preferences-timezone = Zeitzone: { $timezone }
preferences-dm-at = Direktnachrichten um: { $at }
preferences-language = Sprache dessen, was für dich gemacht wird: { $language }
preferences-quiet = Ruhe von { $start } bis { $end }
preferences-no-quiet = Keine Ruhezeit
privacy-export = { $rows ->
    [0] Über dich ist nichts gespeichert.
    [one] 1 Zeile ist über dich gespeichert; sie steht in der Datei.
   *[other] { $rows } Zeilen sind über dich gespeichert; sie stehen alle in der Datei.
}
privacy-deleted = { $rows ->
    [0] Über dich war nichts gespeichert.
    [one] 1 Zeile über dich wurde gelöscht.
   *[other] { $rows } Zeilen über dich wurden gelöscht.
}
privacy-roles = An diese Rollen komme ich nicht heran; leg sie selbst ab oder bitte die Moderation: { $roles }

log-nothing = Hier hat noch niemand etwas geändert.
log-heading = **Wer hier zuletzt was geändert hat**
