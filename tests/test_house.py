"""The house keeps its own rules: sizes, docstrings, words, decisions, locks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for room in ("bot", "config", "digests", "storage") for path in (ROOT / room).rglob("*.py"))
LONGEST = 350
FOREIGN_NOUNS = {"Article", "Cluster", "Item", "Post", "Category", "Tag", "Channel", "Target", "History"}
"""Words of docs/glossary.md's last column that cannot be met as part of another meaning in a class's name."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_owns_and_is_no_longer_than_two_screens_allow(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= LONGEST


def test_no_class_is_named_by_a_word_the_glossary_forbids() -> None:
    named = {
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert not named & FOREIGN_NOUNS


@pytest.mark.parametrize("page", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda page: page.name)
def test_a_decision_has_its_four_parts_on_one_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.match(r"\d{4}-[a-z0-9-]+\.md", page.name)
    for part in ("**Problem.**", "**Choice.**", "**Rejected.**", "**Look again**"):
        assert part in text or (part == "**Rejected.**" and "what else was weighed" in text)
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.lock")), ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][^\s=]*==", text, re.MULTILINE)
    assert pins
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_dependency_is_weighed_in_its_decision() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8").lower()
    names = [re.split(r"[<>=; ]", line)[0].lower() for line in project["dependencies"]]
    assert [name for name in names if name not in page] == []
