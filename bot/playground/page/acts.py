"""What a form of the page does: a person of the scene types, clicks or fills in, or the playground's time moves on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from aiohttp import web
from multidict import MultiDictProxy

from bot.playground.page.composer import Composer
from bot.playground.page.seats import Seat, can_see
from bot.playground.page.waiting import Trouble
from bot.playground.scene import Scene
from bot.playground.server import WireServer
from bot.playground.standin.components import CHANNEL, walk
from bot.playground.standin.people import Attachment, NotOffered, Person, Reply
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Message

STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}

Fields = MultiDictProxy[str | bytes | bytearray | web.FileField]
Came = Reply | Trouble | None
"""What came of it: how the bot acknowledged it, why there was nothing to do, or nothing more to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """What moves the playground's time, and the bot with it; each is over once all that was due is done.

    `next_slot` gives False where no edition is due, `publish` where the wire has nothing more.
    """

    next_slot: Callable[[], Awaitable[bool]]
    pass_time: Callable[[timedelta], Awaitable[None]]
    publish: Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Each takes the fields of a form, from a seat. Errors of them all: NotOffered, NoAnswer."""

    scene: Scene
    standin: StandIn
    wire: WireServer
    controls: Controls
    composer: Composer

    def person(self, seat: Seat) -> Person:
        """Give who sits there."""
        return self.standin.person(seat.user, self.scene.guild, seat.channel)

    async def send(self, seat: Seat, fields: Fields) -> Came:
        """Send the line of the message box."""
        part = fields.get("file")
        is_file = isinstance(part, web.FileField) and part.filename
        file = Attachment(part.filename, part.file.read()) if isinstance(part, web.FileField) and is_file else None
        return await self.composer.send(self.person(seat), _text(fields, "line"), file)

    async def use(self, seat: Seat, fields: Fields) -> Came:
        """Use a command of a message's menu."""
        return await self.person(seat).use(_text(fields, "command"), self._message(seat, fields))

    async def press(self, seat: Seat, fields: Fields) -> Came:
        """Press a button."""
        return await self.person(seat).press(self._message(seat, fields), _text(fields, "component"))

    async def choose(self, seat: Seat, fields: Fields) -> Came:
        """Choose from a menu; one of channels is sent their numbers."""
        message, menu = self._message(seat, fields), _text(fields, "component")
        values: list[str | Channel] = [str(value) for value in fields.getall("values", []) if value]
        menus = walk(message.payload.get("components") or [])
        if any(one.get("type") == CHANNEL and one["custom_id"] == menu for one in menus):
            values = [self._channel(str(value)) for value in values]
        return await self.person(seat).choose(message, menu, values)

    async def submit(self, seat: Seat, form: Reply, fields: Fields) -> Came:
        """Send a form, or leave it."""
        if "cancel" in fields:
            return None
        return await self.person(seat).submit(form, **{name: _text(fields, name) for name in fields})

    async def move_clock(self, _seat: Seat, fields: Fields) -> Came:
        """Let time pass, or go to the next slot."""
        by = STEPS.get(_text(fields, "by"))
        if by is not None:
            await self.controls.pass_time(by)
        elif not await self.controls.next_slot():
            return Trouble(code="no-slot")
        self.scene.world.tell_watchers()
        return None

    async def work_wire(self, _seat: Seat, fields: Fields) -> Came:
        """Break a feed, mend one, or have the next entry published."""
        if "break" in fields:
            self.wire.break_feed(_text(fields, "break"))
        elif "mend" in fields:
            self.wire.mend_feed(_text(fields, "mend"))
        elif not await self.controls.publish():
            return Trouble(code="no-news")
        self.scene.world.tell_watchers()
        return None

    def _message(self, seat: Seat, fields: Fields) -> Message:
        """Give the message a form names, in a channel this person sees; looks through all that was said."""
        wanted = _text(fields, "message")
        seen = (one for one in self.scene.world.channels.values() if can_see(self.scene, seat.user, one))
        message = next((one for channel in seen for one in channel.messages if str(one.id) == wanted), None)
        if message is None:
            raise NotOffered("the message is not there")
        return message

    def _channel(self, number: str) -> Channel:
        found = self.scene.world.channels.get(int(number)) if number.isdecimal() else None
        if found is None:
            raise NotOffered("the channel is not there")
        return found


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    return value if isinstance(value, str) else ""
