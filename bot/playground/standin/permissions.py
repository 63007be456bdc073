"""What may be done in a channel: Discord's bits and its algorithm (Discord's docs, topics/permissions)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntFlag

from bot.playground.standin.objects import Overwrite


class Permission(IntFlag):
    """The bits that matter here."""

    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38


ALL = (1 << 53) - 1

EVERYONE = int(
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)
"""What @everyone may in a new server, as far as it matters here."""

BOT = EVERYONE | int(Permission.MANAGE_ROLES)
"""What the bot is invited with."""

MODERATOR = int(Permission.MANAGE_GUILD | Permission.MANAGE_CHANNELS)


def in_guild(roles: Mapping[int, int], held: Iterable[int], everyone: int, *, is_owner: bool) -> int:
    """Give the permissions of a member in the guild: `roles` holds permissions by role, `held` the member's roles."""
    if is_owner:
        return ALL
    bits = roles[everyone]
    for role in held:
        bits |= roles[role]
    return ALL if bits & Permission.ADMINISTRATOR else bits


def in_channel(base: int, overwrites: Mapping[int, Overwrite], held: Iterable[int], everyone: int, user: int) -> int:
    """Give what is left of the guild's permissions after a channel's overwrites, by role or member."""
    if base == ALL:
        return ALL
    nothing = Overwrite(is_member=False)
    rule = overwrites.get(everyone, nothing)
    bits = base & ~rule.deny | rule.allow
    rules = [overwrites.get(role, nothing) for role in held]
    for rule in rules:
        bits &= ~rule.deny
    for rule in rules:
        bits |= rule.allow
    rule = overwrites.get(user, nothing)
    bits = bits & ~rule.deny | rule.allow
    return bits if bits & Permission.VIEW_CHANNEL else 0
