"""One page as it stands now: what it shows is gathered on the event loop, drawing it is done beside it."""

from __future__ import annotations

import asyncio

from bot.playground.page.acts import Acts
from bot.playground.page.drawing import draw_message, draw_modal
from bot.playground.page.line import said
from bot.playground.page.look import Look
from bot.playground.page.seats import Seat, history, people, places, shown
from bot.playground.page.waiting import Trouble
from bot.playground.scene import Scene
from bot.playground.standin.interactions import LOADING
from bot.playground.standin.objects import Json
from bot.playground.standin.people import MESSAGE
from bot.playground.standin.world import ChannelType


async def draw_page(
    look: Look,
    acts: Acts,
    seat: Seat,
    *,
    modal: Json | None,
    action: str,
    trouble: Trouble | None,
    before: int | None,
) -> str:
    """Give a seat's page: channel list, messages, message box, people, clock and wire, and a form that is open."""
    scene, wire, person = acts.scene, acts.wire, acts.person(seat)
    messages, has_earlier = history(seat, before)
    made, names = list(shown(scene, messages)), scene.names()
    held = scene.world.channels.get(seat.channel.parent_id or 0)
    fields = {
        "scene": scene,
        "seat": seat,
        "people": [(one, _standing(scene, one.id)) for one in people(scene)],
        "places": places(scene, seat.user),
        "parent": held,
        "is_forum": seat.channel.type is ChannelType.FORUM,
        "is_direct": seat.channel.type is ChannelType.DM,
        "is_online": bool(acts.standin.gateway.live()),
        "earlier": messages[0].id if has_earlier else None,
        "is_waiting": bool(made) and bool(int(made[-1]["flags"]) & LOADING),
        "menu": [(one["name"], said(one, "name", seat.user.locale)) for one in person.offers(MESSAGE)],
        "now": scene.clock(),
        "feeds": wire.addresses(),
        "broken": wire.broken,
        "latest": wire.latest(),
        "coming": wire.coming(),
        "trouble": trouble,
    }

    def draw() -> str:
        log = [
            {"id": one["id"], "drawn": draw_message(one, names), "author": one["author"]["username"]} for one in made
        ]
        form = draw_modal(modal, action) if modal else None
        return look.draw("page.html", log=log, form=form, **fields)

    return await asyncio.to_thread(draw)


def _standing(scene: Scene, user_id: int) -> str:
    return "moderator" if user_id == scene.moderator.id else "member"
