# Réponses du bot dans Discord.
answer-too-late = Cela a pris trop de temps et a été arrêté ; réessaie dans un instant.
answer-failed = Quelque chose s'est mal passé ici, et c'est noté dans mon journal sous { $number } ; réessaie, ou dis-le à l'admin du bot.

help-intro = Je lis des flux d'actualité, je repère quels articles racontent le même sujet et je publie ce qui est nouveau, avec ses sources.
help-moderators = **Pour la modération**
invite = Qui gère un serveur peut m'y inviter par ce lien : { $link }. Il demande les droits dont je me sers et aucun autre.

topic-changed = Le thème { $topic } est modifié.
topic-removed = Le thème { $topic } n'est plus là, ni les flux que lui seul avait ; ce qui a été publié reste.
topic-like = Et ce qui ressemble à : { $title }
topic-created = Le thème { $topic } est créé. Ajoute-lui des flux avec /feed add.
topic-shown = **{ $topic }** : { $feeds ->
    [one] { $feeds } flux
   *[other] { $feeds } flux
}
topic-keywords = Seulement avec : { $words }
topic-exclude = Jamais avec : { $words }
topic-language = Langue : { $language }
topic-role = Rôle : { $role }
topic-without-feeds = - pas encore de flux ; ajoutes-en un avec /feed add
topics-heading = **Thèmes de ce serveur**
topics-subscribe = S'abonner : { $topic }
topics-unsubscribe = Se désabonner : { $topic }
subscribed = Tu es abonné à { $topic } et tu as le rôle { $role } : les éditions qui mentionnent t'atteindront.
subscribed-already = Tu es déjà abonné à { $topic }, avec le rôle { $role }.
unsubscribed = Tu n'es plus abonné à { $topic }.
search-heading = **Trouvé pour { $query }**
search-nothing = Rien de ce qui est arrivé récemment ne contient tout ceci : { $query }
latest-nothing = Rien n'est arrivé au cours de la dernière semaine.

feed-added = { $feed } fait maintenant partie de { $topic }. Il contient { $entries ->
    [one] { $entries } entrée
   *[other] { $entries } entrées
} ; { $news ->
    [0] est nouveau ce qui vient à partir de maintenant
    [one] sont nouvelles la plus récente et ce qui vient à partir de maintenant
   *[other] sont nouvelles les { $news } plus récentes et ce qui vient à partir de maintenant
}.
import-begun = Je lis { $count ->
    [one] { $count } flux
   *[other] { $count } flux
} pour { $topics }. Ce qu'il est advenu de chacun paraîtra ici quand j'aurai fini.
import-goes-on = { $done } flux lus sur { $count } …
import-folder = Importé
export-done = { $feeds ->
    [one] { $feeds } flux
   *[other] { $feeds } flux
}, dans un dossier par thème.{ $secret ->
    [0] { "" }
   *[other] {" "}Laissés de côté : { $secret }, dont l'adresse ouvre à qui la connaît.
}
notice-import = La liste des flux est lue. { $what }
page-added = Je n'y ai trouvé aucun flux, donc { $topic } reçoit la page elle-même : { $page } énumère { $links ->
    [one] { $links } article
   *[other] { $links } articles
}. Ce qu'elle énumère à partir de maintenant est nouveau, et chacun est lu une fois.
feed-choose = Il y a là { $count } flux. Lequel donner à { $topic } ?
feed-choose-menu = Choisir un flux
feed-removed = { $feed } est retiré de { $topics }.
feed-tested = { $feed } : un flux de { $entries ->
    [one] { $entries } entrée
   *[other] { $entries } entrées
}.
feed-edited = { $feed } : les pages sont { $pages ->
    [on] lues là où il n'a qu'une accroche
   *[other] laissées de côté
}.
feed-edited-encoding = Il est relu aussitôt, avec { $encoding ->
    [auto] les lettres qu'il annonce
   *[other] ses lettres en { $encoding }
}.
feed-edited-pause = Rien n'en est pris jusqu'à ce que tu mettes pause sur off.
feed-rests = { $feed } : en pause ; reprends avec /feed edit, pause: off
feed-fine = { $feed } : en ordre, lu { $at }
feed-waits = { $feed } : pas encore lu

edition-scheduled = { $edition } est commandée pour { $channel } ; la première vient { $at }.
edition-comes = { $edition } dans { $channel }, la prochaine { $at }
edition-stands-still = { $edition } dans { $channel } est en pause.
edition-paused-by-hand = La modération l'a mise en pause ; reprends avec /digest resume.
edition-told = { $stories ->
    [one] { $stories } sujet part
   *[other] { $stories } sujets partent
} maintenant vers { $channel }.
edition-retracted = Le sujet est marqué comme retiré dans { $digests ->
    [one] { $digests } édition
   *[other] { $digests } éditions
}.
edition-is-paused = { $edition } est en pause ; reprends avec /digest resume.
edition-changed = { $edition } est modifiée. Voici où elle en est :
edition-removed = { $edition } est terminée ; ce qu'elle a publié reste.
edition-resumed = { $edition } reprend.

