"""What pushes need: hubs to ask, and a store of what is agreed with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from digests.core.hubs import Hook, HookId
from digests.core.models import FetchFailed
from digests.core.polling import Pace


class HubDoor(Protocol):
    """How a hub is asked. Called by `pipeline.hook`."""

    async def post(self, url: str, form: Mapping[str, str]) -> FetchFailed | None:
        """Send a form; None where it was taken. Never raises for the network, ends within its own deadline."""
        ...


class HookStore(Protocol):
    """Hooks, one a feed at most. `pipeline.hook` makes and claims them, the web server tells what hubs say."""

    async def follow_offers(self, base: str | None, *, now: datetime, new_key: Callable[[], str]) -> None:
        """Make a hook for every shared feed that offers a hub, and have those leave whose reason is gone.

        Gone: the feed, its offer, or the public address `base` it was made under; without one nothing is made. The
        feed is called then, since nobody tells of it any more. `new_key` gives secrets.
        """
        ...

    async def claim_hooks(self, *, now: datetime, limit: int) -> Sequence[Hook]:
        """Give hooks whose hub is to be asked, longest due first; each counts as a try that came to nothing.

        So it is asked again by itself, whether it was lost on the way or this process dies. One that was to leave and
        was asked often enough is forgotten.
        """
        ...

    async def hook(self, key: str) -> Hook | None:
        """Give the hook of a callback."""
        ...

    async def verified(self, hook_id: HookId, *, until: datetime, renew_at: datetime) -> None:
        """Store that a hub pushes until then."""
        ...

    async def denied(self, hook_id: HookId, *, again_at: datetime) -> None:
        """Store that a hub does not push; its feed is called."""
        ...

    async def let_go(self, hook_id: HookId) -> None:
        """Forget a hook."""
        ...

    async def pushed(self, hook_id: HookId, *, now: datetime) -> None:
        """Store a push, and call its feed."""
        ...

    async def look_at_called(self, *, now: datetime, pace: Pace) -> int:
        """Make feeds that were called due (`core.pushing.called_poll`), but those being polled; give how many."""
        ...
