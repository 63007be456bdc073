# Ce que `tidings demo` dit de sa page.
play-opens = Ouvre { $address } dans un navigateur
