# Preparar un servidor: /setup, sus menús y su formulario.
setup-heading = **Vuestra primera edición.** Elige abajo un canal, un idioma y temas; después, la hora. Un canal donde avise a la moderación de lo que la necesita es opcional. Nada se guarda antes de enviar el formulario.
setup-channel = Dónde se publican las ediciones
setup-topics = Qué temas
setup-notices = Dónde se avisa a la moderación (opcional)
setup-when = Elegir la hora…
setup-form-title = Cuándo llegan las ediciones
setup-form-at = Horas locales, como 08:00 o 08:00,18:00
setup-form-zone = Su zona horaria, como Europe/Madrid
setup-done = Preparado: { $topics ->
    [one] un tema
   *[other] { $topics } temas
} con { $feeds ->
    [one] un feed
   *[other] { $feeds } feeds
}.
setup-left-out = { $count ->
    [one] Un feed quedó fuera
   *[other] { $count } feeds quedaron fuera
}; prueba más tarde con /feed add:
setup-see = Ver la primera edición
setup-post = Publicarla ya
setup-incomplete = Elige antes en los menús un canal y al menos un tema.
setup-still-reading = Aún estoy leyendo los feeds por primera vez; prueba en unos segundos.
edition-gone = Esta edición ya no está encargada; /digest list muestra las que hay.
