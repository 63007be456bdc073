"""The gateway: sessions over WebSocket, the events they may hear, and how it misbehaves on request.

Frames are plain JSON whatever compression was offered, which every client must take (Discord's docs, gateway).
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 8, 9, 10, 11
UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, WRONG_TOKEN, TWICE = 4001, 4002, 4003, 4004, 4005
DISALLOWED_INTENTS = 4014
QUIET_OPS = frozenset({3, 4})  # presence and voice: nothing here hears them

HEARTBEAT_MS = 41_250
ACK_S = 0.02
"""Seconds to the answer of a heartbeat, as over a network. discord.py takes one that comes before it noted its own
sending for the answer to the heartbeat before, and says that it cannot keep up."""
MAX_FRAME = 4096
"""Bytes of a client's payload."""

GUILDS, GUILD_MEMBERS, PRESENCES, GUILD_MESSAGES, DIRECT_MESSAGES, CONTENT = (1 << n for n in (0, 1, 8, 9, 12, 15))
PRIVILEGED = GUILD_MEMBERS | PRESENCES | CONTENT


@dataclass(slots=True, eq=False)
class Session:
    """One client's connection: the guilds it was told of, and what was sent, to be sent again after a RESUME."""

    id: str
    intents: int
    shard: tuple[int, int] = (0, 1)
    guilds: set[int] = field(default_factory=set)
    sent: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None

    def holds(self, guild_id: int | None) -> bool:
        """Say whether a guild is of this shard (Discord's docs, sharding); direct messages are of the first."""
        number, count = self.shard
        return ((guild_id or 0) >> 22) % count == number


