# What stops a delivery, and what to do about it.
notice-threads-closed = { $edition } is paused: I may not open threads in { $channel }, or not write in them. Give my role Create Public Threads and Send Messages in Threads there, then let it go on with /digest resume.
