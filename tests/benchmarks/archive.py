"""What the archive gives while the bot polls: `python -m tests.benchmarks.archive`. Needs wrk.

A digest of seven stories is asked for over and over by one wrk, once the first round of polls is over, beside 200
captured feeds that are polled every ten to forty seconds. CPU is the bot's own, polling included, so what others do on
the machine is not counted; the stalls are the bot's own measure.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
import tempfile
from pathlib import Path
from shutil import which

from aiohttp import ClientError, ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.web.addresses import new_key
from digests.core.digest import Receipt
from storage import open_store
from tests.benchmarks.wire_server import address, serving
from tests.builders import GUILD, NOW, card, digest, edition, minutes, topic

FEEDS = 200
READERS = 32
SECONDS = 15
LONGEST_S = 400.0


async def fill(path: Path, wire_port: int) -> str:
    """Have feeds to be polled and one digest told; give the way to its page."""
    async with open_store(path) as store:
        interest = await store.topics.put_topic(topic())
        for number in range(FEEDS):
            feed = await store.feeds.add_feed(address(number, wire_port), now=NOW)
            await store.topics.attach(interest.id, feed.id, now=NOW, backfill=0)
        order = await store.editions.put_edition(edition(topics=(interest.id,), paused=True))
        told = digest(*(card(number) for number in range(1, 8)))
        await store.digests.save_digest(told, order, due=NOW)
        (operation,) = await store.digests.claim_operations(now=NOW, owner="bench", limit=1, lease=minutes(2))
        await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW)
        return f"{await store.archive.key(GUILD, fresh=new_key())}/digest/{told.id}"


async def numbers(session: ClientSession, base: str) -> dict[tuple[str, str], float]:
    """Give what the bot tells Prometheus."""
    async with session.get(f"{base}/metrics") as answer:
        families = text_string_to_metric_families(await answer.text())
        return {(one.name, one.labels.get("le", "")): one.value for family in families for one in family.samples}


async def measure(folder: Path, wire_port: int) -> str:
    """Give the figures in a line."""
    path = folder / "tidings.db"
    page = await fill(path, wire_port)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "TIDINGS_STORAGE__PATH": str(path),
        "TIDINGS_POLLING__INTERVAL": "10s",
        "TIDINGS_POLLING__ALLOW_PRIVATE_HOSTS": "127.0.0.0/8",
        "TIDINGS_LOGGING__LEVEL": "error",
        "TIDINGS_WEB__PORT": str(port),
        "TIDINGS_WEB__METRICS": "true",
    }
    base = f"http://127.0.0.1:{port}"
    bot = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env={**os.environ, **settings})
    try:
        async with ClientSession() as session, asyncio.timeout(LONGEST_S):
            await settled(session, base)
            before = await numbers(session, base)
            command = ("wrk", "-t1", f"-c{READERS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", f"{base}/{page}")
            wrk = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
            said = (await wrk.communicate())[0].decode()
            after = await numbers(session, base)
    finally:
        bot.terminate()
        await bot.wait()
    assert "Non-2xx" not in said, said
    (count,) = re.findall(r"(\d+) requests in", said)
    spent = {key: value - before.get(key, 0) for key, value in after.items()}
    cpu, polls = spent["process_cpu_seconds_total", ""], spent["tidings_polls_total", ""]
    looks = spent["tidings_loop_stall_seconds_count", ""]
    within = {le: spent["tidings_loop_stall_seconds_bucket", le] / looks for le in ("0.05", "0.1", "0.25")}
    shown = ", ".join(f"{share:.1%} within {float(le) * 1000:.0f} ms" for le, share in within.items())
    return (
        f"a digest's page, {READERS} readers, {polls:.0f} polls meanwhile: {int(count) / SECONDS:.0f} a second, "
        f"{1000 * cpu / int(count):.2f} ms CPU each with the polling ({int(count) / cpu:.0f} a core and second); "
        f"the loop came back {shown}"
    )


async def settled(session: ClientSession, base: str) -> None:
    """Wait until the first round is over and all it brought has its story."""
    while True:
        await asyncio.sleep(0.2)
        try:
            told = await numbers(session, base)
        except ClientError:
            continue
        if told["tidings_polls_total", ""] >= FEEDS and not told["tidings_entries_unjoined", ""]:
            return


def main() -> None:
    """Measure, where wrk is installed."""
    if which("wrk") is None:
        print("the archive is not measured: wrk is not installed (apt install wrk)")
        return
    with tempfile.TemporaryDirectory() as folder, serving() as port:
        print(asyncio.run(measure(Path(folder), int(port))))


if __name__ == "__main__":
    main()
