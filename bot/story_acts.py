"""What a click on a story does: lists its sources, ties the member to it, passes a complaint on to moderators."""

from __future__ import annotations

import discord
from discord import ui

from bot.formats import components
from bot.formats.markdown import escape
from bot.membership import is_member
from bot.permissions import refuse_if_no_threads
from bot.replies import Replies
from bot.services import Services
from bot.story_buttons import COMPLAINTS, more_view, mute_view, report_view
from bot.story_view import sources_view
from bot.story_words import answer, offers, simpler, translation
from digests.core.digest import Card, Digest
from digests.core.errors import UseError
from digests.core.members import Notice
from digests.core.ties import TieKind, Ties

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
    """Do what a button is named for; give the answer. In direct messages it is done for the server the digest is of.

    Raises:
        UseError: the member has as many ties as one may, has left that server, or the act is not known.
    """
    card = digest.cards[number]
    match name:
        case "sources":
            return sources_view(card, replies)
        case "more":
            found = offers(services, card, replies)
            return more_view(digest.id, number, card.sources[0].name, replies, offers=found)
        case "timeline":
            return _timeline(card, replies)
        case "discuss":
            return await _discuss(interaction, services, digest, number, replies)
        case "report":
            return report_view(digest.id, number, replies)
    guild_id = await _guild_of(interaction, services, digest)
    match name:
        case "follow" | "mute" | "save":
            stands = await services.personal.toggle(
                TieKind(name), card, guild_id=guild_id, member_id=interaction.user.id, now=services.now()
            )
            return replies.say(SAID[TieKind(name), stands], title=escape(card.title))
        case "simpler":
            return await simpler(services, card, guild_id, replies)
        case "translate":
            return await translation(services, digest, number, guild_id, replies)
        case "mute-outlet":
            return await _mute_outlet(interaction, services, card, guild_id, replies)
        case _:
            return await _complain(
                name.removeprefix("complain-"), interaction, services, digest, number, guild_id, replies
            )


async def answer_question(
    interaction: discord.Interaction, services: Services, digest: Digest, number: int, asked: str, replies: Replies
) -> str:
    """Give what a story's sources say to a member's question.

    Raises:
        UseError: as `act`, or the model cannot be asked.
    """
    guild_id = await _guild_of(interaction, services, digest)
    return await answer(services, digest.cards[number], asked, guild_id, replies)


async def _guild_of(interaction: discord.Interaction, services: Services, digest: Digest) -> int:
    """Give the server that an act is for; who acts from afar must still be a member.

    Raises:
        UseError: they are none, or we are not.
    """
    if interaction.guild_id:
        return interaction.guild_id
    is_there = await is_member(interaction.client, digest.guild_id, interaction.user.id)
    if is_there is None:
        raise UseError("server-closed")
    if not is_there:
        await services.members.leave(digest.guild_id, interaction.user.id)
        raise UseError("member-left")
    return digest.guild_id


async def _mute_outlet(
    interaction: discord.Interaction, services: Services, card: Card, guild_id: int, replies: Replies
) -> str:
    outlet = card.sources[0].name
    stands = await services.personal.mute_outlet(
        outlet, guild_id=guild_id, member_id=interaction.user.id, now=services.now()
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
    what: str,
    interaction: discord.Interaction,
    services: Services,
    digest: Digest,
    number: int,
    guild_id: int,
    replies: Replies,
) -> str | ui.LayoutView:
    """Have moderators told; who has no taste for a story is offered never to see it again."""
    if what not in COMPLAINTS:
        raise UseError("story-gone")
    card, member_id, members = digest.cards[number], interaction.user.id, services.store.members
    fields = {"what": what, "title": card.title, "link": card.sources[0].url}
    notice = Notice(guild_id=guild_id, code="notice-report", fields=fields, at=services.now())
    is_new = await members.complain(notice, f"{what}:{card.story_id}", member_id)
    settings = await members.settings(guild_id)
    key = ("report-taken" if settings.notices else "report-kept") if is_new else "report-known"
    if what != "taste":
        return replies.say(key)
    ties = Ties.of(await services.personal.ties(guild_id, member_id))
    return mute_view(replies.say(key), digest.id, number, card, ties, replies)


def _timeline(card: Card, replies: Replies) -> str:
    lines = [replies.say("timeline-heading", title=escape(card.title))]
    for source in sorted(card.sources, key=lambda one: one.published):
        at = f"<t:{int(source.published.timestamp())}:f>"
        lines.append(f"- {at} · {components.link(source.name, source.url)} · {escape(source.title)}")
    return "\n".join(lines)
