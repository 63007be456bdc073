"""The page's addresses: each request is read here, its act done, and answered by a page drawn anew.

Every form is answered by a redirect to a page, so that reloading repeats nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from aiohttp import web
from yarl import URL

from bot.playground.page.acts import Acts, Came, Fields
from bot.playground.page.guarding import HEADERS, refuse_strangers
from bot.playground.page.live import tell_changes
from bot.playground.page.look import Look
from bot.playground.page.seats import Seat, WrongAddress, people, seat_at
from bot.playground.page.view import draw_page
from bot.playground.page.waiting import Kept, Trouble
from bot.playground.standin.people import NoAnswer, NotOffered, Reply

SEAT = "/as/{user}/channels/{channel}"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """The page of one scene."""

    def __init__(self, acts: Acts, look: Look) -> None:
        self._acts = acts
        self._look = look
        self._scene = acts.scene
        self._forms: Kept[tuple[Seat, Reply]] = Kept()
        self._troubles: Kept[Trouble] = Kept()

    def routes(self) -> list[web.RouteDef]:
        """Give everything that is served; what no other route takes is a wrong address."""
        acts = self._acts
        shown: dict[str, Handler] = {
            "/": self._home,
            **dict.fromkeys(self._look.files, self._file),
            SEAT: self._page,
            SEAT + "/forms/{form}": self._page,
            SEAT + "/suggest": self._suggest,
            SEAT + "/events": self._events,
        }
        done: dict[str, Callable[[Seat, Fields], Awaitable[Came]]] = {
            SEAT + "/send": acts.send,
            SEAT + "/use": acts.use,
            SEAT + "/clock": acts.move_clock,
            SEAT + "/wire": acts.work_wire,
            "/press": acts.press,
            "/choose": acts.choose,
        }
        return [
            *(web.get(path, self._guarded(handler)) for path, handler in shown.items()),
            *(web.post(path, self._guarded(self._doing(act))) for path, act in done.items()),
            web.post(SEAT + "/forms/{form}", self._guarded(self._submit)),
            web.route("*", "/{rest:.*}", self._guarded(_nowhere)),
        ]

    def _guarded(self, handler: Handler) -> Handler:
        """Give a handler that answers only this page, and any wrong address by a page that says so."""

        async def serve(request: web.Request) -> web.StreamResponse:
            refuse_strangers(request)
            try:
                answer = await handler(request)
            except WrongAddress as error:
                page = await asyncio.to_thread(self._look.draw, "wrong.html", path=str(error))
                answer = web.Response(status=404, text=page, content_type="text/html")
            if not answer.prepared:
                answer.headers.update(HEADERS)
            return answer

        return serve

    def _doing(self, act: Callable[[Seat, Fields], Awaitable[Came]]) -> Handler:
        """Give a handler that does something for a seat, and then shows its page: a form, or what went wrong."""

        async def serve(request: web.Request) -> web.StreamResponse:
            seat, fields = self._seat(request), await request.post()
            try:
                came = await act(seat, fields)
            except NotOffered as error:
                came = Trouble(code="not-offered", detail=str(error), line=str(fields.get("line", "")))
            except NoAnswer:
                came = Trouble(code="no-answer", line=str(fields.get("line", "")))
            there = URL(seat.address)
            match came:
                case Trouble():
                    there %= {"trouble": self._troubles.put(came)}
                case Reply() if came.modal is not None:
                    there = there / "forms" / self._forms.put((seat, came))
                case Reply() | None:
                    pass
            return _see(str(there))

        return serve

    def _seat(self, request: web.Request) -> Seat:
        """Give the seat of a request: in its address, or (a message's own forms) in that of the page it comes from."""
        if "user" in request.match_info:
            return seat_at(self._scene, request.path)
        return seat_at(self._scene, URL(request.headers.get("Referer", "")).path)

    async def _home(self, _request: web.Request) -> web.StreamResponse:
        return _see(Seat(user=people(self._scene)[0], channel=self._scene.news).address)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        body, kind = self._look.files[request.path]
        return web.Response(body=body, content_type=kind, charset="utf-8")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        seat = self._seat(request)
        form = self._form(request, seat) if "form" in request.match_info else None
        before = request.query.get("before", "")
        page = await draw_page(
            self._look,
            self._acts,
            seat,
            modal=form.modal if form else None,
            action=request.path,
            trouble=self._troubles.get(request.query.get("trouble", "")),
            before=int(before) if before.isdecimal() else None,
        )
        return web.Response(text=page, content_type="text/html")

    async def _submit(self, request: web.Request) -> web.StreamResponse:
        form = self._form(request, self._seat(request))
        return await self._doing(lambda seat, fields: self._acts.submit(seat, form, fields))(request)

    def _form(self, request: web.Request, seat: Seat) -> Reply:
        opened = self._forms.get(request.match_info["form"])
        if opened is None or opened[0] != seat:
            raise WrongAddress(request.path)
        return opened[1]

    async def _suggest(self, request: web.Request) -> web.StreamResponse:
        person = self._acts.person(self._seat(request))
        try:
            found = await self._acts.composer.offers(person, request.query.get("line", ""))
        except NoAnswer:
            return web.json_response({"offers": [], "failed": True})
        return web.json_response({"offers": [asdict(one) for one in found], "failed": False})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        self._seat(request)
        return await tell_changes(request, self._scene.world)


def _see(path: str) -> web.Response:
    """Send a browser to a page (303: by GET, whatever it sent)."""
    return web.Response(status=303, headers={"Location": path})


async def _nowhere(request: web.Request) -> web.StreamResponse:
    raise WrongAddress(request.path)