class Gateway:
    """All sessions. `privileged`: the privileged intents that are switched on for the application."""

    def __init__(self, world: World, *, token: str, address: Callable[[], str]) -> None:
        self._world = world
        self._token = token
        self._address = address
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self.sessions: dict[str, Session] = {}
        self.identifies = 0
        self.resumes = 0
        self.privileged = 0
        self.heartbeat_ms = HEARTBEAT_MS
        self.answers_heartbeats = True
        self._stop_listening = world.listen(self.dispatch)

    async def until(self, holds: Callable[[Gateway], bool], *, timeout_s: float = 10.0) -> None:
        """Wait until something holds of this gateway."""
        async with asyncio.timeout(timeout_s):
            while not holds(self):
                self._changed.clear()
                await self._changed.wait()

    async def connected(self, *, sessions: int = 1, timeout_s: float = 10.0) -> None:
        """Wait until this many clients are connected."""
        await self.until(lambda gateway: len(gateway.live()) >= sessions, timeout_s=timeout_s)

    def live(self) -> list[Session]:
        """Give the sessions that are connected."""
        return [one for one in self.sessions.values() if one.socket is not None and not one.socket.closed]

    def dispatch(self, event: str, data: Json, guild_id: int | None) -> None:
        """Tell an event to every session that may hear it."""
        for session in self.sessions.values():
            told = self._told(session, event, data, guild_id) if session.holds(guild_id) else None
            if told is not None:
                self._tell(session, event, told)

    def send_raw(self, payload: Json) -> None:
        """Send a payload as it is, a malformed one too."""
        for session in self.live():
            self._send(session, payload)

    def reconnect(self) -> None:
        """Ask all clients to connect again and resume (op 7)."""
        self.send_raw({"op": RECONNECT, "d": None, "s": None, "t": None})

    def invalidate(self, *, resumable: bool) -> None:
        """Tell all clients that their session is over (op 9)."""
        for session in self.live():
            if not resumable:
                self.sessions.pop(session.id)
            self._send(session, {"op": INVALID, "d": resumable, "s": None, "t": None})

    async def drop(self, code: int) -> None:
        """Close all connections with a code."""
        for session in self.live():
            assert session.socket is not None
            await session.socket.close(code=code)

    async def close(self) -> None:
        """End everything."""
        self._stop_listening()
        await self.drop(1001)
        for task in self._tasks:
            task.cancel()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse(max_msg_size=MAX_FRAME)
        await socket.prepare(request)
        hello = {"heartbeat_interval": self.heartbeat_ms, "_trace": []}
        await socket.send_json({"op": HELLO, "d": hello, "s": None, "t": None})
        session: Session | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            try:
                payload = json.loads(frame.data)
                op, data = payload["op"], payload.get("d")
            except (ValueError, KeyError, TypeError):
                await socket.close(code=DECODE_ERROR)
                break
            if op in {IDENTIFY, RESUME} and session is None:
                session = await (self._identify(socket, data) if op == IDENTIFY else self._resume(socket, data))
            elif refusal := await self._hear(socket, session, op, data):
                await socket.close(code=refusal)
        if session is not None and session.socket is socket:
            session.socket = None
            self._tell_changed()
        return socket

    async def _hear(self, socket: web.WebSocketResponse, session: Session | None, op: int, data: Any) -> int | None:
        """Do what a client asks; give the code to close with if it may not."""
        if op == HEARTBEAT:
            if self.answers_heartbeats:
                await asyncio.sleep(ACK_S)
                await socket.send_json({"op": ACK, "d": None, "s": None, "t": None})
            return None
        if session is None:
            return NOT_AUTHENTICATED
        if op in {IDENTIFY, RESUME}:
            return TWICE
        if op == MEMBERS:
            self._tell_members(session, data)
            return None
        return None if op in QUIET_OPS else UNKNOWN_OPCODE

    async def _identify(self, socket: web.WebSocketResponse, data: Any) -> Session | None:
        self.identifies += 1
        if data.get("token") != self._token:
            await socket.close(code=WRONG_TOKEN)
            return None
        if int(data["intents"]) & PRIVILEGED & ~self.privileged:
            await socket.close(code=DISALLOWED_INTENTS)
            return None
        number, count = data.get("shard") or (0, 1)
        session = Session(secrets.token_hex(8), int(data["intents"]), shard=(number, count), socket=socket)
        self.sessions[session.id] = session
        guilds = [
            one for one in self._world.guilds.values() if self._world.bot.id in one.members and session.holds(one.id)
        ]
        session.guilds = {one.id for one in guilds}
        ready = {
            "v": 10,
            "user": self._world.bot.json() | {"verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._address(),
            "application": {"id": str(self._world.application_id), "flags": 0},
            "shard": [number, count],
        }
        self._tell(session, "READY", ready)
        for guild in guilds:
            if session.intents & GUILDS and not guild.unavailable:
                self._tell(session, "GUILD_CREATE", self._world.guild_json(guild))
        self._tell_changed()
        return session

    async def _resume(self, socket: web.WebSocketResponse, data: Any) -> Session | None:
        session = self.sessions.get(data.get("session_id"))
        if session is None or data.get("token") != self._token:
            await socket.send_json({"op": INVALID, "d": False, "s": None, "t": None})
            return None
        self.resumes += 1
        session.socket = socket
        for payload in session.sent:
            if payload["s"] > int(data["seq"]):
                self._send(session, payload)
        self._tell(session, "RESUMED", {})
        self._tell_changed()
        return session

    def _tell_changed(self) -> None:
        """Say that somebody came or went, here and to who watches the bot being online."""
        self._changed.set()
        self._world.tell_watchers()

    def _tell_members(self, session: Session, data: Any) -> None:
        """Answer a request for members with those asked for by id; all of them would need a privileged intent."""
        guild = self._world.guilds.get(int(data["guild_id"]))
        asked = data.get("user_ids") or []
        wanted = [int(one) for one in (asked if isinstance(asked, list) else [asked])]
        if guild is None:
            return
        chunk = {
            "guild_id": str(guild.id),
            "members": [guild.members[one].json() for one in wanted if one in guild.members],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [str(one) for one in wanted if one not in guild.members],
            "nonce": data.get("nonce"),
        }
        self._tell(session, "GUILD_MEMBERS_CHUNK", chunk)

    def _told(self, session: Session, event: str, data: Json, guild_id: int | None) -> Json | None:
        """Give what a session is told of an event; nothing where the bot is not in the guild or may not hear it."""
        if guild_id is not None and guild_id not in session.guilds:
            if event != "GUILD_CREATE":
                return None
            session.guilds.add(guild_id)
            # Without the field it is an invitation, with it the end of an outage.
            data = {name: value for name, value in data.items() if name != "unavailable"}
        if guild_id is not None and event == "GUILD_DELETE" and not data.get("unavailable"):
            session.guilds.discard(guild_id)
        if not _hears(session, event, is_direct=guild_id is None) or self._is_hidden(event, data, guild_id):
            return None
        return self._visible(session, event, data)

    def _is_hidden(self, event: str, data: Json, guild_id: int | None) -> bool:
        """Say whether it is a message in a channel that the bot cannot see."""
        if guild_id is None or not event.startswith("MESSAGE_"):
            return False
        guild, channel = self._world.guilds[guild_id], self._world.channels[int(data["channel_id"])]
        return not self._world.permissions_of(self._world.bot.id, guild, channel) & Permission.VIEW_CHANNEL

    def _visible(self, session: Session, event: str, data: Json) -> Json:
        """Blank what others wrote where the application may not read it; to it, or of it, it may read everything."""
        own = str(self._world.bot.id)
        if not event.startswith("MESSAGE_") or "content" not in data or session.intents & CONTENT:
            return data
        if data["author"]["id"] == own or "guild_id" not in data or f"<@{own}>" in data["content"]:
            return data
        return data | {"content": "", "embeds": [], "attachments": [], "components": []}

    def _tell(self, session: Session, event: str, data: Json) -> None:
        payload = {"op": DISPATCH, "t": event, "s": len(session.sent) + 1, "d": data}
        session.sent.append(payload)
        self._send(session, payload)

    def _send(self, session: Session, payload: Json) -> None:
        """Write to the socket without waiting for the client: order is kept by the event loop."""
        if session.socket is None or session.socket.closed:
            return
        task = asyncio.get_running_loop().create_task(_write(session.socket, payload))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _hears(session: Session, event: str, *, is_direct: bool) -> bool:
    """Say whether a session's intents let it hear an event; interactions need none."""
    if event == "INTERACTION_CREATE":
        return True
    if event.startswith("MESSAGE_"):
        needed = DIRECT_MESSAGES if is_direct else GUILD_MESSAGES
    else:
        needed = GUILD_MEMBERS if event.startswith("GUILD_MEMBER_") else GUILDS
    return bool(session.intents & needed)


async def _write(socket: web.WebSocketResponse, payload: Json) -> None:
    """Send unless the client has gone meanwhile: it gets what it missed when it resumes."""
    if not socket.closed:
        try:
            await socket.send_json(payload)
        except ConnectionError:
            return
