"""Processes that may die, forked from one that has loaded the whole bot: each starts in milliseconds, not seconds.

`python -m tests.forks MODULE` loads the module, warms what every march reads (texts, word lists), then forks a child
for each line of JSON on its input, which calls `MODULE.main(orders)`; the child's end is told as a line on its output.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from digests.language.lexicon import lexicon
from digests.sources.worker import Worker

WIRE_LANGUAGES = ("en", "de", "es", "uk")


@asynccontextmanager
async def forking(module: str) -> AsyncIterator[Callable[[Any], Awaitable[int]]]:
    """Give what runs one child with these orders to its end and gives its exit code, -9 where it was killed."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, module, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    jobs, ends = server.stdin, server.stdout

    async def run(orders: Any) -> int:
        jobs.write(json.dumps(orders).encode() + b"\n")
        await jobs.drain()
        code = int(await ends.readline())
        assert code in {0, -9}, "a march broke; its own words are on stderr"
        return code

    try:
        yield run
    finally:
        jobs.close()
        await server.wait()


def warm() -> None:
    """Read once what each child would read for itself, and start parse workers only where something is parsed."""
    from bot import app

    app.preload()
    words = lexicon()
    for language in WIRE_LANGUAGES:
        words.idf_of(language)
    app.lexicon = lambda: words

    async def started_when_needed(self: Any) -> Any:
        return self

    Worker.__aenter__ = started_when_needed  # type: ignore[method-assign]


def serve(module: str) -> None:
    """Fork a child for each line of input, one at a time."""
    march = import_module(module).main
    warm()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(march, json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _run(march: Callable[[Any], None], orders: Any) -> None:
    """March as the child, printing to the file the orders name; never returns."""
    code = 1
    try:
        printed = os.open(orders.get("printed", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(printed, 1)
        march(orders)
        sys.stdout.flush()
        code = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        raise
    finally:
        os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
