"""Commands in our own sentences as Discord's mentions of them: shown in the reader's language, and one click away.

Decides nothing: what a command's number is, Discord said when it was registered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


class CommandMentions:
    """Turns "/feed add" into a mention; `names` are all commands by their full name."""

    def __init__(self, names: Iterable[str] = (), ids: Mapping[str, int] | None = None) -> None:
        self._ids = ids or {}
        known = [name for name in names if name.split()[0] in self._ids]
        either = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
        self._named = re.compile(rf"`/({either})`|(?<![\w/`<])/({either})(?!\w)") if known else None

    def __call__(self, text: str) -> str:
        """Give a text with its commands as mentions; one that Discord gave no number for stays as it is."""
        return self._named.sub(self._mention, text) if self._named else text

    def _mention(self, found: re.Match[str]) -> str:
        name = found[1] or found[2]
        return f"</{name}:{self._ids[name.split()[0]]}>"
