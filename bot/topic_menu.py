"""The menu that narrows a digest ordered without topics: all of them at first, then those that were picked.

Stateless like `bot.views`: the digest stands in the custom id, what is picked in the message.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, Self

import discord
from discord import ui

from bot.formats import components
from bot.replies import Replies
from bot.views import desk_behind, text_view
from digests.core.editions import EditionId, Topic, TopicId

MOST_OPTIONS = 25
"""Options of a menu (Discord's docs, select menu structure)."""


class TopicMenu(ui.DynamicItem[ui.Select[Any]], template=r"edition-topics:(?P<edition>\d+)"):
    """Has a digest tell of the topics that are picked."""

    def __init__(self, select: ui.Select[Any], edition_id: EditionId) -> None:
        super().__init__(select)
        self._edition_id = edition_id

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a menu up again from its custom id."""
        assert isinstance(item, ui.Select)
        return cls(item, EditionId(int(match["edition"])))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Change the digest."""
        picked = frozenset(TopicId(int(value)) for value in self.item.values)
        await desk_behind(interaction).pick_topics(interaction, self._edition_id, picked)


def topic_menu(
    text: str, edition_id: EditionId, held: Sequence[Topic], told: Collection[TopicId], replies: Replies
) -> ui.LayoutView:
    """Give an answer with the menu below it; topics a menu has no room for can be named in `/digest edit`."""
    options = [
        discord.SelectOption(
            label=components.shortened(topic.name, components.MAX_LABEL),
            description=components.shortened(topic.description, components.MAX_LABEL) or None,
            value=str(topic.id),
            default=topic.id in told,
        )
        for topic in held[:MOST_OPTIONS]
    ]
    select: ui.Select[Any] = ui.Select(
        custom_id=f"edition-topics:{edition_id}",
        placeholder=replies.say("edition-topics-menu"),
        options=options,
        max_values=len(options),
    )
    view = text_view(text)
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(TopicMenu(select, edition_id))
    view.add_item(row)
    return view
