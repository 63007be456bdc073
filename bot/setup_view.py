"""`/setup` as one message: what was chosen so far stands in the message itself, so a restart forgets nothing.

Menus change the message in place; its button opens the form, which ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import discord
from discord import ui

from bot.options import POSTABLE
from bot.replies import Replies
from bot.views import desk_behind, text_view
from digests.core.editions import EditionId
from digests.usecases.setting_up import StarterList

FORM = "setup-form"
"""The form's custom id; its fields are `at` and `timezone`."""

FIRST_AT = "08:00"
"""The time a form suggests: before work, when most people read the news of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a moderator chose so far. `topics` are places in the list of the language."""

    channel: int | None = None
    notices: int | None = None
    language: str
    topics: tuple[int, ...] = ()
    timezone: str


class SetupMenu(ui.DynamicItem[ui.Item[Any]], template=r"setup:(?P<what>channel|notices|language|topics)"):
    """One of the menus."""

    def __init__(self, select: ui.Item[Any], what: str) -> None:
        super().__init__(select)
        self._what = what

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a menu up again from its custom id."""
        return cls(item, match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the choice in the message."""
        assert isinstance(self.item, ui.Select | ui.ChannelSelect)
        chosen, values = chosen_in(interaction.message), self.item.values
        match self._what:
            case "language":
                chosen = replace(chosen, language=str(values[0]), topics=())
            case "topics":
                chosen = replace(chosen, topics=tuple(sorted(int(str(value)) for value in values)))
            case "channel":
                chosen = replace(chosen, channel=_first_id(values))
            case "notices":
                chosen = replace(chosen, notices=_first_id(values))
        await desk_behind(interaction).setup.redraw(interaction, chosen)


class SetupButton(ui.DynamicItem[ui.Button[Any]], template=r"setup-when:(?P<zone>[\w+\-/]+)"):
    """Opens the form."""

    def __init__(self, button: ui.Button[Any], zone: str) -> None:
        super().__init__(button)
        self._zone = zone

    @classmethod
    def of(cls, zone: str, replies: Replies) -> Self:
        """Give the button; `zone` is what the form will suggest."""
        style = discord.ButtonStyle.primary
        return cls(ui.Button(label=replies.say("setup-when"), style=style, custom_id=f"setup-when:{zone}"), zone)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take the button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, match["zone"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask for the time and the zone."""
        await desk_behind(interaction).setup.open_form(interaction, self._zone)


class FirstButton(ui.DynamicItem[ui.Button[Any]], template=r"first:(?P<what>see|post):(?P<edition>\d+)"):
    """Shows or posts the first digest of a server that was just set up."""

    def __init__(self, button: ui.Button[Any], what: str, edition_id: EditionId) -> None:
        super().__init__(button)
        self._what = what
        self._edition_id = edition_id

    @classmethod
    def of(cls, what: str, edition_id: EditionId, replies: Replies) -> Self:
        """Give one of the two buttons."""
        key = "setup-see" if what == "see" else "setup-post"
        button: ui.Button[Any] = ui.Button(label=replies.say(key), custom_id=f"first:{what}:{edition_id}")
        return cls(button, what, edition_id)

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Take a button up again from its custom id."""
        assert isinstance(item, ui.Button)
        return cls(item, match["what"], EditionId(int(match["edition"])))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show it, or post it."""
        await desk_behind(interaction).setup.first_digest(interaction, self._edition_id, is_posted=self._what == "post")


def setup_view(chosen: Chosen, offered: Sequence[StarterList], replies: Replies) -> ui.LayoutView:
    """Give the message: a line on what happens, four menus with what was chosen, and the button that goes on."""
    view = text_view(replies.say("setup-heading"))
    one = next((one for one in offered if one.language == chosen.language), offered[0])
    languages = [discord.SelectOption(label=each.name, value=each.language, default=each is one) for each in offered]
    topics = [
        discord.SelectOption(
            label=topic.name, value=str(place), description=topic.description, default=place in chosen.topics
        )
        for place, topic in enumerate(one.topics)
    ]
    menus: list[tuple[str, ui.Item[Any]]] = [
        ("channel", _channels("channel", replies.say("setup-channel"), chosen.channel)),
        ("language", ui.Select(custom_id="setup:language", options=languages)),
        (
            "topics",
            ui.Select(
                custom_id="setup:topics",
                placeholder=replies.say("setup-topics"),
                options=topics,
                max_values=len(topics),
            ),
        ),
        ("notices", _channels("notices", replies.say("setup-notices"), chosen.notices)),
    ]
    for what, select in menus:
        row: ui.ActionRow[Any] = ui.ActionRow()
        row.add_item(SetupMenu(select, what))
        view.add_item(row)
    row = ui.ActionRow()
    row.add_item(SetupButton.of(chosen.timezone, replies))
    view.add_item(row)
    return view


def done_view(text: str, edition_id: EditionId, replies: Replies) -> ui.LayoutView:
    """Give what was set up, with the ways to the first digest."""
    view = text_view(text)
    row: ui.ActionRow[Any] = ui.ActionRow()
    for what in ("see", "post"):
        row.add_item(FirstButton.of(what, edition_id, replies))
    view.add_item(row)
    return view


def form(zone: str, replies: Replies) -> ui.Modal:
    """Give the form; it is not kept in memory, `TidingsClient.on_interaction` takes what was filled in."""
    modal = ui.Modal(title=replies.say("setup-form-title"), custom_id=FORM)
    at: ui.TextInput[Any] = ui.TextInput(custom_id="at", default=FIRST_AT, max_length=60)
    where: ui.TextInput[Any] = ui.TextInput(custom_id="timezone", default=zone, max_length=60)
    modal.add_item(ui.Label(text=replies.say("setup-form-at"), component=at))
    modal.add_item(ui.Label(text=replies.say("setup-form-zone"), component=where))
    modal.stop()
    return modal


def filled(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """Give the fields of a form that was sent, by custom id."""
    data: Any = interaction.data
    rows = data["components"]
    return {row["component"]["custom_id"]: row["component"]["value"] for row in rows}


def chosen_in(message: discord.Message | None) -> Chosen:
    """Read what was chosen out of the message that shows it."""
    assert message is not None
    parts = dict(_parts(message))
    channels = {what: _picked(parts.get(f"setup:{what}")) for what in ("channel", "notices")}
    (language,) = (option.value for option in parts["setup:language"].options if option.default)
    topics = tuple(int(option.value) for option in parts["setup:topics"].options if option.default)
    (zone,) = (custom_id.removeprefix("setup-when:") for custom_id in parts if custom_id.startswith("setup-when:"))
    return Chosen(**channels, language=language, topics=topics, timezone=zone)


def _channels(what: str, placeholder: str, picked: int | None) -> ui.ChannelSelect[Any]:
    default = [discord.SelectDefaultValue.from_channel(discord.Object(picked))] if picked else []
    return ui.ChannelSelect(
        custom_id=f"setup:{what}",
        channel_types=POSTABLE[:2],
        placeholder=placeholder,
        min_values=0 if what == "notices" else 1,
        default_values=default,
    )


def _parts(message: discord.Message) -> Iterator[tuple[str, Any]]:
    rows: Any = message.components
    for row in rows:
        for part in getattr(row, "children", ()):
            if custom_id := getattr(part, "custom_id", None):
                yield custom_id, part


def _first_id(values: Sequence[Any]) -> int | None:
    return next((value.id for value in values), None)


def _picked(select: Any) -> int | None:
    return next((value.id for value in select.default_values), None) if select else None
