# Antworten des Bots in Discord.
answer-too-late = Das hat zu lange gedauert und wurde abgebrochen; versuche es gleich noch einmal.
answer-failed = Hier ist etwas schiefgegangen; es steht als { $number } in meinem Protokoll. Versuche es noch einmal oder sage es dem Admin des Bots.

help-intro = Ich lese Nachrichtenfeeds, erkenne, welche Berichte dieselbe Geschichte erzählen, und poste, was neu ist, mit Quellen.
help-moderators = **Für die Moderation**
invite = Wer einen Server verwaltet, kann mich über diesen Link dorthin holen: { $link }. Er bittet um die Rechte, die ich brauche, und um keine anderen.

topic-changed = Das Thema { $topic } ist geändert.
topic-removed = Das Thema { $topic } ist weg, und mit ihm die Feeds, die nur es hatte; was gepostet wurde, bleibt.
topic-like = Und was so ist wie: { $title }
topic-created = Das Thema { $topic } ist angelegt. Feeds bekommt es mit /feed add.
topic-shown = **{ $topic }**: { $feeds ->
    [one] 1 Feed
   *[other] { $feeds } Feeds
}
topic-keywords = Nur mit: { $words }
topic-exclude = Nie mit: { $words }
topic-language = Sprache: { $language }
topic-role = Rolle: { $role }
topic-without-feeds = - noch keine Feeds; füge einen mit /feed add hinzu
topics-heading = **Themen dieses Servers**
topics-subscribe = Abonnieren: { $topic }
topics-unsubscribe = Abbestellen: { $topic }
subscribed = Du hast { $topic } abonniert und trägst die Rolle { $role }: Ausgaben, die pingen, erreichen dich.
subscribed-already = Du hast { $topic } schon abonniert, mit der Rolle { $role }.
unsubscribed = Du hast { $topic } nicht mehr abonniert.
search-heading = **Gefunden zu { $query }**
search-nothing = Nichts, was zuletzt hereinkam, enthält alles davon: { $query }
latest-nothing = In der letzten Woche kam nichts herein.

feed-added = { $feed } gehört jetzt zu { $topic }. Der Feed enthält { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträge
}; { $news ->
    [0] neu ist, was von jetzt an kommt
    [one] neu sind der jüngste und was von jetzt an kommt
   *[other] neu sind die jüngsten { $news } und was von jetzt an kommt
}.
import-begun = Ich lese { $count ->
    [one] 1 Feed
   *[other] { $count } Feeds
} für { $topics }. Was aus jedem wurde, steht hier, wenn ich fertig bin.
import-goes-on = { $done } von { $count } Feeds gelesen …
import-folder = Importiert
export-done = { $feeds ->
    [one] 1 Feed
   *[other] { $feeds } Feeds
}, in einem Ordner je Thema.{ $secret ->
    [0] { "" }
   *[other] {" "}Ausgelassen: { $secret }, deren Adresse jeden einlässt, der sie kennt.
}
notice-import = Die Liste der Feeds ist gelesen. { $what }
page-added = Dort fand ich keinen Feed, also bekommt { $topic } die Seite selbst: { $page } führt { $links ->
    [one] 1 Artikel
   *[other] { $links } Artikel
} auf. Was sie von jetzt an aufführt, ist neu, und jeder wird einmal gelesen.
feed-choose = Dort gibt es { $count } Feeds. Welchen soll { $topic } bekommen?
feed-choose-menu = Einen Feed wählen
feed-removed = { $feed } gehört nicht mehr zu { $topics }.
feed-tested = { $feed }: ein Feed mit { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträgen
}.
feed-edited = { $feed }: Seiten werden { $pages ->
    [on] gelesen, wo er nur anreißt
   *[other] nicht gelesen
}.
feed-edited-encoding = Er wird gleich noch einmal gelesen, mit { $encoding ->
    [auto] den Buchstaben, die er selbst nennt
   *[other] Buchstaben in { $encoding }
}.
feed-edited-pause = Nichts wird aus ihm genommen, bis du pause auf off stellst.
feed-rests = { $feed }: angehalten; weiter geht es mit /feed edit, pause: off
feed-fine = { $feed }: in Ordnung, gelesen { $at }
feed-waits = { $feed }: noch nicht gelesen

