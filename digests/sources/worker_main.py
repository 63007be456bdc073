"""The child of `sources.worker`: reads jobs from its stdin, a socket, answers there, ends with its parent.

Run as a file, so that no folder it is started in can stand in for our packages; until the first message has brought
the parent's `sys.path` it uses the standard library only.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Final

LENGTH: Final = struct.Struct("!Q")
"""What stands before each pickle: its bytes."""

READY: Final = "ready"
"""The first message of a child: what it needs is imported."""

_NICENESS: Final = 5
"""On a busy machine a command goes before a feed: a child keeps a third of the processor, and its deadline holds."""

_GRACE_S: Final = 1.0
"""A job ends this long after its deadline even where no parent is left to kill its process."""


def frame(message: object) -> bytes:
    """Give a message as it travels."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def load(body: bytes) -> Any:
    """Give the message of a frame's body. Why a pickle may be trusted here: `sources.worker`."""
    return pickle.loads(body)  # noqa: S301  both ends are ours


def main() -> None:
    """Answer jobs until stdin ends. A job that raises anything but `ParseError` ends the process, as a crash does."""
    for number in (signal.SIGINT, signal.SIGTERM):  # they go to the whole terminal or unit; the parent decides
        signal.signal(number, signal.SIG_IGN)
    jobs = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand between two answers
    sys.path[:], module, name, deadline_s, memory = load(_read(jobs))
    _limit_memory(memory)
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_NICENESS)
    job: Callable[[Any], Any] = getattr(importlib.import_module(module), name)
    _write(answers, READY)
    while body := _read(jobs):
        _write(answers, _do(job, load(body), deadline_s))


def _do(job: Callable[[Any], Any], argument: object, deadline_s: float) -> tuple[bool, object]:
    """Give (True, result), or (False, (message, hint)): exceptions with keyword arguments do not survive a pickle."""
    from digests.core.errors import ParseError

    _set_alarm(deadline_s + _GRACE_S)
    try:
        return True, job(argument)
    except ParseError as error:
        return False, (str(error), error.hint)
    finally:
        _set_alarm(0)


def _set_alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)  # nobody handles SIGALRM: it kills


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _read(stream: BinaryIO) -> bytes:
    """Give the body of the next frame, or nothing at the end: the parent closed the socket, or is no more."""
    head = stream.read(LENGTH.size)
    return stream.read(*LENGTH.unpack(head)) if head else b""


def _write(stream: BinaryIO, message: object) -> None:
    stream.write(frame(message))
    stream.flush()


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError, EOFError, struct.error):  # the parent ended between two bytes
        main()
