"""Loading: the file, the environment over it, and every problem at once with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.replies import Replies, describe
from config.loading import load
from config.problems import ConfigError, Problem
from config.settings import Settings

TOPIC = """\
[[topics]]
name = "Harbour"
feeds = ["https://courier.example/feed"]
"""


def loaded(tmp_path: Path, text: str, environ: Mapping[str, str] | None = None) -> Settings:
    file = tmp_path / "tidings.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, environ or {})


def problems(tmp_path: Path, text: str, environ: Mapping[str, str] | None = None) -> list[Problem]:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text, environ)
    described(caught.value)
    return list(caught.value.problems)


def described(error: ConfigError) -> None:
    """Prove that each problem has its sentence, with every field it needs: a missing one warns."""
    assert len(describe(error, Replies())) == len(error.problems)


def only(tmp_path: Path, text: str, environ: Mapping[str, str] | None = None) -> Problem:
    (problem,) = problems(tmp_path, text, environ)
    return problem


def test_without_a_file_the_defaults_hold() -> None:
    settings = load(None, {"PATH": "/bin"})
    assert settings.polling.interval == timedelta(minutes=30)
    assert settings.polling.max_bytes == 10_000_000
    assert settings.discord.token is None


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    settings = loaded(tmp_path, '[polling]\ninterval = "2h"\nper_host = 1', {"TIDINGS_POLLING__INTERVAL": "3h"})
    assert settings.polling.interval == timedelta(hours=3)
    assert settings.polling.per_host == 1


def test_lists_numbers_and_switches_come_from_the_environment() -> None:
    settings = load(
        None,
        {
            "TIDINGS_DISCORD__GUILD_IDS": "11, 12",
            "TIDINGS_POLLING__ALLOW_PRIVATE_HOSTS": "127.0.0.1,wiki.example",
            "TIDINGS_WEB__METRICS": "true",
            "TIDINGS_WEB__PORT": "9000",
            "TIDINGS_SUMMARY__DAILY_COST": "0.5",
        },
    )
    assert settings.discord.guild_ids == (11, 12)
    assert settings.polling.allow_private_hosts == ("127.0.0.1", "wiki.example")
    assert settings.web.metrics
    assert settings.web.port == 9000
    assert settings.summary.daily_cost == 0.5


def test_topics_come_from_the_environment_as_json() -> None:
    topics = '[{"name": "Harbour", "feeds": ["https://courier.example/a,b"]}]'
    assert load(None, {"TIDINGS_TOPICS": topics}).topics[0].feeds == ("https://courier.example/a,b",)


def test_a_problem_inside_a_json_variable_names_the_variable_and_the_place_in_it() -> None:
    with pytest.raises(ConfigError) as caught:
        load(None, {"TIDINGS_TOPICS": '[{"name": 1, "feeds": ["https://courier.example"]}]'})
    described(caught.value)
    assert [(one.key, one.line) for one in caught.value.problems] == [("TIDINGS_TOPICS[0].name", None)]


def test_broken_json_in_a_variable_is_placed() -> None:
    with pytest.raises(ConfigError) as caught:
        load(None, {"TIDINGS_EDITIONS": "[{]"})
    described(caught.value)
    (problem,) = caught.value.problems
    assert (problem.code, problem.key, problem.fields["column"]) == ("bad-json", "TIDINGS_EDITIONS", "3")


def test_variables_that_are_no_settings_are_left_alone() -> None:
    assert load(None, {"TIDINGS_CONFIG": "x", "TIDINGS_DATA": "y", "TIDINGS_DISCORD__TOKEN": ""}) == load(None, {})


def test_an_unknown_variable_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(ConfigError) as caught:
        load(None, {"TIDINGS_DISCORD__TOKN": "x"})
    described(caught.value)
    (problem,) = caught.value.problems
    assert (problem.code, problem.key) == ("unknown-variable", "TIDINGS_DISCORD__TOKN")
    assert problem.fields["suggestion"] == "TIDINGS_DISCORD__TOKEN"


def test_a_secret_comes_from_the_file_a_variable_names(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("not-a-real-token\n", encoding="utf-8")
    settings = load(None, {"TIDINGS_DISCORD__TOKEN_FILE": str(secret)})
    assert settings.discord.token is not None
    assert settings.discord.token.get_secret_value() == "not-a-real-token"
    assert settings.secrets() == ("not-a-real-token",)


def test_a_missing_an_empty_and_a_doubled_secret_are_told(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(ConfigError) as caught:
        load(
            None,
            {
                "TIDINGS_DISCORD__TOKEN_FILE": str(tmp_path / "absent"),
                "TIDINGS_SUMMARY__API_KEY": "one",
                "TIDINGS_SUMMARY__API_KEY_FILE": str(empty),
            },
        )
    described(caught.value)
    assert [one.code for one in caught.value.problems] == ["secret-unreadable", "secret-empty", "set-twice"]


def test_only_secrets_come_from_files() -> None:
    with pytest.raises(ConfigError) as caught:
        load(None, {"TIDINGS_WEB__PORT_FILE": "/nowhere"})
    described(caught.value)
    assert caught.value.problems[0].code == "unknown-variable"


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    settings = loaded(tmp_path, '[discord]\ntoken = "hush-hush"\n[summary]\napi_key = "whisper"')
    for shown in (repr(settings), str(settings), settings.model_dump_json()):
        assert "hush-hush" not in shown
        assert "whisper" not in shown
    problem = only(tmp_path, "[discord]\ntoken = 987654321")
    assert problem.code == "wrong-type"
    assert "987654321" not in repr(problem)


def test_every_problem_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = """\
typo = 1
[polling]
intervall = "30m"
timeout = "soon"
per_host = 99
[digest]
style = "breif"
[[topics]]
name = "Harbour"
feeds = ["ftp://courier.example", "https://courier.example/feed"]
[[editions]]
topics = ["Habour"]
at = "25:00"
days = "mon,thr"
timezone = "Europe/Kiew"
"""
    told = [(one.line, one.code, one.key) for one in problems(tmp_path, text, {"TIDINGS_WEB__PORT": "many"})]
    assert told == [
        (1, "unknown-key", "typo"),
        (3, "unknown-key", "polling.intervall"),
        (4, "wrong-type", "polling.timeout"),
        (5, "too-large", "polling.per_host"),
        (7, "wrong-choice", "digest.style"),
        (10, "bad-address", "topics[0].feeds[0]"),
        (12, "unknown-topic", "editions[0].topics"),
        (13, "bad-time", "editions[0].at"),
        (14, "bad-day", "editions[0].days"),
        (15, "bad-zone", "editions[0].timezone"),
        (None, "wrong-type", "TIDINGS_WEB__PORT"),
    ]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ('[polling]\nintervall = "1h"', "interval"),
        ('[digest]\ninterval = "1h"', "polling.interval"),
        ("[poling]\ninterval = 3", "polling"),
        ('interval = "1h"', "polling.interval"),
        ('[digest]\nstyle = "breif"', "brief"),
        (TOPIC + "keyword = 'x'", "keywords"),
        (TOPIC + '[[editions]]\ntopics = "Harbor"\nat = "08:00"', "Harbour"),
        (TOPIC + '[[editions]]\ntopics = "Harbour"\nat = "08:00"\ntimezone = "Europe/Kiew"', "Europe/Kyiv"),
        (TOPIC + '[[editions]]\ntopics = "Harbour"\nat = "08:00"\ntimezone = "kyiv"', "Europe/Kyiv"),
        (TOPIC + '[[editions]]\ntopics = "Harbour"\nat = "08:00"\ndays = "weekday"', "weekdays"),
    ],
)
def test_what_was_probably_meant_is_suggested(tmp_path: Path, text: str, suggestion: str) -> None:
    assert only(tmp_path, text).fields["suggestion"] == suggestion


def test_a_missing_key_is_placed_at_its_table(tmp_path: Path) -> None:
    problem = only(tmp_path, f'{TOPIC}\n[[topics]]\nname = "Hills"\n')
    assert (problem.code, problem.key, problem.line) == ("missing", "topics[1].feeds", 5)


def test_broken_toml_is_placed(tmp_path: Path) -> None:
    problem = only(tmp_path, "[web]\nport = = 3\n")
    assert (problem.code, problem.line, problem.fields["column"]) == ("broken-toml", 2, "8")


def test_a_number_beyond_all_bounds_is_no_crash(tmp_path: Path) -> None:
    assert only(tmp_path, "[web]\nport = " + "9" * 5000).code == "broken-toml"
    assert only(tmp_path, f'[polling]\ntimeout = "{"9" * 5000}"').code == "wrong-type"


def test_toml_that_ends_too_early_is_placed_at_its_end(tmp_path: Path) -> None:
    problem = only(tmp_path, '[web]\nhost = "')
    assert (problem.code, problem.line) == ("broken-toml", 2)


def test_a_file_in_another_encoding_is_placed(tmp_path: Path) -> None:
    file = tmp_path / "tidings.toml"
    file.write_bytes('[web]\nhost = "ü"'.encode("latin-1"))
    with pytest.raises(ConfigError) as caught:
        load(file, {})
    described(caught.value)
    assert [(one.code, one.line) for one in caught.value.problems] == [("not-utf8", 2)]


def test_a_byte_order_mark_and_dos_lines_are_no_problem(tmp_path: Path) -> None:
    file = tmp_path / "tidings.toml"
    file.write_bytes(b"\xef\xbb\xbf[web]\r\nport = 1\r\n")
    assert load(file, {}).web.port == 1


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    codes = []
    for path in (tmp_path / "absent.toml", tmp_path):
        with pytest.raises(ConfigError) as caught:
            load(path, {})
        described(caught.value)
        codes += [one.code for one in caught.value.problems]
    assert codes == ["file-missing", "file-unreadable"]


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ('[polling]\ninterval = "1m"\nmin_interval = "5m"', "interval-out-of-bounds", "polling.interval"),
        ('[polling]\nmin_interval = "1h"', "interval-out-of-bounds", "polling.interval"),
        ("[storage]\nseen_days = 30", "too-small", "storage.seen_days"),
        ("[web]\nport = true", "wrong-type", "web.port"),
        ("[web]\nport = 80.5", "wrong-type", "web.port"),
        ("[summary]\nprice_in = nan", "wrong-type", "summary.price_in"),
        ("[summary]\nprice_in = true", "wrong-type", "summary.price_in"),
        ("web = 3", "wrong-type", "web"),
        ("topics = 3", "wrong-type", "topics"),
        ("topics = [3]", "wrong-type", "topics[0]"),
        (TOPIC + TOPIC, "same-name", "topics[1].name"),
        ('[[topics]]\nname = "Harbour"\nfeeds = []', "empty-list", "topics[0].feeds"),
        ('[[topics]]\nname = " "\nfeeds = ["https://courier.example"]', "blank", "topics[0].name"),
        (TOPIC + '[[editions]]\ntopics = ["Harbour"]\nat = []', "empty-list", "editions[0].at"),
        (TOPIC + "language = 'English'", "bad-language", "topics[0].language"),
        ("[polling]\nallow_private_hosts = ['no host']", "bad-host", "polling.allow_private_hosts[0]"),
    ],
)
def test_a_wrong_value_is_told_by_its_key(tmp_path: Path, text: str, code: str, key: str) -> None:
    problem = only(tmp_path, text)
    assert (problem.code, problem.key) == (code, key)
    assert problem.line is not None


def test_a_language_model_needs_an_address_and_a_name(tmp_path: Path) -> None:
    missing = [one.fields["missing"] for one in problems(tmp_path, '[summary]\nengine = "llm"')]
    assert missing == ["summary.base_url", "summary.model"]


def test_an_edition_tells_topics_of_its_own_server_only(tmp_path: Path) -> None:
    edition = '[[editions]]\ntopics = "Harbour"\nat = "08:00"\nguild = 5\nchannel = 6\n'
    assert only(tmp_path, TOPIC + edition).code == "unknown-topic"
    assert loaded(tmp_path, TOPIC + "guild = 5\n" + edition).editions[0].channel == 6


def test_a_channel_needs_its_server(tmp_path: Path) -> None:
    problem = only(tmp_path, f'{TOPIC}[[editions]]\ntopics = "Harbour"\nat = "08:00"\nchannel = 6\n')
    assert (problem.code, problem.key, problem.fields["missing"]) == ("needs", "editions[0].channel", "guild")


def test_an_edition_reads_times_days_and_names(tmp_path: Path) -> None:
    edition = loaded(
        tmp_path, f'{TOPIC}[[editions]]\ntopics = "Harbour"\nat = "18:00, 8:05"\ndays = "thu,Mon"'
    ).editions[0]
    assert edition.at == (time(8, 5), time(18))
    assert edition.days == {1, 4}
    assert edition.title == "Harbour"
