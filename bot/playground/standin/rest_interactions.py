"""Answers to interactions over REST: the callback, follow-ups, and changes of both."""

from __future__ import annotations

from typing import Any

from bot.playground.standin.errors import unknown
from bot.playground.standin.interactions import Interaction
from bot.playground.standin.objects import Json, Message
from bot.playground.standin.rest import Request, Route


def callback(request: Request) -> Any:
    """Acknowledge an interaction."""
    made = request.interactions.acknowledge(
        request.id("interaction_id"), request.ids["interaction_token"], request.json
    )
    return made if request.query.get("with_response") in {"1", "true"} else None


def follow_up(request: Request) -> Json:
    """Send a further message."""
    interaction = _interaction(request)
    return _json(request, interaction, request.interactions.follow_up(interaction, request.json))


def read(request: Request) -> Json:
    """Give an answer."""
    interaction = _interaction(request)
    return _json(request, interaction, _message(request, interaction))


def edit(request: Request) -> Json:
    """Change an answer."""
    interaction = _interaction(request)
    message = _message(request, interaction)
    return _json(request, interaction, request.interactions.edit(interaction, message, request.json))


def delete(request: Request) -> None:
    """Delete an answer."""
    request.world.delete_message(_message(request, _interaction(request)))


def _interaction(request: Request) -> Interaction:
    if request.id("webhook_id") != request.world.application_id:
        raise unknown("webhook")
    return request.interactions.with_token(request.ids["webhook_token"])


def _message(request: Request, interaction: Interaction) -> Message:
    wanted = request.ids["message_id"]
    first = interaction.original or interaction.source
    if wanted == "@original":
        found = [first] if first else []
    else:
        found = [one for one in (first, *interaction.followups) if one is not None and str(one.id) == wanted]
    if not found or found[0].deleted:
        raise unknown("message")
    return found[0]


def _json(request: Request, interaction: Interaction, message: Message) -> Json:
    return request.world.message_json(message, interaction.channel)


ROUTES: tuple[Route, ...] = (
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", callback),
    ("POST", "/webhooks/{webhook_id}/{webhook_token}", follow_up),
    ("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", read),
    ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", edit),
    ("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", delete),
)
