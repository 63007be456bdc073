"""How Discord says no: a status, a JSON code and a message (Discord's docs, opcodes and status codes)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """An answer that refuses; `errors` says which fields of the request are wrong."""

    def __init__(self, status: int, code: int, message: str, errors: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}".strip())
        self.status = status
        self.body: dict[str, Any] = {"message": message, "code": code}
        if errors:
            self.body["errors"] = dict(errors)


def invalid(path: str, message: str, code: str = "BASE_TYPE_BAD_VALUE") -> ApiError:
    """Give the error for a wrong field; `path` is written "embeds.0.title"."""
    tree: dict[str, Any] = {"_errors": [{"code": code, "message": message}]}
    for name in reversed(path.split(".")):
        tree = {name: tree}
    return ApiError(400, 50035, "Invalid Form Body", tree)


def unknown(what: str) -> ApiError:
    """Give the error for something that is not there: channel, guild, message, role, user, member."""
    codes = {
        "channel": 10003,
        "guild": 10004,
        "member": 10007,
        "message": 10008,
        "role": 10011,
        "user": 10013,
        "webhook": 10015,
        "interaction": 10062,
        "application command": 10063,
    }
    return ApiError(404, codes[what], f"Unknown {what.title()}")


def missing_access() -> ApiError:
    """Give the error for a channel one cannot see."""
    return ApiError(403, 50001, "Missing Access")


def missing_permissions() -> ApiError:
    """Give the error for something one may not do."""
    return ApiError(403, 50013, "Missing Permissions")
