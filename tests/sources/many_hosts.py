"""Fetch from many hosts with few open files allowed: `python -m tests.sources.many_hosts PORT COUNT FILES`."""

from __future__ import annotations

import asyncio
import resource
import sys
from collections import Counter

from tests.fetching import fetcher


async def main(port: int, count: int) -> None:
    outcomes: Counter[str] = Counter()
    numbers = iter(range(count))
    async with fetcher(allow_private_hosts=["127.0.0.0/8"]) as client:

        async def work() -> None:
            for number in numbers:
                address = f"http://127.1.{number // 250}.{1 + number % 250}:{port}/"
                outcomes[type(await client.fetch(address)).__name__] += 1

        async with asyncio.TaskGroup() as group:
            for _ in range(20):
                group.create_task(work())
    print(dict(outcomes))


if __name__ == "__main__":
    files = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