edition-scheduled = { $edition } ist für { $channel } bestellt; die erste kommt { $at }.
edition-comes = { $edition } in { $channel }, die nächste { $at }
edition-stands-still = { $edition } in { $channel } ist angehalten.
edition-paused-by-hand = Die Moderation hat sie angehalten; weiter geht es mit /digest resume.
edition-told = { $stories ->
    [one] 1 Geschichte geht
   *[other] { $stories } Geschichten gehen
} jetzt nach { $channel }.
edition-retracted = Die Geschichte ist in { $digests ->
    [one] 1 Ausgabe
   *[other] { $digests } Ausgaben
} als zurückgezogen markiert.
edition-is-paused = { $edition } ist angehalten; weiter geht es mit /digest resume.
edition-changed = { $edition } ist geändert. So steht es jetzt:
edition-removed = { $edition } ist beendet; was gepostet wurde, bleibt.
edition-resumed = { $edition } geht weiter.

settings-notices = Was die Moderation wissen muss, steht in { $channel }.
settings-language = Ausgaben, die ohne Sprache bestellt werden, sind auf: { $language }
settings-blocked = Keine Ausgabe verwendet: { $outlets }
settings-no-images = Geöffnete Geschichten zeigen kein Bild.
settings-trusted = Ihr Wort allein genügt für eine Eilmeldung: { $outlets }
settings-no-graphic = Geöffnete Geschichten von Tod oder Leid zeigen kein Bild.
settings-zone = Die Zeitzone dieses Servers ist { $zone }.
settings-quiet = Niemand wird von { $start } bis { $end } angepingt ({ $zone }).
settings-no-notices = Kein Kanal ist festgelegt für das, was die Moderation wissen muss; nenne einen mit /server settings notices.
health-feeds = **Feeds**: { $ok } von { $total } in Ordnung
health-editions = **Ausgaben**: { $count }
quiet-explained = Seit { $since } { $entries ->
    [0] kam kein Eintrag
    [one] kam 1 Eintrag
   *[other] kamen { $entries } Einträge
} herein, die dieser Kanal nicht erzählt bekam; { $ok } von { $total } Feeds ließen sich lesen. Was zu Geschichten gehört, die hier schon erzählt sind, und ihnen nichts hinzufügt, wird nicht noch einmal erzählt.

why-unknown = Kein Feed dieses Servers hat { $link } in den letzten zwei Wochen gebracht. Was gelesen wird, zeigt /feed list.
why-told = { $edition } hat es { $at } erzählt.
why-not-its-topics = { $edition } erzählt es nicht: Der Feed, aus dem es kam, gehört nicht zu ihren Themen.
why-lacks = { $edition } erzählt es nicht: Es fehlt, was das Thema verlangt: { $words }
why-barred = { $edition } erzählt es nicht: Das Thema lässt aus, was dies enthält: { $words }
why-brought = Zu seinem Thema gehört es durch: { $words }
why-too-old = { $edition } erzählt es nicht: Es kam vor mehr als einer Woche, oder sein Feed ist angehalten.
why-next = { $edition } wird es mit der nächsten Ausgabe erzählen, wie es jetzt aussieht.
why-nothing-new = { $edition } erzählt es nicht: Seine Geschichte ist dort erzählt, und es bringt keinen Namen, keine Zahl und keine Wendung, die nicht erzählt wäre.
why-there-before = { $edition } erzählt es nicht: Es war schon da, bevor sein Feed hinzukam.
why-ranked-below = { $edition } erzählt es nicht: Andere Geschichten standen davor, oder eine erzählte sagt dasselbe.
why-no-editions = Auf diesem Server ist keine Ausgabe bestellt; bestelle eine mit /digest schedule.
why-one-story = { $others ->
    [one] Es ist eine Geschichte mit 1 anderen Bericht
   *[other] Es ist eine Geschichte mit { $others } anderen Berichten
}; gemeinsam haben sie: { $words }
why-alone = Kein anderer Bericht aus den Feeds dieses Servers erzählt dasselbe.

