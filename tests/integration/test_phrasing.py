"""A digest of the invented wire with a language model at hand, whatever that model does: on time, whole and true.

The wire is polled and joined once; each test begins with a copy of that store, ten minutes before the slot.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from digests.core.digest import EXTRACT, Digest
from digests.core.phrasing import material_of
from digests.core.spending import Tokens
from tests import llm_server
from tests.integration.phrasing_house import AHEAD, MODEL, SLOT, House, assert_true, extract, opened, read_wire
from tests.llm_server import Asked, LlmServer


@pytest.fixture(scope="module")
def wire_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder whose store holds the wire, read and joined."""
    folder = tmp_path_factory.mktemp("wire")
    asyncio.run(read_wire(folder))
    return folder


@pytest.fixture
def folder(wire_store: Path, tmp_path: Path) -> Path:
    shutil.copytree(wire_store, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
async def server() -> AsyncIterator[LlmServer]:
    async with LlmServer() as running:
        yield running


@pytest.fixture
async def house(folder: Path, server: LlmServer) -> AsyncIterator[House]:
    async with opened(folder, server.base_url) as one:
        yield one


def _set(**state: Any) -> Callable[[LlmServer], None]:
    def change(server: LlmServer) -> None:
        for name, value in state.items():
            setattr(server, name, value)

    return change


MANNERS = {
    "honest": _set(),
    "copying": _set(manner=llm_server.copied),
    "lazy": _set(manner=llm_server.lazy),
    "hallucinating": _set(manner=llm_server.hallucinating),
    "hijacked": _set(manner=llm_server.hijacked),
    "with a URL": _set(manner=llm_server.with_url),
    "extra fields": _set(manner=llm_server.with_more),
    "wrong schema": _set(manner=llm_server.of_another_form),
    "slow": _set(hangs=True),
    "dribbling": _set(dribbles=True),
    "truncating": _set(finish="length"),
    "garbage": _set(raw=b"\x00garbage"),
    "401": _set(status=401),
    "429": _set(status=429, headers={"Retry-After": "120"}),
    "500": _set(status=500, headers={"Retry-After": "60"}),
    "without forms": _set(unknown={"response_format"}),
}
SIGNING = {"honest", "hallucinating", "with a URL", "extra fields", "without forms"}


@pytest.mark.parametrize("manner", MANNERS)
async def test_the_digest_is_on_time_whole_and_true(house: House, server: LlmServer, manner: str) -> None:
    MANNERS[manner](server)
    base = await extract(house)
    told = await house.tell()
    assert_true(told, base)
    assert ({card.written_by for card in told.cards} == {MODEL}) is (manner in SIGNING)
    if manner not in SIGNING:
        assert told.cards == base.cards
    drawn = "".join(one.text for card in told.cards for one in card.told)
    assert not any(word in drawn for word in ("evil.example", "@everyone", "Quibb", "elsewhere.example", "SHOCK"))


async def test_the_digest_is_on_time_with_a_dead_endpoint(folder: Path) -> None:
    async with LlmServer() as gone:
        pass
    async with opened(folder, gone.base_url) as house:
        base = await extract(house)
        assert await house.tell() == base


async def test_a_hijacked_story_changes_no_other(house: House, server: LlmServer) -> None:
    base = await extract(house)
    victim = material_of(base.cards[0])
    assert victim is not None

    def for_one(asked: llm_server.Asked) -> llm_server.Said:
        is_victim = asked.evidence[0]["text"] == victim.evidence[0].text
        return llm_server.hijacked(asked) if is_victim else llm_server.honest(asked)

    server.manner = for_one
    told = await house.tell()
    assert told.cards[0] == base.cards[0]
    assert {card.written_by for card in told.cards[1:]} == {MODEL}


async def test_a_fabricated_line_is_not_cached_and_served_for_hours(house: House, server: LlmServer) -> None:
    server.manner = llm_server.hallucinating
    await house.tell()
    kept = await house.app.store.database.read(
        lambda sql: [row["json"] for row in sql.query("SELECT json FROM phrasing")]
    )
    assert kept
    assert not any("Quibb" in row for row in kept)


async def test_one_event_in_two_stories_does_not_reject_a_whole_digest(house: House) -> None:
    """The same sentences under two stories: each is judged by its own evidence alone."""
    await extract(house)
    base = await house.digest()
    twin = replace(base.cards[0], story_id=base.cards[1].story_id)
    edition = await house.edition()
    section = replace(base.sections[0], cards=(base.cards[0], twin))
    both = replace(base, sections=(section,))
    assert await house.app.preparer.save(both, edition, replace=True)
    await house.phrase(AHEAD)
    told = await house.digest()
    assert [card.written_by for card in told.cards] == [MODEL, MODEL]


async def test_previews_of_a_day_cost_not_one_paid_call(house: House, server: LlmServer) -> None:
    edition = await house.edition()
    previews = [await house.app.preparer.preview(edition, now=AHEAD) for _ in range(3)]
    assert not server.asked
    assert {card.written_by for one in previews for card in one.cards} == {EXTRACT}
    await house.app.preparer.prepare(AHEAD)
    await house.phrase(AHEAD)
    paid = len(server.asked)
    preview = await house.app.preparer.preview(edition, now=AHEAD)
    assert {card.written_by for card in preview.cards} == {MODEL}
    assert len(server.asked) == paid


async def test_an_unchanged_story_costs_nothing_however_often_it_is_composed_and_restarted(
    folder: Path, server: LlmServer
) -> None:
    for _ in range(2):
        async with opened(folder, server.base_url) as house:
            await house.app.preparer.prepare(AHEAD)
            for second in range(3):
                await house.phrase(AHEAD)
                await house.app.preparer.prepare(SLOT - timedelta(seconds=30 - second))
            spent = await house.app.store.phrasings.spent(AHEAD)
    cards = len((await _told(folder, server)).cards)
    assert len(server.asked) == cards
    assert spent == {0: Tokens(read=1000 * cards, written=100 * cards)}


async def _told(folder: Path, server: LlmServer) -> Digest:
    async with opened(folder, server.base_url) as house:
        return await house.digest()


async def test_a_story_of_the_wire_takes_at_most_2100_tokens(house: House, server: LlmServer) -> None:
    """By OpenAI's rule of thumb, four characters a token; what may be written at most is counted whole."""
    await house.tell()
    counts = [sum(len(message["content"]) for message in asked.body["messages"]) / 4 for asked in server.asked]
    print("tokens read", sorted(counts))
    assert max(counts) + max(asked.body["max_tokens"] for asked in server.asked) <= 2100


async def test_a_cap_leaves_the_rest_as_extracts(folder: Path, server: LlmServer) -> None:
    async with opened(folder, server.base_url, daily_tokens=4000) as house:
        base = await extract(house)
        told = await house.tell()
        assert_true(told, base)
        assert {card.written_by for card in told.cards} == {MODEL, EXTRACT}
        assert sum((await house.app.store.phrasings.spent(AHEAD)).values(), Tokens()).total <= 4000


async def test_made_at_its_slot_a_digest_waits_a_minute_at_most_for_its_words(house: House, server: LlmServer) -> None:
    server.hangs = True
    at = SLOT + timedelta(seconds=1)
    await house.app.preparer.prepare(at)
    assert not await house.is_out(at)
    assert await house.is_out(SLOT + timedelta(seconds=60))
    assert {card.written_by for card in (await house.digest()).cards} == {EXTRACT}


async def test_made_at_its_slot_it_goes_out_as_soon_as_the_model_has_answered(house: House) -> None:
    at = SLOT + timedelta(seconds=1)
    await house.app.preparer.prepare(at)
    await house.phrase(at)
    assert await house.is_out(at + timedelta(seconds=1))
    assert {card.written_by for card in (await house.digest()).cards} == {MODEL}


async def test_calls_that_overlap_ask_once(house: House, server: LlmServer) -> None:
    await house.app.preparer.prepare(AHEAD)
    await asyncio.gather(*(house.phrase(AHEAD) for _ in range(4)))
    assert len(server.asked) == len((await house.digest()).cards)


ENGLISH = (
    "Rescue services cleared at least 1,100 homes in Kelmouth by Tuesday noon as the River Tamsel reached 7.3 metres."
)
GERMAN = (
    "Rettungskräfte räumten bis Dienstagmittag mindestens 1.100 Häuser in Kelmouth, als der Tamsel 7,3 Meter erreichte."
)
UNTRUE = {"No deaths were reported.": "Es wurden 9 Todesfälle gemeldet."}


def german(asked: Asked) -> llm_server.Said:
    """Phrase as the honest one does; translate the sentences it knows, one of them wrongly, and guess at the rest."""
    if "translate" not in asked.body["messages"][0]["content"]:
        return llm_server.lazy(asked)
    known = {ENGLISH: GERMAN, **UNTRUE}
    return {"lead": [{"text": known.get(line["text"], "Das ist so."), "cites": [line["n"]]} for line in asked.evidence]}


async def in_german(house: House) -> Digest:
    """Give the digest of the slot as its edition would have it in German."""
    return replace(await extract(house), language="de")


async def test_a_digest_comes_in_its_editions_language_as_far_as_translations_hold(
    folder: Path, server: LlmServer
) -> None:
    server.manner = german
    async with opened(folder, server.base_url, translate=True) as house:
        base = await in_german(house)
        assert house.app.phraser is not None
        wording = house.app.phraser.wording
        assert await wording.is_wanting(base)
        await wording.ask(base, guild_id=0, now=AHEAD)
        paid = len(server.asked)
        told = await wording.worded(base)
        assert not await wording.is_wanting(base)
        await wording.ask(base, guild_id=0, now=AHEAD)
        assert len(server.asked) == paid
    changed = [
        (one.text, own.text)
        for card, before in zip(told.cards, base.cards, strict=True)
        for one, own in zip(card.told, before.told, strict=True)
        if one != own
    ]
    assert changed == [(GERMAN, ENGLISH)]
    signed = {card.translated_by for card in told.cards}
    assert signed == {"", MODEL}
    assert all(card.facts == own.facts for card, own in zip(told.cards, base.cards, strict=True))


async def test_no_digest_is_translated_unless_the_admin_pays_for_it(house: House, server: LlmServer) -> None:
    server.manner = german
    base = await in_german(house)
    assert house.app.phraser is not None
    await house.app.phraser.wording.ask(base, guild_id=0, now=AHEAD)
    assert all("one by one" not in asked.text for asked in server.asked)
    assert await house.app.phraser.wording.worded(base) == base
