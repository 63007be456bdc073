"""What is read off a process while it works: stalls of the event loop, peak memory."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

BEAT_S = 0.001


@dataclass(slots=True)
class Stall:
    """The longest time the loop did not come round, in milliseconds."""

    longest_ms: float = 0.0


@asynccontextmanager
async def stall(*, clock: Callable[[], float] = time.perf_counter) -> AsyncIterator[Stall]:
    """Watch the running loop by a beat of one millisecond.

    With `time.thread_time` for a clock it is the CPU time of the longest step: what others do on the machine is not
    counted.
    """
    seen = Stall()
    rest_s = BEAT_S if clock is time.perf_counter else 0.0

    async def beat() -> None:
        last = clock()
        while True:
            await asyncio.sleep(BEAT_S)
            now = clock()
            seen.longest_ms = max(seen.longest_ms, (now - last - rest_s) * 1000)
            last = now

    task = asyncio.create_task(beat())
    try:
        yield seen
    finally:
        task.cancel()


def peak_mb(pids: list[int]) -> float:
    """Give the sum of the peak resident sizes of these processes, in MB."""
    return sum(_status_kb(pid, "VmHWM") for pid in pids) / 1024


def resident_mb(pids: list[int]) -> float:
    """Give the sum of the resident sizes of these processes, in MB."""
    return sum(_status_kb(pid, "VmRSS") for pid in pids) / 1024


def proportional_mb(pids: list[int]) -> float:
    """Give what these processes hold, in MB: a page that several share is counted once (PSS, proc_pid_smaps(5))."""
    return sum(_kb(Path(f"/proc/{pid}/smaps_rollup"), "Pss:") for pid in pids) / 1024


def children(pid: int) -> list[int]:
    """Give the processes a process started and that live."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for path in found for child in path.read_text().split()]


def _status_kb(pid: int, field: str) -> int:
    return _kb(Path(f"/proc/{pid}/status"), field)


def _kb(path: Path, field: str) -> int:
    for line in path.read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1])
    return 0