permission-view-channel = Kanal ansehen
permission-send-messages = Nachrichten senden
permission-create-threads = Öffentliche Threads erstellen
permission-send-in-threads = Nachrichten in Threads senden
permission-read-history = Nachrichtenverlauf anzeigen

notice-channel-gone = { $edition } ist angehalten: Den Kanal { $channel } gibt es nicht mehr. Bestelle die Ausgabe mit /digest edit für einen anderen Kanal.
notice-channel-hidden = { $edition } ist angehalten: Ich kann { $channel } nicht sehen. Gib meiner Rolle dort „Kanal ansehen“, dann lass sie mit /digest resume weitergehen.
notice-channel-closed = { $edition } ist angehalten: Ich darf in { $channel } nicht posten. Gib meiner Rolle dort „Nachrichten senden“ und „Nachrichtenverlauf anzeigen“, dann lass sie mit /digest resume weitergehen.

notice-feed-ill = Der Feed { $feed } lässt sich seit { $since } nicht lesen.
notice-feed-burst = Der Feed { $feed } hat { $entries } alte Einträge neu gebracht, wie beim Umzug einer Seite. Sie sind zurückgehalten: Erzählt wird davon nichts, es sei denn, du gibst sie frei.
held-release = Freigeben
held-discard = Verwerfen
feed-released = { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträge
} von { $feed } gelten jetzt als neu.
feed-discarded = { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträge
} von { $feed } werden nicht erzählt.
notice-feed-well = Der Feed { $feed } lässt sich wieder lesen; zu tun ist nichts.
alerts-on = Eilmeldungen zu { $topic } kommen in { $channel }: höchstens { $count } in 24 Stunden, zu Geschichten, die { $voices } unabhängige Stimmen oder eine vertraute Quelle melden. Vertraute Quellen und Ruhezeit setzt /server settings.
alerts-off = Eilmeldungen zu { $topic } sind beendet.
alerts-none = { $topic } hat keine Eilmeldungen.
alerts-stand = { $edition }: Eilmeldungen in { $channel }, höchstens { $count } in 24 Stunden
alert-heading = **Eilmeldung** · { $topic }
server-exported = Dieser Server in einer Datei: { $topics ->
    [one] ein Thema
   *[other] { $topics } Themen
}, { $editions ->
    [one] eine Ausgabe
   *[other] { $editions } Ausgaben
}. Feeds mit einem Geheimnis in der Adresse, Rollen und was der Konfigurationsdatei gehört, stehen nicht darin.
server-imported = Nach der Datei eingerichtet: { $topics ->
    [one] ein Thema
   *[other] { $topics } Themen
}, { $editions ->
    [one] eine Ausgabe
   *[other] { $editions } Ausgaben
}, die Einstellungen.
server-left-out = Ausgelassen:
server-file-wrong = Die Datei ist nicht brauchbar; nichts wurde geändert:
gateway-bad-token = Discord weist das Token zurück; kopiere es neu aus dem Entwicklerportal nach discord.token.
gateway-bad-shard = Discord weist die Shards zurück; prüfe discord.shard_count und discord.shard_ids.
gateway-needs-shards = Der Bot ist auf zu vielen Servern für einen Shard; setze discord.shard_count.
gateway-bad-intents = Discord weist die Intents zurück; schalte im Entwicklerportal keine ein, dieser Bot braucht keine.
