"""Application commands over REST: registered whole or one by one, by Discord's rules for names and sizes.

Every number is of Discord's docs (interactions/application-commands).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from bot.playground.standin.errors import ApiError, invalid, unknown
from bot.playground.standin.objects import Json
from bot.playground.standin.rest import Request, Route

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
GUILD_CONTEXT = 0
"""Where a command goes that forbids direct messages in the old way."""

MOST = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}
MAX_OPTIONS = 25
MAX_CHOICES = 25
MAX_MENU_NAME = 32
MAX_TEXT = 100
MAX_TOTAL = 8000
"""Characters of a command's names, descriptions and values, the longest translation of each."""

LOCALE = regex.compile(
    r"ar|bg|cs|da|de|el|en-(GB|US)|es-(419|ES)|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|nl|no|pl|pt-BR|ro|ru|sv-SE|th|tr|uk|vi"
    r"|zh-(CN|TW)"
)
"""Of translations (Discord's OpenAPI document, AvailableLocalesEnum)."""

NAME = regex.compile(r"[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}")


def listed(request: Request) -> list[Json]:
    """Give the commands of a place."""
    return request.world.commands.get(_place(request), [])


def replace_all(request: Request) -> list[Json]:
    """Register these commands and no others."""
    if not isinstance(request.body, list):
        raise invalid("_", "Only iterables may be used in a ListType", "LIST_TYPE_CONVERT")
    for number, command in enumerate(request.body):
        _check(command, f"{number}.")
    _check_number(request.body)
    if len(set(map(_key, request.body))) < len(request.body):
        raise invalid("_", "Application command names must be unique", "APPLICATION_COMMANDS_DUPLICATE_NAME")
    before = {_key(one): one["id"] for one in listed(request)}
    stored = [_stored(request, command, before) for command in request.body]
    request.world.commands[_place(request)] = stored
    return stored


def add(request: Request) -> Json:
    """Register one command, in place of one of the same name."""
    _check(request.json, "")
    held = listed(request)
    stored = _stored(request, request.json, {_key(one): one["id"] for one in held})
    after = [one for one in held if one["id"] != stored["id"]] + [stored]
    _check_number(after)
    request.world.commands[_place(request)] = after
    return stored


def read(request: Request) -> Json:
    """Give one command."""
    for command in listed(request):
        if command["id"] == request.ids["command_id"]:
            return command
    raise unknown("application command")


def change(request: Request) -> Json:
    """Change parts of a command."""
    before = read(request)
    changed = {**before, **request.json, "version": str(request.world.snowflake())}
    _check(changed, "")
    held = listed(request)
    if any(_key(one) == _key(changed) for one in held if one is not before):
        raise invalid("name", "Application command names must be unique", "APPLICATION_COMMANDS_DUPLICATE_NAME")
    request.world.commands[_place(request)] = [changed if one is before else one for one in held]
    return changed


def remove(request: Request) -> None:
    """Take one command back."""
    gone = read(request)
    request.world.commands[_place(request)] = [one for one in listed(request) if one is not gone]


def _key(command: Json) -> tuple[int, str]:
    """Give what no two commands of a place share."""
    return command.get("type", CHAT_INPUT), command["name"]


def _place(request: Request) -> int | None:
    if request.id("application_id") != request.world.application_id:
        raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
    return request.guild().id if "guild_id" in request.ids else None


def _stored(request: Request, command: Json, before: dict[tuple[int, str], str]) -> Json:
    place = _place(request)
    kind = command.get("type", CHAT_INPUT)
    made = {
        "default_member_permissions": None,
        "description": "",
        "options": [],
        "nsfw": False,
        "integration_types": [0],
        "contexts": [GUILD_CONTEXT] if command.get("dm_permission") is False else None,
        **{name: value for name, value in command.items() if value is not None},
        "id": before.get(_key(command)) or str(request.world.snowflake()),
        "application_id": str(request.world.application_id),
        "version": str(request.world.snowflake()),
        "type": kind,
    }
    if made["default_member_permissions"] is not None:
        made["default_member_permissions"] = str(made["default_member_permissions"])
    return made | {"guild_id": str(place)} if place else made


