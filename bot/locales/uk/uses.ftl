# Чого хтось просив і чого зробити не можна.
unknown-zone = { $name } — не часовий пояс IANA. { $suggestion ->
    [None] Напишіть як Europe/Kyiv.
   *[other] Може, { $suggestion }?
}
address-not-web = Адресу, що починається з { $scheme }, прочитати не можна; вона має починатися з http:// або https://.
address-unreadable = { $address } — не вебадреса; напишіть як https://example.org/feed.xml.
address-too-long = Адреса задовга; щонайбільше { $limit } знаків.

name-empty = Назва порожня; дайте її.
name-too-long = Назва задовга; щонайбільше { $limit } знаків.
name-has-comma = У { $name } є кома, а вона ділить назви в списках; виберіть назву без неї.
topic-exists = Тема { $name } вже є; виберіть іншу назву.
topics-too-many = У цього сервера стільки тем, скільки може бути ({ $limit }); спершу приберіть одну.
query-too-long = Слів забагато; щонайбільше { $limit } знаків.
unknown-topic = Теми { $name } тут немає. { $suggestion ->
    [None] Які є, покаже /topics.
   *[other] Може, { $suggestion }?
}
no-topics = У цього сервера ще немає тем; модерація створить тему командою /topic create.
topic-gone = Цієї теми більше немає; які є, покаже /topics.
owned-by-file = { $name } задано у файлі налаштувань бота, тут цього не змінити; спитайте його адміністратора.
list-too-large = Список більший за { $limit } МБ; поділіть його.
list-not-fetched = Discord не дав мені файлу; спробуйте ще раз.
list-unreadable = З файлу не вдається прочитати список стрічок ({ $reason }). Дайте файл OPML або текст з адресою на рядок.
no-feed-there = { $address } — вебсторінка, і стрічки її я не знайшов: ні названої на ній, ні за звичними адресами. Пошукайте на сайті RSS, Atom або «Feed» і дайте ту адресу.
feed-held = { $topic } вже має цю стрічку, як { $url }.
no-feeds = У цього сервера ще немає стрічок; додайте командою /feed add.
unknown-feed = Стрічки { $name } тут немає. { $suggestion ->
    [None] Які є, покаже /feed list.
   *[other] Може, { $suggestion }?
}
feed-edit-empty = Скажіть, що змінити: name, read_pages, encoding чи pause.
encoding-unknown = Кодування { $encoding } я не знаю. Виберіть зі списку або auto — те, яке називає сама стрічка.
encoding-shared = { $feed } читають і інші сервери, тож її кодування звідси не задати. Приберіть її командою /feed remove, додайте знову з private: on, тоді задайте.
nothing-held = З { $feed } нічого не притримано, або вже вирішено.
only-moderators = Це може вирішити лише модерація цього сервера.
feed-not-held = { $feed } не серед стрічок тієї теми.
feeds-too-many = У цього сервера стільки стрічок, скільки може бути ({ $limit }); спершу приберіть одну.
edition-without-topic = Випускові потрібна тема; створіть її командою /topic create.
editions-too-many = У цього сервера стільки випусків, скільки може бути ({ $limit }); спершу приберіть один.
unknown-edition = Випуску { $name } тут немає. { $suggestion ->
    [None] Які є, покаже /digest list.
   *[other] Може, { $suggestion }?
}
search-without-word = У { $query } немає слова, яке можна шукати; напишіть одне-два слова.
asked-too-often = Ви просите швидше, ніж я встигаю; спробуйте ще раз за { $seconds } с.
not-a-domain = { $domain } — не домен; напишіть як example.org.
topic-is-all = { $name } — усе, про що розповідає випуск { $edition }; спершу дайте йому іншу тему командою /digest edit або завершіть його командою /digest remove.
no-editions = Тут ще не замовлено жодного випуску; замовте командою /digest schedule.
edition-paused = { $name } призупинено; продовжити: /digest resume.
nothing-to-tell = { $name } не має нічого нового; нічого не опубліковано.
subscriptions-too-many = Ви підписані на стільки тем, скільки можна ({ $limit }); спершу відмовтеся від однієї командою /unsubscribe.
not-subscribed = Ви не підписані на { $topic }.
channel-closed = Я не можу писати в { $channel }: бракує { $missing }. Дайте там моїй ролі ці права і спробуйте ще раз.
role-not-mentionable = Я не можу згадати { $role }: дозвольте всім її згадувати (Налаштування сервера, Ролі) або виберіть ping: off.
role-out-of-reach = Я не можу ні дати, ні забрати { $role }: бракує «Керування ролями», або та роль вища за мою. Підніміть мою в Налаштуваннях сервера, Ролі.
nothing-to-retract = Жоден випуск за останні 30 днів не цитує тут { $link }, або його вже відкликано.
story-gone = Цього випуску більше немає.
ties-too-many = Їх уже { $limit }, більше не можна; приберіть деякі в /saved.
quiet-hours-open = Тихим годинам потрібні обидва кінці: вкажіть quiet_from і quiet_to.
name-pings = Назва не може нікого згадувати; приберіть «{ $word }» зі знаком.
no-link-there = У цьому повідомленні немає посилання.
no-report-there = За посиланням { $link } не вдалося прочитати жодного повідомлення.
no-announcement-channel = Передати далі можна лише те, що опубліковано в каналі оголошень; виберіть такий або залиште crosspost вимкненим.
no-thread-in-thread = { $channel } — гілка, а в гілці гілок не буває; виберіть канал або інший вигляд.
alert-has-no-times = { $name } — термінові сповіщення, у них немає часу; змініть їх командою /alerts.
server-no-place = Каналу { $channel } тут немає; замовте його випуск командою /digest schedule.
digest-bad-span = { $value } — не проміжок часу; напишіть 90m, 24h, 7d, 2w або 20y.
digest-nothing-read = Жодного джерела не вдалося прочитати; рядки вище кажуть чому.
lab-unreadable = { $file }: { $reason }.
lab-no-story = Історії { $story } у базі немає, або всі її записи забуто. Номери є в JSON випуску.
lab-not-json = { $file }, рядок { $line }: це не JSON ({ $reason }); пишіть один об'єкт JSON на рядок.
lab-missing-key = { $file }, рядок { $line }: бракує ключа { $missing }; додайте його.
lab-wrong-value = { $file }, рядок { $line }: значення { $wrong } не таке, як потрібно; див. docs/commands.md.
run-without-discord = discord.token немає: випуски друкуються тут і зберігаються в { $path }.
