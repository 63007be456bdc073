# Palavras em volta de uma edição, seja como for desenhada.
digest-coverage = { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
} → { $stories ->
    [one] { $stories } história
   *[other] { $stories } histórias
} → { $shown } mostradas · { $ok }/{ $total } feeds em ordem
digest-empty = Nada de novo desde { $since }.
digest-new = Novo desde a última vez
digest-points = Pontos principais
digest-contested = Em disputa
digest-sources = Fontes
digest-voices = { $outlets ->
    [one] { $outlets } veículo
   *[other] { $outlets } veículos, { $voices } independentes
}
digest-paywalled = pago
digest-status-new = novo
digest-status-update = atualização
digest-status-contested = em disputa
digest-status-opinion = opinião
digest-status-excerpt = trecho
digest-status-single-source = uma só fonte
digest-status-withdrawn = retirado pela moderação
digest-why = Por que aqui: { $why }
digest-read = Ler em { $outlet }
digest-sources-all = Fontes ({ $count })
digest-sources-heading = **Onde está { $title }**
digest-reprint = segundo { $voice }
digest-picture = Imagem de: { $title }
digest-open-story = Abrir uma história
digest-why-quiet = Por que nada?
digest-next = a próxima { $at }
digest-changed = Novidades de histórias já contadas: { $stories }
