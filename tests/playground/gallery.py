"""A page of every kind of message, component and embed, to be looked at and held fast by a test.

`python -m tests.playground.gallery PAGE.html` writes it.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from markupsafe import Markup

from bot.playground.names import Names
from bot.playground.page.drawing import STYLE, draw_message, draw_modal
from tests.builders import NOW

NAMES = Names(now=NOW, roles={7: "Ferries"}, channels={8: "news", 9: "notices", 10: ""}, users={4: "Mira", 5: "Jon"})
SECONDS = int(NOW.timestamp())
SQUARE = "http://127.0.0.1:1/square.png"
FAR = "https://kestrel.example/harbour.jpg"

TEXT = rf"""# The harbour
## Ferries *late*
### Crossing **{{closed}}**
-# small print of 4 outlets
A **bold**, *slanted*, _slanted_, __underlined__, ~~struck~~, ***both*** and ||hidden||, \*escaped\*, `code *here*`.
- one
- two
  - below two
1. first
2. second
> quoted
> on two lines
[The Harbour Post](https://harbour-post.example/1 "A title") · https://kestrel.example/a_(b). · <https://osprey.example>
<@4> <@&7> <#8> </feed add:12> <:gull:123> @everyone
<t:{SECONDS + 10_800}:R> · <t:{SECONDS}:t> · <t:{SECONDS}:T> · <t:{SECONDS}:d> · <t:{SECONDS}:D> · <t:{SECONDS}:F>
```py
print("<b>not bold</b>")
```
العبّارة تأخرت ساعة
港のフェリーは今日は運休です。
>>> the rest
is quoted"""


def message(number: int, *components: dict[str, Any], **more: Any) -> dict[str, Any]:
    author = {"id": "1", "username": "Tidings", "global_name": None, "bot": True}
    flags = {"flags": 1 << 15} if components else {}
    return {
        "id": str(number),
        "author": author,
        "timestamp": NOW.isoformat(),
        "content": "",
        "components": list(components),
        **flags,
        **more,
    }


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def row(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}


def button(style: int, label: str, **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": style, "label": label, "custom_id": f"press:{style}:{label}", **more}


def picture(url: str, description: str, **more: Any) -> dict[str, Any]:
    return {"media": {"url": url}, "description": description, **more}


BUTTONS = (
    row(*(button(style, label) for style, label in enumerate(("Primary", "Secondary", "Success", "Danger"), start=1))),
    row(
        {"type": 2, "style": 5, "label": "Read", "url": "https://kestrel.example"},
        button(2, "Gone", disabled=True),
        button(2, "Save", emoji={"name": "🔖"}),
        {"type": 2, "style": 5, "label": "Nowhere", "url": "discord://-/settings"},
    ),
)
OPTIONS = [
    {"label": "Ferry runs aground", "value": "0", "description": "4 outlets", "emoji": {"name": "⛴️"}},
    {"label": "Lighthouse sold", "value": "1", "default": True},
    {"label": "Fog <b>& more</b>", "value": "2"},
]
MENUS = (
    row({"type": 3, "custom_id": "story", "placeholder": "Open a story", "options": OPTIONS[::2]}),
    row(
        {"type": 3, "custom_id": "many", "placeholder": "Topics", "options": OPTIONS, "min_values": 0, "max_values": 3}
    ),
    row({"type": 8, "custom_id": "where", "default_values": [{"id": "9", "type": "channel"}]}),
    row({"type": 6, "custom_id": "whom", "placeholder": "Pick a role", "disabled": True}),
)
EMBED = {
    "author": {"name": "The Harbour Post", "url": "https://harbour-post.example"},
    "title": "Ferry *late*",
    "url": "https://harbour-post.example/1",
    "description": "All crossings are **an hour** late.\n- north\n- south",
    "fields": [
        {"name": "Since", "value": "noon", "inline": True},
        {"name": "Until", "value": "`unknown`", "inline": True},
        {"name": "Why", "value": "fog"},
    ],
    "thumbnail": {"url": FAR, "description": "The ferry"},
    "image": {"url": FAR},
    "footer": {"text": "4 outlets"},
    "timestamp": (NOW - timedelta(days=1)).isoformat(),
    "color": 0x2A7F9E,
}
FILES = [
    {"id": "1", "filename": "feeds.opml", "size": 1234, "url": "http://127.0.0.1:1/1/feeds.opml"},
    {"id": "2", "filename": "map.png", "size": 99, "url": "https://files.example/map.png"},
]
MESSAGES = (
    message(1, content=TEXT, flags=0, mention_everyone=True),
    message(
        2,
        text("<@&7>"),
        {
            "type": 17,
            "accent_color": 0x2A7F9E,
            "components": [
                text(f"## Evening · <t:{SECONDS}:D>\n-# 13 of 14 feeds ok"),
                {"type": 14},
                {
                    "type": 9,
                    "components": [text("**Ferry runs aground** off Skerrow [[1]](https://kestrel.example/1)")],
                    "accessory": {"type": 11, **picture(FAR, "The ferry on its side in the harbour of Skerrow")},
                },
                {"type": 14, "divider": False, "spacing": 2},
                {"type": 9, "components": [text("Coast")], "accessory": button(1, "Subscribe")},
                *MENUS[:1],
            ],
        },
        edited_timestamp=NOW.isoformat(),
        thread={"id": "77", "name": "Evening, in full", "message_count": 3},
    ),
    message(3, *BUTTONS, *MENUS, flags=1 << 15 | 1 << 6),
    message(
        4,
        {"type": 17, "spoiler": True, "components": [text("hidden box")]},
        {"type": 12, "items": [picture(SQUARE, "Square"), picture(FAR, "Harbour", spoiler=True), picture(FAR, "")]},
        {"type": 13, "file": {"url": "attachment://feeds.opml"}, "name": "feeds.opml", "size": 1234},
        {"type": 14, "spacing": 2},
        {"type": 99},
        attachments=FILES[:1],
    ),
    message(5, content="With embeds", embeds=[EMBED, {"description": "plain"}], attachments=FILES, flags=0)
    | {"components": list(BUTTONS[:1])},
    message(6, flags=1 << 7 | 1 << 6),
    message(7, content="hello `there`", author={"id": "5", "username": "jon", "global_name": "Jon"}),
)
FIELD = {"type": 4, "style": 1, "custom_id": "at", "value": "07:30", "max_length": 60, "min_length": 2}
MODAL = {
    "title": "When?",
    "custom_id": "form",
    "components": [
        text("Times are **local**."),
        {"type": 18, "label": "At", "description": "One or more, with commas", "component": FIELD},
        {"type": 18, "label": "Topic", "component": {"type": 3, "custom_id": "topic", "options": OPTIONS}},
        row({"type": 4, "style": 2, "custom_id": "why", "label": "Why", "required": False, "placeholder": "In words"}),
    ],
}

PAGE = Markup(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>body {{ margin: 0 }} {}</style>'
    "<main><h1>Gallery</h1>{}</main></html>"
)


def drawn() -> Markup:
    return Markup().join([*(draw_message(one, NAMES) for one in MESSAGES), draw_modal(MODAL, "/submit")])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(PAGE.format(Markup(STYLE.read_text(encoding="utf-8")), drawn()), encoding="utf-8")
