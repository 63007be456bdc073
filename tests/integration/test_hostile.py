"""Every attack we know of, polled together with good feeds: each has its reason, none costs the others anything.

The intake runs in a process of its own, so that its memory is its own; a step of its loop is measured in CPU time.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import pytest

from digests.core.models import Failure
from tests.hostile_server import HostileServer, bomb, drip, endless, head, raw, redirect, reply, silence

GIGABYTE = 2**30
GOOD = 12
STALL_MS = 50
PEAK_MB = 280  # 90 and 36 without attacks; four bodies at the cap of 10 MiB at once, and their copies


def document(*items: str, before: str = "") -> bytes:
    return f"{before}<rss version='2.0'><channel><title>Kestrel</title>{''.join(items)}</channel></rss>".encode()


def item(number: int) -> str:
    return f"<item><guid>{number}</guid><title>Ferry number {number} leaves</title></item>"


LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
BOMB_OF_ATTRIBUTES = "<item " + " ".join(f"a{number}=''" for number in range(100_000)) + "/>"

BODIES = {
    "laughs": document("<item><title>&i;</title></item>", before=LAUGHS + "]>"),
    "outside": document("<item><title>&x;</title></item>", before=OUTSIDE),
    "deep": document("<item><description>" + "<b>" * 500_000 + "</description></item>"),
    "attributes": document(BOMB_OF_ATTRIBUTES),
    "many-items": document(*(f"<item><title>n{number}</title></item>" for number in range(170_000))),
    "page": b"<!doctype html><html><body>Not here</body></html>",
    "noise": bytes(range(256)) * 4000,
}


def serve(server: HostileServer) -> dict[str, str]:
    """Set all behaviours; give the addresses by name."""
    for coding in ("gzip", "deflate", "br"):
        server.on(f"/bomb-{coding}", bomb(coding, GIGABYTE // 4))
    server.on("/zstd", reply(200, {"Content-Encoding": "zstd"}, b"(\xb5/\xfd\x04X"))
    server.on("/drip", drip())
    server.on("/endless", endless())
    server.on("/endless-header", raw(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 2_000_000))
    server.on("/silence", silence(asyncio.Event()))
    server.on("/cut", raw(head(200, {"Content-Length": "99999"}) + b"<rss>"))
    server.on("/circle", redirect("/circle-2"))
    server.on("/circle-2", redirect("/circle"))
    server.on("/to-metadata", redirect("http://169.254.169.254/latest/meta-data/"))
    server.on("/to-loopback", redirect(server.url("/good-0", host="localhost")))
    server.on("/to-file", redirect("file:///etc/passwd"))
    server.on("/cookie", reply(200, {"Set-Cookie": "spy=1; Path=/"}, document(item(900))))
    server.on("/secret", redirect(server.url("/secret-2", host="other.example")))
    server.on("/secret-2", reply(200, {}, document(item(901))))
    for name, body in BODIES.items():
        server.on(f"/{name}", reply(200, {}, body))
    for number in range(GOOD):
        server.on(f"/good-{number}", reply(200, {}, document(*(item(10 * number + one) for one in range(5)))))
    paths = [path.removeprefix("/") for path in server.paths if path not in LATER_HOPS]
    return {path: server.url(f"/{path}") for path in paths} | {
        "secret": server.url("/secret").replace("://", "://mira:hidden@"),
        "metadata": "http://169.254.169.254/latest/meta-data/",
        "mapped": "http://[::ffff:10.0.0.1]/feed",
        "named": server.url("/good-0", host="named.example"),
    }


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], HostileServer]:
    """Poll everything once; the server is closed when this returns, its counters stay."""

    async def run() -> tuple[dict[str, Any], HostileServer]:
        async with HostileServer() as server:
            addresses = serve(server)
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.integration.hostile_march", str(tmp_path_factory.mktemp("hostile"))),
                json.dumps(addresses),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            out, err = await asyncio.wait_for(process.communicate(), 60)
            assert process.returncode == 0, err.decode()
            return json.loads(out), server

    return asyncio.run(run())


LATER_HOPS = {"/circle-2", "/secret-2"}
EXPECTED = {
    "bomb-gzip": Failure.TOO_LARGE,
    "bomb-deflate": Failure.TOO_LARGE,
    "bomb-br": Failure.TOO_LARGE,
    "zstd": Failure.BROKEN,
    "drip": Failure.TIMEOUT,
    "endless": Failure.TOO_LARGE,
    "endless-header": Failure.BROKEN,
    "silence": Failure.TIMEOUT,
    "cut": Failure.BROKEN,
    "circle": Failure.REDIRECTS,
    "to-metadata": Failure.PRIVATE_ADDRESS,
    "to-loopback": Failure.UNKNOWN_HOST,
    "to-file": Failure.REDIRECTS,
    "cookie": None,
    "secret": None,
    "metadata": Failure.PRIVATE_ADDRESS,
    "mapped": Failure.PRIVATE_ADDRESS,
    "named": Failure.PRIVATE_ADDRESS,
    "laughs": None,
    "outside": None,
    "deep": None,
    "attributes": Failure.UNREADABLE,
    "many-items": None,
    "page": Failure.NOT_A_FEED,
    "noise": Failure.UNREADABLE,
}


def test_every_attack_has_its_reason_and_good_feeds_have_none(outcome: tuple[dict[str, Any], HostileServer]) -> None:
    failures = outcome[0]["failures"]
    assert {name: failures[name] for name in EXPECTED} == EXPECTED
    assert not any(failures[f"good-{number}"] for number in range(GOOD))
    assert all(outcome[0]["details"][name] for name, failure in failures.items() if failure)


def test_no_step_holds_the_loop_and_no_attack_fills_the_memory(outcome: tuple[dict[str, Any], HostileServer]) -> None:
    assert outcome[0]["stall_ms"] < STALL_MS
    assert outcome[0]["peak_mb"] < PEAK_MB
    assert outcome[0]["entries"] >= 5 * GOOD + 2000


def test_nothing_private_is_given_away(outcome: tuple[dict[str, Any], HostileServer]) -> None:
    assert not any("cookie" in request.headers for request in outcome[1].requests)
    authorized = {request.target for request in outcome[1].requests if "authorization" in request.headers}
    assert authorized == {"/secret"}
    assert "hidden" not in json.dumps(outcome[0]["details"])
