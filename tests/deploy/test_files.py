"""The files in deploy/ agree with the program and with each other."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.commands.doctor import BEAT_STALE
from bot.supervision import BEAT_S, READY_S
from config.environment import NOT_SETTINGS, variable_of
from config.shape import SECRETS, keys_of
from tests.deploy.dockerfile import command, copied, steps, variables

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILE = DEPLOY / "Dockerfile"
UNIT = DEPLOY / "tidings.service"
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")


class Unit(configparser.ConfigParser):
    """A unit file: keys keep their case; of keys given several times the last is kept."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def service() -> configparser.SectionProxy:
    unit = Unit(strict=False, interpolation=None, delimiters=("=",))
    unit.read(UNIT)
    return unit["Service"]


def test_the_container_runs_as_nobody_and_copies_only_what_is_not_ignored() -> None:
    found = list(steps(DOCKERFILE))
    let_in = {
        line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    }
    sources = [one for word, rest in found if word == "COPY" for one in copied(rest)[1] if copied(rest)[0] is None]
    assert set(sources) == let_in
    assert all((ROOT / one).exists() for one in sources)
    (user,) = (rest for word, rest in found if word == "USER")
    assert user.split(":")[0] not in {"0", "root"}
    assert [rest.split()[0] for word, rest in found if word == "FROM"] == ["python:3.13-slim"] * 2


def test_the_container_calls_commands_there_are() -> None:
    found = dict(steps(DOCKERFILE))
    assert command(found["ENTRYPOINT"]) == ["tidings"]
    assert command(found["CMD"])[0] in COMMANDS
    assert command(found["HEALTHCHECK"]) == ["tidings", "doctor", "--quick"]


def test_every_variable_that_is_set_is_one_we_read() -> None:
    known = NOT_SETTINGS | {variable_of(path) for path in keys_of()} | {f"{variable_of(path)}_FILE" for path in SECRETS}
    in_image = [name for word, rest in steps(DOCKERFILE) if word == "ENV" for name in variables(rest)]
    for text in (" ".join(in_image), COMPOSE, UNIT.read_text(encoding="utf-8")):
        named = set(re.findall(r"TIDINGS_[A-Z_]+", text))
        assert named
        assert named <= known


def test_the_unit_waits_as_long_as_the_program_may_take() -> None:
    unit = service()
    assert unit["Type"] == "notify"
    assert unit["RestartPreventExitStatus"] == "2"
    assert int(unit["TimeoutStartSec"]) > READY_S
    assert int(unit["TimeoutStopSec"]) > 10
    assert int(unit["WatchdogSec"]) > 3 * BEAT_S
    assert BEAT_STALE.total_seconds() > 3 * BEAT_S


@pytest.mark.parametrize(
    "line", ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", "restart: on-failure", "tmpfs:"]
)
def test_the_compose_file_gives_away_nothing_it_need_not(line: str) -> None:
    assert line in COMPOSE
    grace = re.search(r"stop_grace_period: (\d+)s", COMPOSE)
    assert grace is not None
    assert int(grace[1]) > 10


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="LOUD: systemd-analyze is not installed")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    program = shutil.which("true") or "/bin/true"
    text = re.sub(r"^ExecStart=.*", f"ExecStart={program}", UNIT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (tmp_path / "tidings.service").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "tidings.service")],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    about_ours = [line for line in done.stderr.splitlines() if "tidings" in line]
    assert about_ours == []
