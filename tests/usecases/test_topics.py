"""Topics as moderators make and find them."""

from __future__ import annotations

import pytest

from digests.core.errors import UseError
from tests.builders import GUILD, OTHER_GUILD
from tests.usecases.conftest import House


async def refused(work) -> UseError:
    with pytest.raises(UseError) as error:
        await work
    return error.value


async def test_a_topic_is_found_in_any_case_and_spacing(house: House) -> None:
    made = await house.services.topics.create(GUILD, "  Harbour   news ")
    assert made.name == "Harbour news"
    assert await house.services.topics.find(GUILD, "harbour NEWS") == made


async def test_a_second_topic_of_the_same_name_is_refused_within_a_guild_only(house: House) -> None:
    await house.services.topics.create(GUILD, "Ferries")
    assert (await refused(house.services.topics.create(GUILD, "ferries"))).code == "topic-exists"
    await house.services.topics.create(OTHER_GUILD, "Ferries")


async def test_a_misspelt_topic_is_answered_with_the_nearest(house: House) -> None:
    await house.services.topics.create(GUILD, "Ferries")
    error = await refused(house.services.topics.find(GUILD, "Feries"))
    assert (error.code, error.fields["suggestion"]) == ("unknown-topic", "Ferries")
    assert (await refused(house.services.topics.find(GUILD, "Zoo"))).fields["suggestion"] is None


async def test_a_guild_without_topics_is_told_how_to_make_one(house: House) -> None:
    assert (await refused(house.services.topics.find(GUILD, "Ferries"))).code == "no-topics"


async def test_a_list_of_topics_keeps_its_order_and_drops_repeats(house: House) -> None:
    for name in ("Ferries", "Hills"):
        await house.services.topics.create(GUILD, name)
    found = await house.services.topics.find_all(GUILD, "hills, Ferries,, HILLS ")
    assert [topic.name for topic in found] == ["Hills", "Ferries"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "name-empty"), ("  \n", "name-empty"), ("a, b", "name-has-comma"), ("x" * 81, "name-too-long")],
)
async def test_an_unfit_name_is_refused(house: House, name: str, code: str) -> None:
    assert (await refused(house.services.topics.create(GUILD, name))).code == code


async def test_a_guild_cannot_have_more_topics_than_it_may(house: House) -> None:
    for number in range(3):
        await house.services.topics.create(GUILD, f"Topic {number}")
    assert (await refused(house.services.topics.create(GUILD, "One more"))).code == "topics-too-many"


async def test_endless_keywords_are_refused(house: House) -> None:
    assert (await refused(house.services.topics.create(GUILD, "A", keywords="x" * 1001))).code == "query-too-long"
