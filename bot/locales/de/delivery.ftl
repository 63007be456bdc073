# Was eine Zustellung anhält, und was zu tun ist.
notice-threads-closed = { $edition } ist angehalten: Ich darf in { $channel } keine Threads eröffnen oder nicht in ihnen schreiben. Gib meiner Rolle dort „Öffentliche Threads erstellen“ und „Nachrichten in Threads senden“, dann lass sie mit /digest resume weitergehen.
