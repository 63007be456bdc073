"""What is answered to a request for a page: nothing, what is kept, or what is drawn now. All by (archive, id).

A look at the store says what a page shows; if it was drawn before, it is sent as it is. Drawing runs off the event
loop, one page at a time, and so do looks at the store: of its two readers one is always the bot's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bot.replies import Replies, nearest
from bot.web.addresses import Form, Place, place_of
from bot.web.drawing import draw, draw_found, draw_message
from bot.web.feeds_out import draw_atom, draw_json_feed
from bot.web.plain import draw_json, draw_markdown
from bot.web.replying import reply
from bot.web.shelf import Drawn, Shelf, drawn
from bot.web.view import View
from digests.core.archive import Clipping, Contents, Hall, Listing, OneDigest, OneStory
from digests.core.errors import UseError
from digests.usecases.archive import Archive

DRAWERS: dict[Form, tuple[Callable[[View], str], str]] = {
    Form.HTML: (draw, "text/html; charset=utf-8"),
    Form.JSON: (draw_json, "application/json"),
    Form.MARKDOWN: (draw_markdown, "text/markdown; charset=utf-8"),
    Form.ATOM: (draw_atom, "application/atom+xml; charset=utf-8"),
    Form.JSON_FEED: (draw_json_feed, "application/feed+json"),
}

LONGEST_QUERY = 200
"""Characters of a query that are looked at, as in `usecases.searching`."""

MISSING = ("web-missing", "web-missing-words")
BUSY = ("web-busy", "web-busy-words")
"""What is said instead of a page: its title, its sentence."""

HIDDEN, FOUND = "noindex, nofollow", "all"
"""What search engines are told: keep out, or welcome."""


@dataclass(kw_only=True)
class Pages:
    """The pages of all archives. `language`: of lists where the server chose none; `is_indexed`: public ones may be."""

    archive: Archive
    language: str
    is_indexed: bool
    shelf: Shelf = field(default_factory=Shelf)
    _looking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    _drawing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def page(self, request: web.Request) -> web.Response:
        """Answer for a page of an archive.

        Raises:
            HTTPNotFound: there is no such page, or it is not for this address; which of both is not told.
            HTTPMovedPermanently: the story has another number now.
        """
        place = place_of(request.match_info, request.query.get("before"))
        if place is None:
            raise web.HTTPNotFound
        async with self._looking:
            contents = await self.archive.contents(place.name, place.ask)
        if contents is None:
            raise web.HTTPNotFound
        if isinstance(place.ask, OneStory) and contents.story != place.ask.story_id:
            # No longer than until it is asked again: a story that was one with another may come apart.
            raise web.HTTPMovedPermanently(f"{contents.story}{place.form}", headers={"Cache-Control": "no-cache"})
        page = self.shelf.get((place, contents)) or await self._drawn(place, contents)
        return reply(request, page, robots=self._robots(contents.hall))

    async def search(self, request: web.Request) -> web.Response:
        """Answer with what an archive's digests told of the words asked for; this is not kept."""
        name, query = request.match_info["name"], request.query.get("q", "")[:LONGEST_QUERY]
        async with self._looking:
            hall = await self.archive.store.hall(name)
        if hall is None:
            raise web.HTTPNotFound
        place = Place(name=name, path="search", ask=Listing(), form=Form.HTML)
        replies = Replies(hall.language or self.language)
        told: Sequence[Clipping] = ()
        async with self._looking:
            try:
                told = await self.archive.search(hall, query, language=nearest(replies.locale).split("-")[0])
                words = replies.say("web-found", count=len(told))
            except UseError as error:
                words = replies.say(error.code, **error.fields)
        async with self._drawing:
            text = await asyncio.to_thread(draw_found, place, query, told, words, replies, robots=HIDDEN)
        return self._unkept(request, text)

    async def message(self, request: web.Request, said: tuple[str, str], *, status: int) -> web.Response:
        """Answer with a page that says one thing, the same for every address."""
        replies = Replies(self.language)
        title, words = map(replies.say, said)
        text = await asyncio.to_thread(draw_message, title, words, replies, base=self.archive.base)
        return self._unkept(request, text, status=status)

    async def _drawn(self, place: Place, contents: Contents) -> Drawn:
        async with self._drawing:
            if (kept := self.shelf.get((place, contents))) is not None:  # drawn while this one waited
                return kept
            digests = await self.archive.digests(contents)
            view = View(
                place=place,
                contents=contents,
                digests=digests,
                base=self.archive.base,
                language=contents.hall.language or self.language,
                robots=self._robots(contents.hall),
            )
            if contents.story is not None and not view.told:  # a part of a story that was told as another
                raise web.HTTPNotFound
            page = await asyncio.to_thread(_draw, view)
            self.shelf.put((place, contents), page)
            return page

    def _robots(self, hall: Hall) -> str:
        return FOUND if hall.is_public and self.is_indexed else HIDDEN

    def _unkept(self, request: web.Request, text: str, *, status: int = 200) -> web.Response:
        page = drawn(text, content_type=DRAWERS[Form.HTML][1], is_public=False, changed=None)
        response = reply(request, page, robots=HIDDEN, status=status)
        response.headers["Cache-Control"] = "no-store"
        return response


def _draw(view: View) -> Drawn:
    """Give the page. Only a digest's own date says whether it changed: into a list an older one may come later."""
    draw_as, content_type = DRAWERS[view.place.form]
    return drawn(
        draw_as(view),
        content_type=content_type,
        is_public=view.contents.hall.is_public,
        changed=view.contents.changed if isinstance(view.place.ask, OneDigest) else None,
    )
