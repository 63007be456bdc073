"""Names people give and type: what makes a good one, and which stored one is meant by a typed one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from digests.core.errors import UseError

LONGEST_NAME = 80
"""Characters: a name stands in menus, buttons and headings (a Discord button holds 80)."""

PINGING = re.compile(r"@everyone|@here|<[@#&!]", re.IGNORECASE)
"""What Discord reads as a ping or a mention. We never send one, but a role of that name could not be made."""


def clean_name(text: str) -> str:
    """Give a name as it is stored: one line, single spaces.

    Raises:
        UseError: it is empty, too long, reads like a ping, or holds a comma, which parts names in lists.
    """
    name = " ".join(text.split())
    if not name:
        raise UseError("name-empty")
    if len(name) > LONGEST_NAME:
        raise UseError("name-too-long", limit=LONGEST_NAME)
    if "," in name:
        raise UseError("name-has-comma", name=name)
    if found := PINGING.search(name):
        raise UseError("name-pings", word=found[0].lstrip("@"))
    return name


def same_name(one: str, other: str) -> bool:
    """Say whether people would take both for one name: case and spacing do not part them."""
    return _folded(one) == _folded(other)


def meant(typed: str, names: Iterable[str], *, code: str) -> str:
    """Give the name somebody typed, in any case.

    Raises:
        UseError: there is none; with `code`, what was typed and the nearest name, None where none is near.
    """
    known = {_folded(name): name for name in names}
    if (found := known.get(_folded(typed))) is not None:
        return found
    near = get_close_matches(_folded(typed), known, n=1)
    raise UseError(code, name=typed, suggestion=known[near[0]] if near else None)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
