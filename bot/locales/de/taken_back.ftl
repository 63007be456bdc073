told-withdrawn = **Zurückgezogen:** { $title }
told-corrected = **Berichtigt:** { $title }
told-show = Geschichte zeigen
digest-status-corrected = von der Moderation berichtigt
digest-correction = Berichtigung der Moderation: { $text }
edition-corrected = Die Geschichte ist in { $digests ->
    [one] einer Ausgabe
   *[other] { $digests } Ausgaben
} als berichtigt markiert; die Nachrichten werden gleich bearbeitet und ihre Leser benachrichtigt.
