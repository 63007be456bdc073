"""Logs: where they go, how they look, and what never gets into them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from config import logs


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    quiet = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in quiet.items():
        logging.getLogger(name).setLevel(before)


TOKEN = "A" * 24 + "." + "b" * 6 + "." + "c" * 30


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "text",
    [
        'key my"secret-value here',
        f"login with {TOKEN}",
        "Authorization: Bearer abcdefgh12345678ijkl",
        "GET https://feeds.example/rss?page=2&token=hushhush&x=1",
        "GET https://reader:hushhush@feeds.example/rss",
    ],
)
def test_no_secret_gets_into_a_log(capsys: pytest.CaptureFixture[str], form: str, text: str) -> None:
    logs.configure("info", form, secrets=['my"secret-value'])
    logging.getLogger("tidings.test").info("said %s", text)
    told = capsys.readouterr().err
    assert "***" in told
    for secret in ("secret-value", TOKEN, "abcdefgh12345678ijkl", "hushhush"):
        assert secret not in told


def test_no_secret_gets_into_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", "json", secrets=["hush-hush-hush"])
    try:
        int("hush-hush-hush")
    except ValueError:
        logging.getLogger("tidings.test").exception("it broke")
    line = json.loads(capsys.readouterr().err)
    assert "'***'" in line["exception"]
    assert "hush" not in line["exception"]


def test_json_logs_are_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", "json")
    logging.getLogger("tidings.test").warning("feed failing feed=%d", 7, extra={"feed": 7})
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["message"], line["feed"]) == ("warning", "feed failing feed=7", 7)
    assert line["time"].endswith("+00:00")


def test_logs_stay_on_stderr_and_libraries_stay_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info")
    logging.getLogger("discord.gateway").info("chatter")
    logging.getLogger("tidings.test").info("news")
    told = capsys.readouterr()
    assert told.out == ""
    assert "chatter" not in told.err
    assert "INFO tidings.test news" in told.err


def test_configuring_again_replaces_the_first_time(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info")
    logs.configure("error")
    logging.getLogger("tidings.test").error("once")
    assert capsys.readouterr().err.count("once") == 1
