"""On which line of a TOML text each key stands: tomllib tells it for broken syntax only, never for a value.

Reads text that tomllib accepted already, so it checks nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

BLANK = re.compile(r"(?:[\s,]|#[^\n]*)*")
KEY = re.compile(r"""\s*([A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')\s*""")
STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:\'{0,2})|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
BARE = re.compile(r"[^,\]}\n#]+")


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """Give the line of a key, or of the nearest table around it that is written."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def lines_of(text: str) -> Mapping[KeyPath, int]:
    """Give the line (from 1) of every key, table and list element, by its path."""
    return _Scan(text).whole()


class _Scan:
    """A place in the text, moving forward; `lines` grows on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}

    def whole(self) -> Mapping[KeyPath, int]:
        """Walk the document: headers change the table that following keys belong to."""
        table: KeyPath = ()
        while self._skip_blank():
            if self.text.startswith("[[", self.at):
                table = self._header(2, is_list=True)
            elif self.text[self.at] == "[":
                table = self._header(1, is_list=False)
            else:
                self._pair(table)
        return self.lines

    def _skip_blank(self) -> bool:
        match = BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def _note(self, path: KeyPath) -> None:
        self.lines.setdefault(path, self.text.count("\n", 0, self.at) + 1)

    def _key(self) -> tuple[str, ...]:
        parts = []
        while match := KEY.match(self.text, self.at):
            raw = match[1]
            parts.append(tomllib.loads(f"key = {raw}")["key"] if raw[0] in "\"'" else raw)
            self.at = match.end()
            if self.text[self.at] != ".":
                break
            self.at += 1
        return tuple(parts)

    def _header(self, brackets: int, *, is_list: bool) -> KeyPath:
        start = self.at
        self.at += brackets
        *parents, last = self._key()
        end = self.at + brackets
        self.at = start
        path = (*self._inside(tuple(parents)), last)
        self._note(path)
        if is_list:
            index = self.counts.get(path, 0)
            self.counts[path] = index + 1
            path = (*path, index)
            self._note(path)
        self.at = end
        return path

    def _inside(self, path: KeyPath) -> KeyPath:
        """Give the path with the newest index behind each part that is a list of tables."""
        found: KeyPath = ()
        for part in path:
            found = (*found, part)
            if found in self.counts:
                found = (*found, self.counts[found] - 1)
        return found

    def _pair(self, table: KeyPath) -> None:
        start = self.at
        key = self._key()
        end, self.at = self.at, start
        for length in range(1, len(key) + 1):
            self._note((*table, *key[:length]))
        self.at = end + 1  # the equals sign
        self._value((*table, *key))

    def _value(self, path: KeyPath) -> None:
        self._skip_blank()
        opening = self.text[self.at]
        if opening == "[":
            self._members(path, closing="]")
        elif opening == "{":
            self._members(path, closing="}")
        else:
            match = (STRING if opening in "\"'" else BARE).match(self.text, self.at)
            self.at = match.end() if match else self.at + 1

    def _members(self, path: KeyPath, *, closing: str) -> None:
        self.at += 1
        index = 0
        while self._skip_blank() and self.text[self.at] != closing:
            if closing == "}":
                self._pair(path)
                continue
            self._note((*path, index))
            self._value((*path, index))
            index += 1
        self.at += 1
