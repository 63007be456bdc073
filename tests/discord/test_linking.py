"""“Digest this link”: the report behind a link of a message, as a card."""

from __future__ import annotations

from bot.playground.standin.people import Reply
from tests.discord.conftest import Town

PAGE = """<html lang="en"><head><title>Osprey is afloat again</title>
<meta property="og:site_name" content="Kestrel Post">
<meta property="article:published_time" content="2026-03-02T06:00:00Z">
</head><body><article><h1>Osprey is afloat again</h1>
<p>The ferry Osprey was pulled off the rocks at Kelmouth on Monday morning, the harbour office said.</p>
<p>All 81 passengers had been taken ashore by boats of the lifeguard on Sunday evening, and nobody was hurt.</p>
<p>The ferry will be examined in the yard of Tolbury before it takes passengers again, the office added.</p>
<p>It had run aground in dense fog on its way from Aldmouth, as an investigator of the port told the Kestrel Post.</p>
</article></body></html>"""


async def digest_link(town: Town, content: str) -> Reply:
    message = town.world.store_message(town.news, town.moderator.user, {"content": content})
    reply = await (await town.member.use("Digest this link", message)).finished()
    assert reply.is_ephemeral
    return reply


async def test_the_report_behind_a_link_is_shown_as_a_card_to_who_asked(town: Town) -> None:
    town.server.set("/osprey", PAGE, headers={"Content-Type": "text/html"})
    reply = await digest_link(town, f"Look at **<{town.server.url('/osprey')}>**!")
    assert "Osprey is afloat again" in reply.text
    assert "81 passengers" in reply.text
    assert len(town.member.sees()) == 2, "the message, and the answer for one pair of eyes"


async def test_a_message_without_a_link_gets_a_sentence(town: Town) -> None:
    assert "no link" in (await digest_link(town, "Good morning")).text


async def test_a_link_that_holds_no_report_or_fails_gets_a_sentence(town: Town) -> None:
    assert "404" in (await digest_link(town, town.server.url("/nowhere"))).text
    town.server.set("/empty", "<html><body></body></html>", headers={"Content-Type": "text/html"})
    assert "No report" in (await digest_link(town, town.server.url("/empty"))).text
    assert "private" in (await digest_link(town, "http://10.0.0.1/")).text.lower()
