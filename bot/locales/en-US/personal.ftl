# What a member keeps: buttons of a story, /saved, /preferences, /privacy.
story-follow = Follow
story-unfollow = Unfollow
story-mute = Mute
story-unmute = Unmute
story-more = More
story-more-heading = What else can be done with this story:
story-save = Save
story-timeline = Timeline
story-report = Report
story-mute-outlet = Mute { $outlet }
story-followed = You follow “{ $title }”: in /latest it stands first while it has news.
story-unfollowed = You no longer follow “{ $title }”.
story-muted = “{ $title }” is not shown to you any more; what channels get stays as it is.
story-unmuted = “{ $title }” is shown to you again.
story-saved = Saved: “{ $title }”. You find it under /saved.
story-unsaved = “{ $title }” is no longer saved.
outlet-muted = { $outlet } is not shown to you any more; press again to undo that.
outlet-unmuted = { $outlet } is shown to you again.
timeline-heading = **{ $title }**, as it was reported:
report-heading = What is wrong with this story? The moderators of this server will see it, with your name.
report-menu = What is wrong
report-fact = A fact is wrong
report-duplicate = It was told before
report-story = It mixes different stories
report-taste = It is not for me, or does not belong here
report-taken = Thank you: the moderators are told.
report-kept = Thank you. The moderators have named no channel for such notices yet; they get it as soon as they do.
notice-report = { $member } about { $story }: { $what }.
saved-heading = **Saved**
saved-followed = **You follow**
saved-muted = **You muted**
saved-nothing = You have saved, followed or muted nothing yet. Open a story from a digest’s menu: its buttons do that.
saved-remove = Remove…
saved-removed = { $count ->
    [one] 1 removed.
   *[other] { $count } removed.
}
latest-followed = Stories you follow
preferences-timezone = Time zone: { $timezone }
preferences-dm-at = Direct messages at: { $at }
preferences-language = Language of what is made for you: { $language }
preferences-quiet = Quiet from { $start } to { $end }
preferences-no-quiet = No quiet hours
privacy-export = { $rows ->
    [0] Nothing is stored about you.
    [one] 1 row is stored about you; the file holds it.
   *[other] { $rows } rows are stored about you; the file holds them all.
}
privacy-deleted = { $rows ->
    [0] Nothing was stored about you.
    [one] 1 row about you was deleted.
   *[other] { $rows } rows about you were deleted.
}
privacy-roles = These roles are out of my reach; take them off yourself or ask a moderator: { $roles }

log-nothing = Nobody has changed anything here yet.
log-heading = **Who changed what here lately**
