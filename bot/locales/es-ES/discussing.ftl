story-discuss = Comentar
discuss-here = De esta historia se habla en { $thread }; sus novedades llegan también allí.
discuss-opens = Enseguida se abre en este canal un hilo sobre esta historia; sus novedades llegarán también allí.
discuss-in-servers = Solo los canales de un servidor tienen hilos.
discuss-not-allowed = No puedes abrir hilos aquí (permiso «Crear hilos públicos»); pídeselo a la moderación.
