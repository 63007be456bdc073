"""What can be wrong with a configuration, as values. No sentence for people here: `bot.replies` writes those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend. `key` is dotted ("topics[0].name") or the name of an environment variable.

    `line` counts from 1 in the file; None where the problem is not in it. `fields` never hold a secret.
    """

    code: str
    key: str = ""
    line: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem whose place is not looked up yet: `path` leads to the value in the tree."""

    code: str
    path: tuple[str | int, ...]
    fields: Mapping[str, str] = field(default_factory=dict)


class ConfigError(Exception):
    """The configuration cannot be used; `problems` are all that was found, `path` is the file, if there is one."""

    def __init__(self, problems: Sequence[Problem], *, path: str | None = None) -> None:
        super().__init__("; ".join(f"{problem.key or path}: {problem.code}" for problem in problems))
        self.problems = tuple(problems)
        self.path = path
