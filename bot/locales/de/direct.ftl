# Ausgaben als Direktnachricht, Erwähnungen mit Namen, Beschwerden.
direct-from = Von { $server }; dort beendet es /unsubscribe.
direct-subscribed = Du bekommst { $topic } als Direktnachricht, täglich um { $at } ({ $zone }), das nächste Mal { $coming }, außer wenn es nichts Neues gibt. Andere Uhrzeit, Zone oder Sprache: /preferences.
direct-subscribed-already = Du bekommst { $topic } schon als Direktnachricht, täglich um { $at } ({ $zone }), das nächste Mal { $coming }. Andere Uhrzeit, Zone oder Sprache: /preferences.
direct-closed = Deine Ausgaben als Direktnachricht sind angehalten: Discord ließ mich dir nicht schreiben. Erlaube Direktnachrichten in den Privatsphäre-Einstellungen dieses Servers, dann nimm noch einmal /subscribe oder ändere etwas mit /preferences.
direct-no-server = Deine Ausgaben als Direktnachricht sind angehalten: Ich war nicht mehr auf ihrem Server. Nimm dort noch einmal /subscribe, oder ändere etwas mit /preferences.
direct-resumed = Sie waren angehalten, weil ich dir nicht schreiben konnte, und gehen jetzt weiter; bitte erlaube Direktnachrichten in den Privatsphäre-Einstellungen dieses Servers.
subscribed-by-name = Du hast { $topic } abonniert. Eine Rolle dafür kann ich dir nicht geben, deshalb nennen dich Ausgaben, die pingen, mit Namen.
subscribed-by-name-already = Du hast { $topic } schon abonniert; Ausgaben, die pingen, nennen dich mit Namen.
mention-list-full = { $topic } nennt schon { $limit } Mitglieder mit Namen, mehr geht nicht. Nimm deliver:dm, oder bitte die Moderation, mich die Rolle geben zu lassen („Rollen verwalten“, meine Rolle darüber).
preferences-quiet-roles = In dieser Zeit kommen Direktnachrichten ohne Ton, und keine Erwähnung mit Namen erreicht dich; für Rollen gilt die Ruhezeit des Servers.
member-left = Du bist nicht mehr auf dem Server dieser Ausgabe; was du dort abonniert hattest, ist beendet. Lesen lassen sich seine Ausgaben weiter.
server-closed = Ich bin nicht mehr auf dem Server dieser Ausgabe; dort lässt sich nichts merken oder melden.
topic-role-stays = An die Rolle { $role } komme ich nicht heran, sie bleibt; die Moderation kann sie löschen.
report-known = Das hast du schon gesagt, und die Moderation hat es.
report-offer = Wenn du sie nicht mehr sehen willst:
notice-reports = { $count } Mitglieder ({ $members }) zu { $story }: { $what }.
demo-direct = { $name } möchte eine eigene Ausgabe, als Direktnachricht
