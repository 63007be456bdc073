"""A digest ordered without topics: it tells of all, and a menu in the answer has it tell of fewer."""

from __future__ import annotations

from tests.discord.conftest import Town


async def order(town: Town, *topics: str, **more: str) -> str:
    for name in topics:
        await town.ask(town.moderator, "topic create", name=name)
    reply = await town.ask(town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC", **more)
    return reply.text


async def test_topics_are_picked_from_a_menu_in_the_answer(town: Town) -> None:
    for name in ("Aldmark", "Harbour", "Weather"):
        await town.ask(town.moderator, "topic create", name=name)
    reply = await town.ask(town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC")
    assert "It tells of all 3 topics of this server" in reply.text
    (message,) = reply.messages
    held = {topic.name: str(topic.id) for topic in await town.app.store.topics.topics(town.guild.id)}
    menu = "Which topics it tells of"
    await town.moderator.choose(message, menu, [held["Harbour"], held["Weather"]])
    assert "tells of: Harbour, Weather" in message.text
    (edition,) = await town.app.store.editions.editions(town.guild.id)
    assert sorted(map(str, edition.topics)) == sorted([held["Harbour"], held["Weather"]])
    await town.ask(town.moderator, "digest remove", edition=edition.name)
    late = await (await town.moderator.choose(message, menu, [held["Aldmark"]])).finished()
    assert "This digest is no longer ordered" in late.text


async def test_one_topic_or_named_ones_leave_nothing_to_pick(town: Town) -> None:
    assert "pick some below" not in await order(town, "Aldmark")
    assert "pick some below" not in await order(town, "Harbour", topics="Harbour, Aldmark")
