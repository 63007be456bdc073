"""What composing one digest costs: CPU time of 2,000 candidates, and what the event loop feels of it in a thread.

`python -m tests.benchmarks.page`; entries are those of the summaries' development files, three stories' topics.
"""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice

from rich.console import Console
from rich.table import Table

from digests.core.compose import choose, compose
from digests.core.digest import Digest
from digests.core.editions import Candidate, Destination, Edition, EditionId, Pool, Topic, TopicId
from digests.core.models import EntryId, StoryId
from digests.language.lexicon import lexicon
from tests.benchmarks.gauges import stall
from tests.benchmarks.summaries import read
from tests.data_path import ROOT

NOW = datetime(2031, 3, 4, 8, tzinfo=UTC)
CANDIDATES, OUTLETS, TOPICS = 2_000, 50, 3


def candidates() -> tuple[Candidate, ...]:
    """Give as many entries of many stories, of the last day."""
    draw = random.Random(1)
    groups = [group for name in ("multidoc", "roundups") for group in read(ROOT / f"summaries/{name}_dev.jsonl")]
    entries = (
        (story, entry) for story, group in enumerate(groups, start=1) for entry in group.entries
    )  # each keeps its story
    found = []
    for number, (story, entry) in enumerate(islice(entries, CANDIDATES), start=1):
        at = NOW - timedelta(minutes=draw.randrange(1, 1400))
        outlet = f"outlet{number % OUTLETS}.example"
        whole = replace(
            entry, id=EntryId(number), title=entry.title or " ".join(entry.text.split()[:9]), story_id=StoryId(story),
            link=f"https://{outlet}/{number}", outlet=outlet, published=at, first_seen=at,
        )  # fmt: skip
        found.append(Candidate(entry=whole, topic_id=TopicId(1 + story % TOPICS), is_new=True))
    return tuple(found)


def main() -> None:
    """Print the table."""
    table = Table("stories asked for", "shown", "CPU, s", "longest stall of the loop, ms", title="one digest composed")
    pool, known = Pool(candidates=candidates(), through=1), lexicon()
    topics = [Topic(id=TopicId(number), guild_id=1, name=f"Topic {number}") for number in range(1, TOPICS + 1)]

    def composed(most: int) -> Digest:
        edition = Edition(
            id=EditionId(1), guild_id=1, name="Morning", topics=tuple(topic.id for topic in topics), at=(),
            destination=Destination(platform="none", address=""), timezone="UTC", max_stories=most,
            created=NOW - timedelta(days=2),
        )  # fmt: skip
        chosen = partial(choose, idf_of=known.idf_of)
        return compose(edition, topics, pool, {}, slot=NOW, now=NOW, feeds_ok=1, feeds_total=1, choose=chosen)

    async def measured(most: int) -> tuple[Digest, float, float]:
        async with stall() as seen:
            began = time.process_time()
            digest = await asyncio.to_thread(composed, most)
            return digest, time.process_time() - began, seen.longest_ms

    composed(1)  # word lists are read once a process
    for most in (7, 25):
        digest, seconds, longest = asyncio.run(measured(most))
        table.add_row(str(most), str(len(digest.cards)), f"{seconds:.2f}", f"{longest:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
