# Mots sur les hubs (WebSub).
feed-pushed = { $line } ; son hub signale aussitôt les nouveautés
check-pushes = Signalements (WebSub) : les hubs joignent ce bot à l'adresse { $address }
check-pushes-open = Signalements (WebSub) : les hubs joignent ce bot à l'adresse { $address }, sans chiffrement ; mieux vaut une adresse https dans web.public_url
check-pushes-none = Signalements (WebSub) : aucun sans adresse publique (web.enabled, web.public_url) ; les flux sont interrogés
