"""A Dockerfile as its steps, as far as ours goes: a step a line, JSON or shell form, nothing continued."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path


def steps(path: Path) -> Iterator[tuple[str, str]]:
    """Give each instruction with its argument, comments left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            word, _, rest = line.partition(" ")
            yield word, rest


def copied(argument: str) -> tuple[str | None, list[str], str]:
    """Give the stage a COPY takes from (None: the checkout), its sources, and where they go."""
    words = shlex.split(argument)
    stage = words.pop(0).removeprefix("--from=") if words[0].startswith("--from=") else None
    return stage, words[:-1], words[-1]


def command(argument: str) -> list[str]:
    """Give a command in JSON form, as HEALTHCHECK, ENTRYPOINT and CMD have it."""
    return list(json.loads(argument[argument.index("[") :]))


def variables(argument: str) -> dict[str, str]:
    """Give what an ENV sets."""
    return dict(word.partition("=")[::2] for word in shlex.split(argument))
