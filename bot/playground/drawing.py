"""A Discord message drawn in a terminal as its readers see it: texts, containers, menus, buttons, embeds.

Knows Discord's JSON and its Markdown; asks nobody for anything. Foreign control characters reach no terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

ROW, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 1, 9, 10, 11, 12, 13, 14, 17
SELECTS = frozenset({3, 5, 6, 7, 8})
LINK_STYLE = 5
EPHEMERAL = 1 << 6

HEADINGS = {"# ": "bold underline", "## ": "bold underline", "### ": "bold"}

INLINE = re.compile(
    r"\\(?P<escaped>[^\w\s])"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|~~(?P<struck>.+?)~~"
    r"|\[(?P<label>(?:\\.|[^\]\\])+)\]\(<?(?P<url>[^)>\s]+)>?\)"
    r"|<t:(?P<at>-?\d{1,13})(?::(?P<style>[tTdDfFR]))?>"
    r"|<(?P<kind>@&|@!?|#)(?P<id>\d+)>"
    r"|</(?P<command>[-\w ]+):\d+>"
    r"|\*(?P<italic>[^*\s][^*]*)\*"
)

TIMES = {
    "t": "%H:%M",
    "T": "%H:%M:%S",
    "d": "%d/%m/%Y",
    "D": "%-d %B %Y",
    "f": "%-d %B %Y %H:%M",
    "F": "%A, %-d %B %Y %H:%M",
}
"""Discord's styles of timestamps (its docs, message formatting); here in UTC."""

STEPS = ((86_400, "day"), (3600, "hour"), (60, "minute"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What mentions are shown as, by id, and the time that "in 3 hours" counts from."""

    now: datetime
    roles: Mapping[int, str] = field(default_factory=dict)
    channels: Mapping[int, str] = field(default_factory=dict)
    users: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edged:
    """Something with a bar down its left side, as containers and embeds have."""

    inside: RenderableType
    style: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines, the bar before each."""
        edge = Segment("▌ ", Style.parse(self.style))
        for line in console.render_lines(self.inside, options.update_width(options.max_width - 2), pad=False):
            yield edge
            yield from line
            yield Segment.line()


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


def marked(text: str, names: Names) -> Group:
    """Give a text with Discord's Markdown as lines of a terminal."""
    return Group(*(_line(line, names) for line in text.split("\n")))


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
        return Group(*(Text(f"[picture: {_plain(item.get('description') or '')}]", "dim") for item in items))
    if component["type"] == FILE:
        name = component.get("name") or component["file"]["url"].rpartition("/")[2]
        return Text(f"[file: {_plain(name)}, {component.get('size', 0):,} bytes]", "dim")
    return _control(component)


def _control(component: Mapping[str, Any]) -> Text:
    if component["type"] in SELECTS:
        return Text(f"[ {_plain(component.get('placeholder') or 'Make a selection')} ▾ ]", "reverse")
    arrow = " ↗" if component.get("style") == LINK_STYLE else ""
    style = "dim" if component.get("disabled") else "reverse"
    return Text(f"[ {_plain(component.get('label') or '')}{arrow} ]", style)


def _embed(embed: Mapping[str, Any], names: Names) -> RenderableType:
    parts: list[RenderableType] = []
    if embed.get("title"):
        parts.append(Text(_plain(embed["title"]), "bold"))
    if embed.get("description"):
        parts.append(marked(embed["description"], names))
    for one in embed.get("fields") or []:
        parts += [Text(_plain(one["name"]), "bold"), marked(one["value"], names)]
    if embed.get("footer"):
        parts.append(Text(_plain(embed["footer"]["text"]), "dim"))
    colour = embed.get("color")
    return Edged(Group(*parts), f"#{colour:06x}" if colour else "dim")


def _line(line: str, names: Names) -> RenderableType:
    for mark, style in HEADINGS.items():
        if line.startswith(mark):
            return _inline(line.removeprefix(mark), names, style)
    if line.startswith("-# "):
        return _inline(line[3:], names, "dim")
    if line.startswith("- "):
        return Padding(Text("• ") + _inline(line[2:], names), (0, 0, 0, 1))
    if line.startswith("> "):
        return Text("│ ", "dim") + _inline(line[2:], names)
    return _inline(line, names)


def _inline(text: str, names: Names, style: str = "") -> Text:
    """Give a line's text with its styles; what is escaped stands as it is."""
    made = Text(style=style)
    at = 0
    for found in INLINE.finditer(text):
        made.append(_plain(text[at : found.start()]))
        made.append_text(_meant(found, names))
        at = found.end()
    return made.append(_plain(text[at:]))


def _meant(found: re.Match[str], names: Names) -> Text:
    if found["escaped"]:
        return Text(_plain(found["escaped"]))
    for name, style in (("bold", "bold"), ("struck", "strike"), ("italic", "italic")):
        if found[name]:
            return _inline(found[name], names, style)
    if found["label"]:
        label = _inline(found["label"], names, "underline")
        host = urlsplit(found["url"]).hostname or ""
        return label if label.plain == host else label + Text(f" ({_plain(host)})", "dim")
    if found["at"]:
        return Text(_time(int(found["at"]), found["style"] or "f", names.now), "bold")
    if found["command"]:
        return Text(f"/{found['command']}", "bold cyan")
    kinds = {"@&": ("@", names.roles), "#": ("#", names.channels)}
    sign, known = kinds.get(found["kind"], ("@", names.users))
    return Text(f"{sign}{_plain(known.get(int(found['id']), 'unknown'))}", "bold cyan")


def _time(seconds: int, style: str, now: datetime) -> str:
    try:
        at = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return "Invalid Date"
    return _relative((at - now).total_seconds()) if style == "R" else at.strftime(TIMES[style])


def _relative(seconds: float) -> str:
    for length, name in STEPS:
        count = round(abs(seconds) / length)
        if abs(seconds) >= length:
            words = f"{count} {name}{'s' if count > 1 else ''}"
            return f"in {words}" if seconds > 0 else f"{words} ago"
    return "now"


def _plain(text: str) -> str:
    """Give text without what would steer a terminal: control characters, and those that turn the writing round."""
    return "".join(one for one in text if one.isprintable() or one == " ")
