# Відповіді бота в Discord.
answer-too-late = Це тривало задовго й було зупинено; спробуйте ще раз за мить.
answer-failed = Тут щось пішло не так, у моєму журналі це { $number }; спробуйте ще раз або скажіть адміністраторові бота.

help-intro = Я читаю стрічки новин, знаходжу, які повідомлення розповідають одну історію, і публікую нове з його джерелами.
help-moderators = **Для модерації**
invite = Хто керує сервером, може запросити мене туди за цим посиланням: { $link }. Воно просить права, якими я користуюся, і жодних інших.

topic-changed = Тему { $topic } змінено.
topic-removed = Теми { $topic } більше немає, як і стрічок, що були лише в неї; опубліковане лишається.
topic-like = І те, що схоже на: { $title }
topic-created = Тему { $topic } створено. Додайте їй стрічки командою /feed add.
topic-shown = **{ $topic }**: { $feeds ->
    [one] { $feeds } стрічка
    [few] { $feeds } стрічки
   *[other] { $feeds } стрічок
}
topic-keywords = Лише з: { $words }
topic-exclude = Ніколи з: { $words }
topic-language = Мова: { $language }
topic-role = Роль: { $role }
topic-without-feeds = - стрічок ще немає; додайте командою /feed add
topics-heading = **Теми цього сервера**
topics-subscribe = Підписатися: { $topic }
topics-unsubscribe = Відписатися: { $topic }
subscribed = Ви підписані на { $topic } і маєте роль { $role }: випуски зі згадкою вас досягнуть.
subscribed-already = Ви вже підписані на { $topic }, з роллю { $role }.
unsubscribed = Ви більше не підписані на { $topic }.
search-heading = **Знайдено за { $query }**
search-nothing = Ніщо з того, що надійшло останнім часом, не містить усього цього: { $query }
latest-nothing = За останній тиждень нічого не надійшло.

feed-added = { $feed } тепер належить до { $topic }. У стрічці { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
}; { $news ->
    [0] нове — те, що надійде відтепер
    [one] нові — найновіший і те, що надійде відтепер
   *[other] нові — найновіші { $news } і те, що надійде відтепер
}.
import-begun = Читаю { $count ->
    [one] { $count } стрічку
    [few] { $count } стрічки
   *[other] { $count } стрічок
} для { $topics }. Що сталося з кожною, буде тут, коли закінчу.
import-goes-on = Прочитано стрічок: { $done } з { $count } …
import-folder = Імпортоване
export-done = { $feeds ->
    [one] { $feeds } стрічка
    [few] { $feeds } стрічки
   *[other] { $feeds } стрічок
}, по теці на тему.{ $secret ->
    [0] { "" }
   *[other] {" "}Пропущено: { $secret }, чия адреса впускає кожного, хто її знає.
}
notice-import = Список стрічок прочитано. { $what }
page-added = Стрічки там я не знайшов, тож { $topic } отримує саму сторінку: { $page } перелічує { $links ->
    [one] { $links } статтю
    [few] { $links } статті
   *[other] { $links } статей
}. Нове — те, що вона перелічить відтепер; кожну прочитаю один раз.
feed-choose = Там є стрічок: { $count }. Яку дати темі { $topic }?
feed-choose-menu = Виберіть стрічку
feed-removed = { $feed } більше не в { $topics }.
feed-tested = { $feed }: стрічка, у якій { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
}.
feed-edited = { $feed }: сторінки { $pages ->
    [on] читаються там, де є лише анонс
   *[other] не читаються
}.
feed-edited-encoding = Стрічку одразу буде перечитано: { $encoding ->
    [auto] літери такі, як вона каже
   *[other] літери в { $encoding }
}.
feed-edited-pause = З неї нічого не береться, доки не поставите pause: off.
feed-rests = { $feed }: призупинено; продовжити: /feed edit, pause: off
feed-fine = { $feed }: гаразд, прочитано { $at }
feed-waits = { $feed }: ще не прочитано

edition-scheduled = { $edition } замовлено для { $channel }; перший випуск { $at }.
edition-comes = { $edition } у { $channel }, наступний { $at }
edition-stands-still = { $edition } у { $channel } призупинено.
edition-paused-by-hand = Призупинила модерація; продовжити: /digest resume.
edition-told = { $stories ->
    [one] { $stories } історія йде
    [few] { $stories } історії йдуть
   *[other] { $stories } історій ідуть
} зараз у { $channel }.
edition-retracted = Історію позначено як відкликану у випусках: { $digests }.
edition-is-paused = { $edition } призупинено; продовжити: /digest resume.
edition-changed = { $edition } змінено. Тепер так:
edition-removed = { $edition } завершено; опубліковане лишається.
edition-resumed = { $edition } триває далі.

