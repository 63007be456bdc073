"""Every setting, command and option is documented, and nothing else is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from discord import app_commands
from pydantic.fields import FieldInfo

from bot.cli import COMMANDS, SUMMARIES, tidings
from bot.client import COGS
from config.loading import load
from config.schema import FILE, schema_text
from config.settings import Settings
from config.shape import keys_of, lists_of_tables
from storage import open_store

ROOT = Path(__file__).parents[1]
CONFIGURATION = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
COMMANDS_PAGE = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
PRIVACY = (ROOT / "docs/privacy.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / "config/example.toml").read_text(encoding="utf-8")
SWITCHED_ON = re.sub(r"^#(?=\w+ = |\[\[)", "", EXAMPLE, flags=re.MULTILINE)
KEYS = sorted(keys_of().items())
NAMES = [".".join(path) for path, _ in KEYS]


def section_of(page: str, name: str) -> str:
    header = f"## `[[{name}]]`" if name in lists_of_tables() else f"## `[{name}]`"
    assert header in page
    return page.split(header)[1].split("\n## ", maxsplit=1)[0]


@pytest.mark.parametrize(("path", "field"), KEYS, ids=NAMES)
def test_every_setting_is_documented_with_its_default_and_meaning(path: tuple[str, ...], field: FieldInfo) -> None:
    row = next(line for line in section_of(CONFIGURATION, path[0]).splitlines() if line.startswith(f"| `{path[1]}` |"))
    _, _, kind, default, meaning, _ = (part.strip() for part in row.split("|"))
    assert kind
    assert field.description is not None
    assert field.description in meaning
    if field.is_required():
        assert default == "required"
    elif field.default is None:
        assert default == "none"
    else:
        written = tomllib.loads(f"value = {default.strip('`')}")["value"]
        assert written == (list(field.default) if isinstance(field.default, tuple) else field.default)


def test_no_setting_is_documented_that_does_not_exist() -> None:
    for name in Settings.model_fields:
        rows = re.findall(r"^\| `(\w+)` \|", section_of(CONFIGURATION, name), re.MULTILINE)
        assert set(rows) == {key for section, key in keys_of() if section == name}


@pytest.mark.parametrize(("path", "field"), KEYS, ids=NAMES)
def test_every_setting_stands_in_the_example_with_its_default(path: tuple[str, ...], field: FieldInfo) -> None:
    table = tomllib.loads(EXAMPLE).get(path[0])
    if path[0] in lists_of_tables() or field.default is None:
        shown = tomllib.loads(SWITCHED_ON)[path[0]]
        assert path[1] in (shown[0] if isinstance(shown, list) else shown)
        assert table is None or path[1] not in table
    else:
        assert table is not None
        written = table[path[1]]
        assert written == (list(field.default) if isinstance(field.default, tuple) else field.default)


def test_the_example_loads_and_gives_the_defaults() -> None:
    assert load(ROOT / "config/example.toml", {}) == load(None, {})


def test_the_example_with_everything_switched_on_loads(tmp_path: Path) -> None:
    file = tmp_path / "tidings.toml"
    file.write_text(SWITCHED_ON, encoding="utf-8")
    settings = load(file, {})
    assert settings.topics[0].backfill == 5
    assert settings.editions[0].topics == (settings.topics[0].name,)


def test_the_shipped_schema_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text(), "run: python -m config.schema"


def commands(group: click.Command = tidings, path: str = "tidings") -> Iterator[tuple[str, click.Command]]:
    """Give every command with its full name, groups included."""
    context = click.Context(group)
    for name in group.list_commands(context) if isinstance(group, click.Group) else ():
        assert isinstance(group, click.Group)
        command = group.get_command(context, name)
        assert command is not None, name
        yield f"{path} {name}", command
        yield from commands(command, f"{path} {name}")


def test_every_command_and_option_is_documented() -> None:
    for path, command in commands():
        assert f"`{path}" in COMMANDS_PAGE, path
        page = COMMANDS_PAGE.split(f"### `{' '.join(path.split()[:2])}")[1].split("\n### ")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.name != "config":
                assert f"`{parameter.opts[0]}" in page or f"[{parameter.opts[0]}" in page, (path, parameter.opts)


def test_no_command_is_documented_that_does_not_exist() -> None:
    known = {path for path, _ in commands()}
    documented = re.findall(r"`(tidings [a-z]+(?: [a-z]+)?)", COMMANDS_PAGE)
    assert set(documented) <= known


async def test_the_privacy_page_names_every_table_and_no_other() -> None:
    async with open_store(":memory:") as store:
        names = await store.database.read(
            lambda sql: [row[1] for row in sql.execute("PRAGMA table_list") if row[2] in {"table", "virtual"}]
        )
    rows = re.findall(r"^\| ((?:`\w+`,? ?)+) \|", PRIVACY, re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert documented == {name for name in names if not name.startswith(("sqlite_", "_sqlite_"))}


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\]\(decisions/(.+?)\)", (ROOT / "docs/decisions.md").read_text(encoding="utf-8"))
    assert listed == sorted(page.name for page in (ROOT / "docs/decisions").glob("*.md"))


def test_every_page_is_in_the_sites_menu_but_decisions() -> None:
    menu = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    named = set(re.findall(r"[\w-]+\.md", str(menu)))
    assert named == {page.name for page in (ROOT / "docs").glob("*.md")}


def test_every_command_has_its_line_in_the_overview() -> None:
    assert list(SUMMARIES) == list(COMMANDS)


def slash_commands() -> dict[str, set[str]]:
    """Give the options of every slash command by its full name; the required ones are starred."""
    found = {}
    for cog in COGS:
        for command in cog(None).walk_app_commands():  # type: ignore[arg-type]  # nobody calls them
            if isinstance(command, app_commands.Command):
                found[command.qualified_name] = {
                    f"{option.name}*" if option.required else option.name for option in command.parameters
                }
    return found


def test_every_slash_command_is_documented_with_its_options_and_no_other_is() -> None:
    documented = {}
    for line in COMMANDS_PAGE.split("## Slash commands")[1].splitlines():
        if line.startswith("| `/"):
            names, options, _ = line.strip("| ").split(" | ", maxsplit=2)
            for name in re.findall(r"`/([a-z ]+)`", names):
                documented[name] = {
                    name + star.replace("\\", "") for name, star in re.findall(r"`(\w+)`(\\\*)?", options)
                }
    assert documented == slash_commands()
