# O que `tidings demo` diz da sua página.
play-opens = Abra { $address } num navegador
