"""The command line: exit codes, where the configuration is found, and that it starts quickly. Real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import cli
from bot.commands.check import check_online
from bot.commands.init import Answers, with_topic
from config.loading import load
from digests.core.errors import StoreError, StoreIsBusyError, StoreIsForeignError, StoreIsNewerError, UseError

ROOT = Path(__file__).parents[2]
FEED = """<rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
<item><title>Bridge opens</title><link>https://courier.example/1</link><guid>1</guid></item></channel></rss>"""


def tidings(*args: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TIDINGS_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, args)],
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=30,
        check=False,
    )


def test_init_then_check_then_never_overwrites(tmp_path: Path) -> None:
    assert tidings("init", cwd=tmp_path).returncode == 0
    file = tmp_path / "tidings.toml"
    assert file.read_text(encoding="utf-8") == (ROOT / "config/example.toml").read_text(encoding="utf-8")
    checked = tidings("check", cwd=tmp_path)
    assert checked.returncode == 0
    assert "Database: tidings.db" in checked.stdout
    file.write_text("# mine", encoding="utf-8")
    again = tidings("init", cwd=tmp_path)
    assert again.returncode == 1
    assert "tidings.toml is there already" in again.stderr
    assert file.read_text(encoding="utf-8") == "# mine"


def test_keywords_that_cannot_be_read_are_a_problem_with_its_line(tmp_path: Path) -> None:
    text = '[[topics]]\nname = "Rates"\nfeeds = ["https://kestrel.example/rss"]\nkeywords = "(rate"\n'
    (tmp_path / "tidings.toml").write_text(text, encoding="utf-8")
    result = tidings("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "tidings.toml:4: topics[0].keywords: A bracket is not closed" in result.stderr


def test_a_topic_that_cannot_be_read_is_wrong_use(tmp_path: Path) -> None:
    result = tidings("digest", "feed.xml", "--topic", "(rate", cwd=tmp_path)
    assert result.returncode == 2
    assert "A bracket is not closed" in result.stderr


def test_every_problem_is_listed_and_the_exit_code_is_two(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[polling]\nintervall = 3\ntimeout = "soon"\n', encoding="utf-8")
    result = tidings("check", "--config", "mine.toml", cwd=tmp_path, env={"TIDINGS_NOPE": "1"})
    assert result.returncode == 2
    assert result.stdout == ""
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        "mine.toml:2",
        "mine.toml:3",
        "TIDINGS_NOPE",
    ]


def test_the_configuration_is_named_before_or_after_the_command_or_by_a_variable(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(f'[storage]\npath = "{name}.db"', encoding="utf-8")
    before = tidings("--config", "one.toml", "check", cwd=tmp_path, env={"TIDINGS_CONFIG": "two.toml"})
    after = tidings("check", "--config", "one.toml", cwd=tmp_path)
    variable = tidings("check", cwd=tmp_path, env={"TIDINGS_CONFIG": "two.toml"})
    assert "one.toml.db" in before.stdout
    assert "one.toml.db" in after.stdout
    assert "two.toml.db" in variable.stdout


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    result = tidings("check", "--config", "absent.toml", cwd=tmp_path)
    assert result.returncode == 2
    assert "There is no file absent.toml" in result.stderr


@pytest.mark.parametrize("args", [("nope",), ("check", "--nope"), ("--nope",), ("digest",)])
def test_wrong_use_exits_with_two(capsys: pytest.CaptureFixture[str], args: tuple[str, ...]) -> None:
    assert cli.call(args) == 2
    assert capsys.readouterr().err


def test_help_and_version_exit_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.call(["--help"]) == 0
    assert cli.call(["--version"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in cli.COMMANDS)


def test_help_loads_no_heavy_library(tmp_path: Path) -> None:
    code = (
        "import sys, bot.cli, json\n"
        "bot.cli.call(['--help'])\n"
        "heavy = {'pydantic', 'aiohttp', 'discord', 'rich', 'sqlite_utils', 'trafilatura', 'fluent', 'wordfreq'}\n"
        "print(json.dumps(sorted(heavy & set(sys.modules))))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert json.loads(result.stdout.splitlines()[-1]) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StoreIsNewerError("x", path="a.db"), "written by a newer Tidings"),
        (StoreIsForeignError("x", path="a.db"), "no Tidings database"),
        (StoreIsBusyError("x", path="a.db"), "in use by another"),
        (StoreError("disk is full", path="a.db"), "disk is full"),
        (UseError("unknown-zone", name="Mars", suggestion=None), "Mars is no IANA time zone"),
    ],
)
def test_what_stops_a_command_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, words: str
) -> None:
    @click.command()
    def broken() -> None:
        raise error

    monkeypatch.setattr(cli.LazyGroup, "get_command", lambda *_: broken)
    assert cli.call(["broken"]) == 1
    assert words in capsys.readouterr().err


def test_an_interrupt_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.LazyGroup, "get_command", lambda *_: interrupted)
    assert cli.call(["interrupted"]) == 130


def test_a_reader_that_leaves_is_no_reason_for_a_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "check"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        result = subprocess.run(
            command, cwd=tmp_path, env=environ, stdout=pipe, stderr=subprocess.PIPE, timeout=30, check=False
        )
    assert b"Traceback" not in result.stderr
    assert b"BrokenPipe" not in result.stderr


def test_the_answers_given_to_init_make_a_good_file(tmp_path: Path) -> None:
    example = (ROOT / "config/example.toml").read_text(encoding="utf-8")
    answers = Answers(
        topic='The "Harbour"', feed="https://courier.example/feed", timezone="Europe/Kyiv", at="08:00,18:00"
    )
    file = tmp_path / "tidings.toml"
    file.write_text(with_topic(example, answers), encoding="utf-8")
    settings = load(file, {})
    assert settings.topics[0].name == 'The "Harbour"'
    assert settings.editions[0].topics == ('The "Harbour"',)
    assert len(settings.editions[0].at) == 2


async def test_an_online_check_asks_discord_and_each_feed() -> None:
    async def me(request: web.Request) -> web.Response:
        if request.headers["Authorization"] != "Bot good-token":
            return web.json_response({"message": "401"}, status=401)
        return web.json_response({"username": "Courier Bot"})

    async def feed(_request: web.Request) -> web.Response:
        return web.Response(text=FEED, content_type="application/rss+xml")

    app = web.Application()
    app.add_routes([web.get("/api/users/@me", me), web.get("/feed", feed)])
    async with TestServer(app) as server:
        environ = {
            "TIDINGS_DISCORD__API_BASE": str(server.make_url("/api")),
            "TIDINGS_DISCORD__TOKEN": "good-token",
            "TIDINGS_POLLING__ALLOW_PRIVATE_HOSTS": "127.0.0.1",
            "TIDINGS_TOPICS": json.dumps(
                [{"name": "Harbour", "feeds": [str(server.make_url("/feed")), str(server.make_url("/absent"))]}]
            ),
        }
        token, good, absent = await check_online(load(None, environ))
        refused = (await check_online(load(None, {**environ, "TIDINGS_DISCORD__TOKEN": "other"})))[0]
    assert (token.is_good, token.sentence) == (True, "Discord knows the bot as Courier Bot.")
    assert good.is_good
    assert "1 entry" in good.sentence
    assert not absent.is_good
    assert not refused.is_good
    assert "401" in refused.sentence


async def test_an_online_check_without_a_token_says_so() -> None:
    (verdict,) = await check_online(load(None, {}))
    assert verdict.is_good
    assert "No discord.token" in verdict.sentence
