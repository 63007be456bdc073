"""“Digest this link”, in the menu of a message: the report behind its first link, as a card for who asked."""

from __future__ import annotations

import re

import discord
from discord import app_commands

from bot.answers import Answer
from bot.desk import Desk
from bot.replies import Replies
from bot.story_view import page_view
from digests.core.errors import UseError

LINK = re.compile(r"https?://(?:[^\s<>()\[\]]|\([^\s<>()]*\))+")
"""An address in a message, as Discord links it: one pair of brackets inside belongs to it."""

AFTER = ".,;:!?'\"*_~|”»"
"""Signs that end a sentence or a marking, not an address."""


def link_menu(desk: Desk) -> app_commands.ContextMenu:
    """Give the command."""

    async def digest_link(interaction: discord.Interaction, message: discord.Message) -> None:
        async def work(replies: Replies) -> Answer:
            services = desk.services
            link = first_link(message)
            digest = await services.linked.digest(link, language=replies.locale.split("-")[0], now=services.now())
            if not digest.cards:
                raise UseError("no-report-there", link=link)
            return page_view(digest, replies)

        await desk.answer(interaction, work, is_costly=True)

    return app_commands.ContextMenu(name="Digest this link", callback=digest_link)


def first_link(message: discord.Message) -> str:
    """Give the first address in a message, or of what it embeds.

    Raises:
        UseError: there is none.
    """
    texts = [message.content, *(embed.url or "" for embed in message.embeds)]
    found = next((match[0] for text in texts if (match := LINK.search(text))), None)
    if found is None:
        raise UseError("no-link-there")
    return found.rstrip(AFTER)
