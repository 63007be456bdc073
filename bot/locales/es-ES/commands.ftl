# Palabras de la línea de órdenes.
init-exists = { $path } ya existe y se dejó como estaba; nombra otro archivo: tidings init PATH
init-unwritable = { $path } no se puede escribir: { $reason }.
init-written = Escrito { $path }. Léelo y después: tidings check
init-ask-topic = Nombre de un primer tema (vacío: ninguno)
init-ask-feed = Dirección de un feed para él
init-ask-zone = Tu zona horaria
init-ask-at = Edición a las (hora local)
check-ok = La configuración está bien.
check-file = Archivo: { $path }
check-no-file = ninguno, solo valores por defecto y entorno
check-database = Base de datos: { $path }
check-place = Las ediciones van { $place ->
    [discord] a Discord
   *[terminal] al terminal: no hay discord.token
}
check-topic = Tema { $name }: { $feeds ->
    [one] 1 feed
   *[other] { $feeds } feeds
}
check-edition = Edición { $name }: { $topics }, { $days } a las { $at }, { $zone }
check-nothing = No hay [[topics]] en el archivo; no se lee nada hasta que se añada uno.
check-feed-ok = { $source }: { $entries ->
    [one] 1 entrada
   *[other] { $entries } entradas
}
check-token-none = Sin discord.token: no se preguntó a Discord.
check-token-ok = Discord conoce al bot como { $name }.
check-token-refused = Discord rechaza el token (estado { $status }); cópialo de nuevo del portal de desarrolladores.
check-token-unreachable = No se puede llegar a Discord: { $reason }.
check-online-failed = Fallaron { $failed } de { $total } comprobaciones.
store-newer = { $path } lo escribió un Tidings más nuevo; actualiza este o restaura una copia de la versión anterior.
store-foreign = { $path } no es una base de datos de Tidings y no se tocó; pon storage.path en otro archivo.
store-busy = { $path } lo usa otro proceso de Tidings; detenlo antes.
store-unusable = { $path } no se puede usar: { $reason }.
