"""A text while it is read: where words end, where marks close. Decides nothing about what they mean."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"[\\*_~|`\[<@\n]|https?://")
BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)


def may_hold_markup(text: str) -> bool:
    """Say whether a text has anything in it that is not plain words of one line."""
    return SPECIAL.search(text) is not None


class Scan:
    """A text that is being read, and what is known of the rest of it: no mark is looked for twice in vain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._missing: set[str] = set()
        self._closing = _brackets(text) if "[" in text else {}

    def words_end(self, at: int) -> int:
        """Give where the words end that begin here: before what may be markup."""
        found = SPECIAL.search(self.text, at + 1)
        return found.start() if found else len(self.text)

    def matched(self, mark: str, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """Match a pattern that begins and ends with a mark; a long one that is nowhere closed is not tried again."""
        if mark in self._missing or not self.text.startswith(mark, at):
            return None
        found = pattern.match(self.text, at)
        if found is None and len(mark) > 1:
            self._missing.add(mark)
        return found

    def closed(self, mark: str, after: int) -> int:
        """Give where a mark comes next, -1 if nowhere."""
        if mark in self._missing:
            return -1
        at = self.text.find(mark, after)
        if at < 0:
            self._missing.add(mark)
        return at

    def bracket(self, at: int) -> int:
        """Give where the bracket that opens here is closed, -1 if nowhere."""
        return self._closing.get(at, -1)


def _brackets(text: str) -> dict[int, int]:
    """Give which opening bracket is closed where; escaped ones are none."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for found in BRACKETS.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            closing[opened.pop()] = found.start()
    return closing
