"""Logs to stderr, as text or JSON lines, with every secret masked. No logger is made or used here."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

TOKEN = re.compile(
    r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"  # Discord's: user id, time, signature in base64
    r"|\bsk-[\w-]{16,}"  # keys of language models
    r"|(?i:(?<=bearer )|(?<=bot ))[\w.~+/=-]{16,}"  # what stands in an Authorization header
)
QUERY_SECRET = re.compile(
    r"(?i)([?&](?:token|key|api_?key|auth|secret|sig|signature|password)=)[^&\s\"']+"
)  # DESIGN §4
USER_INFO = re.compile(r"(?<=://)[^/\s@:]+:[^/\s@]+@")
SHORTEST_SECRET = 6
"""Shorter known secrets would mask ordinary words; a real one is longer."""

QUIET = ("aiohttp", "apscheduler", "asyncio", "discord", "trafilatura")
"""Libraries that tell each step at INFO."""

OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def configure(level: str, form: str = "text", *, secrets: Iterable[str] = ()) -> None:
    """Send all logs of `level` ("debug" to "error") and above to stderr; calling it again replaces the first call.

    `form` is "text" or "json" (one object a line: time, level, logger, message, and what `extra` gave).
    """
    handler = logging.StreamHandler(sys.stderr)
    inner = JsonLines() if form == "json" else logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    handler.setFormatter(Masking(inner, secrets))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.DEBUG if level == "debug" else logging.WARNING)


class JsonLines(logging.Formatter):
    """One JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the record as one line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in OWN_FIELDS}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class Masking(logging.Formatter):
    """Masks secrets in what another formatter made: message, fields and traceback alike."""

    def __init__(self, inner: logging.Formatter, secrets: Iterable[str]) -> None:
        super().__init__()
        self._inner = inner
        known = sorted({secret for secret in secrets if len(secret) >= SHORTEST_SECRET}, key=len, reverse=True)
        self._known = re.compile("|".join(re.escape(form) for secret in known for form in _forms(secret)) or r"(?!)")

    def format(self, record: logging.LogRecord) -> str:
        """Give the line without a secret."""
        text = self._known.sub("***", self._inner.format(record))
        return USER_INFO.sub("***@", QUERY_SECRET.sub(r"\1***", TOKEN.sub("***", text)))


def _forms(secret: str) -> tuple[str, ...]:
    """A JSON line holds a secret escaped."""
    return (secret, json.dumps(secret, ensure_ascii=False)[1:-1])
