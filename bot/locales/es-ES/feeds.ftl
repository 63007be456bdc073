# Palabras de `tidings feeds`.
feed-well = { $source }: bien, leído por última vez { $at } UTC ({ $title })
feed-not-yet = { $source }: aún sin leer; se leerá en el próximo tidings run
feeds-none = Aún no hay feeds; nombra algunos en [[topics]] del archivo o ejecuta: tidings feeds import FILE.opml
import-unreadable = { $file }: no se puede leer de él una lista de feeds ({ $reason }); da un archivo OPML o una dirección por línea.
import-added = añadido: { $feed }
import-held = ya estaba: { $feed }
import-unread = añadido, pero ahora no se puede leer: { $feed }: { $why }
import-refused = no añadido: { $feed }: { $why }
import-done = Tema { $topic }: { $added } añadidos{ $unread ->
    [0] { "" }
   *[other] {" "}({ $unread } de ellos no se pueden leer ahora)
}, { $known } ya estaban, { $refused } rechazados.
