"""Guilds, roles, members and the bot itself over REST."""

from __future__ import annotations

from bot.playground.standin.errors import invalid, missing_permissions, unknown
from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.rest import Request, Route
from bot.playground.standin.world import Guild, Member, Role

MAX_NAME = 100


def me(request: Request) -> Json:
    """Give the bot."""
    return request.world.bot.json() | {"locale": "en-US", "mfa_enabled": False, "verified": True, "email": None}


def application(request: Request) -> Json:
    """Give the bot's application."""
    owner = next(iter(request.world.users.values()))
    return {
        "id": str(request.world.application_id),
        "name": request.world.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": request.world.bot.json(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": owner.json(),
        "approximate_guild_count": len(request.world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


def gateway(request: Request) -> Json:
    """Give where the gateway is, and how many sessions may begin."""
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    return {"url": request.gateway_url, "shards": 1, "session_start_limit": limit}


def read(request: Request) -> Json:
    """Give a guild."""
    return request.world.guild_json(request.guild())


def roles(request: Request) -> list[Json]:
    """Give the roles of a guild."""
    return [role.json() for role in request.guild().roles.values()]


def make_role(request: Request) -> Json:
    """Make a role; it may hold no permission that the bot has not."""
    guild = _managing(request)
    name = str(request.json.get("name") or "new role")
    if len(name) > MAX_NAME:
        raise invalid("name", f"Must be {MAX_NAME} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    bits = int(request.json.get("permissions") or 0)
    if bits & ~request.world.permissions_of(request.world.bot.id, guild):
        raise missing_permissions()
    mentionable = bool(request.json.get("mentionable"))
    return request.world.add_role(guild, name, permissions=bits, mentionable=mentionable).json()


def delete_role(request: Request) -> None:
    """Delete a role below the bot's."""
    guild = _managing(request)
    request.world.remove_role(guild, _role(request, guild))


def member(request: Request) -> Json:
    """Give a member."""
    return _member(request, request.guild()).json()


def give_role(request: Request) -> None:
    """Give a member a role below the bot's."""
    guild = _managing(request)
    who, role = _member(request, guild), _role(request, guild)
    request.world.change_member(who, [*who.roles, role.id])


def take_role(request: Request) -> None:
    """Take a role below the bot's from a member."""
    guild = _managing(request)
    who, role = _member(request, guild), _role(request, guild)
    request.world.change_member(who, [held for held in who.roles if held != role.id])


def _managing(request: Request) -> Guild:
    guild = request.guild()
    if not request.world.permissions_of(request.world.bot.id, guild) & Permission.MANAGE_ROLES:
        raise missing_permissions()
    return guild


def _member(request: Request, guild: Guild) -> Member:
    found = guild.members.get(request.id("user_id"))
    if found is None:
        raise unknown("member" if request.id("user_id") in request.world.users else "user")
    return found


def _role(request: Request, guild: Guild) -> Role:
    """Give the role of the path, which must stand below the bot's highest (Discord's docs, permission hierarchy)."""
    role = guild.roles.get(request.id("role_id"))
    if role is None:
        raise unknown("role")
    own = guild.members[request.world.bot.id].roles
    if role.managed or role.position >= max(guild.roles[held].position for held in own):
        raise missing_permissions()
    return role


ROUTES: tuple[Route, ...] = (
    ("GET", "/users/@me", me),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/@me", application),
    ("GET", "/gateway/bot", gateway),
    ("GET", "/guilds/{guild_id}", read),
    ("GET", "/guilds/{guild_id}/roles", roles),
    ("POST", "/guilds/{guild_id}/roles", make_role),
    ("DELETE", "/guilds/{guild_id}/roles/{role_id}", delete_role),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
    ("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", give_role),
    ("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", take_role),
)
