"""What one server reads in private shows in no other's digest: no evidence, no voice, no link, no reason."""

from __future__ import annotations

from datetime import time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digests.core.digest_json import to_public
from digests.core.editions import Destination, Edition, EditionId, Topic, TopicId
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.pipeline.join import Joiner
from storage import Store, open_store
from tests.builders import NOW, feed_update, new_entry
from tests.verbs import preparer_over

LANGUAGES = lexicon()
GUILDS = (1, 2)
TITLES = (
    "Ferry Osprey runs aground off Kelmouth",
    "Osprey aground: ferry stuck off Kelmouth",
    "Kelmouth ferry Osprey freed at high tide",
    "Aldmark raises its key rate to 4.5 percent",
    "Key rate of Aldmark at 4.5 percent",
)
# Of each feed: the guild it is private to (0: shared), and what it says.
FEEDS = st.lists(
    st.tuples(st.integers(0, 2), st.lists(st.sampled_from(TITLES), min_size=1, max_size=3, unique=True)),
    min_size=1,
    max_size=5,
)


def secret(guild: int, feed: int) -> str:
    """Give a word that only a private feed of this guild says."""
    return f"zqx{guild}private{feed}"


async def told(store: Store, feeds: list[tuple[int, list[str]]], guild: int) -> str:
    """Give all that a guild's digest holds, in JSON."""
    topic = await store.topics.put_topic(Topic(id=TopicId(0), guild_id=guild, name="All"))
    for number, (owner, titles) in enumerate(feeds):
        if owner not in {0, guild}:
            continue
        feed = await store.feeds.add_feed(f"https://f{number}.example/rss", now=NOW, guild_id=owner or None)
        await store.topics.attach(topic.id, feed.id, now=NOW, backfill=0)
        await store.feeds.apply_updates([feed_update(feed.id, at=NOW)])
        outlet = secret(owner, number) if owner else f"outlet{number}"
        entries = [
            new_entry(
                data={"title": title, "outlet": f"{outlet}.example", "link": f"https://{outlet}.example/{place}"}
                | {"html": f"<p>{title}, {outlet} reports from Kelmouth on Monday.</p>"}
            )
            for place, title in enumerate(titles)
        ]
        await store.feeds.apply_updates([feed_update(feed.id, *entries, at=NOW)])
    edition = await store.editions.put_edition(
        Edition(
            id=EditionId(0),
            guild_id=guild,
            name="Daily",
            topics=(topic.id,),
            destination=Destination(platform="none", address=str(guild)),
            at=(time(8),),
            timezone="UTC",
            max_stories=20,
            created=NOW,
        )
    )
    joiner = Joiner(store=store.entries, lexicon=LANGUAGES, detector=LiteDetector())
    await joiner.join(NOW + timedelta(minutes=1))
    preparer = preparer_over(store, {}, idf_of=LANGUAGES.idf_of)
    digest = await preparer.preview(edition, now=NOW + timedelta(minutes=2))
    return f"{to_public(digest)} {[card.facts for card in digest.cards]}"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FEEDS)
async def test_no_digest_holds_a_word_of_another_servers_private_feed(feeds: list[tuple[int, list[str]]]) -> None:
    async with open_store(":memory:") as store:
        for guild in GUILDS:
            other = GUILDS[1 - GUILDS.index(guild)]
            digest = await told(store, feeds, guild)
            assert f"zqx{other}" not in digest
            owners = {owner for owner, _ in feeds}
            if guild in owners or 0 in owners:
                assert "Kelmouth" in digest or "Aldmark" in digest
