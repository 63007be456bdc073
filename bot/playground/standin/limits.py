"""What Discord refuses in a message. Each number is of its docs (resources/message) unless another source is named."""

from __future__ import annotations

from typing import Any

from bot.playground.standin.components import check_legacy, check_v2
from bot.playground.standin.errors import ApiError, invalid
from bot.playground.standin.objects import COMPONENTS_V2, Json, Message

MAX_CONTENT = 2000
MAX_EMBEDS = 10
MAX_EMBED_TEXT = 6000
"""Over all embeds of a message."""

MAX_FIELDS = 25
EMBED_TEXTS = {"title": 256, "description": 4096, "footer.text": 2048, "author.name": 256}
FIELD_TEXTS = {"name": 256, "value": 1024}
MAX_NONCE = 25
MAX_ALLOWED = 100
SETTABLE_FLAGS = 1 << 2 | 1 << 12 | 1 << 13 | COMPONENTS_V2
"""SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE, IS_COMPONENTS_V2."""

EPHEMERAL = 1 << 6


def check_message(payload: Json, *, editing: Message | None = None, interaction: bool = False) -> None:
    """Make sure that Discord would take a message, or this change to one.

    Raises:
        ApiError: the first thing it would refuse.
    """
    flags = _flags(payload, editing, interaction=interaction)
    is_v2 = bool(flags & COMPONENTS_V2)
    content, embeds = payload.get("content") or "", payload.get("embeds") or []
    components = payload.get("components") or []
    if is_v2:
        for name in ("content", "embeds", "poll", "sticker_ids"):
            if payload.get(name):
                raise invalid(name, "The 'content', 'embeds', 'stickers' and 'poll' fields cannot be used here", "V2")
        check_v2(components)
    else:
        check_legacy(components)
    if len(content) > MAX_CONTENT:
        raise invalid("content", f"Must be {MAX_CONTENT} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    _check_embeds(embeds)
    _check_mentions(payload.get("allowed_mentions"))
    nonce = payload.get("nonce")
    if nonce is not None and len(str(nonce)) > MAX_NONCE:
        raise invalid("nonce", f"Must be {MAX_NONCE} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    if editing is None and not (content or embeds or components or payload.get("poll") or payload.get("attachments")):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _flags(payload: Json, editing: Message | None, *, interaction: bool) -> int:
    flags = int(payload.get("flags") or 0)
    if flags & ~(SETTABLE_FLAGS | (EPHEMERAL if interaction else 0)):
        raise invalid("flags", "These flags cannot be set.")
    if editing is None:
        return flags
    before = int(editing.payload.get("flags") or 0)
    if before & COMPONENTS_V2 and "flags" in payload and not flags & COMPONENTS_V2:
        raise invalid("flags", "IS_COMPONENTS_V2 cannot be removed.")
    return flags | before


def _check_embeds(embeds: list[Json]) -> None:
    if len(embeds) > MAX_EMBEDS:
        raise invalid("embeds", f"Must be {MAX_EMBEDS} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    total = 0
    for number, embed in enumerate(embeds):
        for path, most in EMBED_TEXTS.items():
            text = _at(embed, path)
            total += len(text)
            if len(text) > most:
                raise invalid(f"embeds.{number}.{path}", f"Must be {most} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
        fields = embed.get("fields") or []
        if len(fields) > MAX_FIELDS:
            raise invalid(f"embeds.{number}.fields", f"Must be {MAX_FIELDS} or fewer.", "BASE_TYPE_MAX_LENGTH")
        for place, one in enumerate(fields):
            for name, most in FIELD_TEXTS.items():
                text = one.get(name) or ""
                total += len(text)
                if not 1 <= len(text) <= most:
                    raise invalid(f"embeds.{number}.fields.{place}.{name}", f"Must be between 1 and {most} in length.")
    if total > MAX_EMBED_TEXT:
        raise invalid("embeds", f"Embed size exceeds maximum size of {MAX_EMBED_TEXT}", "MAX_EMBED_SIZE_EXCEEDED")


def _at(embed: Json, path: str) -> str:
    value: Any = embed
    for name in path.split("."):
        value = (value or {}).get(name)
    return value or ""


def _check_mentions(allowed: Json | None) -> None:
    """Refuse what is malformed: a list that "parse" names already, and lists that are too long."""
    if allowed is None:
        return
    for name in ("roles", "users"):
        listed = allowed.get(name) or []
        if listed and name in (allowed.get("parse") or ()):
            raise invalid("allowed_mentions", f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.')
        if len(listed) > MAX_ALLOWED:
            raise invalid(f"allowed_mentions.{name}", f"Must be {MAX_ALLOWED} or fewer in length.")