settings-notices = Ce qui demande la modération est dit dans { $channel }.
settings-language = Les éditions commandées sans langue sont en : { $language }
settings-blocked = Aucune édition n'utilise : { $outlets }
settings-no-images = Les sujets ouverts ne montrent pas d'image.
settings-trusted = Leur parole suffit pour une alerte : { $outlets }
settings-no-graphic = Les sujets ouverts de mort ou de blessure ne montrent pas d'image.
settings-zone = Le fuseau de ce serveur est { $zone }.
settings-quiet = Personne n'est notifié de { $start } à { $end } ({ $zone }).
settings-no-notices = Aucun salon n'est fixé pour ce qui demande la modération ; indiques-en un avec /server settings notices.
health-feeds = **Flux** : { $ok } sur { $total } en ordre
health-editions = **Éditions** : { $count }
quiet-explained = Depuis { $since }, { $entries ->
    [0] aucune entrée n'est arrivée
    [one] { $entries } entrée est arrivée
   *[other] { $entries } entrées sont arrivées
} que ce salon ne connaissait pas ; { $ok } flux sur { $total } ont pu être lus. Ce qui relève de sujets déjà racontés ici et ne leur ajoute rien n'est pas raconté de nouveau.

why-unknown = Aucun flux de ce serveur n'a donné { $link } ces deux dernières semaines. Vois avec /feed list ce qui est lu.
why-told = { $edition } l'a raconté { $at }.
why-not-its-topics = { $edition } ne le raconte pas : ses thèmes n'ont pas le flux par lequel il est venu.
why-lacks = { $edition } ne le raconte pas : il lui manque ce que demande son thème : { $words }
why-barred = { $edition } ne le raconte pas : son thème écarte ce qu'il contient : { $words }
why-brought = Il relève de son thème par : { $words }
why-too-old = { $edition } ne le raconte pas : il est venu il y a plus d'une semaine, ou son flux est en pause.
why-next = { $edition } le racontera dans sa prochaine édition, en l'état.
why-nothing-new = { $edition } ne le raconte pas : son sujet y a été raconté, et il n'ajoute ni nom, ni chiffre, ni rebondissement qui ne l'ait été.
why-there-before = { $edition } ne le raconte pas : il était là avant que son flux soit ajouté.
why-ranked-below = { $edition } ne le raconte pas : d'autres sujets passaient avant, ou un sujet raconté dit la même chose.
why-no-editions = Aucune édition n'est commandée sur ce serveur ; commandes-en une avec /digest schedule.
why-one-story = { $others ->
    [one] C'est un même sujet avec { $others } autre article
   *[other] C'est un même sujet avec { $others } autres articles
} ; ils partagent : { $words }
why-alone = Aucun autre article des flux de ce serveur ne raconte la même chose.

permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-create-threads = Créer des fils publics
permission-send-in-threads = Envoyer des messages dans les fils
permission-read-history = Voir les anciens messages

notice-channel-gone = { $edition } est en pause : son salon { $channel } n'existe plus. Envoie-la dans un autre avec /digest edit.
notice-channel-hidden = { $edition } est en pause : je ne peux pas voir { $channel }. Donnes-y à mon rôle « Voir le salon », puis reprends avec /digest resume.
notice-channel-closed = { $edition } est en pause : je ne peux pas publier dans { $channel }. Donnes-y à mon rôle « Envoyer des messages » et « Voir les anciens messages », puis reprends avec /digest resume.

notice-feed-ill = Le flux { $feed } ne peut plus être lu depuis { $since }.
notice-feed-burst = Le flux { $feed } a redonné { $entries } vieilles entrées, comme lorsqu'un site déménage. Elles sont retenues : rien n'en est raconté, sauf si tu les libères.
held-release = Libérer
held-discard = Écarter
feed-released = { $entries ->
    [one] { $entries } entrée
   *[other] { $entries } entrées
} de { $feed } comptent maintenant comme nouvelles.
feed-discarded = { $entries ->
    [one] { $entries } entrée
   *[other] { $entries } entrées
} de { $feed } ne seront pas racontées.
notice-feed-well = Le flux { $feed } est lu de nouveau ; il n'y a rien à faire.
alerts-on = Les alertes de { $topic } arrivent dans { $channel } : au plus { $count } en 24 heures, sur des sujets que rapportent { $voices } voix indépendantes ou un média fiable. Médias fiables et heures de silence se fixent avec /server settings.
alerts-off = Les alertes de { $topic } sont terminées.
alerts-none = { $topic } n'a pas d'alertes.
alerts-stand = { $edition } : alertes dans { $channel }, au plus { $count } en 24 heures
alert-heading = **Alerte** · { $topic }
server-exported = Ce serveur dans un fichier : { $topics ->
    [one] un thème
   *[other] { $topics } thèmes
}, { $editions ->
    [one] une édition
   *[other] { $editions } éditions
}. Les flux dont l'adresse contient un secret, les rôles et ce que tient le fichier de configuration n'y sont pas.
server-imported = Préparé d'après le fichier : { $topics ->
    [one] un thème
   *[other] { $topics } thèmes
}, { $editions ->
    [one] une édition
   *[other] { $editions } éditions
}, les réglages.
server-left-out = Laissé de côté :
server-file-wrong = Le fichier est inutilisable ; rien n'a été changé :
gateway-bad-token = Discord refuse le jeton ; copie-le de nouveau depuis le portail des développeurs dans discord.token.
gateway-bad-shard = Discord refuse les shards ; vérifie discord.shard_count et discord.shard_ids.
gateway-needs-shards = Le bot est sur trop de serveurs pour un seul shard ; règle discord.shard_count.
gateway-bad-intents = Discord refuse les intents ; n'en active aucun dans le portail des développeurs, ce bot n'en demande pas.
