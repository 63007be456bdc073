story-discuss = Discuss
discuss-here = This story is talked about in { $thread }; its news come there too.
discuss-opens = A thread about this story opens in this channel in a moment; its news come there too.
discuss-in-servers = Only a channel of a server has threads.
discuss-not-allowed = You may not open threads here (the permission Create Public Threads); ask a moderator to open one.
