"""What waits on the server between a form that was sent and the page that shows what came of it, by token."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Generic, TypeVar

KEPT = 100
"""Forms and errors that wait: more than anybody has open."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why something was not done (`code` names the sentence, `detail` is of the client), and the line to keep."""

    code: str
    detail: str = ""
    line: str = ""


class Kept(Generic[Thing]):
    """The last things put here."""

    def __init__(self) -> None:
        self._things: dict[str, Thing] = {}

    def put(self, thing: Thing) -> str:
        """Keep one; give its token."""
        token = secrets.token_urlsafe(8)
        self._things[token] = thing
        if len(self._things) > KEPT:
            del self._things[next(iter(self._things))]
        return token

    def get(self, token: str) -> Thing | None:
        """Give what has a token, if it is still here."""
        return self._things.get(token)
