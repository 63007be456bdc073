# Ce qui arrête une livraison, et que faire.
notice-threads-closed = { $edition } est en pause : je ne peux pas ouvrir de fils dans { $channel }, ou pas y écrire. Donnes-y à mon rôle « Créer des fils publics » et « Envoyer des messages dans les fils », puis reprends avec /digest resume.
