problem-suggestion = Meintest du { $suggestion }?
problem-unknown-key = Diesen Schlüssel gibt es nicht.
problem-unknown-variable = Diese Einstellung gibt es nicht; Variablen heißen TIDINGS_SECTION__KEY.
problem-missing = Dieser Schlüssel muss gesetzt sein.
problem-wrong-type = { $expected ->
    [text] { $found } ist kein Text; setze Anführungszeichen
    [number] { $found } ist keine ganze Zahl
    [decimal] { $found } ist keine Zahl
    [boolean] { $found } ist kein Schalter; schreib true oder false
    [list] { $found } ist keine Liste; schreib [ … ]
    [table] { $found } ist keine Tabelle von Schlüsseln
    [duration] { $found } ist keine Dauer; schreib Sekunden oder 30m, 24h, 7d
    [size] { $found } ist keine Größe; schreib Bytes oder 500 kB, 10 MB
    [times] { $found } ist keine Uhrzeit; schreib "08:00" oder "08:00,18:00"
   *[days] { $found } sind keine Tage; schreib daily, weekdays, weekends oder "mon,thu"
}.
problem-wrong-choice = { $found } ist nichts von { $choices }.
problem-too-small = { $found } ist zu klein; mindestens { $limit }.
problem-too-large = { $found } ist zu groß; höchstens { $limit }.
problem-interval-out-of-bounds = Der Abstand muss zwischen min_interval ({ $shortest }) und max_interval ({ $longest }) liegen.
problem-empty-list = Nenne mindestens eines.
problem-blank = Das darf nicht leer sein; lass den Schlüssel weg, um keines zu haben.
problem-bad-time = { $found } ist keine Uhrzeit; schreib sie als "08:00", von 00:00 bis 23:59.
problem-bad-day = { $found } ist kein Tag; schreib daily, weekdays, weekends oder Tage als "mon,thu".
problem-bad-zone = { $found } ist keine IANA-Zeitzone.
problem-bad-host = { $found } ist kein Hostname, keine IP-Adresse und kein Netz; schreib news.example.org, 10.0.0.7 oder 10.0.0.0/8.
problem-bad-language = { $found } ist kein Sprachkürzel; schreib es als "en" oder "pt-BR".
problem-bad-address = { $found } ist keine Adresse; sie muss mit { $expected } beginnen und einen Host nennen.
problem-unknown-topic = Ein Thema { $found } gibt es hier nicht; leg es als [[topics]] an oder ändere die Ausgabe.
problem-query-quote-open = Ein Anführungszeichen wird nicht geschlossen; schreib "genaue Wendung".
problem-query-quote-empty = Zwischen den Anführungszeichen steht nichts; schreib Wörter hinein.
problem-query-bracket-open = Eine Klammer wird nicht geschlossen; schreib (a or b).
problem-query-bracket-closed = Eine Klammer wird geschlossen, die nicht geöffnet wurde; schreib (a or b).
problem-query-bracket-empty = Eine Klammer ist leer; schreib Wörter hinein.
problem-query-sign-alone = { $sign } steht allein; setz es direkt vor sein Wort, wie in { $sign }wort.
problem-query-too-deep = Es sind mehr als { $limit } Klammern ineinander; das kann niemand lesen.
problem-same-name = { $kind ->
    [topics] Ein anderes Thema
   *[editions] Eine andere Ausgabe
} heißt schon { $name }; gib einen eigenen Namen.
problem-needs = Damit muss auch { $missing } gesetzt sein.
problem-broken-toml = Die Datei ist ab Spalte { $column } kein TOML: { $reason }.
problem-not-utf8 = Diese Zeile ist kein UTF-8; speichere die Datei in dieser Kodierung.
problem-file-missing = Die Datei { $path } gibt es nicht; schreib eine mit: tidings init
problem-file-unreadable = { $path } lässt sich nicht lesen: { $reason }.
problem-bad-json = Der Wert ist ab Spalte { $column } kein JSON: { $reason }.
problem-secret-unreadable = Das Geheimnis lässt sich nicht aus { $path } lesen: { $reason }.
problem-secret-empty = Die Datei { $path } ist leer; sie sollte das Geheimnis enthalten.
problem-set-twice = Dieselbe Einstellung kommt schon aus { $other }; entferne eine von beiden.
