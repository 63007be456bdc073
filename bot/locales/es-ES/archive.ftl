# El archivo en la web, y lo que se dice de él en otros sitios.
web-home = Todas las ediciones
web-digests = Ediciones
web-about = Noticias en pocas frases con sus fuentes
web-skip = Ir al texto
web-search = Buscar
web-search-words = Palabras que buscar
web-found = { $count ->
    [0] Nada de lo contado aquí contiene todas estas palabras.
    [one] 1 historia contada aquí las contiene todas.
   *[other] { $count } historias contadas aquí las contienen todas.
}
web-topics = Temas
web-editions = Series
web-more = { $count ->
    [one] 1 historia más
   *[other] { $count } historias más
}
web-nothing-yet = Aún no se ha contado nada.
web-pages = Páginas
web-older = Anteriores
web-newest = Más recientes
web-also-as = También como
web-revised = Modificada el { $at }, después de publicarse.
web-told-before = Contado antes
web-timeline = Cronología
web-missing = Aquí no hay nada
web-missing-words = Esa página no existe, o no en esta dirección.
web-busy = Ahora no
web-busy-words = Ha tardado demasiado. Conviene intentarlo de nuevo en un momento.
web-port-in-use = El archivo no puede escuchar en { $host }, puerto { $port }: { $reason }. Hay que poner en web.port uno libre, o web.enabled en false.
run-archive = El archivo: { $address }
settings-archive-private = El archivo lo lee quien tenga su dirección: { $address }
settings-archive-public = El archivo es público: { $address }
settings-archive-nowhere = El archivo aún no tiene dirección en la web: quien aloja el bot debe definir web.public_url.

option-archive = Quién lee el archivo web: quien tenga su dirección, o todos; renew: dirección nueva
    .name = archivo
choice-private = solo con dirección
choice-public = público
choice-renew = dirección nueva
