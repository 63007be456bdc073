problem-suggestion = Можливо, { $suggestion }?
problem-unknown-key = Такого ключа немає.
problem-unknown-variable = Такого налаштування немає; змінні звуться TIDINGS_SECTION__KEY.
problem-missing = Цей ключ треба задати.
problem-wrong-type = { $expected ->
    [text] { $found } — не текст; візьміть його в лапки
    [number] { $found } — не ціле число
    [decimal] { $found } — не число
    [boolean] { $found } — не перемикач; напишіть true або false
    [list] { $found } — не список; напишіть [ … ]
    [table] { $found } — не таблиця ключів
    [duration] { $found } — не тривалість; напишіть секунди або 30m, 24h, 7d
    [size] { $found } — не розмір; напишіть байти або 500 kB, 10 MB
    [times] { $found } — не час доби; напишіть "08:00" або "08:00,18:00"
   *[days] { $found } — не дні; напишіть daily, weekdays, weekends або "mon,thu"
}.
problem-wrong-choice = { $found } немає серед { $choices }.
problem-too-small = { $found } — замало; найменше { $limit }.
problem-too-large = { $found } — забагато; найбільше { $limit }.
problem-interval-out-of-bounds = Проміжок має бути між min_interval ({ $shortest }) і max_interval ({ $longest }).
problem-empty-list = Назвіть принаймні одне.
problem-blank = Це не може бути порожнім; приберіть ключ, щоб не мати жодного.
problem-bad-time = { $found } — не час доби; напишіть як "08:00", від 00:00 до 23:59.
problem-bad-day = { $found } — не день; напишіть daily, weekdays, weekends або дні як "mon,thu".
problem-bad-zone = { $found } — не часовий пояс IANA.
problem-bad-host = { $found } — не ім’я хоста, не IP-адреса й не мережа; напишіть news.example.org, 10.0.0.7 або 10.0.0.0/8.
problem-bad-language = { $found } — не код мови; напишіть як "en" або "pt-BR".
problem-bad-address = { $found } — не адреса; вона має починатися з { $expected } і називати хост.
problem-unknown-topic = Теми { $found } тут немає; додайте її як [[topics]] або змініть випуск.
problem-query-quote-open = Лапки не закрито; напишіть "точний вислів".
problem-query-quote-empty = Між лапками нічого немає; впишіть слова.
problem-query-bracket-open = Дужку не закрито; напишіть (a or b).
problem-query-bracket-closed = Закрито дужку, якої не відкривали; напишіть (a or b).
problem-query-bracket-empty = Дужки порожні; впишіть в них слова.
problem-query-sign-alone = { $sign } стоїть окремо; поставте його просто перед словом, як у { $sign }слово.
problem-query-too-deep = Дужок одна в одній більше, ніж { $limit }; такого ніхто не прочитає.
problem-same-name = { $kind ->
    [topics] Інша тема
   *[editions] Інший випуск
} уже має назву { $name }; дайте окрему назву.
problem-needs = Разом із цим треба задати й { $missing }.
problem-broken-toml = Від стовпця { $column } файл не є TOML: { $reason }.
problem-not-utf8 = Цей рядок не в UTF-8; збережіть файл у цьому кодуванні.
problem-file-missing = Файлу { $path } немає; створіть його так: tidings init
problem-file-unreadable = { $path } не вдається прочитати: { $reason }.
problem-bad-json = Від стовпця { $column } значення не є JSON: { $reason }.
problem-secret-unreadable = Секрет не вдається прочитати з { $path }: { $reason }.
problem-secret-empty = Файл { $path } порожній; у ньому має бути секрет.
problem-set-twice = Те саме налаштування вже задано в { $other }; приберіть одне з двох.
