# Ediciones por mensaje directo, menciones por nombre y quejas.
direct-from = De { $server }; allí termina con /unsubscribe.
direct-subscribed = Recibirás { $topic } por mensaje directo, cada día a las { $at } ({ $zone }), la próxima vez { $coming }, salvo que no haya novedades. Otra hora, zona o idioma: /preferences.
direct-subscribed-already = Ya recibes { $topic } por mensaje directo, cada día a las { $at } ({ $zone }), la próxima vez { $coming }. Otra hora, zona o idioma: /preferences.
direct-closed = Tus ediciones por mensaje directo están detenidas: Discord no me dejó escribirte. Permite los mensajes directos en los ajustes de privacidad de este servidor y luego usa /subscribe otra vez o cambia algo con /preferences.
direct-no-server = Tus ediciones por mensaje directo están detenidas: yo ya no estaba en su servidor. Usa allí /subscribe otra vez o cambia algo con /preferences.
direct-resumed = Se habían detenido porque no podía escribirte, y ahora siguen; permite los mensajes directos en los ajustes de privacidad de este servidor.
subscribed-by-name = Te has suscrito a { $topic }. No puedo darte un rol para él, así que las ediciones que mencionan te nombrarán a ti.
subscribed-by-name-already = Ya estás suscrito a { $topic }; las ediciones que mencionan te nombran a ti.
mention-list-full = { $topic } ya menciona por su nombre a { $limit } miembros, el máximo. Elige deliver:dm o pide a la moderación que me deje dar su rol («Gestionar roles», y mi rol por encima).
preferences-quiet-roles = En estas horas los mensajes directos llegan sin sonido y ninguna mención por nombre te llega; los roles siguen las horas de silencio del servidor.
member-left = Ya no estás en el servidor de esta edición, así que tus suscripciones allí han terminado; sus ediciones se pueden seguir leyendo.
server-closed = Ya no estoy en el servidor de esta edición, así que allí no se puede guardar ni avisar de nada.
topic-role-stays = Al rol { $role } no llego y se queda; la moderación puede borrarlo.
report-known = Eso ya lo dijiste, y la moderación lo tiene.
report-offer = Si no quieres volver a verla:
notice-reports = { $count } miembros ({ $members }) sobre { $story }: { $what }.
demo-direct = { $name } quiere una edición propia, por mensaje directo
