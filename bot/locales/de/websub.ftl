# Worte über Hubs (WebSub).
feed-pushed = { $line }; sein Hub meldet Neues sofort
check-pushes = Meldungen (WebSub): Hubs erreichen diesen Bot unter { $address }
check-pushes-open = Meldungen (WebSub): Hubs erreichen diesen Bot unter { $address }, unverschlüsselt; besser eine https-Adresse in web.public_url
check-pushes-none = Meldungen (WebSub): keine ohne öffentliche Adresse (web.enabled, web.public_url); Feeds werden abgefragt
