# Edições por mensagem direta, menções por nome e reclamações.
direct-from = De { $server }; lá, /unsubscribe encerra.
direct-subscribed = Você recebe { $topic } por mensagem direta, todo dia às { $at } ({ $zone }), a próxima vez { $coming }, a não ser que não haja novidade. Outra hora, fuso ou idioma: /preferences.
direct-subscribed-already = Você já recebe { $topic } por mensagem direta, todo dia às { $at } ({ $zone }), a próxima vez { $coming }. Outra hora, fuso ou idioma: /preferences.
direct-closed = Suas edições por mensagem direta estão paradas: o Discord não me deixou escrever a você. Permita mensagens diretas nas configurações de privacidade deste servidor e use /subscribe de novo ou mude algo com /preferences.
direct-no-server = Suas edições por mensagem direta estão paradas: eu não estava mais no servidor delas. Use /subscribe lá de novo, ou mude algo com /preferences.
direct-resumed = Elas tinham parado porque eu não conseguia escrever a você, e agora continuam; permita mensagens diretas nas configurações de privacidade deste servidor.
subscribed-by-name = Você assinou { $topic }. Não posso dar a você um cargo para ele, então as edições que mencionam vão citar o seu nome.
subscribed-by-name-already = Você já assina { $topic }; as edições que mencionam citam o seu nome.
mention-list-full = { $topic } já menciona { $limit } membros pelo nome, o máximo. Escolha deliver:dm ou peça à moderação que me deixe dar o cargo ("Gerenciar cargos", e o meu cargo acima).
preferences-quiet-roles = Nesse horário as mensagens diretas chegam sem som e nenhuma menção por nome chega a você; os cargos seguem o horário de silêncio do servidor.
member-left = Você não está mais no servidor desta edição, então o que assinou lá terminou; as edições dele ainda podem ser lidas.
server-closed = Não estou mais no servidor desta edição, então lá não se pode guardar nem avisar nada.
topic-role-stays = Não alcanço o cargo { $role }, ele fica; a moderação pode apagá-lo.
report-known = Você já disse isso, e a moderação já sabe.
report-offer = Se não quiser vê-la de novo:
notice-reports = { $count } membros ({ $members }) sobre { $story }: { $what }.
demo-direct = { $name } quer uma edição própria, por mensagem direta
