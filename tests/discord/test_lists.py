"""Lists of feeds in and out, over real Discord messages and files."""

from __future__ import annotations

import asyncio

import pytest

from bot.playground.standin.faults import Answer
from bot.playground.standin.people import Attachment, Reply
from bot.playground.standin.world import Message
from digests.sources.opml import read_outlines
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, rss


def opml(*outlines: str) -> bytes:
    return f"<opml version='2.0'><body>{''.join(outlines)}</body></opml>".encode()


def outline(url: str) -> str:
    return f"<outline type='rss' text='A feed' xmlUrl='{url}'/>"


def folder(name: str, *outlines: str) -> str:
    return f"<outline text='{name}'>{''.join(outlines)}</outline>"


async def bring(town: Town, content: bytes, *, name: str = "feeds.opml", **options: str) -> Reply:
    return await town.ask(town.moderator, "feed import", file=Attachment(name, content), **options)


def file_of(town: Town, message: Message) -> str:
    (attached,) = message.payload["attachments"]
    return town.world.files[f"{attached['id']}/{attached['filename']}"].decode()


async def report(town: Town, reply: Reply) -> tuple[str, str]:
    """Give the last message of an import and the file that came with it."""
    await reply.finished(messages=2)
    return reply.messages[-1].text, file_of(town, reply.messages[-1])


async def test_folders_become_topics_and_every_line_is_reported(town: Town) -> None:
    for number in range(6):
        town.server.set(f"/{number}", rss(FERRY))
    urls = [town.server.url(f"/{number}") for number in range(6)]
    listed = opml(
        folder("Harbour", outline(urls[0]), folder("Deep", *map(outline, urls[1:3]))),
        folder("Hills", outline(urls[3]), outline(town.server.url("/gone")), outline(urls[3] + "#again")),
        outline(urls[5]),
    )
    reply = await bring(town, listed)
    assert "I read 7 feeds for Harbour, Hills, Imported" in reply.text
    summary, lines = await report(town, reply)
    assert "5 added, 1 there already, 1 refused" in summary
    assert lines.count("added: Kestrel") == 5
    assert f"not added: {town.server.url('/gone')}" in lines
    topics = {topic.name: topic for topic in await town.app.store.topics.topics(town.guild.id)}
    counts = {name: len(await town.app.store.topics.feeds_of(topic.id)) for name, topic in topics.items()}
    assert counts == {"Harbour": 3, "Hills": 1, "Imported": 1}


async def test_a_list_goes_to_one_topic_where_one_is_named(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Aldmark")
    town.server.set("/rss", rss(FERRY))
    reply = await bring(town, f"# mine\n{town.server.url('/rss')}\n".encode(), name="feeds.txt", topic="Aldmark")
    summary, _ = await report(town, reply)
    assert "Topic Aldmark: 1 added, 0 there already, 0 refused." in summary


async def test_what_was_exported_can_be_imported_and_changes_nothing(town: Town) -> None:
    town.server.set("/rss", rss(FERRY))
    await report(town, await bring(town, opml(folder("Harbour", outline(town.server.url("/rss"))))))
    exported = await town.ask(town.moderator, "feed export")
    assert "1 feed, in a folder for each topic." in exported.text
    content = file_of(town, exported.messages[0]).encode()
    (found,) = read_outlines(content)
    assert (found.url, found.path) == (town.server.url("/rss"), ("Harbour",))
    summary, _ = await report(town, await bring(town, content))
    assert "0 added, 1 there already" in summary


async def test_addresses_with_secrets_are_not_exported(town: Town) -> None:
    town.server.set("/rss?token=hidden", rss(FERRY))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss?token=hidden"), topic="Aldmark")
    exported = await town.ask(town.moderator, "feed export")
    assert "Left out: 1" in exported.text
    assert "hidden" not in file_of(town, exported.messages[0])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<!doctype html><html><body>not here</body></html>", "it is a web page"),
        (b"<opml><body/></opml>", "it names no feed"),
        (b"", "it names no feed"),
        (b"<opml><!ENTITY x 'y'><body/></opml>", "entities"),
        (b"x" * (5 * 2**20), "larger than 2 MB"),
        (bytes(range(256)) * 9, "No list of feeds can be read"),
        (opml("<outline>" * 300 + "</outline>" * 300), "it names no feed"),
    ],
    ids=["html", "empty", "nothing", "bomb", "large", "noise", "deep"],
)
async def test_what_is_no_list_says_so_and_nothing_is_made(town: Town, content: bytes, sentence: str) -> None:
    assert sentence in (await bring(town, content)).text
    assert not await town.app.store.topics.topics(town.guild.id)


async def test_a_list_nested_twenty_deep_is_read(town: Town) -> None:
    town.server.set("/rss", rss(FERRY))
    listed = outline(town.server.url("/rss"))
    for depth in range(20):
        listed = folder(f"Depth {depth}", listed)
    summary, _ = await report(town, await bring(town, opml(listed)))
    assert "Topic Depth 19: 1 added" in summary


async def test_eight_hundred_feeds_are_read_and_told_line_by_line(town: Town) -> None:
    for number in range(800):
        town.server.set(f"/{number}", rss(FERRY))
    listed = opml(*(outline(town.server.url(f"/{number}")) for number in range(800)))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    summary, lines = await report(town, await bring(town, listed, topic="Aldmark"))
    assert "200 added, 0 there already, 600 refused" in summary  # limits.feeds_per_guild
    assert len(lines.splitlines()) >= 800
    assert len(await town.app.store.feeds.feeds()) == 200


async def test_a_report_that_discord_does_not_take_becomes_a_notice(town: Town) -> None:
    notices = town.world.add_channel(town.guild, "notices")
    await town.ask(town.moderator, "server settings", notices=notices)
    town.server.set("/rss", rss(FERRY))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    gone = Answer(status=404, body={"message": "Unknown Webhook", "code": 10015})
    town.standin.faults.add(gone, method="POST", path="^/webhooks/")
    await bring(town, opml(outline(town.server.url("/rss"))), topic="Aldmark")
    async with asyncio.timeout(10):
        while not notices.messages:
            await asyncio.sleep(0.01)
            await town.march()
    assert "The list of feeds is read. Topic Aldmark: 1 added" in notices.messages[0].text


async def test_a_long_list_of_feeds_is_shown_whole_in_several_messages(town: Town) -> None:
    for number in range(120):
        town.server.set(f"/{number}", rss(FERRY))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    listed = opml(*(outline(town.server.url(f"/{number}")) for number in range(120)))
    await report(town, await bring(town, listed, topic="Aldmark"))
    reply = await town.moderator.command("feed list")
    await reply.finished(messages=2)
    shown = "\n".join(message.text for message in reply.messages)
    assert shown.count("not read yet") == 120
