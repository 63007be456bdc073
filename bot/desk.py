"""Where every command and click is answered: in time, for their eyes only, in their language, whatever goes wrong.

The one error wrapper of the bot's Discord side. What is answered is the cogs' and the use cases' matter.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Coroutine, Sequence
from io import BytesIO
from math import ceil
from typing import Any

import aiohttp
import discord
from discord import ui
from discord.ext import commands

from bot.answers import Answer, Begun, Redrawn, Sheet, Work, explain
from bot.deeds import deed_of
from bot.drawn import Drawn
from bot.formats import components
from bot.formats.markdown import escape
from bot.mentions import CommandMentions
from bot.replies import Replies
from bot.roles import Roles
from bot.services import Services
from bot.setup_desk import FORM_S, SetupDesk
from bot.story_acts import act, answer_question
from bot.story_buttons import key_of
from bot.story_view import story_view
from bot.story_words import QUESTIONS, QUESTIONS_S, asked_in, form
from bot.subscribing import toggle
from bot.topic_menu import topic_menu
from bot.views import FeedOrder, sheet_view, text_view
from digests.core.digest import Digest
from digests.core.editions import EditionId, Topic, TopicId
from digests.core.errors import UseError
from digests.core.pictures import is_shown
from digests.core.ties import Ties
from digests.core.urls import mask
from digests.usecases.editions import EditionChanges
from digests.usecases.finding import Found

log = logging.getLogger(__name__)

QUICK_S = 0.1
"""Work done by then is answered without a "thinking…" that only flashes up: people feel a tenth of a second as at once
(Miller 1968)."""

SEND_S = 15.0
"""Deadline of the messages of an answer."""

OFTEN, OFTEN_S = 6, 30.0
"""Times and seconds in which a member may ask for one costly thing (a feed read, a digest composed, all entries
searched): more than anybody reads, fewer than a held key gives."""

COSTLY_ACTS = frozenset({"simpler", "translate"})
"""What asks a language model."""

ANSWER_S = 120.0
"""Deadline of an answer: a feed's timeout and more, far below the 15 minutes an interaction's token lives."""


class Desk:
    """Answers interactions; `services` do what is asked."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.roles = Roles()
        self.mentioned = CommandMentions()
        self.setup = SetupDesk(self)
        self._under_way: set[asyncio.Task[None]] = set()
        self._questions = commands.CooldownMapping(commands.Cooldown(QUESTIONS, QUESTIONS_S), _who)
        self._cooldowns = commands.CooldownMapping(commands.Cooldown(OFTEN, OFTEN_S), _who_asks_what)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do what takes longer than an answer may; a fault of ours is logged."""
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._ended)

    async def close(self) -> None:
        """Give up what is still under way."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("later work failed", exc_info=error)

    async def answer(
        self, interaction: discord.Interaction, work: Work, *, is_costly: bool = False, in_place: bool = False
    ) -> None:
        """Do the work and answer with what it gives, words or messages; work that is not quick is acknowledged first.

        Discord wants the first sign of life within 3 seconds, whatever the network or a busy store are at. What
        `is_costly` is refused to who asks for it too often. `in_place`: the answer to expect is `Redrawn`.
        """
        if is_costly:
            work = self._unless_too_often(interaction, work)
        outcome = asyncio.create_task(self._outcome(interaction, work, Replies(str(interaction.locale))))
        try:
            await asyncio.wait({outcome}, timeout=QUICK_S)
            if not outcome.done():
                async with asyncio.timeout(SEND_S):
                    await interaction.response.defer(ephemeral=True, thinking=not in_place)
            answer = await outcome
            try:
                async with asyncio.timeout(SEND_S):
                    await self.send(interaction, answer)
            finally:
                if isinstance(answer, Begun):
                    self._later(answer.work)
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            log.warning("answer not delivered interaction=%d error=%s: %s", interaction.id, type(error).__name__, error)
        finally:
            outcome.cancel()

    async def open_story(self, interaction: discord.Interaction, digest_id: str, number: int) -> None:
        """Show one story of a digest."""

        async def work(replies: Replies) -> Answer:
            digest = await self._digest(digest_id, number)
            guild_id = interaction.guild_id or digest.guild_id
            settings = await self.services.store.members.settings(guild_id)
            ties = Ties.of(await self.services.personal.ties(guild_id, interaction.user.id))
            has_picture = is_shown(digest.cards[number], settings.images)
            return story_view(digest, number, replies, has_picture=has_picture, ties=ties)

        await self.answer(interaction, work)

    async def act_on_story(self, interaction: discord.Interaction, name: str, digest_id: str, number: int) -> None:
        """Do what a button of a story is named for."""

        async def work(replies: Replies) -> Answer:
            digest = await self._digest(digest_id, number)
            return await act(name, interaction, self.services, digest, number, replies)

        await self.answer(interaction, work, is_costly=name in COSTLY_ACTS)

    async def open_question(self, interaction: discord.Interaction, digest_id: str, number: int) -> None:
        """Show the form for a question about a story; nothing is looked up, a form must be the first answer."""
        try:
            async with asyncio.timeout(FORM_S):
                await interaction.response.send_modal(form(digest_id, number, Replies(str(interaction.locale))))
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            log.warning("form not shown interaction=%d error=%s: %s", interaction.id, type(error).__name__, error)

    async def answer_question(self, interaction: discord.Interaction) -> None:
        """Answer what was asked in a form, so often as one member may ask."""

        async def work(replies: Replies) -> Answer:
            now = self.services.now().timestamp()
            bucket = self._questions.get_bucket(interaction, now)
            if bucket and (wait := bucket.update_rate_limit(now)) is not None:
                raise UseError("questions-too-often", at=f"<t:{ceil(now + wait)}:R>", most=QUESTIONS)
            digest_id, number, asked = asked_in(interaction)
            digest = await self._digest(digest_id, number)
            return await answer_question(interaction, self.services, digest, number, asked, replies)

        await self.answer(interaction, work)

    async def end_ties(self, interaction: discord.Interaction, chosen: Collection[str]) -> None:
        """End those of a member's ties that were chosen from a menu."""

        async def work(replies: Replies) -> Answer:
            personal, guild_id = self.services.personal, interaction.guild_id or 0
            ended = [tie for tie in await personal.ties(guild_id, interaction.user.id) if key_of(tie) in chosen]
            await personal.end(ended)
            return replies.say("saved-removed", count=len(ended))

        await self.answer(interaction, work)

    async def _digest(self, digest_id: str, number: int) -> Digest:
        digest = await self.services.store.digests.digest(digest_id)
        if digest is None or number >= len(digest.cards):
            raise UseError("story-gone")
        return digest

    async def explain_quiet(self, interaction: discord.Interaction, digest_id: str) -> None:
        """Say why a digest has nothing to tell."""

        async def work(replies: Replies) -> Answer:
            digest = await self.services.store.digests.digest(digest_id)
            if digest is None:
                raise UseError("story-gone")
            found = digest.coverage
            return replies.say(
                "quiet-explained",
                since=f"<t:{int(digest.window_start.timestamp())}:f>",
                entries=found.entries,
                ok=found.feeds_ok,
                total=found.feeds_total,
            )

        await self.answer(interaction, work)

    async def toggle_subscription(self, interaction: discord.Interaction, topic_id: TopicId) -> None:
        """Subscribe a member to a topic, or end that."""
        await self.answer(
            interaction, lambda replies: toggle(interaction, self.services, self.roles, topic_id, replies)
        )

    async def add_feed(self, found: Found, topic: Topic, order: FeedOrder, replies: Replies) -> str:
        """Add a feed that was read; give the sentence that says so."""
        feed = await self.services.feeds.add(
            found, topic, now=self.services.now(), backfill=order.backfill, private=order.private
        )
        entries = len(found.document.entries)
        if found.as_page:
            name = escape(found.document.title or mask(feed.url))
            return replies.say("page-added", page=name, topic=escape(topic.name), links=entries)
        return replies.say(
            "feed-added",
            feed=escape(found.document.title or mask(feed.url)),
            topic=escape(topic.name),
            entries=entries,
            news=min(order.backfill, entries),
        )

    async def pick_topics(
        self, interaction: discord.Interaction, edition_id: EditionId, picked: Collection[TopicId]
    ) -> None:
        """Have a digest tell of picked topics, and show the menu as it stands then."""

        async def work(replies: Replies) -> Answer:
            if not interaction.permissions.manage_guild:
                raise UseError("only-moderators")
            guild_id, now = interaction.guild_id or 0, self.services.now()
            held = await self.services.editions.held(guild_id, now=now)
            edition = next((one.edition for one in held if one.edition.id == edition_id), None)
            if edition is None:
                raise UseError("edition-gone")
            topics = await self.services.topics.held(guild_id)
            told = [topic for topic in topics if topic.id in picked]
            if not told:
                raise UseError("topic-gone")
            standing = await self.services.editions.change(edition, EditionChanges(), told, now=now)
            changed = standing.edition
            names = escape(", ".join(topic.name for topic in told))
            said = replies.say("edition-topics-picked", edition=escape(changed.name), topics=names)
            return Redrawn(topic_menu(self.mentioned(said), edition_id, topics, changed.topics, replies))

        await self.answer(interaction, work, in_place=True)

    async def pick_feed(self, interaction: discord.Interaction, url: str, order: FeedOrder) -> None:
        """Add the feed a moderator picked from those that were found."""

        async def work(replies: Replies) -> Answer:
            if not interaction.permissions.manage_guild:
                raise UseError("only-moderators")
            held = await self.services.topics.held(interaction.guild_id or 0)
            topic = next((topic for topic in held if topic.id == order.topic_id), None)
            if topic is None:
                raise UseError("topic-gone")
            (found, *_) = await self.services.feeds.look_for(url, topic)
            return await self.add_feed(found, topic, order, replies)

        await self.answer(interaction, work)

    async def decide_held(self, interaction: discord.Interaction, feed: str, *, release: bool) -> None:
        """Release or discard what the burst guard holds of a feed; only moderators are asked."""

        async def work(replies: Replies) -> Answer:
            if not interaction.permissions.manage_guild and interaction.type is discord.InteractionType.component:
                raise UseError("only-moderators")
            guild_id = interaction.guild_id or 0
            found = await self.services.feeds.find(guild_id, feed)
            count = await self.services.feeds.decide_held(found, guild_id, release=release)
            key = "feed-released" if release else "feed-discarded"
            return replies.say(key, feed=escape(found.title or mask(found.url)), entries=count)

        await self.answer(interaction, work)

    def _unless_too_often(self, interaction: discord.Interaction, work: Work) -> Work:
        now = self.services.now().timestamp()
        bucket = self._cooldowns.get_bucket(interaction, now)
        wait = bucket.update_rate_limit(now) if bucket else None
        if wait is None:
            return work

        async def refuse(_replies: Replies) -> Answer:
            raise UseError("asked-too-often", seconds=ceil(wait))

        return refuse

    async def _outcome(self, interaction: discord.Interaction, work: Work, replies: Replies) -> Answer:
        """Give the answer, or the sentence of what went wrong; a fault of ours is logged with the interaction's id."""
        try:
            async with asyncio.timeout(ANSWER_S):
                answer = await work(replies)
                if deed := deed_of(interaction, self.services.now()):
                    await self.services.store.members.put_deed(deed)
                return answer
        except UseError as error:
            return explain(error, replies)
        except TimeoutError:
            log.warning("answer too late interaction=%d", interaction.id)
            return replies.say("answer-too-late")
        except Exception:
            log.exception("answer failed interaction=%d", interaction.id)
            return replies.say("answer-failed", number=str(interaction.id))

    async def send(self, interaction: discord.Interaction, answer: Answer) -> None:
        """Answer for one pair of eyes. The first follow-up fills the deferred reply, more come behind it."""
        files: list[discord.File] = []
        match answer:
            case Redrawn():
                await self._redraw(interaction, answer.view)
                return
            case str() | Begun():
                text = self.mentioned(answer if isinstance(answer, str) else answer.text)
                parts: Sequence[Drawn] = [Drawn(view=text_view(page)) for page in components.pages(text)]
            case Sheet():
                files = [discord.File(BytesIO(answer.content), answer.filename)]
                parts = [Drawn(view=sheet_view(answer.text, files[0]))]
            case ui.LayoutView():
                parts = [Drawn(view=answer)]
            case _:
                parts = answer
        for part in parts:
            if interaction.response.is_done():
                await interaction.followup.send(**part.sent(), files=files, ephemeral=True)
            else:
                await interaction.response.send_message(**part.sent(), files=files, ephemeral=True)

    async def _redraw(self, interaction: discord.Interaction, view: ui.LayoutView) -> None:
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view)
        else:
            await interaction.response.edit_message(view=view)


def _who(interaction: discord.Interaction) -> int:
    return interaction.user.id


def _who_asks_what(interaction: discord.Interaction) -> tuple[int, str]:
    command = interaction.command
    return interaction.user.id, command.qualified_name if command else ""
