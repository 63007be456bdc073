"""One story by itself as a Components V2 message: its picture, all that is known of it, and what can be done with it.

Stateless like `bot.views`: what a click needs stands in its custom id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Self

import discord
from discord import ui

from bot.formats import components
from bot.formats.markdown import escape
from bot.replies import Replies
from bot.views import ACCENT, MAX_BUTTON_LABEL, desk_behind, text_view
from digests.core.digest import Card, Digest, Source
from digests.core.editions import Style
from digests.core.withdrawing import WITHDRAWN

MAX_ALT = 1024
"""Characters of a picture's description (Discord's docs, thumbnail structure)."""


def story_view(digest: Digest, number: int, replies: Replies, *, has_picture: bool = True) -> ui.LayoutView:
    """Give a story of a digest with everything its card holds; without its picture where a server wants none."""
    card = digest.cards[number]
    head, rest = components.head_and_rest(card, replace(digest, style=Style.DEEP), replies)
    box: ui.Container[Any] = ui.Container(accent_colour=ACCENT)
    picture = card.picture if has_picture else None
    if picture and components.is_printable(picture.url) and WITHDRAWN not in card.status:
        alt = picture.alt or replies.say("digest-picture", title=card.title)
        box.add_item(ui.Section(head, accessory=ui.Thumbnail(picture.url, description=alt[:MAX_ALT])))
    else:
        box.add_item(ui.TextDisplay(head))
    if rest:
        box.add_item(ui.TextDisplay(rest))
    row: ui.ActionRow[Any] = ui.ActionRow()
    first = card.sources[0]
    if components.is_printable(first.url):
        label = components.shortened(replies.say("digest-read", outlet=first.name), MAX_BUTTON_LABEL)
        row.add_item(ui.Button(label=label, url=first.url))
    row.add_item(SourcesButton.of(digest.id, number, len(card.sources), replies))
    view = ui.LayoutView(timeout=None)
    view.add_item(box)
    view.add_item(row)
    return view


def sources_view(card: Card, replies: Replies) -> ui.LayoutView:
    """Give all sources of a story: who, what, when, and whose report it is where it is a reprint."""
    heading = replies.say("digest-sources-heading", title=escape(card.title))
    return text_view("\n".join([heading, *_source_lines(card, replies)]))


def _source_lines(card: Card, replies: Replies) -> Iterator[str]:
    for source in card.sources:
        parts = [components.link(source.name, source.url), escape(source.title), f"<t:{_seconds(source)}:R>"]
        if source.voice not in {source.name, ""}:
            parts.append(escape(replies.say("digest-reprint", voice=source.voice)))
        if source.paywalled:
            parts.append(escape(replies.say("digest-paywalled")))
        yield f"{source.n}\\. " + " · ".join(part for part in parts if part)


def _seconds(source: Source) -> int:
    return int(source.published.timestamp())


class SourcesButton(ui.DynamicItem[ui.Button[Any]], template=r"sources:(?P<digest>[\w-]+):(?P<number>\d+)"):
    """Lists what a story stands on, for whoever asks."""

    def __init__(self, button: ui.Button[Any], digest_id: str, number: int) -> None:
        super().__init__(button)
        self._digest_id = digest_id
        self._number = number

    @classmethod
    def of(cls, digest_id: str, number: int, count: int, replies: Replies) -> Self:
        """Give the button of a story."""
        label = replies.say("digest-sources-all", count=count)
        return cls(ui.Button(label=label, custom_id=f"sources:{digest_id}:{number}"), digest_id, number)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, match["digest"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """List them."""
        await desk_behind(interaction).list_sources(interaction, self._digest_id, self._number)
