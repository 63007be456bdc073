"""What the container would hold, built in a clean folder by the Dockerfile's own steps, and run."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.deploy.dockerfile import command, copied, steps, variables

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "deploy/Dockerfile"
PATIENCE_S = 60.0

pytestmark = [pytest.mark.image, pytest.mark.timeout(600)]


def build(folder: Path) -> dict[str, str]:
    """Run all steps with `folder` as the file system's root; give the variables of the image.

    Both stages share the folder, so what one copies from the other is there already.
    """
    environ: dict[str, str] = {}
    place = folder
    for word, rest in steps(DOCKERFILE):
        match word:
            case "WORKDIR":
                place = folder / rest.lstrip("/")
                place.mkdir(parents=True, exist_ok=True)
            case "COPY":
                stage, sources, target = copied(rest)
                if stage is None:
                    _copy(sources, place / target)
                else:
                    assert all((folder / one.lstrip("/")).exists() for one in sources)
            case "RUN":
                line = rest if os.geteuid() == 0 else rest.partition(" && chown")[0]
                line = line.replace("/app", f"{folder}/app").replace("/data", f"{folder}/data")
                line = line.replace("python -m", f"{sys.executable} -m")
                subprocess.run(["sh", "-euc", line], cwd=place, check=True, timeout=500)
            case "ENV":
                environ |= {name: value.replace("/data", f"{folder}/data") for name, value in variables(rest).items()}
    environ["PATH"] = environ["PATH"].replace("/app", f"{folder}/app").replace("$PATH", os.environ["PATH"])
    return environ


def _copy(sources: list[str], target: Path) -> None:
    for source in sources:
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, target if target.is_dir() else target.parent)


async def test_the_image_runs_is_well_and_stops(tmp_path: Path) -> None:
    environ = await asyncio.to_thread(build, tmp_path)
    found = dict(steps(DOCKERFILE))
    assert not (tmp_path / "app/bot").exists()  # only what was installed
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.setblocking(False)
        program = [*command(found["ENTRYPOINT"]), *command(found["CMD"])]
        bot = await asyncio.create_subprocess_exec(
            *program, env={**environ, "NOTIFY_SOCKET": str(tmp_path / "notify")}, cwd=tmp_path / "data"
        )
        try:
            async with asyncio.timeout(PATIENCE_S):
                while b"READY=1" not in await asyncio.get_running_loop().sock_recv(manager, 4096):
                    pass
            check = await asyncio.create_subprocess_exec(*command(found["HEALTHCHECK"]), env=environ)
            assert await check.wait() == 0
            bot.send_signal(signal.SIGTERM)
            async with asyncio.timeout(PATIENCE_S):
                assert await bot.wait() == 0
        finally:
            if bot.returncode is None:
                bot.kill()
                await bot.wait()
    stopped = await asyncio.create_subprocess_exec(*command(found["HEALTHCHECK"]), env=environ)
    assert await stopped.wait() == 1
