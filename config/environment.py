"""Settings from environment variables: TIDINGS_SECTION__KEY, and secrets from the file TIDINGS_SECTION__KEY_FILE names.

An empty variable counts as unset, as compose files leave them. No value is judged here, only names.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from config.problems import Problem
from config.shape import SECRETS, keys_of, lists_of_tables

PREFIX = "TIDINGS_"
NOT_SETTINGS = frozenset({"TIDINGS_CONFIG", "TIDINGS_DATA"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FromEnvironment:
    """Values by (section, key) or (list of tables,); `names` tells the variable each came from."""

    values: MutableMapping[tuple[str, ...], object] = field(default_factory=dict)
    names: MutableMapping[tuple[str, ...], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_environment(environ: Mapping[str, str]) -> FromEnvironment:
    """Give what the variables set, and what is wrong with their names or files."""
    result = FromEnvironment()
    known = {variable_of(path): path for path in _paths()}
    files = {f"{variable_of(path)}_FILE": path for path in SECRETS}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name in NOT_SETTINGS or not environ[name].strip():
            continue
        if path := known.get(name):
            _take(result, path, name, _decoded(result, path, name, environ[name]))
        elif path := files.get(name):
            _take(result, path, name, _secret_in(result, name, Path(environ[name].strip())))
        else:
            close = difflib.get_close_matches(name, [*known, *files], n=1)
            fields = {"suggestion": close[0] if close else ""}
            result.problems.append(Problem(code="unknown-variable", key=name, fields=fields))
    return result


def variable_of(path: tuple[str, ...]) -> str:
    """Give the name of the variable that sets a key."""
    return PREFIX + "__".join(path).upper()


def _paths() -> list[tuple[str, ...]]:
    lists = lists_of_tables()
    return [(name,) for name in lists] + [path for path in keys_of() if path[0] not in lists]


def _take(result: FromEnvironment, path: tuple[str, ...], name: str, value: object) -> None:
    if path in result.names:
        fields = {"other": result.names[path]}
        result.problems.append(Problem(code="set-twice", key=name, fields=fields))
    elif value is not None:
        result.values[path] = value
    result.names.setdefault(path, name)


def _decoded(result: FromEnvironment, path: tuple[str, ...], name: str, text: str) -> object:
    """Lists of tables come as JSON; every other value as the text it is."""
    if len(path) > 1:
        return text.strip()
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        fields = {"reason": error.msg, "column": str(error.colno)}
        result.problems.append(Problem(code="bad-json", key=name, fields=fields))
        return None


def _secret_in(result: FromEnvironment, name: str, path: Path) -> object:
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it is not text").lower()
        result.problems.append(
            Problem(code="secret-unreadable", key=name, fields={"path": str(path), "reason": reason})
        )
        return None
    if not secret:
        result.problems.append(Problem(code="secret-empty", key=name, fields={"path": str(path)}))
    return secret or None
