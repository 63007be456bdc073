# Preparar um servidor: /setup, seus menus e seu formulário.
setup-heading = **A primeira edição de vocês.** Escolha abaixo um canal, um idioma e temas; depois, o horário. Um canal onde eu diga à moderação o que precisa dela é opcional. Nada é guardado antes de enviar o formulário.
setup-channel = Onde as edições são publicadas
setup-topics = Quais temas
setup-notices = Onde a moderação é avisada (opcional)
setup-when = Escolher o horário…
setup-form-title = Quando as edições chegam
setup-form-at = Horas locais, como 08:00 ou 08:00,18:00
setup-form-zone = Seu fuso horário, como America/Sao_Paulo
setup-done = Pronto: { $topics ->
    [one] um tema
   *[other] { $topics } temas
} com { $feeds ->
    [one] um feed
   *[other] { $feeds } feeds
}.
setup-left-out = { $count ->
    [one] Um feed ficou de fora
   *[other] { $count } feeds ficaram de fora
}; tente mais tarde com /feed add:
setup-see = Ver a primeira edição
setup-post = Publicar agora
setup-incomplete = Escolha antes nos menus um canal e pelo menos um tema.
setup-still-reading = Ainda estou lendo os feeds pela primeira vez; tente em alguns segundos.
edition-gone = Esta edição não está mais encomendada; /digest list mostra as que estão.
