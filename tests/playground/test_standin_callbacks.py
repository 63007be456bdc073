"""What Discord refuses in answers to interactions, asked by plain HTTP: wrong kinds, sizes, tokens and times."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.playground.standin.interactions import ACK_S, TOKEN_S, Interaction, Kind
from tests.playground.rest_town import Answer, Town, open_town

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = range(4, 10)
EPHEMERAL = 1 << 6


def fields(number: int = 1, **more: Any) -> list[dict[str, Any]]:
    """Give the rows of a form."""
    own = {"type": 4, "label": "Name", "style": 1, **more}
    return [{"type": 1, "components": [{"custom_id": f"field-{one}", **own}]} for one in range(number)]


FORM = {"title": "A topic", "custom_id": "form", "components": fields()}
SAMPLES: dict[int, Any] = {
    MESSAGE: {"content": "Hello"},
    DEFERRED: {},
    DEFERRED_UPDATE: None,
    UPDATE: {"content": "Changed"},
    CHOICES: {"choices": []},
    MODAL: FORM,
}


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with open_town() as opened:
        yield opened


def begun(town: Town, kind: Kind = Kind.COMMAND) -> Interaction:
    """Give an interaction as if somebody had just done something."""
    source = town.world.store_message(town.news, town.world.bot, {"content": "A page"})
    is_click = kind in {Kind.COMPONENT, Kind.MODAL}
    interactions = town.standin.interactions
    return interactions.begin(kind, town.owner, town.guild, town.news, {}, source=source if is_click else None)


async def answered(town: Town, asked: Interaction, kind: int, data: Any = None, **query: object) -> Answer:
    path = f"/interactions/{asked.id}/{asked.token}/callback"
    return await town.call("POST", path, {"type": kind, "data": data}, token="", **query)


def webhook(town: Town, asked: Interaction, message: str = "") -> str:
    base = f"/webhooks/{town.world.application_id}/{asked.token}"
    return f"{base}/messages/{message}" if message else base


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        (Kind.COMMAND, {MESSAGE, DEFERRED, MODAL}),
        (Kind.COMPONENT, {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL}),
        (Kind.AUTOCOMPLETE, {CHOICES}),
        (Kind.MODAL, {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE}),
    ],
)
async def test_an_interaction_is_answered_only_in_ways_that_fit_it(town: Town, kind: Kind, taken: set[int]) -> None:
    for way, data in SAMPLES.items():
        answer = await answered(town, begun(town, kind), way, data)
        assert answer.status == (204 if way in taken else 400), (kind, way)


@pytest.mark.parametrize("way", [0, 1, 2, 3, 99, None])
async def test_a_way_of_answering_that_does_not_exist_is_refused(town: Town, way: Any) -> None:
    assert (await answered(town, begun(town), way)).refusal == (400, 50035)


async def test_the_answer_is_told_back_where_it_was_asked_for(town: Town) -> None:
    quiet = await answered(town, begun(town), MESSAGE, {"content": "Hello"})
    assert (quiet.status, quiet.json) == (204, None)
    told = await answered(town, begun(town), MESSAGE, {"content": "Hello"}, with_response=1)
    assert told.json["resource"]["type"] == MESSAGE
    assert told.json["resource"]["message"]["content"] == "Hello"
    assert told.json["interaction"]["response_message_id"] == told.json["resource"]["message"]["id"]
    later = await answered(town, begun(town), DEFERRED, {"flags": EPHEMERAL}, with_response="true")
    assert later.json["interaction"]["response_message_loading"]
    assert later.json["interaction"]["response_message_ephemeral"]


async def test_a_second_acknowledgement_is_refused_with_40060(town: Town) -> None:
    asked = begun(town)
    await answered(town, asked, DEFERRED)
    assert (await answered(town, asked, MESSAGE, {"content": "Hello"})).refusal == (400, 40060)


async def test_an_acknowledgement_after_three_seconds_is_refused_with_10062(town: Town) -> None:
    asked = begun(town)
    asked.began -= ACK_S
    assert (await answered(town, asked, DEFERRED)).refusal == (404, 10062)
    assert (await town.call("POST", webhook(town, asked), {"content": "Hello"}, token="")).refusal == (404, 10015)


async def test_an_id_and_a_token_must_belong_together(town: Town) -> None:
    asked, other = begun(town), begun(town)
    path = f"/interactions/{other.id}/{asked.token}/callback"
    assert (await town.call("POST", path, {"type": DEFERRED}, token="")).refusal == (404, 10062)
    await answered(town, asked, DEFERRED)
    strange = f"/webhooks/{town.world.bot.id + 1}/{asked.token}"
    assert (await town.call("POST", strange, {"content": "Hello"}, token="")).refusal == (404, 10015)


async def test_after_fifteen_minutes_the_token_is_worth_nothing(town: Town) -> None:
    asked = begun(town)
    await answered(town, asked, MESSAGE, {"content": "Hello"})
    asked.began -= TOKEN_S - 60
    assert (await town.call("GET", webhook(town, asked, "@original"), token="")).json["content"] == "Hello"
    asked.began -= 61
    for method, path in (("POST", webhook(town, asked)), ("PATCH", webhook(town, asked, "@original"))):
        assert (await town.call(method, path, {"content": "More"}, token="")).refusal == (401, 50027)


async def test_a_deferred_answer_is_loading_until_its_first_follow_up_and_never_counts_as_edited(town: Town) -> None:
    asked = begun(town)
    await answered(town, asked, DEFERRED, {"flags": EPHEMERAL})
    waiting = await town.call("GET", webhook(town, asked, "@original"), token="")
    assert waiting.json["flags"] == EPHEMERAL | 1 << 7
    filled = await town.call("POST", webhook(town, asked), {"content": "Hello"}, token="", wait="true")
    assert (filled.id, filled.json["flags"], filled.json["edited_timestamp"]) == (waiting.id, EPHEMERAL, None)
    again = await town.call("PATCH", webhook(town, asked, filled.id), {"content": "Hello again"}, token="")
    assert again.json["edited_timestamp"] is not None
    more = await town.call("POST", webhook(town, asked), {"content": "More"}, token="", wait="true")
    assert (more.id != filled.id, more.json["flags"]) == (True, 0)


async def test_the_message_that_was_clicked_is_the_original_of_an_update(town: Town) -> None:
    asked = begun(town, Kind.COMPONENT)
    assert asked.source is not None
    await answered(town, asked, DEFERRED_UPDATE)
    changed = await town.call("PATCH", webhook(town, asked, "@original"), {"content": "Changed"}, token="")
    assert (changed.id, asked.source.text) == (str(asked.source.id), "Changed")


async def test_an_answer_of_another_interaction_is_unknown(town: Town) -> None:
    asked, other = begun(town), begun(town)
    for one in (asked, other):
        await answered(town, one, MESSAGE, {"content": "Hello"})
    assert other.original is not None
    for method in ("GET", "PATCH", "DELETE"):
        path = webhook(town, asked, str(other.original.id))
        assert (await town.call(method, path, {"content": "Mine"}, token="")).refusal == (404, 10008)


@pytest.mark.parametrize(
    ("kind", "way", "most", "beyond"),
    [
        (Kind.COMMAND, MESSAGE, {"content": "é" * 2000}, {"content": "é" * 2001}),
        (Kind.COMPONENT, UPDATE, {"content": "é" * 2000}, {"content": "é" * 2001}),
        (Kind.COMMAND, MODAL, FORM | {"title": "é" * 45}, FORM | {"title": "é" * 46}),
        (Kind.COMMAND, MODAL, FORM | {"custom_id": "x" * 100}, FORM | {"custom_id": "x" * 101}),
        (Kind.COMMAND, MODAL, FORM | {"components": fields(5)}, FORM | {"components": fields(6)}),
        (Kind.COMMAND, MODAL, FORM | {"components": fields(2)}, FORM | {"components": fields() * 2}),
        (
            Kind.COMMAND,
            MODAL,
            FORM | {"components": fields(label="é" * 45, value="é" * 4000)},
            FORM | {"components": fields(label="é" * 46)},
        ),
        (Kind.COMMAND, MODAL, FORM, FORM | {"components": fields(value="é" * 4001)}),
        (Kind.COMMAND, MODAL, FORM, FORM | {"components": []}),
    ],
)
async def test_one_more_than_the_limit_is_refused_and_leaves_the_interaction_open(
    town: Town, kind: Kind, way: int, most: Any, beyond: Any
) -> None:
    asked = begun(town, kind)
    assert (await answered(town, asked, way, beyond)).refusal == (400, 50035)
    assert (await answered(town, asked, way, most)).status == 204


@pytest.mark.parametrize(
    ("choices", "is_taken"),
    [
        ([{"name": "é" * 100, "value": "é" * 100}] * 25, True),
        ([{"name": "a", "value": "a"}] * 26, False),
        ([{"name": "é" * 101, "value": "a"}], False),
        ([{"name": "a", "value": "é" * 101}], False),
        ([{"name": "", "value": "a"}], False),
        ([{"name": "a", "value": 5}], True),
    ],
)
async def test_autocomplete_offers_25_choices_of_100_characters(
    town: Town, choices: list[dict[str, Any]], is_taken: bool
) -> None:
    asked = begun(town, Kind.AUTOCOMPLETE)
    answer = await answered(town, asked, CHOICES, {"choices": choices})
    assert answer.status == (204 if is_taken else 400)
    assert asked.choices == (choices if is_taken else [])


async def test_follow_ups_and_their_changes_are_held_to_the_limits_of_messages(town: Town) -> None:
    asked = begun(town)
    await answered(town, asked, MESSAGE, {"content": "Hello"})
    more = await town.call("POST", webhook(town, asked), {"content": "More"}, token="")
    long = {"content": "é" * 2001}
    for method, path in (("POST", webhook(town, asked)), ("PATCH", webhook(town, asked, more.id))):
        assert (await town.call(method, path, long, token="")).refusal == (400, 50035)
    assert (await town.call("POST", webhook(town, asked), {}, token="")).refusal == (400, 50006)


async def test_of_many_acknowledgements_at_once_one_is_taken(town: Town) -> None:
    asked = begun(town)
    answers = await asyncio.gather(*[answered(town, asked, MESSAGE, {"content": str(number)}) for number in range(9)])
    assert sorted(answer.status for answer in answers) == [204] + [400] * 8
    assert len(town.shown()) == 2
