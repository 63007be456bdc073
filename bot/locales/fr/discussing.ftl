story-discuss = Discuter
discuss-here = On parle de ce sujet dans { $thread } ; ses nouvelles y arrivent aussi.
discuss-opens = Un fil sur ce sujet s’ouvre dans ce salon dans un instant ; ses nouvelles y arriveront aussi.
discuss-in-servers = Seuls les salons d’un serveur ont des fils.
discuss-not-allowed = Tu ne peux pas ouvrir de fils ici (permission « Créer des fils publics ») ; demande à la modération.
