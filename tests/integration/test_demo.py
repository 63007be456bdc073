"""The demo, as a newcomer runs it: a process of its own, its output a pipe."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import sys


async def start(*arguments: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", *arguments, stdout=pipe, stderr=pipe, env={"COLUMNS": "100", "PATH": ""}
    )


def sentences(drawn: str) -> set[str]:
    """Give the cited sentences of a drawn digest, lines joined again."""
    text = re.sub(r"\s+", " ", drawn.replace("▌", " "))
    return set(re.findall(r"([A-Z][^\[\]•]{30,}?[.?!]) \[\d", text))


async def test_two_digests_arrive_the_second_shows_only_news_and_it_ends_by_itself() -> None:
    process = await start("--once")
    out, err = (stream.decode() for stream in await process.communicate())
    assert process.returncode == 0
    assert err == ""
    _, first, second = re.split(r"digest \d arrives in #news", out)
    assert "14/14 feeds ok" in first
    assert "New since last time" not in first
    assert "New since last time" in second
    second, _ = second.split("opens the first story")
    assert len(sentences(first)) > 7
    assert not sentences(first) & sentences(second)
    assert "Aldmark has this feed already" in out
    assert "I found no feed" in out
    _, own = out.split("wants a digest of their own")
    assert "daily at 18:30 (UTC)" in own
    assert "From Harbour Square" in own
    assert "\x1b" not in out


async def test_a_taken_port_is_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = await start("--once", "--port", str(taken.getsockname()[1]))
        _, err = await process.communicate()
    assert process.returncode == 1
    assert b"choose another with --port" in err


async def test_without_once_it_stays_up_until_ctrl_c() -> None:
    process = await start()
    assert process.stdout is not None
    async for line in process.stdout:
        if b"Staying up until Ctrl-C" in line:
            process.send_signal(signal.SIGINT)
            break
    await process.stdout.read()
    assert await process.wait() == 130
