"""Work in processes that can be killed: one job at a time each, a deadline on every job, a spare beside them.

The next jobs wait in a child's socket while it is at another, so that it never waits for our loop; each deadline runs
from when its job can begin. The spare has started and imported nothing yet: 11 MB instead of 36, and after a kill its
imports take 0.1 s; what would hold our loop, starting it, is done by then.

A parser that hangs holds its whole process: a 1 MB attribute bomb froze the event loop for 11.9 s from a thread, and
no thread can be killed (ingest notes §1c). What the work is, it does not know.

Pickle crosses the sockets. That is safe here and nowhere else: both ends are this program, of this user, and whoever
could make a child write a false pickle runs code as this user already. The child is a fuse, not a sandbox.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from asyncio.subprocess import Process
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from digests.core.errors import ParseError
from digests.sources.worker_main import LENGTH, READY, frame, load

MEMORY: Final = 2**30
"""Bytes of address space a child may take; a parser of ordinary feeds stays at 35 MB (ingest notes §1d)."""

START_S: Final = 30.0
"""A child is ready after 0.2 s; one that is not by then never will be, however loaded the machine."""

_LARGE: Final = 2_000_000
"""Bytes of an answer above which it is unpickled in a thread: as many take a few milliseconds, and each thread that
unpickles keeps memory of its own (11 MB in a poll of 2,000 feeds when this was a tenth; measured)."""

_BUFFER: Final = 2**20
"""Bytes of an answer read ahead; with asyncio's own 64 KB a large answer wakes the loop at every step."""

_DEPTH: Final = 16
"""Jobs a child holds: one it works on, the others wait in its socket. With two it idles for a third of a busy poll,
since our loop comes round too late; with sixteen of the twenty that a poll has under way, for none (measured)."""

_MAIN: Final = Path(__file__).with_name("worker_main.py")

Argument = TypeVar("Argument")
Result = TypeVar("Result")


class Worker(Generic[Argument, Result]):
    """Runs one function of a module, away from here; an async context manager that ends its children.

    `job` is "module:function", so that what it imports is imported in the child only; its argument, result and
    `ParseError`s are pickled. `processes` jobs run at once, the others wait.
    """

    def __init__(
        self,
        job: str,
        *,
        processes: int = 1,
        deadline_s: float = 2.0,
        memory: int = MEMORY,
    ) -> None:
        setup = (sys.path, *job.split(":"), deadline_s, memory)
        self._setup = frame(setup)
        self._deadline_s = deadline_s
        self._wanted = processes + 1
        self._free = asyncio.Semaphore(processes * _DEPTH)
        self._starting = asyncio.Lock()
        self._children: list[_Child] = []
        self._idle: list[_Child] = []  # a place for each job a child can take; the last one is the warmest

    async def __aenter__(self) -> Self:
        await self._top_up()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wanted = 0
        self._idle.clear()
        for child in self._children:
            child.kill()
        await asyncio.gather(*(child.gone() for child in self._children))
        self._children.clear()

    async def run(self, argument: Argument) -> Result:
        """Give the job's result. Cancelled, it kills the child: no half-read answer is left in a pipe.

        Raises:
            ParseError: the job raised it; or, with hint "killed", it was stopped at its deadline or died.
            RuntimeError: the worker is closed, or no child can be started at all (the installation's fault).
        """
        job = frame(argument)
        async with self._free:
            try:
                answer = await self._answer(job)
            except ParseError:
                await self._top_up()
                raise
        result: Result = await _result(answer)
        return result

    async def _answer(self, job: bytes) -> bytes:
        """Give the answer; a child may die once through no fault of the job (between two, or the system ran short)."""
        for _ in range(2):
            while isinstance(answer := await self._try(job), _Displaced):
                pass
            if answer:
                return answer
        raise ParseError("the parser died of it, twice", hint="killed")

    async def _try(self, job: bytes) -> bytes | _Displaced | None:
        """Give the answer, or None where the child died of it."""
        child = await self._take()
        answer: bytes | _Displaced | None = None
        try:
            answer = await child.ask(job, self._deadline_s)
        finally:
            if answer is None:
                child.kill()
            elif isinstance(answer, bytes):
                self._idle.append(child)
        return answer

    async def _take(self) -> _Child:
        """Give a child that is ready; there is always one, unless callers were cancelled faster than children start."""
        while True:
            while not self._idle:
                if not self._wanted:
                    raise RuntimeError("the worker is closed")
                await self._top_up()
            child = self._idle.pop()
            try:
                await child.ready()
            except BaseException:
                child.kill()
                raise
            if not child.is_over():
                return child

    async def _top_up(self) -> None:
        """Start as many children as are missing, at the cold end. Starting one holds the loop for 2–5 ms (measured).

        That is with `vfork`, which Python uses as long as no `preexec_fn` is given; a fork took 55–61 ms.
        """
        async with self._starting:
            for child in [child for child in self._children if child.is_over()]:
                await child.gone()
                self._children.remove(child)
            while len(self._children) < self._wanted:
                child = await _start(self._setup)
                self._children.append(child)
                self._idle[:0] = [child] * _DEPTH


