"""What stops us. Failures of every day (a feed is down) are values, not these.

Each error carries the identity of what it is about and a code that `bot.replies` turns into a sentence;
`str()` gives a plain English line for the log.
"""

from __future__ import annotations

from datetime import timedelta


class TidingsError(Exception):
    """The root of our errors."""


class StoreError(TidingsError):
    """The database cannot be used; `path` says which."""

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message)
        self.path = path


class StoreIsNewerError(StoreError):
    """The database was written by a newer Tidings; we must not touch it."""


class StoreIsForeignError(StoreError):
    """The file is no Tidings database."""


class StoreIsBusyError(StoreError):
    """Another process runs on this database."""


class StoreIsDamagedError(StoreError):
    """The file is broken: what it holds cannot be read, or not be trusted."""


class StoreIsFullError(StoreError):
    """There is no room to write; what was there already is whole."""


class StoreIsBlockedError(StoreError):
    """The machine keeps us from the file: its disk fails, it may not be written, another program holds it."""


class ParseError(TidingsError):
    """A body that is no feed. `hint` names what it looks like ("html", "empty", "json", "xml", "text", "killed")."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class DeliveryError(TidingsError):
    """A part of a digest was not delivered, or its outcome is unknown.

    `permanent`: trying again cannot help. `uncertain`: it may have arrived all the same. `retry_after`: not sooner,
    where the other side said so. `pauses`: nothing of its edition can arrive until somebody acts; it is the code of the
    sentence that says why. `has_left`: whom it is for is no member of its guild any more.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool = False,
        uncertain: bool = False,
        retry_after: timedelta | None = None,
        pauses: str = "",
        has_left: bool = False,
    ) -> None:
        super().__init__(message)
        self.permanent = permanent or bool(pauses) or has_left
        self.has_left = has_left
        self.pauses = pauses
        self.uncertain = uncertain
        self.retry_after = retry_after


class UseError(TidingsError):
    """What somebody asked for cannot be done. `code` and `fields` are what `bot.replies` makes a sentence of."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(f"{code} {fields}")
        self.code = code
        self.fields = fields
