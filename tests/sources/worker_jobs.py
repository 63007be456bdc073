"""Jobs for the worker's tests: a child finds them by name."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from digests.core.errors import ParseError


def double(number: int) -> int:
    return 2 * number


def measure(text: str) -> int:
    return len(text)


def repeat(times: int) -> list[str]:
    return [f"word {number}" for number in range(times)]


def talk(text: str) -> str:
    print(text)
    sys.stdout.flush()
    os.write(1, text.encode())
    return text


def own_pid(_: object) -> int:
    return os.getpid()


def obey(order: str) -> str:
    """Do the bad thing that was asked for, or answer."""
    match order:
        case "refuse":
            raise ParseError("no feed at all", hint="html")
        case "hang":
            while True:
                pass
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "eat":
            return str(len(bytearray(2**31)))
        case "fail":
            raise ZeroDivisionError
        case "exit":
            os._exit(3)
    return order


def tell_and_hang(fifo: Path) -> None:
    """Let whoever reads the fifo know that the job has begun, then never end."""
    fifo.write_text(str(os.getpid()))
    while True:
        pass


def hang_once(fifo: Path | None) -> int:
    if fifo is not None:
        tell_and_hang(fifo)
    return os.getpid()
