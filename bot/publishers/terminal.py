"""Digests printed to a terminal or a pipe. A pipe cannot be asked what it already got, so a journal remembers it.

The journal line is written right after the text, without anything in between: only a kill between those two system
calls can print a digest twice, and none can lose one.
"""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import TextIO

from rich.console import Console

from bot.formats.text import print_to
from bot.replies import Replies
from digests.core.digest import Digest, Operation, OperationKind, Receipt
from digests.core.errors import DeliveryError


class TerminalPublisher:
    """Prints to `out` each digest whose nonce the journal does not hold."""

    def __init__(self, out: TextIO, journal: Path) -> None:
        self._out = out
        self._journal = journal

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        """Print, in a thread: whoever reads the pipe may be slow. What was printed is not changed any more.

        Raises:
            DeliveryError: nobody reads the pipe any more, or the journal cannot be written.
        """
        if operation.kind is not OperationKind.SEND:
            return Receipt(message_id=operation.nonce)
        try:
            await asyncio.to_thread(self._print_once, operation.nonce, digest)
        except OSError as error:
            raise DeliveryError(f"cannot print: {error}") from error
        return Receipt(message_id=operation.nonce)

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Give one part: a terminal has no limit."""
        return (len(digest.cards),)

    def _print_once(self, nonce: str, digest: Digest) -> None:
        with self._journal.open("a+", encoding="ascii") as journal:
            journal.seek(0)
            if nonce in journal.read().split():
                return
            text = self._render(digest)
            self._out.write(text)
            self._out.flush()
            journal.write(f"{nonce}\n")

    def _render(self, digest: Digest) -> str:
        """Draw in memory first, so that the output gets one write."""
        drawn = io.StringIO()
        terminal = Console(file=self._out)
        console = Console(
            file=drawn,
            force_terminal=terminal.is_terminal,
            width=terminal.width,
            color_system="auto" if terminal.is_terminal else None,
        )
        print_to(console, digest, Replies(digest.language))
        return drawn.getvalue()
