# Lo que `tidings demo` dice de su página.
play-opens = Abre { $address } en un navegador
