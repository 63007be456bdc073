"""Messages and forms of Discord as HTML: their words, and what can be clicked as plain forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bot.playground.drawing import EPHEMERAL, Names
from bot.playground.standin.components import BUTTON, CHANNEL, LINK_STYLE, SELECT, TEXT, TEXT_INPUT, walk
from bot.playground.standin.interactions import LOADING

STYLE = Path(__file__).with_name("message.css")

CHOSEN, MULTIPLE = Markup(" selected"), Markup(" multiple")
PRESS = Markup(
    '<form method="post" action="/press"><input type="hidden" name="message" value="{message}">'
    '<input type="hidden" name="component" value="{component}"><button>{label}</button></form>'
)
CHOOSE = Markup(
    '<form method="post" action="/choose"><input type="hidden" name="message" value="{message}">'
    '<input type="hidden" name="component" value="{component}">'
    '<label>{label} <select name="values"{multiple}>{options}</select></label><button>Choose</button></form>'
)


def draw_message(message: Mapping[str, Any], names: Names) -> Markup:
    """Give a message (Discord's message object) as one `<article class="message" id="m<ID>">`."""
    author, at = message["author"]["username"], message["timestamp"]
    is_waiting = int(message.get("flags") or 0) & LOADING
    body = Markup("<p>{} is thinking…</p>").format(author) if is_waiting else Markup().join(_parts(message, names))
    note = Markup("<p>Only you can see this</p>") if int(message.get("flags") or 0) & EPHEMERAL else Markup()
    return Markup(
        '<article class="message" id="m{}" aria-label="Message of {}">'
        "<header><strong>{}</strong> <time datetime={}>{}</time></header>{}{}</article>"
    ).format(message["id"], author, author, at, at[11:16], body, note)


def draw_modal(modal: Mapping[str, Any], action: str) -> Markup:
    """Give a form that sends one field for each custom id to `action`."""
    fields = Markup().join(
        Markup('<p><label>{} <input name="{}" value="{}"></label></p>').format(
            one.get("label") or one["custom_id"], one["custom_id"], one.get("value") or ""
        )
        for one in walk(modal["components"])
        if one["type"] == TEXT_INPUT
    )
    return Markup(
        '<form class="modal" method="post" action="{}"><h2>{}</h2>{}<button>Submit</button> '
        '<button name="cancel" value="cancel" formnovalidate>Cancel</button></form>'
    ).format(action, modal["title"], fields)


def _parts(message: Mapping[str, Any], names: Names) -> Iterator[Markup]:
    if message.get("content"):
        yield Markup("<p>{}</p>").format(message["content"])
    for embed in message.get("embeds") or []:
        for text in (embed.get("title"), embed.get("description")):
            yield Markup("<p>{}</p>").format(text or "")
    for one in walk(message.get("components") or []):
        if one["type"] == TEXT:
            yield Markup("<p>{}</p>").format(one["content"])
        elif one["type"] == BUTTON and one.get("style") == LINK_STYLE:
            yield Markup('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a> ').format(
                one["url"], one.get("label") or ""
            )
        elif one["type"] == BUTTON:
            yield PRESS.format(message=message["id"], component=one["custom_id"], label=one.get("label") or "")
        elif one["type"] in {SELECT, CHANNEL}:
            yield _menu(message, one, names)


def _menu(message: Mapping[str, Any], menu: Mapping[str, Any], names: Names) -> Markup:
    options = [(one["value"], one["label"], one.get("default")) for one in menu.get("options") or []]
    if menu["type"] == CHANNEL:
        picked = {int(one["id"]) for one in menu.get("default_values") or []}
        options = [(number, name, number in picked) for number, name in names.channels.items()]
    drawn = Markup().join(
        Markup('<option value="{}"{}>{}</option>').format(value, CHOSEN if chosen else "", label)
        for value, label, chosen in options
    )
    return CHOOSE.format(
        message=message["id"],
        component=menu["custom_id"],
        label=menu.get("placeholder") or "Make a selection",
        multiple=MULTIPLE if menu.get("max_values", 1) > 1 else "",
        options=drawn,
    )
