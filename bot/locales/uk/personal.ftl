# Що зберігає учасник: кнопки історії, /saved, /preferences, /privacy.
story-follow = Стежити
story-unfollow = Не стежити
story-mute = Приховати
story-unmute = Показувати знову
story-more = Більше
story-more-heading = Що ще можна зробити з цією історією:
story-save = Зберегти
story-timeline = Хронологія
story-report = Повідомити
story-mute-outlet = Приховати { $outlet }
story-followed = Ти стежиш за «{ $title }»: у /latest вона йде першою, поки є новини.
story-unfollowed = Ти більше не стежиш за «{ $title }».
story-muted = «{ $title }» тобі більше не показується; те, що отримують канали, не змінюється.
story-unmuted = «{ $title }» знову тобі показується.
story-saved = Збережено: «{ $title }». Вона є в /saved.
story-unsaved = «{ $title }» більше не збережена.
outlet-muted = { $outlet } тобі більше не показується; натисни ще раз, щоб скасувати.
outlet-unmuted = { $outlet } знову тобі показується.
timeline-heading = **{ $title }**, як про це повідомляли:
report-heading = Що не так із цією історією? Модератори сервера побачать це разом із твоїм ім’ям.
report-menu = Що не так
report-fact = Факт неправильний
report-duplicate = Про це вже розповідали
report-story = Змішано різні історії
report-taste = Це не для мене або тут не до місця
report-taken = Дякуємо: модератори дізнаються.
report-kept = Дякуємо. Модератори ще не вибрали каналу для таких повідомлень; отримають, щойно виберуть.
notice-report = { $member } про { $story }: { $what }.
saved-heading = **Збережене**
saved-followed = **Ти стежиш**
saved-muted = **Приховане**
saved-nothing = Ти ще нічого не зберіг, не відстежуєш і не приховав. Відкрий історію в меню дайджесту: для цього є її кнопки.
saved-remove = Прибрати…
saved-removed = Прибрано: { $count }.
latest-followed = Історії, за якими ти стежиш
preferences-timezone = Часовий пояс: { $timezone }
preferences-dm-at = Особисті повідомлення о: { $at }
preferences-language = Мова того, що робиться для тебе: { $language }
preferences-quiet = Тиша з { $start } до { $end }
preferences-no-quiet = Без тихих годин
privacy-export = { $rows ->
    [0] Про тебе нічого не зберігається.
   *[other] Рядків, що зберігаються про тебе: { $rows }; усі вони у файлі.
}
privacy-deleted = { $rows ->
    [0] Про тебе нічого не зберігалося.
   *[other] Рядків про тебе видалено: { $rows }.
}
privacy-roles = Ці ролі мені недоступні; зніми їх самостійно або попроси модераторів: { $roles }

log-nothing = Тут ще ніхто нічого не змінював.
log-heading = **Хто що тут змінив останнім часом**
