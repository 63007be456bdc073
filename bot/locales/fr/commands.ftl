# Mots de la ligne de commande.
init-exists = { $path } existe déjà et reste tel quel ; nomme un autre fichier : tidings init PATH
init-unwritable = { $path } ne peut être écrit : { $reason }.
init-written = { $path } est écrit. Lis-le, puis : tidings check
init-ask-topic = Nom d'un premier thème (vide : aucun)
init-ask-feed = Adresse d'un flux pour lui
init-ask-zone = Ton fuseau horaire
init-ask-at = Édition à (heure locale)
check-ok = La configuration est bonne.
check-file = Fichier : { $path }
check-no-file = aucun, valeurs par défaut et environnement seuls
check-database = Base de données : { $path }
check-place = Les éditions vont { $place ->
    [discord] à Discord
   *[terminal] au terminal : il n'y a pas de discord.token
}
check-topic = Thème { $name } : { $feeds ->
    [one] { $feeds } flux
   *[other] { $feeds } flux
}
check-edition = Édition { $name } : { $topics }, { $days } à { $at }, { $zone }
check-nothing = Pas de [[topics]] dans le fichier ; rien n'est lu tant qu'il n'y en a pas.
check-feed-ok = { $source } : { $entries ->
    [one] { $entries } entrée
   *[other] { $entries } entrées
}
check-token-none = Pas de discord.token : Discord n'a pas été interrogé.
check-token-ok = Discord connaît le bot sous le nom { $name }.
check-token-refused = Discord refuse le jeton (statut { $status }) ; copie-le de nouveau depuis le portail des développeurs.
check-token-unreachable = Discord est injoignable : { $reason }.
check-online-failed = { $failed } vérifications sur { $total } ont échoué.
store-newer = { $path } a été écrit par un Tidings plus récent ; mets celui-ci à jour, ou restaure une sauvegarde de l'ancienne version.
store-foreign = { $path } n'est pas une base de Tidings et n'a pas été touché ; donne un autre fichier à storage.path.
store-busy = { $path } est utilisé par un autre Tidings ; arrête-le d'abord.
store-unusable = { $path } est inutilisable : { $reason }.