settings-notices = Що потребує модерації, сказано в { $channel }.
settings-language = Випуски, замовлені без мови, мовою: { $language }
settings-blocked = Жоден випуск не використовує: { $outlets }
settings-no-images = Відкриті історії не показують зображень.
settings-trusted = Для термінового сповіщення досить їхнього слова: { $outlets }
settings-no-graphic = Відкриті історії про смерть чи шкоду не показують зображень.
settings-zone = Пояс цього сервера — { $zone }.
settings-quiet = Нікого не сповіщаю з { $start } до { $end } ({ $zone }).
settings-no-notices = Не вказано каналу для того, що потребує модерації; назвіть його командою /server settings notices.
health-feeds = **Стрічки**: гаразд { $ok } з { $total }
health-editions = **Випуски**: { $count }
quiet-explained = Від { $since } { $entries ->
    [0] не надійшло жодного запису
    [one] надійшов { $entries } запис
    [few] надійшли { $entries } записи
   *[other] надійшло { $entries } записів
}, невідомих цьому каналу; вдалося прочитати { $ok } з { $total } стрічок. Що належить до вже розказаних тут історій і нічого до них не додає, вдруге не розповідається.

why-unknown = Жодна стрічка цього сервера не дала { $link } за останні два тижні. Що читається, покаже /feed list.
why-told = { $edition }: розказано { $at }.
why-not-its-topics = { $edition } про це не розповідає: її теми не мають стрічки, з якої воно прийшло.
why-lacks = { $edition } про це не розповідає: бракує того, чого вимагає тема: { $words }
why-barred = { $edition } про це не розповідає: тема відкидає те, що тут є: { $words }
why-brought = До теми належить завдяки: { $words }
why-too-old = { $edition } про це не розповідає: надійшло понад тиждень тому, або стрічку призупинено.
why-next = { $edition } розповість про це в наступному випуску, як видно зараз.
why-nothing-new = { $edition } про це не розповідає: історію там уже розказано, а тут немає ні імені, ні числа, ні повороту, яких не було.
why-there-before = { $edition } про це не розповідає: воно було там ще до того, як додали стрічку.
why-ranked-below = { $edition } про це не розповідає: інші історії стояли попереду, або розказана каже те саме.
why-no-editions = На цьому сервері не замовлено жодного випуску; замовте командою /digest schedule.
why-one-story = Це одна історія з іншими повідомленнями, їх { $others }; спільне: { $words }
why-alone = Жодне інше повідомлення зі стрічок цього сервера не розповідає того самого.

permission-view-channel = Перегляд каналу
permission-send-messages = Надсилання повідомлень
permission-create-threads = Створення публічних гілок
permission-send-in-threads = Надсилання повідомлень у гілках
permission-read-history = Читання історії повідомлень

notice-channel-gone = { $edition } призупинено: каналу { $channel } більше немає. Переведіть її в інший командою /digest edit.
notice-channel-hidden = { $edition } призупинено: я не бачу { $channel }. Дайте там моїй ролі «Перегляд каналу» і продовжте командою /digest resume.
notice-channel-closed = { $edition } призупинено: я не можу писати в { $channel }. Дайте там моїй ролі «Надсилання повідомлень» і «Читання історії повідомлень» і продовжте командою /digest resume.

notice-feed-ill = Стрічку { $feed } не вдається прочитати від { $since }.
notice-feed-burst = Стрічка { $feed } знову дала старі записи ({ $entries }), як буває, коли сайт переїздить. Їх притримано: нічого з них не буде розказано, якщо ви їх не відпустите.
held-release = Відпустити
held-discard = Відкинути
feed-released = Записи з { $feed }, що тепер уважаються новими: { $entries }.
feed-discarded = Записи з { $feed }, про які не буде розказано: { $entries }.
notice-feed-well = Стрічка { $feed } знову читається; робити нічого не треба.
alerts-on = Термінові сповіщення про { $topic } приходять у { $channel }: щонайбільше { $count } за 24 години, про історії, які повідомляють { $voices } незалежні голоси або довірене видання. Довірені видання і тихі години задає /server settings.
alerts-off = Термінові сповіщення про { $topic } завершено.
alerts-none = У { $topic } немає термінових сповіщень.
alerts-stand = { $edition }: термінові сповіщення в { $channel }, щонайбільше { $count } за 24 години
alert-heading = **Терміново** · { $topic }
server-exported = Цей сервер у файлі: { $topics ->
    [one] { $topics } тема
    [few] { $topics } теми
   *[other] { $topics } тем
}, { $editions ->
    [one] { $editions } випуск
    [few] { $editions } випуски
   *[other] { $editions } випусків
}. Стрічок із секретом в адресі, ролей і того, що належить файлові налаштувань бота, у ньому немає.
server-imported = Налаштовано за файлом: { $topics ->
    [one] { $topics } тема
    [few] { $topics } теми
   *[other] { $topics } тем
}, { $editions ->
    [one] { $editions } випуск
    [few] { $editions } випуски
   *[other] { $editions } випусків
}, налаштування.
server-left-out = Пропущено:
server-file-wrong = Файл непридатний; нічого не змінено:
gateway-bad-token = Discord відхиляє токен; скопіюйте його знову з порталу розробника в discord.token.
gateway-bad-shard = Discord відхиляє шарди; перевірте discord.shard_count і discord.shard_ids.
gateway-needs-shards = Бот на завеликій кількості серверів для одного шарда; вкажіть discord.shard_count.
gateway-bad-intents = Discord відхиляє інтенти; не вмикайте жодного на порталі розробника, цьому боту вони не потрібні.
