# Ce que quelqu'un a demandé et qui n'est pas possible.
unknown-zone = { $name } n'est pas un fuseau horaire IANA. { $suggestion ->
    [None] Écris-le comme Europe/Kyiv.
   *[other] Voulais-tu dire { $suggestion } ?
}
address-not-web = Une adresse qui commence par { $scheme } ne peut pas être lue ; elle doit commencer par http:// ou https://.
address-unreadable = { $address } n'est pas une adresse web ; écris-la comme https://example.org/feed.xml.
address-too-long = L'adresse est trop longue ; { $limit } caractères au plus.

name-empty = Le nom est vide ; donnes-en un.
name-too-long = Le nom est trop long ; { $limit } caractères au plus.
name-has-comma = { $name } contient une virgule, qui sépare les noms dans les listes ; choisis un nom sans elle.
topic-exists = Il y a déjà un thème { $name } ; choisis un autre nom.
topics-too-many = Ce serveur a autant de thèmes qu'il peut en avoir ({ $limit }) ; retires-en d'abord un.
query-too-long = Les mots sont trop longs ; { $limit } caractères au plus.
unknown-topic = Il n'y a pas de thème { $name } ici. { $suggestion ->
    [None] Vois avec /topics ceux qu'il y a.
   *[other] Voulais-tu dire { $suggestion } ?
}
no-topics = Ce serveur n'a pas encore de thèmes ; la modération en crée un avec /topic create.
topic-gone = Ce thème n'est plus là ; vois avec /topics ceux qu'il y a.
owned-by-file = { $name } est fixé dans le fichier de configuration de ce bot et ne peut pas être changé ici ; demande à son admin.
list-too-large = La liste dépasse { $limit } Mo ; divise-la.
list-not-fetched = Discord ne m'a pas donné le fichier ; réessaie.
list-unreadable = Aucune liste de flux ne peut être lue dans le fichier ({ $reason }). Donne un fichier OPML, ou un texte avec une adresse par ligne.
no-feed-there = { $address } est une page web, et je n'ai trouvé aucun flux d'elle : aucun que la page nomme, aucun aux adresses habituelles. Cherche sur le site RSS, Atom ou « Feed » et donne cette adresse.
feed-held = { $topic } a déjà ce flux, sous { $url }.
no-feeds = Ce serveur n'a pas encore de flux ; ajoutes-en un avec /feed add.
unknown-feed = Il n'y a pas de flux { $name } ici. { $suggestion ->
    [None] Vois avec /feed list ceux qu'il y a.
   *[other] Voulais-tu dire { $suggestion } ?
}
feed-edit-empty = Dis ce qui doit changer : name, read_pages, encoding ou pause.
encoding-unknown = Je ne connais pas d'encodage { $encoding }. Prends-en un dans la liste, ou auto pour ce que dit le flux lui-même.
encoding-shared = { $feed } est lu aussi par d'autres serveurs, son encodage ne peut donc pas être fixé d'ici. Retire-le avec /feed remove, ajoute-le de nouveau avec private: on, puis fixe-le.
nothing-held = Rien de { $feed } n'est retenu, ou c'est déjà décidé.
only-moderators = Seule la modération de ce serveur peut décider cela.
feed-not-held = { $feed } n'est pas parmi les flux de ce thème.
feeds-too-many = Ce serveur a autant de flux qu'il peut en avoir ({ $limit }) ; retires-en d'abord un.
edition-without-topic = Une édition a besoin d'un thème ; crées-en un avec /topic create.
editions-too-many = Ce serveur a autant d'éditions qu'il peut en avoir ({ $limit }) ; retires-en d'abord une.
unknown-edition = Il n'y a pas d'édition { $name } ici. { $suggestion ->
    [None] Vois avec /digest list celles qu'il y a.
   *[other] Voulais-tu dire { $suggestion } ?
}
search-without-word = { $query } ne contient aucun mot à chercher ; écris un ou deux mots.
asked-too-often = Tu demandes cela plus vite que je ne peux travailler ; réessaie dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}.
not-a-domain = { $domain } n'est pas un domaine ; écris-le comme example.org.
topic-is-all = { $name } est tout ce que raconte l'édition { $edition } ; donne-lui d'abord un autre thème avec /digest edit, ou termine-la avec /digest remove.
no-editions = Aucune édition n'est encore commandée ici ; commandes-en une avec /digest schedule.
edition-paused = { $name } est en pause ; reprends avec /digest resume.
nothing-to-tell = { $name } n'a rien de neuf à raconter ; rien n'a été publié.
subscriptions-too-many = Tu es abonné à autant de thèmes qu'il est permis ({ $limit }) ; quittes-en d'abord un avec /unsubscribe.
not-subscribed = Tu n'es pas abonné à { $topic }.
channel-closed = Je ne peux pas publier dans { $channel } : il me manque { $missing }. Donnes-y ces permissions à mon rôle, puis réessaie.
role-not-mentionable = Je ne peux pas mentionner { $role } : permets à tous de le mentionner (Paramètres du serveur, Rôles), ou choisis ping: off.
role-out-of-reach = Je ne peux ni donner ni retirer { $role } : il me manque « Gérer les rôles », ou ce rôle est au-dessus du mien. Place le mien plus haut dans Paramètres du serveur, Rôles.
nothing-to-retract = Aucune édition des 30 derniers jours ne cite ici { $link }, ou elle est déjà marquée comme retirée.
story-gone = Cette édition n'est plus là.
ties-too-many = Tu en as { $limit }, c’est le maximum ; retires-en sous /saved.
quiet-hours-open = Les heures de silence ont deux bouts : donne quiet_from et quiet_to.
name-pings = Un nom ne peut notifier personne ; enlève « { $word } » et son signe.
no-link-there = Il n’y a pas de lien dans ce message.
no-report-there = Aucun article ne peut être lu à l’adresse { $link }.
no-announcement-channel = Seul ce qui est publié dans un salon d’annonces peut être relayé ; choisis-en un, ou laisse crosspost désactivé.
no-thread-in-thread = { $channel } est un fil, et un fil n'en contient pas ; choisis un salon, ou une autre présentation.
alert-has-no-times = { $name } sont des alertes, qui n'ont pas d'heures ; change-les avec /alerts.
server-no-place = Il n'y a pas de salon { $channel } ici ; commande son édition avec /digest schedule.
digest-bad-span = { $value } n'est pas une durée ; écris 90m, 24h, 7d, 2w ou 20y.
digest-nothing-read = Aucune source n'a pu être lue ; les lignes ci-dessus disent pourquoi.
lab-unreadable = { $file } : { $reason }.
lab-no-story = Il n'y a pas de sujet { $story } dans la base, ou toutes ses entrées sont oubliées. Le JSON d'une édition donne les numéros.
lab-not-json = { $file }, ligne { $line } : ce n'est pas du JSON ({ $reason }) ; écris un objet JSON par ligne.
lab-missing-key = { $file }, ligne { $line } : la clé { $missing } manque ; ajoute-la.
lab-wrong-value = { $file }, ligne { $line } : la valeur de { $wrong } n'est pas celle qu'on attend ; voir docs/commands.md.
run-without-discord = Il n'y a pas de discord.token : les éditions sont imprimées ici, et gardées dans { $path }.
