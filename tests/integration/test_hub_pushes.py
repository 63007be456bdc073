"""Pushes, from the hub to the next poll: real HTTP both ways, an injected clock; and once the program as it runs."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from tests.feed_server import FeedServer
from tests.integration.pushed import MAX_BODY, House
from tests.integration.running import FERRY, PATIENCE_S, RATE, rss, run, write_config
from tests.websub_hub import Hub

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
USUAL = HOUR * 3  # at most: four intervals of 30 minutes, spread
SLOW = DAY


async def test_an_entry_is_read_seconds_after_its_push(home: House) -> None:
    await home.subscribe()
    home.publish("Aldmark raises its rate")
    home.now += 10 * MINUTE
    assert await home.hub.push() == 202
    await home.tick()
    assert home.server.count("/feed", status=200) == 2
    assert home.counted == ["accepted"]


async def test_a_hub_that_told_of_three_news_is_relied_on_and_the_feed_polled_slowly(home: House) -> None:
    await home.subscribe()
    await home.prove(2)
    assert await home.wait() <= USUAL
    await home.prove(1)
    assert await home.wait() == SLOW


async def test_news_that_no_push_told_of_brings_the_usual_polls_back_at_once(home: House) -> None:
    await home.subscribe()
    await home.prove()
    home.publish("The push for this one is lost")
    await home.pass_by(SLOW)
    assert await home.wait() <= USUAL
    for _ in range(30):  # a day and more
        await home.pass_by(USUAL)
        assert await home.wait() <= USUAL
    await home.prove(2)
    assert await home.wait() <= USUAL
    await home.prove(1)
    assert await home.wait() == SLOW


async def test_a_poll_that_was_quicker_than_the_push_breaks_no_hub(home: House) -> None:
    await home.subscribe()
    await home.prove()
    home.publish("Found by the poll a minute before its push")
    await home.pass_by(SLOW)
    assert await home.wait() <= USUAL
    home.now += MINUTE
    assert await home.hub.push() == 202
    await home.pass_by(10 * MINUTE)
    await home.pass_by(USUAL)
    assert await home.wait() == SLOW


async def test_a_push_of_which_nothing_is_to_be_seen_yet_does_not_slow_the_feed(home: House) -> None:
    await home.subscribe()
    await home.prove()
    home.now += HOUR
    assert await home.hub.push() == 202
    await home.tick()
    assert await home.wait() <= USUAL


async def test_many_pushes_make_one_poll_in_the_shortest_interval(home: House) -> None:
    await home.subscribe()
    home.now += HOUR
    for _ in range(20):
        assert await home.hub.push() == 202
        await home.tick()
        home.now += timedelta(seconds=10)
    assert home.server.count("/feed") == 2
    home.now += 5 * MINUTE
    await home.tick()
    assert home.server.count("/feed") == 3


async def test_a_replayed_push_costs_a_look_and_changes_nothing(home: House) -> None:
    await home.subscribe()
    home.publish("Once")
    for _ in range(3):
        home.now += HOUR
        assert await home.hub.push(b"the same bytes") == 202
        await home.tick()
    assert len(await home.store.entries.unjoined(10)) == 2
    assert await home.wait() <= USUAL


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
async def test_a_push_is_taken_by_each_method_a_hub_may_sign_with(home: House, method: str) -> None:
    await home.subscribe()
    assert await home.hub.push(method=method) == 202
    assert home.counted == ["accepted"]


@pytest.mark.parametrize(
    ("push", "outcome"),
    [
        ({"secret": "guessed"}, "forged"),
        ({"method": ""}, "unsigned"),
        ({"method": "md5"}, "unsigned"),
        ({"method": "", "X-Hub-Signature": "sha256="}, "forged"),
        ({"method": "", "X-Hub-Signature": "sha256=" + "ü" * 64}, "forged"),
    ],
)
async def test_a_push_with_a_bad_signature_is_answered_and_dropped(
    home: House, push: dict[str, str], outcome: str
) -> None:
    await home.subscribe()
    due = (await home.feed()).next_poll
    assert await home.hub.push(**push) == 202  # type: ignore[arg-type]
    await home.hooks.look(home.now)
    assert (await home.feed()).next_poll == due
    assert home.counted == [outcome]


async def test_a_body_larger_than_a_feed_may_be_is_refused(home: House) -> None:
    await home.subscribe()
    assert await home.hub.push(b"x" * (MAX_BODY + 1)) == 413
    assert await home.hub.push(b"x" * MAX_BODY) == 202
    assert home.counted == ["too-large", "accepted"]


async def test_a_body_that_lies_about_its_length_is_cut_off_at_the_cap(home: House) -> None:
    await home.subscribe()
    form = home.hub.asked[0]

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(MAX_BODY // 2**16 + 2):
            yield b"x" * 2**16

    signed = {"X-Hub-Signature": "sha256=00"}
    async with ClientSession() as session, session.post(form["hub.callback"], data=endless(), headers=signed) as answer:
        assert answer.status == 413
    assert home.counted == ["too-large"]


async def test_a_body_that_drips_is_given_up_and_holds_nobody(home: House) -> None:
    await home.subscribe()
    form = home.hub.asked[0]
    is_over = asyncio.Event()

    async def drip() -> AsyncIterator[bytes]:
        yield b"x"
        await is_over.wait()

    async with ClientSession() as session:
        signed = {"X-Hub-Signature": "sha256=00"}
        dripping = asyncio.create_task(session.post(form["hub.callback"], data=drip(), headers=signed))
        assert await home.hub.push() == 202
        assert (await dripping).status == 503
        is_over.set()
    assert home.counted == ["accepted"]


async def test_a_compressed_body_is_signed_as_it_travels_and_not_unpacked(home: House) -> None:
    await home.subscribe()
    assert await home.hub.push(b"\x1f\x8b not even gzip", **{"Content-Encoding": "gzip"}) == 202  # type: ignore[arg-type]
    assert home.counted == ["accepted"]


async def test_a_push_during_a_poll_has_the_feed_looked_at_once_more(home: House) -> None:
    await home.subscribe()
    home.now += HOUR * 3
    (leased,) = await home.store.feeds.claim_due_feeds(now=home.now, owner="a", limit=1, lease=5 * MINUTE)
    home.publish("Just after the poll looked")
    assert await home.hub.push() == 202
    assert await home.hooks.look(home.now) == 0
    await home.store.feeds.release_feeds([leased.id])
    assert await home.hooks.look(home.now) == 1


async def test_killed_between_a_push_and_the_look_it_asked_for_the_look_comes(home: House) -> None:
    await home.subscribe()
    home.publish("Told before the end")
    home.now += HOUR
    assert await home.hub.push() == 202
    home.now += MINUTE
    await home.tick()
    assert len(await home.store.entries.unjoined(10)) == 2


async def told(config: Path, *command: str) -> str:
    """Give what a command of `tidings` prints."""
    words = [sys.executable, "-m", "bot", *command, "--config", str(config)]
    process = await asyncio.create_subprocess_exec(*words, stdout=asyncio.subprocess.PIPE)
    printed, _ = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    return printed.decode()


@pytest.mark.timeout(150)
async def test_the_whole_program_is_pushed(tmp_path: Path) -> None:
    port = unused_port()
    async with FeedServer() as server, Hub() as hub:
        links = {"Link": f'<{hub.url}>; rel="hub", <{server.url("/rss")}>; rel="self"'}
        server.set("/rss", rss(FERRY, RATE), headers=links)
        config = write_config(tmp_path, server)
        base = f"http://127.0.0.1:{port}"
        config.write_text(
            config.read_text().replace("port = 0\n", f'port = {port}\nmetrics = true\npublic_url = "{base}"\n')
        )
        async with run(config) as running, ClientSession() as session:
            async with asyncio.timeout(40):
                await hub.arrived.wait()
            assert hub.asked[0]["hub.callback"].startswith(f"{base}/hub/")
            assert await hub.verify() == (200, "c-4711")
            assert await hub.push() == 202
            assert await hub.push(secret="guessed") == 202
            async with session.get(f"{base}/metrics") as answer:
                numbers = await answer.text()
            assert 'tidings_hooks{state="verified"} 1.0' in numbers
            assert 'tidings_pushes_total{outcome="accepted"} 1.0' in numbers
            assert 'tidings_pushes_total{outcome="forged"} 1.0' in numbers
            async with session.get(f"{base}/hub/guessed") as answer:
                assert answer.status == 404
            assert await running.stop(signal.SIGTERM) == 0
            assert hub.asked[0]["hub.callback"].rpartition("/")[2] not in running.words()
    for command, words in (
        (["feeds", "list"], "its hub tells of news at once"),
        (["check"], f"hubs reach this bot at {base}, unencrypted"),
    ):
        assert words in await told(config, *command)
