"""A story in a language model's words for who asks: simpler, as an answer, translated. There only where a model is.

What a click or a form says goes to `digests.usecases.one_story`; here it gets its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.formats import components
from bot.formats.markdown import escape
from bot.formats.outline import markers
from bot.replies import Replies
from bot.setup_view import filled
from bot.story_view import page_view
from digests.core.digest import Card, Digest, Sentence
from digests.core.errors import UseError
from digests.core.phrasing import MOST_ASKED

if TYPE_CHECKING:
    from bot.services import Services
    from digests.usecases.one_story import OneStory

WORDS = {"simpler": "story-simpler", "ask": "story-ask", "translate": "story-translate"}
"""What a model can do with a story, and the key of what stands on its button."""

ASK = "ask:"
"""What the custom id of the form begins with; the digest and the number of the card follow."""

QUESTIONS, QUESTIONS_S = 10, 3600.0
"""Questions of one member in an hour. One takes some 1,000 tokens: who asks so many in every hour of an evening
takes what a server may spend in a day (`summary.guild_daily_tokens`)."""


def words_of(services: Services) -> OneStory:
    """Give what asks the model.

    Raises:
        UseError: none is configured any more; the button is an old one.
    """
    if services.one_story is None:
        raise UseError("asking-off")
    return services.one_story


def offers(services: Services, card: Card, replies: Replies) -> dict[str, str]:
    """Give what a model can do with a story for a reader, by the key of its button; nothing without a model."""
    if services.one_story is None:
        return {}
    is_foreign = services.one_story.is_foreign(card, _language(replies))
    return {act: key for act, key in WORDS.items() if act != "translate" or is_foreign}


def form(digest_id: str, number: int, replies: Replies) -> ui.Modal:
    """Give the form; it is not kept in memory, `TidingsClient.on_interaction` takes what was filled in."""
    modal = ui.Modal(title=replies.say("question-title"), custom_id=f"{ASK}{digest_id}:{number}")
    line: ui.TextInput[Any] = ui.TextInput(
        custom_id="question", max_length=MOST_ASKED, placeholder=replies.say("question-example")
    )
    modal.add_item(
        ui.Label(text=replies.say("question-label"), description=replies.say("question-note"), component=line)
    )
    modal.stop()
    return modal


def asked_in(interaction: discord.Interaction) -> tuple[str, int, str]:
    """Give the digest, the card and the question of a form that was sent."""
    data: Any = interaction.data
    digest_id, _, number = data["custom_id"].removeprefix(ASK).rpartition(":")
    return digest_id, int(number), filled(interaction)["question"]


async def simpler(services: Services, card: Card, guild_id: int, replies: Replies) -> str:
    """Give a story in simpler words, with its sources and by how much they are simpler."""
    words = words_of(services)
    found = await words.simpler(card, guild_id=guild_id, now=services.now())
    measure = replies.say("simpler-measure", now=found.now, was=found.was)
    return "\n".join(_told(found.sentences, card, words.model, [measure], replies))


async def answer(services: Services, card: Card, asked: str, guild_id: int, replies: Replies) -> str:
    """Give what a story's sources say to a question, or that none says it."""
    words = words_of(services)
    found = await words.answer(card, asked, guild_id=guild_id, now=services.now())
    if found:
        return "\n".join(_told(found, card, words.model, [], replies))
    sources = [f"- {components.link(source.name, source.url)} · {escape(source.title)}" for source in card.sources]
    return "\n".join([replies.say("question-unanswered"), *sources])


async def translation(
    services: Services, digest: Digest, number: int, guild_id: int, replies: Replies
) -> ui.LayoutView:
    """Give a story's card in the reader's language."""
    words = words_of(services)
    card = await words.translated(digest.cards[number], _language(replies), guild_id=guild_id, now=services.now())
    alone = replace(digest, sections=(replace(digest.sections[0], cards=(card,)),))
    return page_view(alone, replies)


def _told(
    sentences: Sequence[Sentence], card: Card, model: str, more: Sequence[str], replies: Replies
) -> Iterator[str]:
    yield f"### {escape(card.title)}"
    yield " ".join(f"{escape(sentence.text)} {escape(markers(sentence))}" for sentence in sentences)
    cited = {number for sentence in sentences for number in sentence.cites}
    links = [f"{source.n} {components.link(source.name, source.url)}" for source in card.sources if source.n in cited]
    signed = replies.say("model-wrote-card", model=components.shortened(model, components.MAX_NAME))
    yield "-# " + " · ".join([*links, escape(signed)])
    yield from (f"-# {escape(line)}" for line in more)


def _language(replies: Replies) -> str:
    return replies.locale.partition("-")[0]
