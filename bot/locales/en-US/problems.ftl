# What is wrong with a configuration. The place and the key stand before each sentence.
problem-suggestion = Did you mean { $suggestion }?
problem-unknown-key = There is no such key.
problem-unknown-variable = There is no such setting; variables are named TIDINGS_SECTION__KEY.
problem-missing = This key must be set.
problem-wrong-type = { $found } is no { $expected ->
    [text] text; put it in quotes
    [number] whole number
    [decimal] number
    [boolean] switch; write true or false
    [list] list; write [ … ]
    [table] table of keys
    [duration] duration; write seconds, or 30m, 24h, 7d
    [size] size; write bytes, or 500 kB, 10 MB
    [times] time of day; write "08:00" or "08:00,18:00"
   *[days] set of days; write daily, weekdays, weekends, or "mon,thu"
}.
problem-wrong-choice = { $found } is none of { $choices }.
problem-too-small = { $found } is too small; the least is { $limit }.
problem-too-large = { $found } is too large; the most is { $limit }.
problem-interval-out-of-bounds = The interval must lie between min_interval ({ $shortest }) and max_interval ({ $longest }).
problem-empty-list = Name at least one.
problem-blank = This may not be blank; leave the key out to have none.
problem-bad-time = { $found } is no time of day; write it as "08:00", from 00:00 to 23:59.
problem-bad-day = { $found } is no day; write daily, weekdays, weekends, or days as "mon,thu".
problem-bad-zone = { $found } is no IANA time zone.
problem-bad-host = { $found } is no host name, IP address or network; write it as news.example.org, 10.0.0.7 or 10.0.0.0/8.
problem-bad-language = { $found } is no language code; write it as "en" or "pt-BR".
problem-bad-address = { $found } is no address; it must begin with { $expected } and name a host.
problem-unknown-topic = There is no topic { $found } here; add it as [[topics]] or change the edition.
problem-query-quote-open = A quotation is not closed; write it as "exact phrase".
problem-query-quote-empty = A quotation is empty; put words between its marks.
problem-query-bracket-open = A bracket is not closed; write it as (a or b).
problem-query-bracket-closed = A bracket is closed that was not opened; write it as (a or b).
problem-query-bracket-empty = A bracket is empty; put words in it.
problem-query-sign-alone = { $sign } stands alone; put it right before the word it is about, as in { $sign }word.
problem-query-too-deep = There are more than { $limit } brackets within one another; nobody can read that.
problem-same-name = { $kind ->
    [topics] Another topic
   *[editions] Another edition
} is called { $name } already; give this one a name of its own.
problem-needs = With this, { $missing } must be set too.
problem-broken-toml = The file is no TOML from column { $column } on: { $reason }.
problem-not-utf8 = This line is not UTF-8; save the file in that encoding.
problem-file-missing = There is no file { $path }; write one with: tidings init
problem-file-unreadable = { $path } cannot be read: { $reason }.
problem-bad-json = The value is no JSON from column { $column } on: { $reason }.
problem-secret-unreadable = The secret cannot be read from { $path }: { $reason }.
problem-secret-empty = The file { $path } is empty; it should hold the secret.
problem-set-twice = The same setting comes from { $other } already; unset one of the two.
