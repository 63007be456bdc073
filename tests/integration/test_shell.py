"""What a shell may count on: help like a manual's, JSON where facts are printed, no colours in a pipe, completion."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot import cli
from tests.test_docs import commands

ROOT = Path(__file__).parents[2]
LEAVES = [(path.split()[1:], one) for path, one in commands() if not isinstance(one, click.Group)]
PRINTS_FACTS = {"check", "feeds list", "feeds check", "feeds import", "doctor", "backup", "restore"}
FEED = """<rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
<item><title>Bridge opens in Aldmouth</title><link>https://courier.example/1</link><guid>1</guid></item></channel></rss>"""


@pytest.mark.parametrize(("words", "command"), LEAVES, ids=lambda one: " ".join(one) if isinstance(one, list) else "")
def test_the_help_of_a_command_says_what_it_does_with_examples_and_exit_codes(
    capsys: pytest.CaptureFixture[str], words: list[str], command: click.Command
) -> None:
    assert cli.call([*words, "--help"]) == 0
    told = capsys.readouterr().out
    assert "Examples:" in told
    assert f"  tidings {' '.join(words)}" in told.split("Examples:")[1]
    assert "Exit codes:" in told
    assert "\x1b" not in told
    assert all(param.help for param in command.params if isinstance(param, click.Option))
    asked_for_json = any("--json" in param.opts for param in command.params)
    assert asked_for_json == (" ".join(words) in PRINTS_FACTS)


def environ(**more: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TIDINGS_", "NO_COLOR"))}
    return {**clean, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **more}


def run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        cwd=folder,
        env=environ(),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=40,
        check=False,
    )


def on_terminal(folder: Path, *args: str, **more: str) -> str:
    """Run with stdout and stderr on a terminal; give all that it printed there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *args], cwd=folder, env=environ(**more), stdout=theirs, stderr=theirs
    ):
        os.close(theirs)
        printed = b"".join(_until_closed(ours))
    os.close(ours)
    return printed.decode()


def _until_closed(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # Linux says so where nobody holds the other end any more
            return
        if not chunk:
            return
        yield chunk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "feed.xml").write_text(FEED, encoding="utf-8")
    return tmp_path


def test_facts_come_as_json_and_nothing_coloured_goes_into_a_pipe(folder: Path) -> None:
    digest = run(folder, "digest", "feed.xml", "--since", "20y")
    assert "Bridge opens" in digest.stdout
    checked = run(folder, "check", "--json")
    assert json.loads(checked.stdout)["online"] is None
    imported = run(folder, "feeds", "import", "--json", "feed.xml")
    assert imported.returncode == 1  # no list; said in a sentence, not half a document
    assert imported.stdout == ""
    for one in (digest, checked, imported):
        assert "\x1b" not in one.stdout + one.stderr
        assert "Traceback" not in one.stderr


def test_a_terminal_gets_a_bar_and_colours_unless_it_wants_none(folder: Path) -> None:
    shown = on_terminal(folder, "digest", "feed.xml", "--since", "20y")
    assert "\x1b[" in shown
    plain = on_terminal(folder, "digest", "feed.xml", "--since", "20y", NO_COLOR="1")
    assert "Bridge opens" in plain
    assert not any(f"\x1b[{code}" in plain for code in ("31m", "32m", "33m", "34m", "35m", "36m", "38;"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_its_script(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert cli.call(["completion", shell]) == 0
    assert "_TIDINGS_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tidings do", ["doctor"]),
        ("tidings feeds ", ["list", "check", "import", "export"]),
        ("tidings doctor --v", ["--vacuum"]),
        ("tidings digest --format m", ["markdown"]),
    ],
)
def test_a_shell_completes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str, expected: list[str]
) -> None:
    monkeypatch.setenv("_TIDINGS_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    assert cli.call([]) == 0
    told = [one.split(",")[1] for one in capsys.readouterr().out.splitlines()]
    assert sorted(told) == sorted(expected)


def test_completing_a_command_loads_no_command(folder: Path) -> None:
    code = "import sys, bot.cli; bot.cli.call([]); print([name for name in sys.modules if 'bot.commands' in name])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environ(_TIDINGS_COMPLETE="bash_complete", COMP_WORDS="tidings ", COMP_CWORD="1"),
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
