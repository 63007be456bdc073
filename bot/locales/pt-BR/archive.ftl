# O arquivo na web, e o que se diz dele em outros lugares.
web-home = Todas as edições
web-digests = Edições
web-about = Notícias em poucas frases com fontes
web-skip = Ir para o texto
web-search = Buscar
web-search-words = Palavras a buscar
web-found = { $count ->
    [0] Nada do que foi contado aqui contém todas essas palavras.
    [one] { $count } história contada aqui contém todas.
   *[other] { $count } histórias contadas aqui contêm todas.
}
web-topics = Temas
web-editions = Séries
web-more = { $count ->
    [one] mais { $count } história
   *[other] mais { $count } histórias
}
web-nothing-yet = Nada foi contado ainda.
web-pages = Páginas
web-older = Mais antigas
web-newest = Mais recentes
web-also-as = Também como
web-revised = Alterada em { $at }, depois de publicada.
web-told-before = Contado antes
web-timeline = Linha do tempo
web-missing = Nada aqui
web-missing-words = Essa página não existe, ou não neste endereço.
web-busy = Agora não
web-busy-words = Isso demorou demais. Tente de novo daqui a pouco.
web-port-in-use = O arquivo não consegue escutar em { $host }, porta { $port }: { $reason }. Ponha em web.port uma livre, ou web.enabled em false.
run-archive = O arquivo: { $address }
settings-archive-private = O arquivo é lido por quem tem o endereço: { $address }
settings-archive-public = O arquivo é público: { $address }
settings-archive-nowhere = O arquivo ainda não tem endereço na web: quem hospeda o bot precisa definir web.public_url.

option-archive = Quem lê o arquivo na web: quem tem o endereço, ou todos; renew: endereço novo
    .name = arquivo
choice-private = só com o endereço
choice-public = público
choice-renew = endereço novo
