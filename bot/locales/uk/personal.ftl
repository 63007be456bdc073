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
story-followed = Ви стежите за «{ $title }»: у /latest вона йде першою, поки є новини.
story-unfollowed = Ви більше не стежите за «{ $title }».
story-muted = «{ $title }» вам більше не показується; те, що отримують канали, не змінюється.
story-unmuted = «{ $title }» знову вам показується.
story-saved = Збережено: «{ $title }». Вона є в /saved.
story-unsaved = «{ $title }» більше не збережена.
outlet-muted = { $outlet } вам більше не показується; натисніть ще раз, щоб скасувати.
outlet-unmuted = { $outlet } знову вам показується.
timeline-heading = **{ $title }**, як про це повідомляли:
report-heading = Що не так із цією історією? Модератори сервера побачать це разом із вашим ім’ям.
report-menu = Що не так
report-fact = Факт неправильний
report-duplicate = Про це вже розповідали
report-story = Змішано різні історії
report-taste = Це не для мене або тут не до місця
report-taken = Дякуємо: модератори дізнаються.
report-kept = Дякуємо. Модератори ще не вибрали каналу для таких повідомлень; отримають, щойно виберуть.
notice-report = { $member } про { $story }: { $what }.
saved-heading = **Збережене**
saved-followed = **Ви стежите**
saved-muted = **Приховане**
saved-nothing = Ви ще нічого не зберегли, не відстежуєте й не приховали. Відкрийте історію в меню дайджесту: для цього є її кнопки.
saved-remove = Прибрати…
saved-removed = Прибрано: { $count }.
latest-followed = Історії, за якими ви стежите
preferences-timezone = Часовий пояс: { $timezone }
preferences-dm-at = Особисті повідомлення о: { $at }
preferences-language = Мова того, що робиться для вас: { $language }
preferences-quiet = Тиша з { $start } до { $end }
preferences-no-quiet = Без тихих годин
privacy-export = { $rows ->
    [0] Про вас нічого не зберігається.
   *[other] Рядків, що зберігаються про вас: { $rows }; усі вони у файлі.
}
privacy-deleted = { $rows ->
    [0] Про вас нічого не зберігалося.
   *[other] Рядків про вас видалено: { $rows }.
}
privacy-roles = Ці ролі мені недоступні; зніміть їх самостійно або попросіть модераторів: { $roles }

log-nothing = Тут ще ніхто нічого не змінював.
log-heading = **Хто що тут змінив останнім часом**
