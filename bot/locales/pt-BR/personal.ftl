# O que um membro guarda: botões de uma história, /saved, /preferences, /privacy.
story-follow = Seguir
story-unfollow = Deixar de seguir
story-mute = Silenciar
story-unmute = Mostrar de novo
story-more = Mais
story-more-heading = O que mais dá para fazer com esta história:
story-save = Salvar
story-timeline = Linha do tempo
story-report = Avisar
story-mute-outlet = Silenciar { $outlet }
story-followed = Você segue “{ $title }”: em /latest ela vem primeiro enquanto houver novidades.
story-unfollowed = Você não segue mais “{ $title }”.
story-muted = “{ $title }” não é mais mostrada a você; o que os canais recebem não muda.
story-unmuted = “{ $title }” volta a ser mostrada a você.
story-saved = Salva: “{ $title }”. Ela está em /saved.
story-unsaved = “{ $title }” não está mais salva.
outlet-muted = { $outlet } não é mais mostrado a você; aperte de novo para desfazer.
outlet-unmuted = { $outlet } volta a ser mostrado a você.
timeline-heading = **{ $title }**, como foi noticiada:
report-heading = O que há de errado com esta história? A moderação deste servidor vai ver, com o seu nome.
report-menu = O que há de errado
report-fact = Um fato está errado
report-duplicate = Já foi contada
report-story = Mistura histórias diferentes
report-taste = Não é para mim, ou não é daqui
report-taken = Obrigado: a moderação foi avisada.
report-kept = Obrigado. A moderação ainda não escolheu um canal para esses avisos; ela recebe assim que escolher.
notice-report = { $member } sobre { $story }: { $what }.
saved-heading = **Salvas**
saved-followed = **Você segue**
saved-muted = **Silenciadas**
saved-nothing = Você ainda não salvou, seguiu nem silenciou nada. Abra uma história no menu de um resumo: os botões dela fazem isso.
saved-remove = Remover…
saved-removed = { $count ->
    [one] 1 removida.
   *[other] { $count } removidas.
}
latest-followed = Histórias que você segue
preferences-timezone = Fuso horário: { $timezone }
preferences-dm-at = Mensagens diretas às: { $at }
preferences-language = Idioma do que é feito para você: { $language }
preferences-quiet = Silêncio das { $start } às { $end }
preferences-no-quiet = Sem horário de silêncio
privacy-export = { $rows ->
    [0] Nada está guardado sobre você.
    [one] 1 linha está guardada sobre você; ela está no arquivo.
   *[other] { $rows } linhas estão guardadas sobre você; todas estão no arquivo.
}
privacy-deleted = { $rows ->
    [0] Nada estava guardado sobre você.
    [one] 1 linha sobre você foi apagada.
   *[other] { $rows } linhas sobre você foram apagadas.
}
privacy-roles = Não alcanço estes cargos; tire-os você mesmo ou peça à moderação: { $roles }

log-nothing = Ninguém mudou nada aqui ainda.
log-heading = **Quem mudou o quê aqui ultimamente**
