"""A Discord message drawn in a terminal as its readers see it: texts, containers, menus, buttons, embeds.

Knows Discord's JSON and its Markdown; asks nobody for anything. Foreign control characters reach no terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from bot.playground.marked import Edged, marked, plain
from bot.playground.names import Names

__all__ = ["Names", "print_message"]

ROW, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 1, 9, 10, 11, 12, 13, 14, 17
SELECTS = frozenset({3, 5, 6, 7, 8})
LINK_STYLE = 5
EPHEMERAL = 1 << 6


def print_message(console: Console, message: Mapping[str, Any], names: Names) -> None:
    """Draw a message (Discord's message object) with who wrote it and when."""
    at = datetime.fromisoformat(message["timestamp"]).astimezone(UTC)
    head = Text.assemble((message["author"]["username"], "bold"), " ")
    if message["author"].get("bot"):
        head.append(" APP ", "reverse")
    head.append(f"  {at:%H:%M}", "dim")
    if message.get("edited_timestamp"):
        head.append("  (edited)", "dim")
    console.print(head)
    console.print(Padding(Group(*_body(message, names)), (0, 0, 0, 2)))
    if int(message.get("flags") or 0) & EPHEMERAL:
        console.print(Text("  Only you can see this", "dim italic"))
    console.print()


def _body(message: Mapping[str, Any], names: Names) -> Iterator[RenderableType]:
    if message.get("content"):
        yield marked(message["content"], names)
    for embed in message.get("embeds") or []:
        yield _embed(embed, names)
    for component in message.get("components") or []:
        yield _component(component, names)


def _component(component: Mapping[str, Any], names: Names) -> RenderableType:
    kind = component["type"]
    inside = [_component(child, names) for child in component.get("components") or []]
    if kind == CONTAINER:
        colour = component.get("accent_color")
        style = f"#{colour:06x}" if colour is not None else "dim"
        return Edged(Group(*inside), style)
    if kind == SECTION:
        return Group(*inside, _component(component["accessory"], names))
    if kind == ROW:
        return Text("  ").join(_control(child) for child in component["components"])
    if kind == TEXT:
        return marked(component["content"], names)
    return _leaf(component)


def _leaf(component: Mapping[str, Any]) -> RenderableType:
    if component["type"] == SEPARATOR:
        return Rule(style="dim") if component.get("divider", True) else Text("")
    if component["type"] in {THUMBNAIL, GALLERY}:
        items = component.get("items") or [component]
        return Group(*(Text(f"[picture: {plain(item.get('description') or '')}]", "dim") for item in items))
    if component["type"] == FILE:
        name = component.get("name") or component["file"]["url"].rpartition("/")[2]
        return Text(f"[file: {plain(name)}, {component.get('size', 0):,} bytes]", "dim")
    return _control(component)


def _control(component: Mapping[str, Any]) -> Text:
    if component["type"] in SELECTS:
        return Text(f"[ {plain(component.get('placeholder') or 'Make a selection')} ▾ ]", "reverse")
    arrow = " ↗" if component.get("style") == LINK_STYLE else ""
    style = "dim" if component.get("disabled") else "reverse"
    return Text(f"[ {plain(component.get('label') or '')}{arrow} ]", style)


def _embed(embed: Mapping[str, Any], names: Names) -> RenderableType:
    parts: list[RenderableType] = []
    if embed.get("title"):
        parts.append(Text(plain(embed["title"]), "bold"))
    if embed.get("description"):
        parts.append(marked(embed["description"], names))
    for one in embed.get("fields") or []:
        parts += [Text(plain(one["name"]), "bold"), marked(one["value"], names)]
    if embed.get("footer"):
        parts.append(Text(plain(embed["footer"]["text"]), "dim"))
    colour = embed.get("color")
    return Edged(Group(*parts), f"#{colour:06x}" if colour else "dim")
