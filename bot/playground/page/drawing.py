"""Discord's messages and forms as HTML: plain forms without script, so that keyboards and screen readers work.

Pictures are drawn only from this machine; of others a box shows description and host, since the page sends no request
outside: it must work offline, and whoever runs a picture's server must not learn who looks at it. Colours that a
message chooses are drawn as SVG, so that a page whose policy forbids styles in its text shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.playground.links import host_of, is_of_this_machine
from bot.playground.names import Names
from bot.playground.page.marked import Context, clean, marked, marked_line
from bot.playground.tree import Kind

STYLE = Path(__file__).with_name("message.css")
"""What the HTML looks like, light and dark."""

MENTIONED: dict[int, tuple[Kind, ...]] = {5: ("user",), 6: ("role",), 7: ("user", "role"), 8: ("channel",)}
"""What the menus offer that name no options of their own (Discord's docs, component types)."""

NOBODY = Names(now=datetime.fromtimestamp(0, UTC))

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


def draw_message(message: Mapping[str, Any], names: Names) -> Markup:
    """Give a message (Discord's message object) as an article with the id m<ID>.

    Buttons POST `message` and `component` to /press, menus those and `values` to /choose. A thread's link is its id
    alone: pages of channels stand beside each other.
    """
    context = Context(names=names, pings=bool(message.get("mention_everyone")))
    uploaded = {f"attachment://{one['filename']}": one["url"] for one in message.get("attachments") or []}
    return escape(
        MESSAGE.make_module(
            {
                "message": message,
                "marked": lambda text: marked(text, context),
                "marked_line": lambda text: marked_line(text, context),
                "marked_label": lambda text: marked_line(text, replace(context, in_link=True)),
                "address": lambda url: _address(uploaded.get(url or "", url)),
                "at": lambda time: _at(time, names.now),
                "offered": lambda menu: _offered(menu, names),
            }
        )
    ).strip()


def draw_modal(modal: Mapping[str, Any], action: str, names: Names = NOBODY) -> Markup:
    """Give a form (the data of a modal) that POSTs a field per custom id to `action`, or `cancel` when it is left."""
    context = Context(names=names)
    return escape(
        MODAL.make_module(
            {
                "modal": modal,
                "action": action,
                "marked": lambda text: marked(text, context),
                "offered": lambda menu: _offered(menu, names),
            }
        )
    ).strip()


def _address(url: str | None) -> str:
    """Give an address that may be followed, or nothing."""
    return url if url and host_of(url) else ""


def _at(timestamp: str, now: datetime) -> tuple[str, str]:
    """Give when a message was written, for machines and as Discord's client says it, in UTC."""
    at = datetime.fromisoformat(timestamp).astimezone(UTC)
    days = {now.date(): "Today at ", now.date() - timedelta(days=1): "Yesterday at "}
    return at.isoformat(), f"{days.get(at.date(), f'{at:%d/%m/%Y}, ')}{at:%H:%M}"


def _offered(menu: Mapping[str, Any], names: Names) -> list[dict[str, Any]]:
    """Give a menu's options: its own, or whom and what there is to pick; a channel without a name is no channel."""
    if menu["type"] not in MENTIONED:
        return list(menu.get("options") or [])
    chosen = {str(one["id"]) for one in menu.get("default_values") or []}
    known: dict[Kind, Mapping[int, str]] = {"user": names.users, "role": names.roles, "channel": names.channels}
    return [
        {"value": str(number), "label": names.shown(kind, number), "default": str(number) in chosen}
        for kind in MENTIONED[menu["type"]]
        for number, name in known[kind].items()
        if name
    ]


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
    finalize=_cleaned,
    auto_reload=False,
)
ENVIRONMENT.globals |= {"host_of": host_of, "is_of_this_machine": is_of_this_machine, "PICTURES": PICTURES}
MESSAGE = ENVIRONMENT.get_template("message.html")
MODAL = ENVIRONMENT.get_template("modal.html")
"""Read when this file is, so that drawing touches no disk."""
