told-withdrawn = **Withdrawn:** { $title }
told-corrected = **Corrected:** { $title }
told-show = Show the story
digest-status-corrected = corrected by a moderator
digest-correction = Correction by the moderators: { $text }
edition-corrected = The story is marked as corrected in { $digests ->
    [one] one digest
   *[other] { $digests } digests
}; the messages are edited in a moment, and their readers told.
