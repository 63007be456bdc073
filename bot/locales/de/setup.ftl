# Einen Server einrichten: /setup, seine Menüs und sein Formular.
setup-heading = **Eure erste Ausgabe.** Wählt unten Kanal, Sprache und Themen, dann die Zeit. Ein Kanal, in dem ich der Moderation sage, was sie braucht, ist freiwillig. Gespeichert wird erst, wenn das Formular gesendet ist.
setup-channel = Wo Ausgaben erscheinen
setup-topics = Welche Themen
setup-notices = Wo die Moderation erfährt, was sie braucht (freiwillig)
setup-when = Zeit wählen …
setup-form-title = Wann Ausgaben kommen
setup-form-at = Ortszeiten, etwa 08:00 oder 08:00,18:00
setup-form-zone = Eure Zeitzone, etwa Europe/Berlin
setup-done = Eingerichtet: { $topics ->
    [one] ein Thema
   *[other] { $topics } Themen
} mit { $feeds ->
    [one] einem Feed
   *[other] { $feeds } Feeds
}.
setup-left-out = { $count ->
    [one] Ein Feed blieb
   *[other] { $count } Feeds blieben
} weg; versucht es später mit /feed add:
setup-see = Die erste Ausgabe zeigen
setup-post = Jetzt posten
setup-incomplete = Wähle zuerst in den Menüs einen Kanal und mindestens ein Thema.
setup-still-reading = Ich lese die Feeds noch zum ersten Mal; versuche es in ein paar Sekunden wieder.
edition-gone = Diese Ausgabe ist nicht mehr bestellt; /digest list zeigt, welche es sind.
