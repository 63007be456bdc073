problem-suggestion = ¿Querías decir { $suggestion }?
problem-unknown-key = No existe esa clave.
problem-unknown-variable = No existe ese ajuste; las variables se llaman TIDINGS_SECTION__KEY.
problem-missing = Hay que definir esta clave.
problem-wrong-type = { $expected ->
    [text] { $found } no es un texto; ponlo entre comillas
    [number] { $found } no es un número entero
    [decimal] { $found } no es un número
    [boolean] { $found } no es un interruptor; escribe true o false
    [list] { $found } no es una lista; escribe [ … ]
    [table] { $found } no es una tabla de claves
    [duration] { $found } no es una duración; escribe segundos, o 30m, 24h, 7d
    [size] { $found } no es un tamaño; escribe bytes, o 500 kB, 10 MB
    [times] { $found } no es una hora; escribe "08:00" o "08:00,18:00"
   *[days] { $found } no son días; escribe daily, weekdays, weekends o "mon,thu"
}.
problem-wrong-choice = { $found } no es ninguna de estas opciones: { $choices }.
problem-too-small = { $found } es demasiado poco; el mínimo es { $limit }.
problem-too-large = { $found } es demasiado; el máximo es { $limit }.
problem-interval-out-of-bounds = El intervalo debe estar entre min_interval ({ $shortest }) y max_interval ({ $longest }).
problem-empty-list = Nombra al menos uno.
problem-blank = No puede quedar vacío; quita la clave para no tener ninguno.
problem-bad-time = { $found } no es una hora; escríbela como "08:00", de 00:00 a 23:59.
problem-bad-day = { $found } no es un día; escribe daily, weekdays, weekends o días como "mon,thu".
problem-bad-zone = { $found } no es una zona horaria de IANA.
problem-bad-host = { $found } no es un nombre de host, una dirección IP ni una red; escribe news.example.org, 10.0.0.7 o 10.0.0.0/8.
problem-bad-language = { $found } no es un código de idioma; escríbelo como "en" o "pt-BR".
problem-bad-address = { $found } no es una dirección; debe empezar por { $expected } y nombrar un host.
problem-unknown-topic = Aquí no hay ningún tema { $found }; añádelo como [[topics]] o cambia la edición.
problem-query-quote-open = Unas comillas no se cierran; escribe "frase exacta".
problem-query-quote-empty = Entre las comillas no hay nada; pon palabras.
problem-query-bracket-open = Un paréntesis no se cierra; escribe (a or b).
problem-query-bracket-closed = Se cierra un paréntesis que no se abrió; escribe (a or b).
problem-query-bracket-empty = Un paréntesis está vacío; pon palabras dentro.
problem-query-sign-alone = { $sign } está solo; ponlo justo delante de su palabra, como en { $sign }palabra.
problem-query-too-deep = Hay más de { $limit } paréntesis unos dentro de otros; nadie puede leer eso.
problem-same-name = { $kind ->
    [topics] Otro tema
   *[editions] Otra edición
} ya se llama { $name }; da un nombre propio.
problem-needs = Con esto, también hay que definir { $missing }.
problem-broken-toml = El archivo no es TOML a partir de la columna { $column }: { $reason }.
problem-not-utf8 = Esta línea no es UTF-8; guarda el archivo en esa codificación.
problem-file-missing = No existe el archivo { $path }; crea uno con: tidings init
problem-file-unreadable = No se puede leer { $path }: { $reason }.
problem-bad-json = El valor no es JSON a partir de la columna { $column }: { $reason }.
problem-secret-unreadable = No se puede leer el secreto de { $path }: { $reason }.
problem-secret-empty = El archivo { $path } está vacío; debería contener el secreto.
problem-set-twice = El mismo ajuste ya viene de { $other }; quita uno de los dos.
