"""What Prometheus is told: counted from the reports of the verbs, read from the store when it asks.

A registry of its own; `deploy/grafana.json` shows exactly these.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from aiohttp import web
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.web.health import UNKEPT
from bot.web.hub import OUTCOMES
from digests.core.models import Failure
from digests.pipeline.deliver import DeliverReport
from digests.pipeline.join import JoinReport
from digests.pipeline.poll import PollReport
from storage.store.backlog import HOOK_STATES, SqliteBacklog

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each counter that says when it began: nobody draws it

STALLS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
"""Seconds; 0.05 is what no step of ours may take."""

LATENESS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0)
"""Seconds; the outbox is looked at each second, a repeat waits up to an hour."""

READ_S = 2.0
"""Deadline of the look at the store; where it is missed, the numbers before stand."""


class Metrics:
    """The numbers of one program."""

    def __init__(self, backlog: SqliteBacklog, now: Callable[[], datetime]) -> None:
        self._backlog = backlog
        self._now = now
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._polls = Counter("tidings_polls", "Polls of feeds", registry=registry)
        self._poll_failures = Counter("tidings_poll_failures", "Polls that failed", ["reason"], registry=registry)
        for reason in Failure:
            self._poll_failures.labels(reason.value)
        self._entries = Counter("tidings_entries", "Entries taken in", registry=registry)
        self._stories = Counter("tidings_stories", "Stories begun", registry=registry)
        self._digests = Counter("tidings_digests", "Digests prepared", ["kind"], registry=registry)
        self._deliveries = Counter("tidings_deliveries", "Operations carried out", registry=registry)
        self._put_off = Counter(
            "tidings_delivery_failures", "Operations that failed or were put off", registry=registry
        )
        self._lateness = Histogram(
            "tidings_delivery_lateness_seconds",
            "From when an operation was due to when it was done",
            buckets=LATENESS,
            registry=registry,
        )
        self._pushes = Counter("tidings_pushes", "What hubs sent", ["outcome"], registry=registry)
        for outcome in OUTCOMES:
            self._pushes.labels(outcome)
        self._hooks = Gauge("tidings_hooks", "Agreements with hubs", ["state"], registry=registry)
        self._verbs = Histogram("tidings_verb_seconds", "How long a verb took", ["verb"], registry=registry)
        self._faults = Counter("tidings_verb_faults", "Verbs that raised", ["verb"], registry=registry)
        self._stalls = Histogram(
            "tidings_loop_stall_seconds",
            "How much later than asked the loop came back",
            buckets=STALLS,
            registry=registry,
        )
        self._feeds_due = Gauge("tidings_feeds_due", "Feeds whose poll is due", registry=registry)
        self._unjoined = Gauge("tidings_entries_unjoined", "Entries without a story", registry=registry)
        self._pending = Gauge("tidings_operations_due", "Operations that are to go out by now", registry=registry)

    def observe(self, verb: str, report: object, *, seconds: float, has_failed: bool) -> None:
        """Count what a verb reports."""
        self._verbs.labels(verb).observe(seconds)
        if has_failed:
            self._faults.labels(verb).inc()
        match report:
            case PollReport():
                self._polls.inc(report.polled)
                self._entries.inc(report.new_entries)
                for reason, count in report.reasons.items():
                    self._poll_failures.labels(reason.value).inc(count)
            case JoinReport():
                self._stories.inc(report.begun)
            case DeliverReport():
                self._put_off.inc(report.failed)
                self._deliveries.inc(len(report.late))
                for late in report.late:
                    self._lateness.observe(late.total_seconds())
            case tuple() if verb in {"prepare", "alert"}:
                self._digests.labels(verb).inc(len(report))

    def stalled(self, seconds: float) -> None:
        """Take how much later than asked the loop came back."""
        self._stalls.observe(seconds)

    def pushed(self, outcome: str) -> None:
        """Take what became of something a hub sent (`bot.web.hub`)."""
        self._pushes.labels(outcome).inc()

    async def give(self, _request: web.Request) -> web.Response:
        """Answer with all numbers, in the text format every version reads."""
        async with asyncio.timeout(READ_S):
            waiting = await self._backlog.backlog(self._now())
        self._feeds_due.set(waiting.feeds)
        self._unjoined.set(waiting.entries)
        self._pending.set(waiting.operations)
        for state in HOOK_STATES:
            self._hooks.labels(state).set(waiting.hooks.get(state, 0))
        body = await asyncio.to_thread(generate_latest, self.registry)
        return web.Response(body=body, headers={**UNKEPT, "Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
