edition-topics-menu = De quels thèmes elle parle
edition-topics-all = Elle parle des { $count } thèmes de ce serveur ; choisis ci-dessous s’il t’en faut moins.
edition-topics-picked = { $edition } parle de : { $topics }
