"""Notices posted to the channel a guild named for them: what needs a moderator, told once each."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

import aiohttp
import discord

from bot.formats.components import link
from bot.formats.markdown import escape
from bot.publishers.discord import PAUSES
from bot.publishers.messages import UNKNOWN_MESSAGE
from bot.replies import Replies
from bot.story_buttons import COMPLAINTS
from bot.views import held_view, text_view
from digests.core.members import Notice
from digests.ports import MemberStore

log = logging.getLogger(__name__)

BATCH = 20
MOST_NAMED = 5
"""Members a report names; of more there is the number."""

POST_S = 30.0
"""Deadline of one post; it is tried again at the next tick, and Discord knows its nonce for minutes."""

MARKS = {"channel": "<#{}>", "since": "<t:{}:R>"}
"""How Discord writes what a notice about an edition names."""


class Noticeboard:
    """Posts what `members` holds unposted."""

    def __init__(self, client: discord.Client, members: MemberStore) -> None:
        self._client = client
        self._members = members

    async def post(self, _now: datetime) -> None:
        """Post waiting notices, oldest first; one that its channel refuses for good is dropped with a log line."""
        waiting = await self._members.unsent_notices(BATCH) if self._client.user else ()
        for notice in waiting:
            posted = notice.message_id
            try:
                async with asyncio.timeout(POST_S):
                    posted = await self._post(notice)
            except discord.HTTPException as error:
                if error.code not in PAUSES:
                    log.warning("notice put off notice=%d error=%s", notice.id, error)
                    continue
                log.warning("notice dropped notice=%d guild=%d error=%s", notice.id, notice.guild_id, error)
            except (discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError) as error:
                log.warning("notice put off notice=%d error=%s", notice.id, error)
                continue
            await self._members.notice_sent(notice.id, message_id=posted, by=len(notice.by))

    async def _post(self, notice: Notice) -> str:
        """Post a notice, or edit the message that holds it; give its number."""
        settings = await self._members.settings(notice.guild_id)
        assert settings.notices is not None  # only such notices are given
        guild = self._client.get_guild(notice.guild_id)
        replies = Replies(str(guild.preferred_locale) if guild else "")
        channel = self._client.get_partial_messageable(settings.notices)
        text = worded(notice, replies)
        is_burst = notice.code == "notice-feed-burst"
        view = held_view(text, notice.fields["number"], replies) if is_burst else text_view(text)
        if notice.message_id is not None:
            try:
                await channel.get_partial_message(int(notice.message_id)).edit(view=view)
            except discord.NotFound as error:
                if error.code != UNKNOWN_MESSAGE:
                    raise
            else:
                return notice.message_id
        message = await channel.send(view=view, nonce=f"notice-{notice.id}-{len(notice.by)}")
        return str(message.id)


def worded(notice: Notice, replies: Replies) -> str:
    """Give what a notice says; names out of feeds are escaped."""
    fields = notice.fields
    match notice.code:
        case "notice-feed-ill":
            name = escape(fields["feed"])
            why = replies.say(f"failure-{fields['failure']}", source=name, detail=escape(fields["detail"]) or "-")
            since = f"<t:{fields['since']}:R>"
            return f"{replies.say(notice.code, feed=name, since=since)}\n{why}"
        case "notice-feed-burst":
            return replies.say(notice.code, feed=escape(fields["feed"]), entries=int(fields["entries"]))
        case "notice-import":
            return replies.say(notice.code, what=escape(fields["what"]))
        case "notice-report":
            return _report(notice, replies)
        case "notice-feed-well":
            return replies.say(notice.code, feed=escape(fields["feed"]))
        case _:
            shown = {name: mark.format(fields[name]) for name, mark in MARKS.items() if name in fields}
            return replies.say(notice.code, edition=escape(fields["edition"]), **shown)


def _report(notice: Notice, replies: Replies) -> str:
    """Give what members said of a story, and how many of them."""
    what, story = replies.say(COMPLAINTS[notice.fields["what"]]), link(notice.fields["title"], notice.fields["link"])
    members = ", ".join(f"<@{member}>" for member in notice.by[:MOST_NAMED])
    if len(notice.by) > 1:
        return replies.say("notice-reports", count=len(notice.by), members=members, what=what, story=story)
    return replies.say(notice.code, member=members or "–", what=what, story=story)
