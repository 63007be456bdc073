"""The child of `worker`: `python -m digests.sources.worker_process package.module:function`, until its input ends."""

from __future__ import annotations

import pickle
import resource
import signal
import struct
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

MEMORY_BYTES = 2**30
"""Address space, not use: two parsers take 35 MB; what wants a gigabyte for a document of 10 MB is a bomb."""

_LENGTH = struct.Struct("!I")


def main() -> None:
    """Answer jobs one by one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's matter: it ends us when it is done
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    module, _, name = sys.argv[1].partition(":")
    function: Callable[[Any], Any] = getattr(import_module(module), name)
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not write between answers
    answers.write(b"ready")
    answers.flush()
    while (job := _read(jobs)) is not None:
        message = pickle.dumps(_work(function, pickle.loads(job)), protocol=pickle.HIGHEST_PROTOCOL)
        answers.write(_LENGTH.pack(len(message)) + message)
        answers.flush()


def _work(function: Callable[[Any], Any], payload: Any) -> tuple[bool, Any]:
    """Give the result, or in words what the job raised: the parent says whose document it was."""
    try:
        return True, function(payload)
    except Exception as error:  # noqa: BLE001 - the outer edge of a job; nothing is swallowed, the parent raises it
        return False, f"{type(error).__name__}: {error}"


def _read(jobs: BinaryIO) -> bytes | None:
    """Give the next job, or None when the parent is gone."""
    head = jobs.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return jobs.read(_LENGTH.unpack(head)[0])


if __name__ == "__main__":
    main()
