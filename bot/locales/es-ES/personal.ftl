# Lo que guarda un miembro: botones de una historia, /saved, /preferences, /privacy.
story-follow = Seguir
story-unfollow = Dejar de seguir
story-mute = Silenciar
story-unmute = Volver a mostrar
story-more = Más
story-more-heading = Qué más puedes hacer con esta historia:
story-save = Guardar
story-timeline = Cronología
story-report = Avisar
story-mute-outlet = Silenciar { $outlet }
story-followed = Sigues «{ $title }»: en /latest va primero mientras haya novedades.
story-unfollowed = Ya no sigues «{ $title }».
story-muted = «{ $title }» ya no se te muestra; lo que reciben los canales no cambia.
story-unmuted = «{ $title }» se te vuelve a mostrar.
story-saved = Guardada: «{ $title }». La encuentras en /saved.
story-unsaved = «{ $title }» ya no está guardada.
outlet-muted = { $outlet } ya no se te muestra; pulsa otra vez para deshacerlo.
outlet-unmuted = { $outlet } se te vuelve a mostrar.
timeline-heading = **{ $title }**, tal como se fue contando:
report-heading = ¿Qué falla en esta historia? La moderación de este servidor lo verá, con tu nombre.
report-menu = Qué falla
report-fact = Un dato es falso
report-duplicate = Ya se contó
report-story = Mezcla historias distintas
report-taste = No es para mí, o no va aquí
report-taken = Gracias: la moderación queda avisada.
report-kept = Gracias. La moderación aún no ha elegido un canal para estos avisos; lo recibirá en cuanto lo haga.
notice-report = { $member } sobre { $story }: { $what }.
saved-heading = **Guardadas**
saved-followed = **Sigues**
saved-muted = **Silenciadas**
saved-nothing = Aún no has guardado, seguido ni silenciado nada. Abre una historia en el menú de un resumen: sus botones sirven para eso.
saved-remove = Quitar…
saved-removed = { $count ->
    [one] 1 quitada.
   *[other] { $count } quitadas.
}
latest-followed = Historias que sigues
preferences-timezone = Zona horaria: { $timezone }
preferences-dm-at = Mensajes directos a las: { $at }
preferences-language = Idioma de lo que se hace para ti: { $language }
preferences-quiet = Silencio de { $start } a { $end }
preferences-no-quiet = Sin horas de silencio
privacy-export = { $rows ->
    [0] No hay nada guardado sobre ti.
    [one] Hay 1 fila guardada sobre ti; está en el archivo.
   *[other] Hay { $rows } filas guardadas sobre ti; están todas en el archivo.
}
privacy-deleted = { $rows ->
    [0] No había nada guardado sobre ti.
    [one] Se borró 1 fila sobre ti.
   *[other] Se borraron { $rows } filas sobre ti.
}
privacy-roles = A estos roles no llego; quítatelos o pídeselo a la moderación: { $roles }

log-nothing = Aquí nadie ha cambiado nada todavía.
log-heading = **Quién cambió qué aquí últimamente**
