"""Digests and answers as Components V2 messages, and the parts of them that can be clicked.

Stateless: what a click needs stands in its custom id, so it works after a restart and nothing is kept per message.
What a click does is the desk's matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.formats import components
from bot.replies import Replies
from digests.core.digest import Card, Digest
from digests.core.editions import TopicId
from digests.core.urls import mask

if TYPE_CHECKING:
    from bot.desk import Desk
    from digests.usecases.finding import Found

ACCENT = 0x2A7F9E
"""The colour of a digest's edge; it says nothing, so nobody needs to see it."""

MAX_BUTTONS = 25
"""Buttons in a message of ours: five rows of five (Discord's docs, action row)."""

IN_A_ROW = 5


def marks(digest_id: str, first_card: int) -> frozenset[str]:
    """Give the custom ids of which one stands in a part, and in no other message: how a part is found again."""
    return frozenset({f"story:{digest_id}:{first_card}", f"quiet:{digest_id}", f"act:more:{digest_id}:{first_card}"})


def digest_view(
    digest: Digest, cards: Sequence[Card], first_card: int, replies: Replies, *, is_posted: bool = True
) -> ui.LayoutView:
    """Give one part of a digest. Only a posted one pings, and can be clicked: what is not stored cannot be opened."""
    view = ui.LayoutView(timeout=None)
    if is_posted and first_card == 0 and (above := components.above(digest, replies)):
        view.add_item(ui.TextDisplay(above))
    box: ui.Container[Any] = ui.Container(accent_colour=ACCENT)
    if first_card == 0:
        box.add_item(ui.TextDisplay(components.header(digest, replies)))
    if not digest.cards:
        box.add_item(ui.TextDisplay(components.quiet(digest, replies)))
    for number, text in enumerate(card_blocks(digest, cards, replies)):
        if number:
            box.add_item(ui.Separator())
        box.add_item(ui.TextDisplay(text))
    view.add_item(box)
    if is_posted:
        view.add_item(opener_row(digest, cards, first_card, replies))
    return view


def opener_row(digest: Digest, cards: Sequence[Card], first_card: int, replies: Replies) -> ui.ActionRow[Any]:
    """Give what stands under a part: the menu of its stories, or why there is none."""
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(StoryMenu.of(digest.id, first_card, cards, replies) if cards else QuietButton.of(digest.id, replies))
    return row


def card_blocks(digest: Digest, cards: Sequence[Card], replies: Replies) -> list[str]:
    """Give what stands between two lines: a card that is told, or those named one after another."""
    blocks: list[str] = []
    was_top = True
    for card, text in zip(cards, components.card_texts(digest, cards, replies), strict=True):
        if was_top or components.is_top(card, digest):
            blocks.append(text)
        else:
            blocks[-1] += f"\n{text}"
        was_top = components.is_top(card, digest)
    return blocks


