"""Where the demo plays: a small town's server on the stand-in, its people, and a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.playground.names import Names
from bot.playground.standin.permissions import MODERATOR
from bot.playground.standin.world import Channel, ChannelType, Guild, User, World

BEGIN = datetime(2031, 3, 4, 12, tzinfo=UTC)
"""A Tuesday in the middle of the wire's fortnight."""


WELCOME = "Welcome to Harbour Square! Tidings is moving in and will tell the news here. Type / to see what it can do."


class Clock:
    """The time of the playground: it stands still until it is moved, or runs on with another clock."""

    def __init__(self, at: datetime = BEGIN) -> None:
        self._at = at
        self._follow: Callable[[], datetime] | None = None
        self._since = at

    def __call__(self) -> datetime:
        """Give the time."""
        return self._at if self._follow is None else self._at + (self._follow() - self._since)

    def move(self, to: datetime) -> None:
        """Set the time; where it runs, it runs on from there."""
        self._at = to
        if self._follow is not None:
            self._since = self._follow()

    def run(self, with_clock: Callable[[], datetime]) -> None:
        """Let the time pass from now on as it does there."""
        self._follow, self._since = with_clock, with_clock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The server with its channels, a moderator and two members, of whom the second speaks German."""

    clock: Clock
    world: World
    guild: Guild
    news: Channel
    notices: Channel
    moderator: User
    member: User
    second: User

    def names(self) -> Names:
        """Give what mentions are drawn as."""
        return Names(
            now=self.clock(),
            roles={role.id: role.name for role in self.guild.roles.values()},
            channels={one.id: one.name for one in self.world.channels.values() if one.guild_id is not None},
            users={user.id: user.name for user in self.world.users.values()},
        )


def make_scene(locale: str = "en-US") -> Scene:
    """Give the scene as it is when the curtain rises: the bot was just invited, people speak the locale's language."""
    clock = Clock()
    world = World(clock)
    owner, moderator, member = (world.add_user(name, locale=locale) for name in ("Olin", "Mira", "Jon"))
    second = world.add_user("Edda", locale="de")
    guild = world.add_guild("Harbour Square", owner=owner)
    world.add_member(guild, moderator, [world.add_role(guild, "Moderators", permissions=MODERATOR)])
    for one in (member, second):
        world.add_member(guild, one)
    news = world.add_channel(guild, "news")
    notices = world.add_channel(guild, "notices")
    world.add_channel(guild, "bulletin", type=ChannelType.ANNOUNCEMENT)
    world.add_channel(guild, "stories", type=ChannelType.FORUM)
    world.store_message(news, owner, {"content": WELCOME})
    return Scene(
        clock=clock,
        world=world,
        guild=guild,
        news=news,
        notices=notices,
        moderator=moderator,
        member=member,
        second=second,
    )
