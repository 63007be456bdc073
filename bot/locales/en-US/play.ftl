# What `tidings demo` says of its page.
play-opens = Open { $address } in a browser
