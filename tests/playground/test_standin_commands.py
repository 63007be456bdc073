"""Registering commands, asked by plain HTTP: what Discord takes, keeps and refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.openapi import discord_openapi
from tests.playground.rest_town import Town, open_town

SUBCOMMAND, GROUP, STRING = 1, 2, 3


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    document = discord_openapi()
    async with open_town() as opened:
        yield opened
        for exchange in opened.standin.exchanges:
            if document is not None and exchange.status < 400:
                assert document.check(exchange) == []


def place(town: Town, *, is_guild: bool = False) -> str:
    base = f"/applications/{town.world.application_id}"
    return f"{base}/guilds/{town.guild.id}/commands" if is_guild else f"{base}/commands"


def named(name: str = "topic", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "What it does", "type": 1, **more}


def option(name: str = "name", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "What it is", "type": STRING, **more}


def choices(number: int, size: int = 1) -> list[dict[str, Any]]:
    return [{"name": f"{one}".ljust(size, "x"), "value": f"{one}"} for one in range(number)]


@pytest.mark.parametrize("is_guild", [False, True])
async def test_commands_are_added_read_changed_and_removed(town: Town, is_guild: bool) -> None:
    path = place(town, is_guild=is_guild)
    added = await town.call("POST", path, named(options=[option()]))
    one = f"{path}/{added.id}"
    assert (await town.call("GET", path)).json == [added.json]
    assert (await town.call("GET", one)).json == added.json
    changed = await town.call("PATCH", one, {"description": "What else it does"})
    assert (changed.id, changed.json["description"]) == (added.id, "What else it does")
    assert changed.json["options"] == added.json["options"]
    assert changed.json["version"] != added.json["version"]
    assert (await town.call("DELETE", one)).status == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await town.call(method, one, {})).refusal == (404, 10063)


async def test_registering_all_replaces_all_and_keeps_the_ids_of_those_that_stay(town: Town) -> None:
    path = place(town)
    before = {one["name"]: one["id"] for one in (await town.call("PUT", path, [named("topic"), named("feed")])).json}
    after = (await town.call("PUT", path, [named("feed"), named("edition")])).json
    assert [one["name"] for one in after] == ["feed", "edition"]
    assert after[0]["id"] == before["feed"]
    assert after[1]["id"] not in before.values()
    assert (await town.call("GET", path)).json == after


async def test_a_command_of_the_same_name_is_replaced_and_of_another_kind_is_not(town: Town) -> None:
    first = await town.call("POST", place(town), named("topic"))
    again = await town.call("POST", place(town), named("topic", description="New"))
    menu = await town.call("POST", place(town), {"name": "topic", "type": 3})
    assert again.id == first.id != menu.id
    assert len((await town.call("GET", place(town))).json) == 2
    other = await town.call("POST", place(town), named("feed"))
    assert (await town.call("PATCH", f"{place(town)}/{other.id}", {"name": "topic"})).refusal == (400, 50035)


async def test_commands_of_a_guild_are_not_those_of_all(town: Town) -> None:
    await town.call("PUT", place(town, is_guild=True), [named("here")])
    await town.call("PUT", place(town), [named("everywhere")])
    assert set(town.world.commands) == {None, town.guild.id}
    assert [one["name"] for one in (await town.call("GET", place(town, is_guild=True))).json] == ["here"]


async def test_only_the_own_application_in_a_known_guild_is_registered_for(town: Town) -> None:
    assert (await town.call("PUT", "/applications/7/commands", [])).refusal == (403, 20012)
    path = f"/applications/{town.world.application_id}/guilds/7/commands"
    assert (await town.call("PUT", path, [])).refusal == (404, 10004)
    assert (await town.call("PUT", place(town), {})).refusal == (400, 50035)


@pytest.mark.parametrize("name", ["a", "é" * 32, "wörter", "chủ-đề", "विषय", "หัวข้อ", "it's", "a_b-2", "話題"])
async def test_letters_of_all_languages_name_a_command(town: Town, name: str) -> None:
    assert (await town.call("PUT", place(town), [named(name, options=[option(name)])])).status == 200


@pytest.mark.parametrize("name", ["", "é" * 33, "Topic", "ÉDITION", "two words", "dot.ted", "✨"])
async def test_a_name_that_is_none_is_refused_wherever_it_stands(town: Town, name: str) -> None:
    inside = named(
        options=[option("group", type=GROUP, options=[option("sub", type=SUBCOMMAND, options=[option(name)])])]
    )
    for body in (named(name), named(options=[option(name)]), inside, named(name_localizations={"de": name})):
        assert (await town.call("PUT", place(town), [body])).refusal == (400, 50035)
    assert (await town.call("GET", place(town))).json == []


@pytest.mark.parametrize(
    ("most", "beyond"),
    [
        (named(description="é" * 100), named(description="é" * 101)),
        (named(description="é"), named(description="")),
        (named(options=[option(description="é" * 100)]), named(options=[option(description="é" * 101)])),
        (
            named(options=[option(f"a{one}") for one in range(25)]),
            named(options=[option(f"a{one}") for one in range(26)]),
        ),
        (named(options=[option(choices=choices(25))]), named(options=[option(choices=choices(26))])),
        (named(options=[option(choices=choices(2, 100))]), named(options=[option(choices=choices(2, 101))])),
        ({"name": "é" * 32, "type": 3}, {"name": "é" * 33, "type": 3}),
        ({"name": "Why This?", "type": 3}, {"name": "Why This?", "type": 3, "description": "No"}),
        (named(description_localizations={"de": "é" * 100}), named(description_localizations={"de": "é" * 101})),
        (named(name_localizations={"zh-TW": "話題"}), named(name_localizations={"zh": "話題"})),
        (named(name_localizations={"en-GB": "topic"}), named(name_localizations={"en": "topic"})),
        (
            named(options=[option("a", required=True), option("b")]),
            named(options=[option("a"), option("b", required=True)]),
        ),
        (named(options=[option("a"), option("b")]), named(options=[option("a"), option("a")])),
        (
            named(options=[option("a", type=SUBCOMMAND), option("b", type=GROUP, options=[])]),
            named(options=[option("a", type=SUBCOMMAND), option("b")]),
        ),
        (named(options=[option(autocomplete=True)]), named(options=[option(autocomplete=True, choices=choices(1))])),
    ],
)
async def test_one_more_than_the_limit_is_refused(town: Town, most: dict[str, Any], beyond: dict[str, Any]) -> None:
    assert (await town.call("PUT", place(town), [beyond])).refusal == (400, 50035)
    assert (await town.call("POST", place(town), beyond)).refusal == (400, 50035)
    assert (await town.call("PUT", place(town), [most])).status == 200


@pytest.mark.parametrize(("kind", "most"), [(1, 100), (2, 15), (3, 15)])
async def test_a_place_holds_so_many_commands_of_a_kind(town: Town, kind: int, most: int) -> None:
    every = [named(f"a{one}") if kind == 1 else {"name": f"a{one}", "type": kind} for one in range(most + 1)]
    assert (await town.call("PUT", place(town), every)).refusal == (400, 30032)
    assert (await town.call("PUT", place(town), every[:-1])).status == 200
    assert (await town.call("POST", place(town), every[-1])).refusal == (400, 30032)
    assert (await town.call("POST", place(town), every[0])).status == 200


async def test_no_two_commands_of_a_kind_share_a_name(town: Town) -> None:
    twins = [named("topic"), named("topic")]
    assert (await town.call("PUT", place(town), twins)).refusal == (400, 50035)
    assert (await town.call("PUT", place(town), [named("topic"), {"name": "topic", "type": 3}])).status == 200


@pytest.mark.parametrize(("size", "is_taken"), [(89, True), (90, True), (91, False)])
async def test_a_command_holds_8000_characters_of_which_the_longest_translation_counts(
    town: Town, size: int, is_taken: bool
) -> None:
    """Eighty things of a name of 10 characters and a description of 90; the last of them is the command itself."""
    options = [option(f"option-{one:03}", description="x" * 90) for one in range(25)]
    subcommands = [
        option(f"within-{one:03}", description="x" * 90, type=SUBCOMMAND, options=options if one < 3 else [])
        for one in range(4)
    ]
    body = named("topic-0000", description="x" * 90, options=subcommands)
    body["description_localizations"] = {"de": "x" * size}
    assert (await town.call("PUT", place(town), [body])).status == (200 if is_taken else 400)
