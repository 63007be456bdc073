"""A part of a digest as a message of its layout: components, embeds or words alone; the same menu under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.formats import components
from bot.replies import Replies
from bot.story_view import page_view, posted_view
from bot.views import ACCENT, card_blocks, digest_view, opener_row
from digests.core.digest import Card, Digest
from digests.core.editions import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a message holds; with a `LayoutView` nothing but it."""

    view: ui.LayoutView | ui.View | None
    content: str = ""
    embeds: tuple[discord.Embed, ...] = ()

    def sent(self) -> dict[str, Any]:
        """Give what a message is sent with; links do not unfurl."""
        if isinstance(self.view, ui.LayoutView):
            return {"view": self.view}
        more = {"view": self.view} if self.view else {}
        if self.embeds:
            return {"content": self.content, "embeds": list(self.embeds), **more}
        return {"content": self.content, "suppress_embeds": True, **more}

    def edited(self) -> dict[str, Any]:
        """Give what a message of the same layout is changed to."""
        if isinstance(self.view, ui.LayoutView):
            return {"view": self.view}
        return {"content": self.content, "embeds": list(self.embeds), "view": self.view}


def draw(digest: Digest, cards: Sequence[Card], first_card: int, replies: Replies, *, is_posted: bool = True) -> Drawn:
    """Give one part of a digest. Only a posted one pings, and can be clicked: what is not stored cannot be opened."""
    if digest.layout is Layout.ALERT and is_posted:
        return draw_card(digest, first_card, replies, pings=True)
    if digest.layout not in {Layout.EMBEDS, Layout.TEXT}:
        return Drawn(view=digest_view(digest, cards, first_card, replies, is_posted=is_posted))
    pings = components.above(digest, replies) if is_posted and first_card == 0 else ""
    head = components.header(digest, replies) if first_card == 0 else ""
    blocks = card_blocks(digest, cards, replies) or [components.quiet(digest, replies)]
    view = ui.View(timeout=None) if is_posted else None
    if view is not None:
        for item in opener_row(digest, cards, first_card, replies).children:
            view.add_item(item)
    if digest.layout is Layout.EMBEDS:
        texts = [text for text in (head, *blocks) if text]
        embeds = tuple(discord.Embed(description=text, colour=ACCENT) for text in texts)
        return Drawn(view=view, content=pings, embeds=embeds)
    return Drawn(view=view, content="\n".join(text for text in (pings, head, *blocks) if text))


def draw_card(digest: Digest, number: int, replies: Replies, *, is_update: bool = False, pings: bool = False) -> Drawn:
    """Give one story as a message of a thread; `is_update`: only what is new of it."""
    return Drawn(view=posted_view(digest, number, replies, is_update=is_update, pings=pings))


def shown_only(digest: Digest) -> list[Drawn]:
    """Give a digest that is not stored, as messages for one pair of eyes."""
    replies = Replies(digest.language)
    parts, first = [], 0
    if digest.layout not in {Layout.FORUM, Layout.ALERT} or not digest.cards:
        for count in components.split(digest, replies):
            cards = digest.cards[first : first + count]
            parts.append(draw(digest, cards, first, replies, is_posted=False))
            first += count
    if digest.layout in {Layout.FORUM, Layout.THREAD, Layout.ALERT}:
        parts += [Drawn(view=page_view(digest, replies, number)) for number in range(len(digest.cards))]
    return parts
