# What somebody asked for and cannot be done; the codes of UseError.
unknown-zone = { $name } is no IANA time zone. { $suggestion ->
    [None] Write it as Europe/Kyiv.
   *[other] Did you mean { $suggestion }?
}
address-not-web = An address that begins with { $scheme } cannot be read; it must begin with http:// or https://.
address-unreadable = { $address } is no web address; write it as https://example.org/feed.xml.
address-too-long = The address is too long; the most is { $limit } characters.

digest-bad-span = { $value } is no length of time; write 90m, 24h, 7d, 2w or 20y.
digest-nothing-read = Not one source could be read; the lines above say why.
lab-not-json = { $file }, line { $line }: this is no JSON ({ $reason }); write one JSON object a line.
lab-missing-key = { $file }, line { $line }: the key { $missing } is missing; add it.
lab-wrong-value = { $file }, line { $line }: the value of { $wrong } is not what is wanted there; see docs/commands.md.
run-without-discord = There is no discord.token: digests are printed here, and kept in { $path }.
