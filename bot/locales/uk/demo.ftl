# Слова навколо `tidings demo`.
demo-begins = Вівторок 12:00 · модераторка все налаштовує: { $feeds ->
    [one] { $feeds } вигадана стрічка
    [few] { $feeds } вигадані стрічки
   *[other] { $feeds } вигаданих стрічок
} на цій машині, без мережі
demo-slot = { $day } · випуск { $number } приходить у { $channel }
demo-opens = { $name } відкриває першу історію першого випуску
demo-ends = Показ завершено. Далі: tidings init, потім tidings run
demo-stays = Працює до Ctrl-C · замінник Discord { $api } і { $gateway } · стрічки { $wire }
demo-port-taken = Порт { $port } не можна використати ({ $reason }); виберіть інший через --port або не вказуйте його.