class _Displaced:
    """What a job gets whose child was brought down by another one."""


async def _start(setup: bytes) -> _Child:
    """Start a process with one socket for its jobs and answers: a fifth of what pipes cost for 110 KB (measured)."""
    ours, theirs = socket.socketpair()
    for side in (ours, theirs):
        side.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)  # Linux caps it at what this user may have
    with theirs:
        answers, jobs = await asyncio.open_connection(sock=ours, limit=_BUFFER)
        end = theirs.fileno()
        try:
            process = await asyncio.create_subprocess_exec(sys.executable, "-P", str(_MAIN), stdin=end, stdout=end)
        except BaseException:
            jobs.close()
            raise
    return _Child(process, answers, jobs, setup)


class _Child:
    """One process and its socket. Once killed, it is never used again."""

    def __init__(
        self, process: Process, answers: asyncio.StreamReader, jobs: asyncio.StreamWriter, setup: bytes
    ) -> None:
        self._process = process
        self._answers = answers
        self._jobs = jobs
        self._setup = setup
        self._is_killed = False
        self._is_ready = False
        self._turn = asyncio.Lock()  # first come, first served: answers come in the order of jobs

    async def ready(self) -> None:
        """Return when its imports, begun here, are done, so that no job's deadline pays for them; or when it is over.

        Raises:
            RuntimeError: it ended, or said nothing for `START_S`.
        """
        try:
            async with self._turn:
                if not self._is_ready and not self.is_over():
                    self._jobs.write(self._setup)
                    async with asyncio.timeout(START_S):
                        self._is_ready = load(await self._read()) == READY
        except (TimeoutError, asyncio.IncompleteReadError, ConnectionError) as error:
            if not self._is_killed:
                raise RuntimeError("a worker process did not start; its own words are on stderr") from error

    async def ask(self, job: bytes, deadline_s: float) -> bytes | _Displaced | None:
        """Give the pickled answer, None where it died of this job, `_Displaced` where it was killed for another.

        Raises:
            ParseError: the deadline passed; it must be killed.
        """
        self._jobs.write(job)  # nothing is awaited between this and the place in the queue
        async with self._turn:
            if self.is_over():
                return _Displaced()
            try:
                async with asyncio.timeout(deadline_s):
                    await self._jobs.drain()
                    return await self._read()
            except TimeoutError:
                self.kill()
                raise ParseError(f"the parser was stopped after {deadline_s:g} seconds", hint="killed") from None
            except (asyncio.IncompleteReadError, ConnectionError):
                return _Displaced() if self._is_killed else None

    def kill(self) -> None:
        """End it, at once and without waiting."""
        self._is_killed = True
        if not self._has_ended():  # asyncio would take the exit code away from its own watcher, which then warns
            with suppress(ProcessLookupError):
                self._process.kill()
        self._jobs.close()

    def is_over(self) -> bool:
        """Tell whether it was killed or ended by itself."""
        return self._is_killed or self._has_ended()

    async def gone(self) -> None:
        """Return when nothing is left of the process, whoever may still be waiting for its answer."""
        await self._process.wait()
        with suppress(ConnectionError):
            await self._jobs.wait_closed()

    def _has_ended(self) -> bool:
        return self._answers.at_eof() or self._process.returncode is not None

    async def _read(self) -> bytes:
        (length,) = LENGTH.unpack(await self._answers.readexactly(LENGTH.size))
        return await self._answers.readexactly(length)


async def _result(answer: bytes) -> Any:
    is_large = len(answer) > _LARGE
    is_done, content = await asyncio.to_thread(load, answer) if is_large else load(answer)
    if is_done:
        return content
    message, hint = content
    raise ParseError(message, hint=hint)
