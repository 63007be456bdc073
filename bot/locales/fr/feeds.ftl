# Mots de `tidings feeds`.
feed-well = { $source } : va bien, lu la dernière fois { $at } UTC ({ $title })
feed-not-yet = { $source } : pas encore lu ; il le sera au prochain tidings run
feeds-none = Il n'y a pas encore de flux ; nommes-en sous [[topics]] dans le fichier, ou lance : tidings feeds import FILE.opml
import-unreadable = { $file } : aucune liste de flux n'y est lisible ({ $reason }) ; donne un fichier OPML ou une adresse par ligne.
import-added = ajouté : { $feed }
import-held = déjà là : { $feed }
import-unread = ajouté, mais illisible pour l'instant : { $feed } : { $why }
import-refused = pas ajouté : { $feed } : { $why }
import-done = Thème { $topic } : { $added } ajoutés{ $unread ->
    [0] { "" }
   *[other] {" "}(dont { $unread } illisibles pour l'instant)
}, { $known } déjà là, { $refused } refusés.
