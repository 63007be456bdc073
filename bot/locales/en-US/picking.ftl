edition-topics-menu = Which topics it tells of
edition-topics-all = It tells of all { $count } topics of this server; pick some below if you want fewer.
edition-topics-picked = { $edition } tells of: { $topics }
