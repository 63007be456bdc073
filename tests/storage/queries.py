"""Every statement the store runs, found by itself, and what SQLite plans to do for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from storage import open_store
from storage import store as stores

STATEMENT = re.compile(r"^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def statements() -> Iterator[tuple[str, str]]:
    """Give the name and the text of every statement: constants of modules, and literals within functions."""
    for found in iter_modules(stores.__path__):
        module = import_module(f"storage.store.{found.name}")
        for name, value in vars(module).items():
            texts = {name: value} if isinstance(value, str) else {}
            if isinstance(value, tuple):
                texts = {f"{name}[{place}]": text for place, text in enumerate(value) if isinstance(text, str)}
            if isinstance(value, dict):
                texts = {f"{name}[{key}]": text for key, text in value.items() if isinstance(text, str)}
            yield from ((f"{found.name}.{key}", text) for key, text in texts.items() if STATEMENT.match(text))
        yield from _literals(found.name, Path(str(module.__file__)))


def _literals(module: str, path: Path) -> Iterator[tuple[str, str]]:
    """Give whole statements written where they are run; of those put together at run time there is no plan yet."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    pieces = {piece for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in pieces
                if is_text and STATEMENT.match(node.value):
                    yield f"{module}.{function.name}", node.value


async def plans_of(queries: dict[str, str]) -> dict[str, list[str]]:
    """Give what SQLite does for each statement, a line a step."""
    async with open_store(":memory:") as store:
        return await store.database.write(
            lambda sql: {name: [row[3] for row in sql.execute(*_explained(query))] for name, query in queries.items()}
        )


def _explained(query: str) -> tuple[str, dict[str, object] | list[int]]:
    named = re.findall(r":(\w+)", query)
    places = re.findall(r"\?\d*", query)
    numbered = [1] * len(set(places) if "?1" in places else places)
    values = dict.fromkeys(named, 1) | {"match": '"ferry"'}
    return f"EXPLAIN QUERY PLAN {query}", values if named else numbered


def scanned(plan: list[str]) -> set[str]:
    """Give the tables that a plan reads whole, by their names in the statement."""
    steps = (step.split() for step in plan if "VIRTUAL TABLE" not in step)
    return {words[1] for words in steps if words[0] == "SCAN"}
