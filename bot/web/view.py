"""What a page is drawn from, whatever it is drawn as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.replies import Replies
from bot.web.addresses import Place
from digests.core.archive import Clipping, Contents, Listing, clippings, timeline
from digests.core.digest import Digest, Source


@dataclass(frozen=True, kw_only=True)
class View:
    """A page to be drawn: `digests` are those of its contents, `base` is where all archives are, `language` of lists.

    `robots` is what search engines are told.
    """

    place: Place
    contents: Contents
    digests: Sequence[Digest]
    base: str
    language: str
    robots: str

    @property
    def hall_address(self) -> str:
        """The address of its archive's first page."""
        return f"{self.base}/{self.place.name}/"

    @property
    def address(self) -> str:
        """The page's own address, as people read it."""
        return self.hall_address + ("" if self.place.path == "index" else self.place.path)

    @property
    def is_list(self) -> bool:
        """Whether it is a page of many digests."""
        return isinstance(self.place.ask, Listing)

    @cached_property
    def replies(self) -> Replies:
        """The words around: of a digest in its language, of a list in its server's."""
        return Replies(self.language if self.is_list else self.digests[0].language)

    @cached_property
    def told(self) -> Sequence[Clipping]:
        """What was told of the story asked for, newest first."""
        return clippings(self.digests, self.contents.family)

    @cached_property
    def reports(self) -> Sequence[Source]:
        """Every report that was cited of the story asked for, oldest first."""
        return timeline(self.told)

    @property
    def title(self) -> str:
        """What the page is called."""
        if self.is_list:
            return self.contents.title or self.replies.say("web-digests")
        if self.contents.story is not None:
            return self.told[0].card.title
        return f"{self.digests[0].edition} · {self.digests[0].slot:%Y-%m-%d}"


def headlines(digest: Digest) -> str:
    """Give what a digest tells of, in a line."""
    return " · ".join(card.title for card in digest.cards)
