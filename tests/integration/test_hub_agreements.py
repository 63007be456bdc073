"""What is agreed with a hub, from the feed that names it to the end: real HTTP both ways, an injected clock."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from digests.core.models import FetchFailed
from digests.ports import HubDoor
from tests.builders import GUILD
from tests.feed_server import FeedServer
from tests.integration.pushed import House
from tests.websub_hub import Hub

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
USUAL = HOUR * 3  # at most: four intervals of 30 minutes, spread
SLOW = DAY


@dataclass
class Counting:
    """Counts what goes through a door."""

    door: HubDoor
    count: int = 0

    async def post(self, url: str, form: Mapping[str, str]) -> FetchFailed | None:
        self.count += 1
        return await self.door.post(url, form)


async def test_a_hub_that_a_feed_names_is_asked_and_confirmed(home: House) -> None:
    await home.subscribe()
    (form,) = home.hub.asked
    assert form["hub.mode"] == "subscribe"
    assert form["hub.topic"] == home.server.url("/feed")
    assert form["hub.lease_seconds"] == "864000"
    assert len(form["hub.secret"]) == 32
    assert form["hub.secret"] not in form["hub.callback"]
    assert await home.states() == {"verified": 1}


@pytest.mark.parametrize(
    "lie",
    [
        {"topic": "https://elsewhere.example/feed"},
        {"mode": "unsubscribe"},
        {"mode": "publish"},
        {"topic": ""},
        {"mode": "denied", "topic": "https://elsewhere.example/feed"},
    ],
)
async def test_what_we_did_not_ask_is_not_confirmed(home: House, lie: dict[str, str]) -> None:
    await home.tick()
    await home.hooks.hook(home.now)
    status, body = await home.hub.verify(**lie)  # type: ignore[arg-type]
    assert status == 404
    assert "c-4711" not in body
    assert await home.states() == {"asked": 1}


async def test_a_guessed_callback_is_nothing(home: House) -> None:
    await home.subscribe()
    home.hub.asked[0]["hub.callback"] = home.hub.asked[0]["hub.callback"][:-1] + "_"
    assert (await home.hub.verify())[0] == 404
    assert await home.hub.push() == 410
    assert home.counted == []


@pytest.mark.parametrize("challenge", ["x" * 1025, "a\nb", "a\0b"])
async def test_a_challenge_that_is_no_short_text_is_not_echoed(home: House, challenge: str) -> None:
    await home.tick()
    await home.hooks.hook(home.now)
    assert (await home.hub.verify(challenge=challenge))[0] == 400
    assert await home.states() == {"asked": 1}


async def test_a_lease_is_renewed_at_its_half(home: House) -> None:
    await home.subscribe()
    await home.pass_by(5 * DAY - MINUTE)
    assert len(home.hub.asked) == 1
    await home.pass_by(MINUTE)
    assert home.hub.modes == ["subscribe", "subscribe"]
    assert home.hub.asked[0]["hub.callback"] == home.hub.asked[1]["hub.callback"]
    assert await home.hub.verify() == (200, "c-4711")
    assert (await home.feed()).pushes.until == home.now + 10 * DAY


async def test_a_lease_that_ends_brings_the_usual_polls_back(home: House) -> None:
    await home.subscribe()
    await home.prove()
    home.hub.status = 500
    until = (await home.feed()).pushes.until
    assert until is not None
    while home.now < until:
        assert await home.wait() <= max(until - home.now, USUAL)
        await home.pass_by(await home.wait())
    assert await home.wait() <= USUAL
    assert await home.states() == {"asked": 1}


async def test_a_hub_that_is_down_is_asked_less_and_less_often(home: House) -> None:
    home.hub.status = 503
    await home.tick()
    asked = []
    for _ in range(7 * 24 * 4):
        await home.hooks.hook(home.now)
        asked.append(len(home.hub.asked))
        home.now += 15 * MINUTE
    assert asked[4] <= 3
    assert 9 <= asked[-1] <= 12
    assert await home.wait() <= USUAL


async def test_a_hub_that_denies_is_left_alone_for_a_week(home: House) -> None:
    await home.subscribe()
    await home.prove()
    assert (await home.hub.verify(mode="denied", reason="no longer"))[0] == 200
    assert await home.states() == {"denied": 1}
    await home.pass_by(5 * MINUTE)
    assert await home.wait() <= USUAL
    await home.pass_by(7 * DAY - 10 * MINUTE)
    assert len(home.hub.asked) == 1
    await home.pass_by(5 * MINUTE)
    assert home.hub.modes == ["subscribe", "subscribe"]


async def test_a_hub_may_name_another_hub(home: House) -> None:
    async with Hub() as other:
        home.hub.status, home.hub.headers = 307, {"Location": other.url}
        await home.tick()
        await home.hooks.hook(home.now)
        assert other.modes == ["subscribe"]
        assert await other.verify() == (200, "c-4711")
    assert await home.states() == {"verified": 1}


async def test_a_hub_that_redirects_in_a_circle_is_a_hub_that_is_down(home: House) -> None:
    home.hub.status, home.hub.headers = 307, {"Location": home.hub.url}
    await home.tick()
    await home.hooks.hook(home.now)
    assert await home.states() == {"asked": 1}


async def test_a_hub_at_a_private_address_is_not_asked(home: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with FeedServer("127.0.0.2") as inside:
        home.serve(hub=inside.url("/admin"))
        await home.tick()
        await home.hooks.hook(home.now)
        assert inside.requests == []
    assert "loopback address" in caplog.text
    assert home.hooks.base is not None
    assert "/hub/" not in caplog.text


async def test_a_topic_url_is_told_and_understood_to_the_letter(home: House) -> None:
    topic_url = home.server.url("/feed?a=b&c=%C3%BC%2F+d#x")
    home.serve(own=topic_url.replace("&", "&amp;"))
    await home.tick()
    await home.hooks.hook(home.now)
    assert home.hub.asked[0]["hub.topic"] == topic_url
    assert await home.hub.verify() == (200, "c-4711")


async def test_a_feed_that_calls_anothers_address_its_own_gets_no_hub(home: House) -> None:
    home.serve(own="https://other-post.example/feed")
    await home.tick()
    await home.hooks.hook(home.now)
    assert home.hub.asked == []


async def test_a_private_feed_is_told_to_no_hub(home: House) -> None:
    async with FeedServer() as server:
        server.set(
            "/rss",
            f'<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link rel="hub" href="{home.hub.url}"/>'
            f'<a:link rel="self" href="{server.url("/rss")}"/><item><title>Ours</title></item></channel></rss>',
        )
        await home.store.feeds.add_feed(server.url("/rss"), now=home.now, guild_id=GUILD)
        home.serve(hub="")
        await home.tick()
        await home.hooks.hook(home.now)
    assert home.hub.asked == []


async def test_a_feed_that_is_removed_is_ended_at_its_hub(home: House) -> None:
    await home.subscribe()
    await home.store.topics.remove_topic(home.topic.id)
    assert await home.hub.push() == 410
    await home.hooks.hook(home.now)
    assert home.hub.modes == ["subscribe", "unsubscribe"]
    assert "hub.secret" not in home.hub.asked[1]
    assert await home.hub.verify(lease_s=None) == (200, "c-4711")
    assert await home.states() == {}


async def test_a_hub_that_never_lets_go_is_forgotten(home: House) -> None:
    await home.subscribe()
    await home.store.topics.remove_topic(home.topic.id)
    for _ in range(10):
        await home.hooks.hook(home.now)
        home.now += HOUR
    assert home.hub.modes == ["subscribe", *["unsubscribe"] * 3]
    assert await home.states() == {}


async def test_a_feed_that_names_another_hub_changes_hubs(home: House) -> None:
    await home.subscribe()
    async with Hub() as other:
        home.publish("We moved", hub=other.url)
        await home.pass_by(USUAL)
        await home.hooks.hook(home.now)
        assert home.hub.modes == ["subscribe", "unsubscribe"]
        assert other.modes == ["subscribe"]
        assert other.asked[0]["hub.callback"] != home.hub.asked[0]["hub.callback"]


async def test_without_a_public_address_nothing_is_asked(home: House) -> None:
    await home.restart(None)
    await home.tick()
    await home.hooks.hook(home.now)
    assert home.hub.asked == []
    assert await home.states() == {}


async def test_when_the_public_address_is_gone_hubs_are_told_and_polls_are_as_usual(home: House) -> None:
    await home.subscribe()
    await home.prove()
    await home.restart(None)
    await home.pass_by(5 * MINUTE)
    assert home.hub.modes == ["subscribe", "unsubscribe"]
    assert await home.wait() <= USUAL


async def test_a_feed_that_all_paused_is_ended_at_its_hub(home: House) -> None:
    await home.subscribe()
    await home.store.database.write(lambda sql: sql.execute("UPDATE feed SET paused = 1"))
    await home.hooks.hook(home.now)
    assert home.hub.modes == ["subscribe", "unsubscribe"]


async def test_a_hub_that_is_dead_costs_one_deadline_for_all_its_feeds(home: House) -> None:
    dead = "http://127.0.0.1:1/"
    home.serve(hub=dead)
    other = home.server.url("/other")
    await home.store.feeds.add_feed(other, now=home.now)
    home.server.set(
        "/other",
        f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="{dead}"/><link rel="self" href="{other}"/>'
        "<entry><id>1</id><title>One</title></entry></feed>",
    )
    await home.tick()
    door = Counting(home.hooks.hub)
    assert await replace(home.hooks, hub=door).hook(home.now) == 2
    assert door.count == 1
    assert await home.states() == {"asked": 2}


# What is next stands in the store: whoever dies between two steps is followed by one who takes the next.


async def test_killed_before_the_hub_was_asked_it_is_asked_later(home: House) -> None:
    await home.tick()
    assert home.hooks.base is not None
    await home.store.hooks.follow_offers(home.hooks.base, now=home.now, new_key=home.hooks.new_key)
    assert len(await home.store.hooks.claim_hooks(now=home.now, limit=9)) == 1  # and here it dies
    await home.hooks.hook(home.now)
    assert home.hub.asked == []
    await home.pass_by(15 * MINUTE)
    assert home.hub.modes == ["subscribe"]


async def test_killed_before_the_hub_could_verify_it_is_asked_again(home: House) -> None:
    await home.tick()
    await home.hooks.hook(home.now)
    await home.pass_by(15 * MINUTE)
    assert home.hub.modes == ["subscribe", "subscribe"]
    assert home.hub.asked[0] == home.hub.asked[1]
    assert await home.hub.verify() == (200, "c-4711")
    assert await home.hub.verify() == (200, "c-4711")
    assert await home.states() == {"verified": 1}


async def test_killed_before_the_hub_was_told_to_stop_it_is_told_later(home: House) -> None:
    await home.subscribe()
    await home.store.topics.remove_topic(home.topic.id)
    await home.store.hooks.follow_offers(home.hooks.base, now=home.now, new_key=home.hooks.new_key)
    await home.store.hooks.claim_hooks(now=home.now, limit=9)
    await home.pass_by(15 * MINUTE)
    assert home.hub.modes == ["subscribe", "unsubscribe"]
