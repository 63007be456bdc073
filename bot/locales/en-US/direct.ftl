# Digests by direct message, mentions by name, and complaints.
direct-from = From { $server }; /unsubscribe there ends it.
direct-subscribed = You get { $topic } by direct message, daily at { $at } ({ $zone }), next { $coming }, unless there is nothing new. Another hour, zone or language: /preferences.
direct-subscribed-already = You get { $topic } by direct message already, daily at { $at } ({ $zone }), next { $coming }. Another hour, zone or language: /preferences.
direct-closed = Your digests by direct message are stopped: Discord did not let me write to you. Allow direct messages in the privacy settings of this server, then use /subscribe again or change something with /preferences.
direct-no-server = Your digests by direct message are stopped: I was not in their server any more. Use /subscribe there again, or change something with /preferences.
direct-resumed = They had stopped, since I could not write to you, and go on now; please allow direct messages in the privacy settings of this server.
subscribed-by-name = You subscribe to { $topic }. I can give you no role for it, so digests that ping will mention you by name.
subscribed-by-name-already = You subscribe to { $topic } already; digests that ping mention you by name.
mention-list-full = { $topic } mentions { $limit } members by name already, the most there can be. Take deliver:dm, or ask a moderator to let me give its role (Manage Roles, and my role above it).
preferences-quiet-roles = In these hours direct messages come without a sound and no mention by name reaches you; roles keep the server’s quiet hours.
member-left = You are not in this digest’s server any more, so what you subscribed to there has ended; its digests can still be read.
server-closed = I am not in this digest’s server any more, so nothing can be kept or told there.
topic-role-stays = The role { $role } is out of my reach and stays; a moderator can delete it.
report-known = You said that already, and the moderators have it.
report-offer = If you do not want to see it again:
notice-reports = { $count } members ({ $members }) about { $story }: { $what }.
demo-direct = { $name } wants a digest of their own, by direct message
