"""hook(now): hubs that feeds name → asked to push, asked again, asked to stop. look(now): pushed feeds → due.

Every try is counted before it is made, and every wish stands in the store: whatever is lost on the way is asked again.
What hubs answer comes in by the web server (`bot.web.hub`).
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests.core.hubs import Hook
from digests.core.polling import Pace
from digests.core.pushing import request_form
from digests.core.urls import hosting
from digests.ports import HookStore, HubDoor

log = logging.getLogger(__name__)

BATCH = 50
"""Hooks a round: one hub takes them one after the other, in some ten seconds (five requests a second, `pacing`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """The parts; `base` is the public address, None where there is none; `new_key` gives secrets."""

    hub: HubDoor
    store: HookStore
    pace: Pace
    base: str | None
    new_key: Callable[[], str]

    async def hook(self, now: datetime) -> int:
        """Ask the hubs that are due; give how many. Without a public address only to stop what was agreed under one."""
        await self.store.follow_offers(self.base, now=now, new_key=self.new_key)
        hooks = await self.store.claim_hooks(now=now, limit=BATCH)
        of_hub: defaultdict[str, list[Hook]] = defaultdict(list)
        for hook in hooks:
            of_hub[hook.hub].append(hook)
        async with asyncio.TaskGroup() as asking:
            for group in of_hub.values():
                asking.create_task(self._ask(group))
        return len(hooks)

    async def look(self, now: datetime) -> int:
        """Make feeds due that hubs told of; give how many."""
        return await self.store.look_at_called(now=now, pace=self.pace)

    async def _ask(self, hooks: Sequence[Hook]) -> None:
        """Ask one hub for all; where nobody answers, the rest waits for its next try: a dead hub costs one deadline."""
        for hook in hooks:
            failed = await self.hub.post(hook.hub, request_form(hook))
            if failed is not None:
                log.info("hub refused hook=%d host=%s reason=%s", hook.id, hosting(hook.hub), failed.detail)
                if failed.status is None:
                    return
