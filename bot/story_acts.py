"""What a click on a story does: lists its sources, ties the member to it, passes a complaint on to moderators."""

from __future__ import annotations

import discord
from discord import ui

from bot.formats import components
from bot.formats.markdown import escape
from bot.permissions import refuse_if_no_threads
from bot.replies import Replies
from bot.services import Services
from bot.story_buttons import COMPLAINTS, more_view, report_view
from bot.story_view import sources_view
from digests.core.digest import Card, Digest
from digests.core.errors import UseError
from digests.core.members import Notice
from digests.core.ties import TieKind

SAID = {
    (TieKind.FOLLOW, True): "story-followed",
    (TieKind.FOLLOW, False): "story-unfollowed",
    (TieKind.MUTE, True): "story-muted",
    (TieKind.MUTE, False): "story-unmuted",
    (TieKind.SAVE, True): "story-saved",
    (TieKind.SAVE, False): "story-unsaved",
}
"""What a member is told when a tie was made, or ended."""


async def act(  # noqa: PLR0911 - one for each act
    name: str, interaction: discord.Interaction, services: Services, digest: Digest, number: int, replies: Replies
) -> str | ui.LayoutView:
    """Do what a button is named for; give the answer.

    Raises:
        UseError: the member has as many ties as one may, or the act is not known.
    """
    card = digest.cards[number]
    match name:
        case "sources":
            return sources_view(card, replies)
        case "follow" | "mute" | "save":
            return await _tie(TieKind(name), interaction, services, card, replies)
        case "mute-outlet":
            return await _mute_outlet(interaction, services, card, replies)
        case "more":
            return more_view(digest.id, number, card.sources[0].name, replies)
        case "timeline":
            return _timeline(card, replies)
        case "discuss":
            return await _discuss(interaction, services, digest, number, replies)
        case "report":
            return report_view(digest.id, number, replies)
        case _:
            return await _complain(name.removeprefix("complain-"), interaction, services, card, replies)


async def _tie(
    kind: TieKind, interaction: discord.Interaction, services: Services, card: Card, replies: Replies
) -> str:
    stands = await services.personal.toggle(
        kind, card, guild_id=interaction.guild_id or 0, member_id=interaction.user.id, now=services.now()
    )
    return replies.say(SAID[kind, stands], title=escape(card.title))


async def _mute_outlet(interaction: discord.Interaction, services: Services, card: Card, replies: Replies) -> str:
    outlet = card.sources[0].name
    stands = await services.personal.mute_outlet(
        outlet, guild_id=interaction.guild_id or 0, member_id=interaction.user.id, now=services.now()
    )
    return replies.say("outlet-muted" if stands else "outlet-unmuted", outlet=escape(outlet))


async def _discuss(
    interaction: discord.Interaction, services: Services, digest: Digest, number: int, replies: Replies
) -> str:
    """Say where a story is talked about; have a thread opened where that may be."""
    if interaction.guild is None:
        raise UseError("discuss-in-servers")
    if isinstance(interaction.channel, discord.Thread):
        return replies.say("discuss-here", thread=interaction.channel.mention)
    refuse_if_no_threads(interaction, replies)
    thread = await services.store.digests.discuss(digest.id, number, now=services.now())
    return replies.say("discuss-here", thread=f"<#{thread}>") if thread else replies.say("discuss-opens")


async def _complain(
    what: str, interaction: discord.Interaction, services: Services, card: Card, replies: Replies
) -> str:
    if what not in COMPLAINTS:
        raise UseError("story-gone")
    fields = {
        "member": str(interaction.user.id),
        "what": what,
        "title": card.title,
        "link": card.sources[0].url,
    }
    guild_id = interaction.guild_id or 0
    notice = Notice(guild_id=guild_id, code="notice-report", fields=fields, at=services.now())
    await services.store.members.put_notice(notice)
    settings = await services.store.members.settings(guild_id)
    return replies.say("report-taken" if settings.notices else "report-kept")


def _timeline(card: Card, replies: Replies) -> str:
    lines = [replies.say("timeline-heading", title=escape(card.title))]
    for source in sorted(card.sources, key=lambda one: one.published):
        at = f"<t:{int(source.published.timestamp())}:f>"
        lines.append(f"- {at} · {components.link(source.name, source.url)} · {escape(source.title)}")
    return "\n".join(lines)
