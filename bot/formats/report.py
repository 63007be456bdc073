"""What became of a list of feeds: a line each, and how many of each kind. Plain text, for a terminal or a file."""

from __future__ import annotations

from collections import Counter

from bot.replies import Replies
from digests.usecases.importing import Imported


class Tally:
    """Words an import as it goes on."""

    def __init__(self, replies: Replies) -> None:
        self._replies = replies
        self._counts: Counter[str] = Counter()

    def line(self, one: Imported) -> str:
        """Give the line of one feed, and count it."""
        say, name = self._replies.say, f"{one.title} <{one.address}>" if one.title else one.address
        if one.refusal is None:
            self._counts["added" if one.is_added else "held"] += 1
            return say("import-added", feed=name) if one.is_added else say("import-held", feed=name)
        why = say(one.refusal.code, **one.refusal.fields).removeprefix(f"{one.address}: ")
        self._counts["unread" if one.is_added else "refused"] += 1
        return say("import-unread", feed=name, why=why) if one.is_added else say("import-refused", feed=name, why=why)

    def summary(self, topic: str) -> str:
        """Give how many feeds were added, were held, and were not taken."""
        counts = self._counts
        return self._replies.say(
            "import-done",
            topic=topic,
            added=counts["added"] + counts["unread"],
            unread=counts["unread"],
            known=counts["held"],
            refused=counts["refused"],
        )
