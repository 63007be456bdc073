"""Digests as files: Markdown to read and JSON to process, in one folder. Writing a file again changes nothing."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from bot.formats import markdown
from bot.replies import Replies
from digests.core.digest import Digest, Operation, Receipt
from digests.core.digest_json import to_public
from digests.core.errors import DeliveryError


class FilePublisher:
    """Writes `<slot>-<digest>.md` and `.json` into the folder that is the destination's address."""

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        """Write both files, each whole or not at all.

        Raises:
            DeliveryError: the folder cannot be made or written.
        """
        folder = Path(operation.destination.address)
        try:
            name = await asyncio.to_thread(self._write, folder, digest)
        except OSError as error:
            raise DeliveryError(f"cannot write to {folder}: {error.strerror}") from error
        return Receipt(message_id=name)

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Give one part: a file has no limit."""
        return (len(digest.cards),)

    def _write(self, folder: Path, digest: Digest) -> str:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{digest.slot:%Y%m%dT%H%MZ}-{digest.id}"
        pages = {
            ".md": markdown.draw(digest, Replies(digest.language)),
            ".json": json.dumps(to_public(digest), ensure_ascii=False, indent=1) + "\n",
        }
        for ending, page in pages.items():
            draft = folder / f".{name}{ending}.draft"
            draft.write_text(page, encoding="utf-8")
            draft.replace(folder / f"{name}{ending}")
        return name
