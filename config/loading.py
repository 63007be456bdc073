"""Load the settings: the file, the environment over it. Every problem is told at once, with its key and line.

Writes no sentence and prints nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from config.crosschecks import cross_checks
from config.environment import FromEnvironment, read_environment
from config.judgement import finding_of
from config.locate import KeyPath, line_of, lines_of
from config.problems import ConfigError, Finding, Problem
from config.settings import Settings

Check: TypeAlias = Callable[[Mapping[str, Any]], Iterable[Finding]]

NO_VARIABLES = FromEnvironment()

TOML_PLACE = re.compile(r"\s*\((?:at line (\d+), column (\d+)|at end of document)\)$")


def load(path: Path | None, environ: Mapping[str, str], *, check: Check | None = None) -> Settings:
    """Give the settings of a file (None: there is none) and of the environment, which wins.

    `check` finds what is wrong with values that only the engine can judge.

    Raises:
        ConfigError: with every problem found.
    """
    text = _text_of(path) if path else ""
    file = parsed(text, str(path))
    variables = read_environment(environ)
    tree = _merged(file, variables)
    findings = [*cross_checks(tree), *(check(tree) if check else ())]
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        findings += [finding_of(one) for one in error.errors(include_url=False)]
    else:
        if not findings and not variables.problems:
            return settings
    raise ConfigError(placed(findings, text, variables), path=str(path) if path else None)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError([Problem(code="not-utf8", line=line)], path=str(path)) from error
    except OSError as error:
        code = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        problem = Problem(code=code, fields={"path": str(path), "reason": (error.strerror or "").lower()})
        raise ConfigError([problem], path=str(path)) from error


def parsed(text: str, path: str) -> dict[str, Any]:
    """Give the tree of TOML. Raises ConfigError, with `path` as the file's name."""
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, and a plain one for a number of over 4,300 digits
        message = str(error)
        place = TOML_PLACE.search(message)
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        column = place[2] if place and place[2] else "1"
        fields = {"reason": TOML_PLACE.sub("", message), "column": column}
        raise ConfigError([Problem(code="broken-toml", line=line, fields=fields)], path=path) from error


def _merged(file: Mapping[str, Any], variables: FromEnvironment) -> dict[str, Any]:
    """Lay the variables over the file; a section that is no table is left for the types to refuse."""
    tree = {name: dict(value) if isinstance(value, dict) else value for name, value in file.items()}
    for path, value in variables.values.items():
        if len(path) == 1:
            tree[path[0]] = value
            continue
        section = tree.setdefault(path[0], {})
        if isinstance(section, dict):
            section[path[1]] = value
    return tree


def placed(findings: Sequence[Finding], text: str, variables: FromEnvironment = NO_VARIABLES) -> Sequence[Problem]:
    """Give all problems with their places: those of the file by line, then those of variables by name."""
    lines = lines_of(text)
    problems = list(variables.problems)
    for finding in findings:
        owner = next((path for path in _parents(finding.path) if path in variables.names), None)
        if owner:
            problem = Problem(
                code=finding.code,
                key=variables.names[owner] + dotted(finding.path[len(owner) :]),
                fields=finding.fields,
            )
        else:
            line = line_of(lines, finding.path)
            problem = Problem(code=finding.code, key=dotted(finding.path), line=line, fields=finding.fields)
        if problem not in problems:
            problems.append(problem)
    return sorted(problems, key=lambda problem: (problem.line is None, problem.line or 0, problem.key))


def _parents(path: KeyPath) -> Iterator[tuple[str, ...]]:
    """Give the paths a variable could have set: (section, key) and (list of tables,)."""
    for length in (2, 1):
        named = tuple(part for part in path[:length] if isinstance(part, str))
        if len(named) == length:
            yield named


def dotted(path: KeyPath) -> str:
    """Give a path as people write it: topics[0].name."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