def _check_number(commands: list[Json]) -> None:
    for kind, most in MOST.items():
        if sum(command.get("type", CHAT_INPUT) == kind for command in commands) > most:
            raise ApiError(400, 30032, f"Maximum number of application commands reached ({most})")


def _check(command: Json, place: str) -> None:
    if command.get("type", CHAT_INPUT) == CHAT_INPUT:
        _check_name(command, place)
        _check_options(command.get("options") or [], f"{place}options")
        if sum(map(len, _texts(command))) > MAX_TOTAL:
            raise invalid(f"{place}name", f"Command exceeds {MAX_TOTAL} characters", "APPLICATION_COMMAND_TOO_LARGE")
    elif not 1 <= len(str(command.get("name") or "")) <= MAX_MENU_NAME or command.get("description"):
        raise invalid(f"{place}name", "A menu command has a name of 1 to 32 characters and no description.")


def _check_name(named: Json, place: str) -> None:
    name, description = str(named.get("name") or ""), str(named.get("description") or "")
    for field in ("name_localizations", "description_localizations"):
        for locale in named.get(field) or ():
            if not LOCALE.fullmatch(locale):
                raise invalid(f"{place}{field}", f"{locale} is no locale.", "BASE_TYPE_CHOICES")
    for text in (name, *(named.get("name_localizations") or {}).values()):
        if not NAME.fullmatch(text) or text != text.lower():
            raise invalid(f"{place}name", "Command name is invalid", "APPLICATION_COMMAND_INVALID_NAME")
    for text in (description, *(named.get("description_localizations") or {}).values()):
        if not 1 <= len(text) <= MAX_TEXT:
            raise invalid(f"{place}description", f"Must be between 1 and {MAX_TEXT} in length.", "BASE_TYPE_BAD_LENGTH")


def _check_options(options: list[Json], path: str) -> None:
    if len(options) > MAX_OPTIONS:
        raise invalid(path, f"Must be {MAX_OPTIONS} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    names = [option.get("name") for option in options]
    if len(set(names)) < len(names):
        raise invalid(path, "Option names must be unique", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED")
    values = [option for option in options if option.get("type") not in {SUBCOMMAND, GROUP}]
    if values and len(values) < len(options):
        raise invalid(path, "Sub-commands and options are mutually exclusive", "APPLICATION_COMMAND_OPTIONS_TYPE")
    optional = [not option.get("required") for option in values]
    if optional != sorted(optional):
        raise invalid(path, "Required options must be placed before optional ones", "REQUIRED_OPTIONS_FIRST")
    for number, option in enumerate(options):
        _check_name(option, f"{path}.{number}.")
        _check_options(option.get("options") or [], f"{path}.{number}.options")
        choices = option.get("choices") or []
        if len(choices) > MAX_CHOICES or (choices and option.get("autocomplete")):
            raise invalid(f"{path}.{number}.choices", "25 choices at most, and none with autocomplete.")
        for choice in choices:
            if not 1 <= len(str(choice["name"])) <= MAX_TEXT or len(str(choice["value"])) > MAX_TEXT:
                raise invalid(f"{path}.{number}.choices", f"Must be between 1 and {MAX_TEXT} in length.")


def _texts(named: Json) -> Iterator[str]:
    for name in ("name", "description"):
        own = [str(named.get(name) or ""), *(named.get(f"{name}_localizations") or {}).values()]
        yield max(own, key=len)
    for choice in named.get("choices") or []:
        yield from (str(choice["name"]), str(choice["value"]))
    for option in named.get("options") or []:
        yield from _texts(option)


_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"

ROUTES: tuple[Route, ...] = tuple(
    route
    for base in (_GLOBAL, _GUILD)
    for route in (
        ("GET", base, listed),
        ("PUT", base, replace_all),
        ("POST", base, add),
        ("GET", f"{base}/{{command_id}}", read),
        ("PATCH", f"{base}/{{command_id}}", change),
        ("DELETE", f"{base}/{{command_id}}", remove),
    )
)
