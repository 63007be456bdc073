"""One language's messages (Project Fluent), each parsed when it is first asked for.

Parsing all of seven languages at the start took a second and 20 MB; a message takes some tenths of a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

_MESSAGE = re.compile(r"^(?=[A-Za-z][\w-]* *=)", re.MULTILINE)
"""Where a message begins: what belongs to it is indented (Fluent Syntax 1.0), so nothing else has this form."""


class LazyBundle:
    """The messages of some resources. They use no terms (`-term`) and not each other: each is read alone."""

    def __init__(self, locale: str, resources: Iterable[str]) -> None:
        # no isolation marks: Discord and terminals would show them in links and code
        self._bundle = FluentBundle([locale], use_isolating=False)
        texts = (text for resource in resources for text in _MESSAGE.split(resource)[1:])
        self._unread = {text.partition("=")[0].rstrip(): text for text in texts}

    def message(self, key: str) -> Any:
        """Give a message with its `value` and `attributes`, or None."""
        if text := self._unread.get(key):
            self._bundle.add_resource(FluentResource(text))
            self._unread.pop(key, None)  # only now: another thread may ask for it meanwhile
        return self._bundle.get_message(key) if self._bundle.has_message(key) else None

    def read(self, beginnings: tuple[str, ...]) -> None:
        """Parse the messages whose keys begin so."""
        for key in [key for key in self._unread if key.startswith(beginnings)]:
            self.message(key)

    def filled(self, pattern: Any, fields: Mapping[str, object]) -> tuple[str, Sequence[Exception]]:
        """Give a pattern's text with these fields, and what was wrong with them."""
        text, errors = self._bundle.format_pattern(pattern, dict(fields))
        return str(text), errors
