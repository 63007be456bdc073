# Слова командного рядка.
init-exists = { $path } вже є, його не змінено; назвіть інший файл: tidings init PATH
init-unwritable = { $path } не вдається записати: { $reason }.
init-written = { $path } записано. Прочитайте його, потім: tidings check
init-ask-topic = Назва першої теми (порожньо: жодної)
init-ask-feed = Адреса стрічки для неї
init-ask-zone = Ваш часовий пояс
init-ask-at = Випуск о (місцевий час)
check-ok = Налаштування в порядку.
check-file = Файл: { $path }
check-no-file = немає, лише типові значення і середовище
check-database = База даних: { $path }
check-place = Випуски йдуть { $place ->
    [discord] у Discord
   *[terminal] у термінал: discord.token немає
}
check-topic = Тема { $name }: { $feeds ->
    [one] { $feeds } стрічка
    [few] { $feeds } стрічки
   *[other] { $feeds } стрічок
}
check-edition = Випуск { $name }: { $topics }, { $days } о { $at }, { $zone }
check-nothing = У файлі немає [[topics]]; нічого не читається, доки тему не додано.
check-feed-ok = { $source }: { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
}
check-token-none = Немає discord.token: Discord не запитано.
check-token-ok = Discord знає бота як { $name }.
check-token-refused = Discord відхиляє токен (статус { $status }); скопіюйте його знову з порталу розробника.
check-token-unreachable = Discord недосяжний: { $reason }.
check-online-failed = Не пройдено { $failed } з { $total } перевірок.
store-newer = { $path } записав новіший Tidings; оновіть цей або відновіть копію старішої версії.
store-foreign = { $path } — не база Tidings, її не зачеплено; вкажіть у storage.path інший файл.
store-busy = { $path } зайнято іншим процесом Tidings; спершу зупиніть його.
store-unusable = { $path } не можна використати: { $reason }.
