# Слова для того, хто розміщує бота: копії, `tidings doctor` і повідомлення про дайджести, що перестали надходити.
store-damaged = { $path } пошкоджено: { $reason }. Поставте на його місце резервну копію: tidings restore ФАЙЛ
store-full = Немає місця, щоб записати { $path }; звільніть місце на диску. Збережене раніше ціле.

backup-exists = { $file } уже існує, його не змінено; назвіть інший файл або замініть його за допомогою --force.
backup-done = { $path } скопійовано у { $file } ({ $megabytes } МБ).
restore-done = { $path } тепер містить те, що містить { $file }. Запустіть бота знову.
restore-kept = Те, що було раніше, збережено як { $kept }; видаліть, коли все буде гаразд.

doctor-version = Tidings { $version }, схема { $schema }
doctor-database = База даних: { $path }, { $megabytes } МБ; на диску вільно { $free } МБ
doctor-low-disk = На диску бази даних вільно лише { $free } МБ; звільніть місце, доки він не заповнився.
doctor-cannot-shrink = Файл не може зменшитися (не використано { $megabytes } МБ): зупиніть бота й один раз виконайте tidings doctor --vacuum.
doctor-not-running = На { $path } не працює жоден Tidings.
doctor-running = На ній працює процес { $pid }.
doctor-hangs = Процес { $pid } тримає { $path }, але його цикл подій стоїть; перезапустіть його.
doctor-feeds = Стрічки: справних { $well } з { $total }
doctor-more-feeds = { $count ->
    [one] Ще { $count } стрічка має
    [few] Ще { $count } стрічки мають
   *[other] Ще { $count } стрічок мають
} ту саму проблему; побачити всі: tidings feeds list
doctor-editions = Випуски: { $count }
doctor-silent = { $edition } нічого не повідомляє вже { $hours } год; чи працює бот і що в його журналі?
doctor-stuck = { $edition }: { $count ->
    [one] { $count } частина чекає
    [few] { $count } частини чекають
   *[other] { $count } частин чекають
} на надсилання із запізненням { $hours } год; шукайте в журналі «delivery failed».
doctor-paused = { $edition } призупинив модератор.
doctor-verdict = { $problems ->
    [0] Ніщо не потребує вашої уваги.
    [one] { $problems } річ потребує вашої уваги.
    [few] { $problems } речі потребують вашої уваги.
   *[other] { $problems } речей потребують вашої уваги.
}

notice-silence = Від { $since } не надійшло жодного дайджесту { $edition }. Якщо /health не показує нічого поганого, скажіть адміністраторові бота.
notice-silence-over = Дайджести { $edition } знову надходять.
