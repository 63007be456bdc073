"""The house keeps its own rules: sizes, docstrings, words, decisions, locks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
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
        if "standin" not in path.parts  # there Discord's own words hold
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert not named & FOREIGN_NOUNS


def imports(path: Path) -> Iterator[str]:
    """Give what a module imports, by full name; relative imports are not in use here."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_bot_imports_config() -> None:
    rooms = {"digests", "storage"}
    importing = {
        path.name
        for path in MODULES
        if path.relative_to(ROOT).parts[0] in rooms
        if any(name.split(".")[0] == "config" for name in imports(path))
    }
    assert not importing


def test_the_playground_stands_alone() -> None:
    playground = ROOT / "bot/playground"
    bot = [path for path in MODULES if path.is_relative_to(ROOT / "bot")]
    inward = {path.name for path in bot if any(name.startswith("bot.playground") for name in imports(path))}
    outward = {
        name
        for path in bot
        if path.is_relative_to(playground)
        for name in imports(path)
        if name.startswith("bot.") and not name.startswith("bot.playground")
    }
    own = {path.name for path in playground.rglob("*.py")}
    assert inward - own == {"demo.py"}
    assert not outward


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_links_only_to_what_is_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_import_contract_is_explained() -> None:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert [contract["name"] for contract in contracts if f"| {contract['name']} |" not in page] == []


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
