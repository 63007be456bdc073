"""What must fit between keys: editions name topics that exist, names are told apart, a model is named.

Looks at the tree as it was written, before types are checked, so that these problems are told together with the
others; whatever has another shape than expected is left to the types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from config.problems import Finding
from config.values import found, suggest


def cross_checks(tree: Mapping[str, Any]) -> Iterator[Finding]:
    """Give what does not fit together."""
    yield from _same_names(tree)
    yield from _unknown_topics(tree)
    yield from _half_addresses(tree)
    yield from _missing_model(tree)


def _tables(tree: Mapping[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    listed = tree.get(name)
    for index, table in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(table, dict):
            yield index, table


def _names(value: object) -> list[str]:
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return [part.strip() for part in parts if isinstance(part, str) and part.strip()]


def _same_names(tree: Mapping[str, Any]) -> Iterator[Finding]:
    for kind in ("topics", "editions"):
        seen: set[tuple[object, str]] = set()
        for index, table in _tables(tree, kind):
            name = table.get("name", ", ".join(_names(table.get("topics"))))
            if not isinstance(name, str) or not name.strip():
                continue
            called = (table.get("guild"), name.strip().casefold())
            if called in seen:
                yield Finding(code="same-name", path=(kind, index, "name"), fields={"name": name.strip(), "kind": kind})
            seen.add(called)


def _unknown_topics(tree: Mapping[str, Any]) -> Iterator[Finding]:
    """An edition tells topics of its own server, so another server's topic is unknown to it."""
    for index, edition in _tables(tree, "editions"):
        guild = edition.get("guild")
        same_guild = [topic for _, topic in _tables(tree, "topics") if topic.get("guild") == guild]
        known = [name.strip() for topic in same_guild if isinstance(name := topic.get("name"), str)]
        for name in _names(edition.get("topics")):
            if name not in known:
                fields = {"found": found(name), "suggestion": suggest(name, known)}
                yield Finding(code="unknown-topic", path=("editions", index, "topics"), fields=fields)


def _half_addresses(tree: Mapping[str, Any]) -> Iterator[Finding]:
    """A channel without its server cannot be found; a server without a channel has nowhere to post."""
    for index, edition in _tables(tree, "editions"):
        given = [key for key in ("guild", "channel") if key in edition]
        if len(given) == 1:
            missing = "channel" if given == ["guild"] else "guild"
            yield Finding(code="needs", path=("editions", index, given[0]), fields={"missing": missing})


def _missing_model(tree: Mapping[str, Any]) -> Iterator[Finding]:
    summary = tree.get("summary")
    if isinstance(summary, dict) and summary.get("engine") == "llm":
        for key in ("base_url", "model"):
            if key not in summary:
                yield Finding(code="needs", path=("summary", "engine"), fields={"missing": f"summary.{key}"})
