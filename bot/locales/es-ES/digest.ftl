# Palabras alrededor de una edición, se dibuje como se dibuje.
digest-coverage = { $entries ->
    [one] 1 entrada
   *[other] { $entries } entradas
} → { $stories ->
    [one] 1 historia
   *[other] { $stories } historias
} → { $shown } mostradas · { $ok }/{ $total } fuentes RSS bien
digest-empty = Nada nuevo desde { $since }.
digest-new = Nuevo desde la última vez
digest-points = Puntos clave
digest-contested = En disputa
digest-sources = Fuentes
digest-voices = { $outlets ->
    [one] 1 medio
   *[other] { $outlets } medios, { $voices } independientes
}
digest-paywalled = de pago
digest-status-new = nuevo
digest-status-update = actualización
digest-status-contested = en disputa
digest-status-opinion = opinión
digest-status-excerpt = extracto
digest-status-single-source = una sola fuente
digest-status-withdrawn = retirado por la moderación
digest-why = Por qué aquí: { $why }
digest-read = Leer en { $outlet }
digest-sources-all = Fuentes ({ $count })
digest-sources-heading = **Dónde está { $title }**
digest-reprint = según { $voice }
digest-picture = Imagen de: { $title }
digest-open-story = Abrir una historia
digest-why-quiet = ¿Por qué nada?
digest-next = la próxima { $at }
digest-changed = Novedades de historias ya contadas: { $stories }
