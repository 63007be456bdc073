# Palavras de `tidings feeds`.
feed-well = { $source }: bem, lido pela última vez { $at } UTC ({ $title })
feed-not-yet = { $source }: ainda não lido; será no próximo tidings run
feeds-none = Ainda não há feeds; indique alguns em [[topics]] no arquivo ou execute: tidings feeds import FILE.opml
import-unreadable = { $file }: não dá para ler dele uma lista de feeds ({ $reason }); dê um arquivo OPML ou um endereço por linha.
import-added = acrescentado: { $feed }
import-held = já estava: { $feed }
import-unread = acrescentado, mas agora não pode ser lido: { $feed }: { $why }
import-refused = não acrescentado: { $feed }: { $why }
import-done = Tema { $topic }: { $added } acrescentados{ $unread ->
    [0] { "" }
   *[other] {" "}({ $unread } deles não podem ser lidos agora)
}, { $known } já estavam, { $refused } recusados.