def text_view(text: str) -> ui.LayoutView:
    """Give an answer in words; what is longer than a message ends in an ellipsis."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[Any] = ui.Container(accent_colour=ACCENT)
    cut = text if len(text) <= components.MAX_TEXT else text[: components.MAX_TEXT - 1] + "…"
    box.add_item(ui.TextDisplay(cut))
    view.add_item(box)
    return view


def sheet_view(text: str, file: discord.File) -> ui.LayoutView:
    """Give an answer in words with a file below it."""
    view = text_view(text)
    view.add_item(ui.File(file))
    return view


def topics_view(text: str, names: Sequence[tuple[TopicId, str, bool]], replies: Replies) -> ui.LayoutView:
    """Give the list of topics with a button each: `names` holds id, name, and whether the member subscribes."""
    view = text_view(text)
    buttons = [SubscribeButton.of(topic, name, held, replies) for topic, name, held in names[:MAX_BUTTONS]]
    for start in range(0, len(buttons), IN_A_ROW):
        row: ui.ActionRow[Any] = ui.ActionRow()
        for button in buttons[start : start + IN_A_ROW]:
            row.add_item(button)
        view.add_item(row)
    return view


def desk_behind(interaction: discord.Interaction[Any]) -> Desk:
    """Give the desk of the client that was clicked at; the desk shows our views, so it is not imported here."""
    desk: Desk = interaction.client.desk
    return desk


class StoryMenu(ui.DynamicItem[ui.Select[Any]], template=r"story:(?P<digest>[\w-]+):(?P<first>\d+)"):
    """Opens one story of a posted digest, for whoever asks."""

    def __init__(self, select: ui.Select[Any], digest_id: str) -> None:
        super().__init__(select)
        self._digest_id = digest_id

    @classmethod
    def of(cls, digest_id: str, first_card: int, cards: Sequence[Card], replies: Replies) -> Self:
        """Give the menu of a part; an option's value is the card's number in the digest."""
        options = [
            discord.SelectOption(label=components.label(card), value=str(number))
            for number, card in enumerate(cards, start=first_card)
        ]
        select: ui.Select[Any] = ui.Select(
            custom_id=f"story:{digest_id}:{first_card}",
            placeholder=replies.say("digest-open-story"),
            options=options,
        )
        return cls(select, digest_id)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a menu up again from its custom id."""
        assert isinstance(item, ui.Select)
        return cls(item, match["digest"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the chosen story to who chose it."""
        await desk_behind(interaction).open_story(interaction, self._digest_id, int(self.item.values[0]))


class QuietButton(ui.DynamicItem[ui.Button[Any]], template=r"quiet:(?P<digest>[\w-]+)"):
    """Says why a digest has nothing to tell."""

    def __init__(self, button: ui.Button[Any], digest_id: str) -> None:
        super().__init__(button)
        self._digest_id = digest_id

    @classmethod
    def of(cls, digest_id: str, replies: Replies) -> Self:
        """Give the button of a digest."""
        return cls(ui.Button(label=replies.say("digest-why-quiet"), custom_id=f"quiet:{digest_id}"), digest_id)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, match["digest"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Tell whoever asks."""
        await desk_behind(interaction).explain_quiet(interaction, self._digest_id)


class SubscribeButton(ui.DynamicItem[ui.Button[Any]], template=r"subscribe:(?P<topic>\d+)"):
    """Subscribes a member to a topic, or ends that."""

    def __init__(self, button: ui.Button[Any], topic_id: TopicId) -> None:
        super().__init__(button)
        self._topic_id = topic_id

    @classmethod
    def of(cls, topic_id: TopicId, name: str, held: bool, replies: Replies) -> Self:
        """Give the button of a topic; `held` says that the member subscribes to it."""
        key = "topics-unsubscribe" if held else "topics-subscribe"
        style = discord.ButtonStyle.secondary if held else discord.ButtonStyle.primary
        room = MAX_BUTTON_LABEL - len(replies.say(key, topic=""))
        shown = name if len(name) <= room else name[: room - 1] + "…"
        label = replies.say(key, topic=shown)
        return cls(ui.Button(label=label, style=style, custom_id=f"subscribe:{topic_id}"), topic_id)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, TopicId(int(match["topic"])))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Change the subscription of whoever pressed."""
        await desk_behind(interaction).toggle_subscription(interaction, self._topic_id)


class HeldButton(ui.DynamicItem[ui.Button[Any]], template=r"held:(?P<what>release|discard):(?P<feed>\d+)"):
    """Releases or discards what the burst guard holds."""

    def __init__(self, button: ui.Button[Any], feed: str, *, release: bool) -> None:
        super().__init__(button)
        self._feed = feed
        self._release = release

    @classmethod
    def of(cls, feed: str, replies: Replies, *, release: bool) -> Self:
        """Give one of the two buttons of a notice; `feed` is the feed's number."""
        key, what = ("held-release", "release") if release else ("held-discard", "discard")
        return cls(ui.Button(label=replies.say(key), custom_id=f"held:{what}:{feed}"), feed, release=release)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, match["feed"], release=match["what"] == "release")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Decide for the server of whoever pressed."""
        await desk_behind(interaction).decide_held(interaction, self._feed, release=self._release)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOrder:
    """What was asked for a feed that is yet to be picked."""

    topic_id: TopicId
    backfill: int
    private: bool


class FeedMenu(ui.DynamicItem[ui.Select[Any]], template=r"feed:(?P<topic>\d+):(?P<backfill>\d{1,2}):(?P<private>[01])"):
    """Adds one of the feeds that a site has to a topic."""

    def __init__(self, select: ui.Select[Any], order: FeedOrder) -> None:
        super().__init__(select)
        self._order = order

    @classmethod
    def of(cls, found: Sequence[Found], order: FeedOrder, replies: Replies) -> Self:
        """Give the menu; an option's value is the feed's address."""
        options = [
            discord.SelectOption(
                label=components.shortened(one.document.title or mask(one.url), components.MAX_LABEL),
                description=components.shortened(mask(one.url), components.MAX_LABEL),
                value=one.url,
            )
            for one in found
            if len(one.url) <= components.MAX_LABEL
        ]
        custom_id = f"feed:{order.topic_id}:{order.backfill}:{int(order.private)}"
        select: ui.Select[Any] = ui.Select(
            custom_id=custom_id, placeholder=replies.say("feed-choose-menu"), options=options
        )
        return cls(select, order)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a menu up again from its custom id."""
        assert isinstance(item, ui.Select)
        topic_id, backfill = TopicId(int(match["topic"])), int(match["backfill"])
        return cls(item, FeedOrder(topic_id=topic_id, backfill=backfill, private=match["private"] == "1"))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Add what was picked."""
        await desk_behind(interaction).pick_feed(interaction, self.item.values[0], self._order)


def feeds_view(text: str, found: Sequence[Found], order: FeedOrder, replies: Replies) -> ui.LayoutView:
    """Give the feeds of a site to pick from; one whose address no menu can hold is named, to be typed."""
    long = [f"- {one.document.title}: {mask(one.url)}" for one in found if len(one.url) > components.MAX_LABEL]
    view = text_view("\n".join([text, *long]))
    if len(long) < len(found):
        row: ui.ActionRow[Any] = ui.ActionRow()
        row.add_item(FeedMenu.of(found, order, replies))
        view.add_item(row)
    return view


def held_view(text: str, feed: str, replies: Replies) -> ui.LayoutView:
    """Give the notice of a burst with its two buttons."""
    view = text_view(text)
    row: ui.ActionRow[Any] = ui.ActionRow()
    for release in (True, False):
        row.add_item(HeldButton.of(feed, replies, release=release))
    view.add_item(row)
    return view


MAX_BUTTON_LABEL = 80
"""Characters of a button (Discord's docs, button structure)."""
