"""What whoever watches is told: that it lives, what is not ready, and numbers that agree with what was done."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from aiohttp.test_utils import make_mocked_request
from prometheus_client.parser import text_string_to_metric_families

from bot.web.health import Health
from bot.web.metrics import Metrics
from bot.web.pulse import feel
from bot.web.watch import Watch
from digests.core.models import Failure
from digests.pipeline.deliver import DeliverReport
from digests.pipeline.join import JoinReport
from digests.pipeline.poll import PollReport
from storage import Store, open_store
from tests.builders import NOW, minutes

DASHBOARD = Path(__file__).parents[2] / "deploy/grafana.json"
REQUEST = make_mocked_request("GET", "/metrics")


async def numbers(metrics: Metrics) -> dict[tuple[str, str], float]:
    """Give each series by its name and the value of its label."""
    answer = await metrics.give(REQUEST)
    assert isinstance(answer.body, bytes)
    return {
        (sample.name, "".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.body.decode())
        for sample in family.samples
    }


async def verb(_now: datetime) -> object:
    return PollReport(polled=3, failed=1, new_entries=7, reasons={Failure.TIMEOUT: 1})


async def failing(_now: datetime) -> object:
    raise RuntimeError("a fault of ours")


async def test_reports_of_verbs_are_counted(store: Store) -> None:
    metrics = Metrics(store.backlog, lambda: NOW)
    watch = Watch(lambda: 5.0, metrics)
    for name, report in (
        ("poll", await verb(NOW)),
        ("join", JoinReport(placed=7, begun=4)),
        ("deliver", DeliverReport(late=(minutes(1), minutes(2)), failed=1)),
        ("prepare", ("a", "b")),
        ("alert", ("c",)),
    ):

        async def said(_now: datetime, report: object = report) -> object:
            return report

        assert await watch.over(name, said)(NOW) == report
    seen = await numbers(metrics)
    assert seen["tidings_polls_total", ""] == 3
    assert seen["tidings_poll_failures_total", "timeout"] == 1
    assert seen["tidings_entries_total", ""] == 7
    assert seen["tidings_stories_total", ""] == 4
    assert seen["tidings_deliveries_total", ""] == 2
    assert seen["tidings_delivery_failures_total", ""] == 1
    assert seen["tidings_delivery_lateness_seconds_sum", ""] == 180
    assert (seen["tidings_digests_total", "prepare"], seen["tidings_digests_total", "alert"]) == (2, 1)


async def test_a_verb_that_raises_is_a_fault_and_raises_still(store: Store) -> None:
    metrics = Metrics(store.backlog, lambda: NOW)
    with pytest.raises(RuntimeError):
        await Watch(lambda: 5.0, metrics).over("poll", failing)(NOW)
    assert (await numbers(metrics))["tidings_verb_faults_total", "poll"] == 1


async def test_what_waits_is_counted_when_asked(store: Store) -> None:
    await store.feeds.add_feed("https://harbour-post.example/feed", now=NOW)
    seen = await numbers(Metrics(store.backlog, lambda: NOW))
    assert seen["tidings_feeds_due", ""] == 1
    assert seen["tidings_operations_due", ""] == 0


async def test_two_programs_share_no_number(store: Store) -> None:
    one, other = Metrics(store.backlog, lambda: NOW), Metrics(store.backlog, lambda: NOW)
    one.observe("poll", await verb(NOW), seconds=1.0, has_failed=False)
    assert (await numbers(other))["tidings_polls_total", ""] == 0


async def test_the_dashboard_shows_every_number_there_is_and_no_other(store: Store) -> None:
    metrics = Metrics(store.backlog, lambda: NOW)
    for name in ("poll", "prepare", "alert"):
        metrics.observe(name, None, seconds=1.0, has_failed=True)
        metrics.observe(name, ("a",), seconds=1.0, has_failed=False)
    there = {name for name, _ in await numbers(metrics)}
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    shown = {
        name
        for panel in panels
        for target in panel["targets"]
        for name in re.findall(r"\b(?:tidings|process)_\w+", target["expr"])
    }
    assert shown <= there
    families = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in there if name.startswith("tidings_")}
    assert families == {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in shown if "tidings_" in name}


def health(store: Store, clock: Callable[[], float], **changes: object) -> Health:
    return Health(store=store, watch=Watch(clock), **changes)  # type: ignore[arg-type]


async def test_it_is_ready_when_all_is_well(store: Store) -> None:
    answer = await health(store, lambda: 0.0, is_connected=lambda: True).readyz(REQUEST)
    assert (answer.status, answer.text) == (200, "ok\n")


async def test_it_says_what_is_not_ready_and_lives_all_the_same(tmp_path: Path) -> None:
    time = iter([0.0, 301.0, 301.0])
    async with open_store(tmp_path / "tidings.db"):
        pass
    async with open_store(tmp_path / "tidings.db", read_only=True) as closed:
        ill = health(closed, lambda: next(time), is_connected=lambda: False)
        answer = await ill.readyz(REQUEST)
        assert answer.status == 503
        assert answer.text == "store: not writable\ngateway: not connected\npoll: none ended for 301 s\n"
        assert (await ill.livez(REQUEST)).status == 200


async def test_a_poll_that_ended_makes_it_ready_again(store: Store) -> None:
    at = [0.0]
    watch = Watch(lambda: at[0])
    at[0] = 1_000.0
    assert watch.since("poll") == 1_000.0
    await watch.over("poll", verb)(NOW)
    with pytest.raises(RuntimeError):
        await watch.over("read", failing)(NOW)
    assert (watch.since("poll"), watch.since("read")) == (0.0, 1_000.0)


async def test_a_held_loop_is_felt() -> None:
    felt: asyncio.Queue[float] = asyncio.Queue()
    feeling = asyncio.create_task(feel(felt.put_nowait))
    try:
        await felt.get()
        loop = asyncio.get_running_loop()
        until = loop.time() + 0.3
        while loop.time() < until:
            pass
        assert await asyncio.wait_for(felt.get(), 5) > 0.1
    finally:
        feeling.cancel()
