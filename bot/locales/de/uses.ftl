# Was jemand wollte und was nicht geht.
unknown-zone = { $name } ist keine IANA-Zeitzone. { $suggestion ->
    [None] Schreibe sie wie Europe/Kyiv.
   *[other] Meintest du { $suggestion }?
}
address-not-web = Eine Adresse, die mit { $scheme } beginnt, kann nicht gelesen werden; sie muss mit http:// oder https:// beginnen.
address-unreadable = { $address } ist keine Webadresse; schreibe sie wie https://example.org/feed.xml.
address-too-long = Die Adresse ist zu lang; höchstens { $limit } Zeichen.

name-empty = Der Name ist leer; gib ihm einen.
name-too-long = Der Name ist zu lang; höchstens { $limit } Zeichen.
name-has-comma = { $name } hat ein Komma, das in Listen Namen trennt; wähle einen Namen ohne.
topic-exists = Ein Thema { $name } gibt es schon; wähle einen anderen Namen.
topics-too-many = Dieser Server hat so viele Themen, wie er haben darf ({ $limit }); entferne erst eines.
query-too-long = Die Wörter sind zu lang; höchstens { $limit } Zeichen.
unknown-topic = Ein Thema { $name } gibt es hier nicht. { $suggestion ->
    [None] Welche es gibt, zeigt /topics.
   *[other] Meintest du { $suggestion }?
}
no-topics = Dieser Server hat noch keine Themen; die Moderation legt eines mit /topic create an.
topic-gone = Dieses Thema gibt es nicht mehr; welche es gibt, zeigt /topics.
owned-by-file = { $name } steht in der Konfigurationsdatei dieses Bots und lässt sich hier nicht ändern; frage seinen Admin.
list-too-large = Die Liste ist größer als { $limit } MB; teile sie.
list-not-fetched = Discord hat mir die Datei nicht gegeben; versuche es noch einmal.
list-unreadable = Aus der Datei lässt sich keine Liste von Feeds lesen ({ $reason }). Gib eine OPML-Datei oder einen Text mit einer Adresse je Zeile.
no-feed-there = { $address } ist eine Webseite, und ich fand keinen Feed von ihr: keinen, den sie nennt, und keinen an den üblichen Adressen. Suche auf der Seite nach RSS, Atom oder „Feed“ und gib jene Adresse.
feed-held = { $topic } hat diesen Feed schon, als { $url }.
no-feeds = Dieser Server hat noch keine Feeds; füge einen mit /feed add hinzu.
unknown-feed = Einen Feed { $name } gibt es hier nicht. { $suggestion ->
    [None] Welche es gibt, zeigt /feed list.
   *[other] Meintest du { $suggestion }?
}
feed-edit-empty = Sage, was anders werden soll: name, read_pages, encoding oder pause.
encoding-unknown = Eine Kodierung { $encoding } kenne ich nicht. Nimm eine aus der Liste oder auto für das, was der Feed selbst sagt.
encoding-shared = { $feed } lesen auch andere Server, darum lässt sich seine Kodierung von hier nicht festlegen. Nimm ihn mit /feed remove weg, füge ihn mit private: on wieder hinzu und lege sie dann fest.
nothing-held = Von { $feed } ist nichts zurückgehalten, oder es ist schon entschieden.
only-moderators = Das kann nur die Moderation dieses Servers entscheiden.
feed-not-held = { $feed } ist nicht unter den Feeds jenes Themas.
feeds-too-many = Dieser Server hat so viele Feeds, wie er haben darf ({ $limit }); entferne erst einen.
edition-without-topic = Eine Ausgabe braucht ein Thema; lege eines mit /topic create an.
editions-too-many = Dieser Server hat so viele Ausgaben, wie er haben darf ({ $limit }); entferne erst eine.
unknown-edition = Eine Ausgabe { $name } gibt es hier nicht. { $suggestion ->
    [None] Welche es gibt, zeigt /digest list.
   *[other] Meintest du { $suggestion }?
}
search-without-word = { $query } enthält kein Wort, das sich suchen ließe; schreibe ein oder zwei Wörter.
asked-too-often = So schnell kann ich nicht arbeiten; versuche es in { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} noch einmal.
not-a-domain = { $domain } ist keine Domain; schreibe sie wie example.org.
topic-is-all = { $name } ist alles, wovon die Ausgabe { $edition } erzählt; gib ihr erst mit /digest edit ein anderes Thema, oder beende sie mit /digest remove.
no-editions = Hier ist noch keine Ausgabe bestellt; bestelle eine mit /digest schedule.
edition-paused = { $name } ist angehalten; weiter geht es mit /digest resume.
nothing-to-tell = { $name } hat nichts Neues zu erzählen; gepostet wurde nichts.
subscriptions-too-many = Du hast so viele Themen abonniert, wie man darf ({ $limit }); bestelle erst eines mit /unsubscribe ab.
not-subscribed = Du hast { $topic } nicht abonniert.
channel-closed = In { $channel } kann ich nicht posten: Mir fehlt { $missing }. Gib meiner Rolle dort diese Rechte und versuche es noch einmal.
role-not-mentionable = { $role } kann ich nicht pingen: Erlaube allen, sie zu erwähnen (Servereinstellungen, Rollen), oder wähle ping: off.
role-out-of-reach = { $role } kann ich weder geben noch nehmen: Mir fehlt „Rollen verwalten“, oder die Rolle steht über meiner. Schiebe meine in den Servereinstellungen unter Rollen darüber.
nothing-to-retract = Keine Ausgabe der letzten 30 Tage zitiert hier { $link }, oder sie ist schon als zurückgezogen markiert.
story-gone = Diese Ausgabe gibt es nicht mehr.
ties-too-many = Du hast { $limit } davon, mehr geht nicht; beende einige unter /saved.
quiet-hours-open = Eine Ruhezeit braucht Anfang und Ende: Gib quiet_from und quiet_to an.
name-pings = Ein Name kann niemanden anpingen; lass „{ $word }“ mit seinem Zeichen weg.
no-link-there = In dieser Nachricht ist kein Link.
no-report-there = Hinter { $link } lässt sich kein Bericht lesen.
no-announcement-channel = Nur was in einem Ankündigungskanal gepostet wird, lässt sich weiterleiten; wähle einen, oder lass crosspost aus.
no-thread-in-thread = { $channel } ist ein Thread, und ein Thread enthält keine Threads; wähle einen Kanal oder eine andere Aufmachung.
alert-has-no-times = { $name } sind Eilmeldungen, die keine Zeiten haben; ändere sie mit /alerts.
server-no-place = Einen Kanal { $channel } gibt es hier nicht; bestelle seine Ausgabe mit /digest schedule.
digest-bad-span = { $value } ist keine Zeitspanne; schreibe 90m, 24h, 7d, 2w oder 20y.
digest-nothing-read = Keine einzige Quelle war zu lesen; die Zeilen darüber sagen, warum.
lab-unreadable = { $file }: { $reason }.
lab-no-story = Eine Geschichte { $story } gibt es in der Datenbank nicht, oder alle ihre Einträge sind vergessen. Die Nummern stehen im JSON einer Ausgabe.
lab-not-json = { $file }, Zeile { $line }: das ist kein JSON ({ $reason }); schreibe ein JSON-Objekt je Zeile.
lab-missing-key = { $file }, Zeile { $line }: der Schlüssel { $missing } fehlt; füge ihn hinzu.
lab-wrong-value = { $file }, Zeile { $line }: der Wert von { $wrong } ist nicht, was dort erwartet wird; siehe docs/commands.md.
run-without-discord = Es gibt kein discord.token: Ausgaben werden hier gedruckt und in { $path } aufbewahrt.
