"""`/feed import` and `/feed export`: lists of feeds between Discord and the use cases.

A list may take longer than an interaction lives: it is read in a task of its own, which says how far it is, and ends
with a line for each feed, as a file; where the interaction is no more, with a notice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence

import aiohttp
import discord

from bot.answers import Answer, Begun, Sheet
from bot.desk import SEND_S, Desk
from bot.formats.markdown import escape
from bot.formats.report import Tally
from bot.replies import Replies
from bot.views import text_view
from digests.core.errors import ParseError, UseError
from digests.core.members import Notice
from digests.core.urls import has_secret
from digests.sources.opml import Outline, read_outlines, write_opml
from digests.usecases.importing import Importer, Line
from digests.usecases.topics import refuse_if_from_file

log = logging.getLogger(__name__)

MAX_BYTES = 2 * 2**20
"""Bytes of a list: 10,000 feeds in OPML."""

FILE_S = 15.0
"""Deadline of fetching the file from Discord."""

TELL_EVERY_S = 5.0
"""How often the answer says how far the list is read."""

LIFE_S = 14 * 60.0
"""How long an interaction can be answered (15 minutes: Discord's docs, interaction tokens), less one to be safe."""


async def fetch_file(file: discord.Attachment) -> bytes:
    """Give the content of an uploaded file.

    Raises:
        UseError: it is too large, or cannot be fetched.
    """
    if file.size > MAX_BYTES:
        raise UseError("list-too-large", limit=MAX_BYTES // 2**20)
    try:
        async with asyncio.timeout(FILE_S):
            return await file.read()
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
        raise UseError("list-not-fetched") from error


async def read_list(file: discord.Attachment) -> Sequence[Outline]:
    """Give the feeds of an uploaded list.

    Raises:
        UseError: as `fetch_file`, or it is no list of feeds.
    """
    content = await fetch_file(file)
    try:
        return await asyncio.to_thread(read_outlines, content)
    except ParseError as error:
        raise UseError("list-unreadable", reason=str(error)) from error


async def begin_import(
    desk: Desk, interaction: discord.Interaction, file: discord.Attachment, topic_name: str | None, replies: Replies
) -> Answer:
    """Begin to add a list to a topic, or each folder of it to the topic of its name; say so."""
    services, guild_id = desk.services, interaction.guild_id or 0
    outlines = await read_list(file)
    if topic_name:
        found = await services.topics.find(guild_id, topic_name)
        refuse_if_from_file(found)
        lines = [Line(address=outline.url, topic=found) for outline in outlines]
    else:
        made = await services.topics.ensure(guild_id, [_folder(outline, replies) for outline in outlines])
        lines = [Line(address=outline.url, topic=made[_folder(outline, replies)]) for outline in outlines]
    names = ", ".join(sorted({line.topic.name for line in lines}))
    begun = replies.say("import-begun", count=len(lines), topics=escape(names))
    return Begun(begun, add_feeds(desk, interaction, lines, names, replies))


async def export(desk: Desk, guild_id: int, replies: Replies) -> Answer:
    """Give a guild's feeds as OPML, a folder for each topic; addresses with a secret in them are left out."""
    held = await desk.services.feeds.of_guild(guild_id)
    outlines = [
        Outline(title=feed.title, url=feed.url, path=(topic.name,))
        for topic, feeds in held.items()
        for feed in feeds
        if not has_secret(feed.url)
    ]
    secret = sum(has_secret(feed.url) for feeds in held.values() for feed in feeds)
    if not outlines and not secret:
        raise UseError("no-feeds")
    text = replies.say("export-done", feeds=len(outlines), secret=secret)
    return Sheet(text, "tidings.opml", write_opml(outlines))


async def add_feeds(
    desk: Desk, interaction: discord.Interaction, lines: Sequence[Line], names: str, replies: Replies
) -> None:
    """Add feeds one after another; say how far it is, and at the end what became of each."""
    services = desk.services
    importer = Importer(
        finder=services.feeds.finder,
        feeds=services.feeds.feeds,
        topics=services.feeds.topics,
        most=services.feeds.per_guild,
    )
    tally, report = Tally(replies), list[str]()
    clock = asyncio.get_running_loop().time
    began = told = clock()
    async for result in importer.add(lines, now=services.now()):
        report.append(tally.line(result))
        if told + TELL_EVERY_S < clock() < began + LIFE_S:
            told = clock()
            progress = text_view(replies.say("import-goes-on", done=len(report), count=len(lines)))
            await _reached(interaction, interaction.edit_original_response(view=progress))
    summary = tally.summary(names)
    sheet = Sheet(escape(summary), "import.txt", "\n".join([*report, summary, ""]).encode())
    if clock() < began + LIFE_S and await _reached(interaction, desk.send(interaction, sheet)):
        return
    guild_id, fields = interaction.guild_id or 0, {"what": summary}
    notice = Notice(guild_id=guild_id, code="notice-import", fields=fields, at=services.now())
    await services.store.members.put_notice(notice)


async def _reached(interaction: discord.Interaction, telling: Awaitable[object]) -> bool:
    """Tell whether Discord took it; that it did not stops no import."""
    try:
        async with asyncio.timeout(SEND_S):
            await telling
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
        log.warning("import not told interaction=%d error=%s: %s", interaction.id, type(error).__name__, error)
        return False
    return True


def _folder(outline: Outline, replies: Replies) -> str:
    return outline.path[0] if outline.path else replies.say("import-folder")
