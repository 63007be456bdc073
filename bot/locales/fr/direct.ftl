# Éditions par message privé, mentions par nom et plaintes.
direct-from = De { $server } ; /unsubscribe y met fin là-bas.
direct-subscribed = Tu reçois { $topic } par message privé, chaque jour à { $at } ({ $zone }), la prochaine fois { $coming }, sauf s’il n’y a rien de nouveau. Autre heure, fuseau ou langue : /preferences.
direct-subscribed-already = Tu reçois déjà { $topic } par message privé, chaque jour à { $at } ({ $zone }), la prochaine fois { $coming }. Autre heure, fuseau ou langue : /preferences.
direct-closed = Tes éditions par message privé sont suspendues : Discord ne m’a pas laissé t’écrire. Autorise les messages privés dans les paramètres de confidentialité de ce serveur, puis refais /subscribe ou change quelque chose avec /preferences.
direct-no-server = Tes éditions par message privé sont suspendues : je n’étais plus sur leur serveur. Refais-y /subscribe, ou change quelque chose avec /preferences.
direct-resumed = Elles étaient suspendues, car je ne pouvais pas t’écrire, et reprennent maintenant ; autorise les messages privés dans les paramètres de confidentialité de ce serveur.
subscribed-by-name = Tu es abonné à { $topic }. Je ne peux pas te donner de rôle pour ce thème : les éditions qui mentionnent te nommeront.
subscribed-by-name-already = Tu es déjà abonné à { $topic } ; les éditions qui mentionnent te nomment.
mention-list-full = { $topic } mentionne déjà { $limit } membres par leur nom, le maximum. Prends deliver:dm, ou demande à la modération de me laisser donner son rôle (« Gérer les rôles », et mon rôle au-dessus).
preferences-quiet-roles = À ces heures, les messages privés arrivent sans bruit et aucune mention par nom ne t’atteint ; les rôles suivent les heures de silence du serveur.
member-left = Tu n’es plus sur le serveur de cette édition : tes abonnements là-bas ont pris fin ; ses éditions restent lisibles.
server-closed = Je ne suis plus sur le serveur de cette édition : rien ne peut y être gardé ni signalé.
topic-role-stays = Le rôle { $role } est hors de ma portée et reste ; la modération peut le supprimer.
report-known = Tu l’as déjà dit, et la modération le sait.
report-offer = Si tu ne veux plus la voir :
notice-reports = { $count } membres ({ $members }) à propos de { $story } : { $what }.
demo-direct = { $name } veut sa propre édition, par message privé
