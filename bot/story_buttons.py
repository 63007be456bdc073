"""What can be clicked on one story of a digest. Stateless: the act, the digest and the card stand in the custom id.

What a click does is `bot.story_acts`' matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Self

import discord
from discord import ui

from bot.formats import components
from bot.replies import Replies
from bot.views import MAX_BUTTON_LABEL, desk_behind, text_view
from digests.core.digest import Card
from digests.core.ties import Tie, Ties

MORE = {"save": "story-save", "timeline": "story-timeline", "discuss": "story-discuss", "report": "story-report"}
"""What else can be done with a story, and the key of what stands on its button."""

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

SHOW = "show-"
"""What the act of a button begins with that shows the story; the number of an operation's part follows."""

COMPLAINTS = {
    "fact": "report-fact",
    "duplicate": "report-duplicate",
    "story": "report-story",
    "taste": "report-taste",
}
"""What a member may say of a story, and the key of its words."""

MOST_OPTIONS = 25
"""Options of a menu (Discord's docs, select menu structure)."""


def mark(digest_id: str, number: int) -> str:
    """Give a custom id that every story's message holds, and no other one: how it is found again."""
    return f"act:more:{digest_id}:{number}"


def show_mark(digest_id: str, number: int, part: int) -> str:
    """Give the custom id by which the message that takes a story back is found again."""
    return f"act:{SHOW}{part}:{digest_id}:{number}"


class StoryButton(
    ui.DynamicItem[ui.Button[Any]], template=r"act:(?P<act>[a-z0-9-]+):(?P<digest>[\w-]+):(?P<number>\d+)"
):
    """Does one thing with one story, for whoever presses."""

    def __init__(self, button: ui.Button[Any], act: str, digest_id: str, number: int) -> None:
        super().__init__(button)
        self._act = act
        self._digest_id = digest_id
        self._number = number

    @classmethod
    def of(cls, act: str, digest_id: str, number: int, label: str) -> Self:
        """Give the button of an act."""
        shown = components.shortened(label, MAX_BUTTON_LABEL)
        return cls(ui.Button(label=shown, custom_id=f"act:{act}:{digest_id}:{number}"), act, digest_id, number)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, match["act"], match["digest"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it."""
        desk = desk_behind(interaction)
        if self._act.startswith(SHOW):
            await desk.open_story(interaction, self._digest_id, self._number)
        elif self._act == "ask":
            await desk.open_question(interaction, self._digest_id, self._number)
        else:
            await desk.act_on_story(interaction, self._act, self._digest_id, self._number)


class ReportMenu(ui.DynamicItem[ui.Select[Any]], template=r"report:(?P<digest>[\w-]+):(?P<number>\d+)"):
    """Tells moderators what is wrong with a story."""

    def __init__(self, select: ui.Select[Any], digest_id: str, number: int) -> None:
        super().__init__(select)
        self._digest_id = digest_id
        self._number = number

    @classmethod
    def of(cls, digest_id: str, number: int, replies: Replies) -> Self:
        """Give the menu of a story."""
        select: ui.Select[Any] = ui.Select(
            custom_id=f"report:{digest_id}:{number}",
            placeholder=replies.say("report-menu"),
            options=[discord.SelectOption(label=replies.say(key), value=what) for what, key in COMPLAINTS.items()],
        )
        return cls(select, digest_id, number)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a menu up again from its custom id."""
        assert isinstance(item, ui.Select)
        return cls(item, match["digest"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Pass it on."""
        act = f"complain-{self.item.values[0]}"
        await desk_behind(interaction).act_on_story(interaction, act, self._digest_id, self._number)


class TieMenu(ui.DynamicItem[ui.Select[Any]], template=r"untie"):
    """Ends ties of whoever chooses."""

    def __init__(self, select: ui.Select[Any]) -> None:
        super().__init__(select)

    @classmethod
    def of(cls, ties: Sequence[Tie], replies: Replies) -> Self:
        """Give the menu of a member's ties, the newest ones."""
        options = [
            discord.SelectOption(label=components.shortened(tie.title, components.MAX_LABEL), value=key_of(tie))
            for tie in ties[:MOST_OPTIONS]
        ]
        select: ui.Select[Any] = ui.Select(
            custom_id="untie", placeholder=replies.say("saved-remove"), options=options, max_values=len(options)
        )
        return cls(select)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], _match: re.Match[str]
    ) -> Self:
        """Take a menu up again."""
        assert isinstance(item, ui.Select)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """End what was chosen."""
        await desk_behind(interaction).end_ties(interaction, frozenset(self.item.values))


def key_of(tie: Tie) -> str:
    """Give what a menu calls a tie."""
    return f"{tie.kind}:{tie.story_id}:{tie.outlet}"[: components.MAX_LABEL]


def more_view(
    digest_id: str, number: int, outlet: str, replies: Replies, *, offers: Mapping[str, str] = NOTHING
) -> ui.LayoutView:
    """Give what else can be done with a story; `offers` are what a model can do: keys of labels by act."""
    view = text_view(replies.say("story-more-heading"))
    row: ui.ActionRow[Any] = ui.ActionRow()
    for act, key in MORE.items():
        row.add_item(StoryButton.of(act, digest_id, number, replies.say(key)))
    row.add_item(StoryButton.of("mute-outlet", digest_id, number, replies.say("story-mute-outlet", outlet=outlet)))
    view.add_item(row)
    if offers:
        row = ui.ActionRow()
        for act, key in offers.items():
            row.add_item(StoryButton.of(act, digest_id, number, replies.say(key)))
        view.add_item(row)
    return view


def report_view(digest_id: str, number: int, replies: Replies) -> ui.LayoutView:
    """Give the menu of what may be wrong with a story."""
    view = text_view(replies.say("report-heading"))
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(ReportMenu.of(digest_id, number, replies))
    view.add_item(row)
    return view


def mute_view(text: str, digest_id: str, number: int, card: Card, ties: Ties, replies: Replies) -> ui.LayoutView:
    """Give words with the offer to mute the story, or all of its outlet, where they are not muted yet."""
    outlet = card.sources[0].name
    offers = {
        "mute": replies.say("story-mute") if card.story_id not in ties.muted else "",
        "mute-outlet": replies.say("story-mute-outlet", outlet=outlet) if outlet not in ties.muted_outlets else "",
    }
    view = text_view(f"{text}\n{replies.say('report-offer')}" if any(offers.values()) else text)
    buttons = [StoryButton.of(act, digest_id, number, label) for act, label in offers.items() if label]
    if buttons:
        row: ui.ActionRow[Any] = ui.ActionRow()
        for button in buttons:
            row.add_item(button)
        view.add_item(row)
    return view


def ties_view(text: str, ties: Sequence[Tie], replies: Replies) -> ui.LayoutView:
    """Give a member's ties in words, with a menu to end some."""
    view = text_view(text)
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(TieMenu.of(ties, replies))
    view.add_item(row)
    return view
