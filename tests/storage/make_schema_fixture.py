"""Write a small database of the current schema, with rows in every table.

Run it once when a migration lands: `python -m tests.storage.make_schema_fixture`. The file then stands for ever,
since some installation has that schema.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from digests.core.digest import Receipt
from digests.core.editions import Destination, Layout
from digests.core.gates import Phrased
from digests.core.hubs import Offer
from digests.core.members import DIRECT, Deed, Deliver, FeedChoice, GuildSettings, Notice, Subscription
from digests.core.models import Correction, StoryId
from digests.core.phrasing import Phrasing
from digests.core.regrouping import Regrouping
from digests.core.spending import Caps, Tokens
from digests.core.ties import Preferences, Tie, TieKind
from storage import Store, open_store
from storage.migrations import schema_version
from tests.builders import (
    GUILD,
    NOW,
    card,
    days,
    digest,
    edition,
    feed_update,
    minutes,
    new_entry,
    placement,
    topic,
)

MEMBER, OTHER = 4_400_000_000_000_000_001, 4_400_000_000_000_000_002
KEYS = iter(("7x2v5q3m4n6p8r9s0t1w2y3z4a5b6c7k", "q3m4n6p8r9s0t1w2y3z4a5b6c7k7x2v5"))
SCHEMAS = Path(__file__).parent / "schemas"


async def fill(store: Store) -> None:
    """Bring rows into every table, in every state that has a meaning of its own."""
    shared = await store.feeds.add_feed("https://harbour-post.example/feed.xml", now=NOW)
    private = await store.feeds.add_feed("https://hill-courier.example/rss?token=x", now=NOW, guild_id=GUILD)
    interest = await store.topics.put_topic(topic())
    for feed in (shared, private):
        await store.topics.attach(interest.id, feed.id, now=NOW, backfill=1)
    ids = await store.feeds.apply_updates([feed_update(shared.id, *(new_entry(number) for number in range(4)))])
    await store.entries.place([placement(entry_id) for entry_id in ids[:3]])
    await store.database.write(
        lambda sql: sql.execute("UPDATE story SET merged_into = :home WHERE id = :id", {"home": ids[0], "id": ids[1]})
    )
    await store.entries.regroup(Regrouping(moved={ids[2]: StoryId(ids[0])}, parted={}, merged={}))
    await store.entries.regroup(Regrouping(moved={ids[2]: StoryId(ids[2])}, parted={}, merged={}))
    order = await store.editions.put_edition(edition(topics=(interest.id,)))
    await store.digests.save_digest(digest(card(ids[0])), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="4300000000000000001"), now=NOW)
    for day in (1, 2):
        await store.digests.save_digest(digest(card(ids[2]), slot=NOW + days(day)), order, due=NOW + days(day))
    forum = await store.editions.put_edition(edition("Forum", topics=(interest.id,), layout=Layout.FORUM))
    await store.digests.save_digest(digest(card(ids[0]), id="forum", layout=Layout.FORUM), forum, due=NOW)
    (post,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(post.id, Receipt(message_id="44", thread="44"), now=NOW)
    held = await store.feeds.apply_updates([feed_update(shared.id, new_entry(99, is_held=True))])
    await store.entries.place([placement(entry_id) for entry_id in held])
    await store.feeds.decide_held(shared.id, GUILD, release=True)
    corrected = Correction(entry_id=ids[3], was="Ferry", title="Ferry Aurora leaves Aldmouth")
    await store.feeds.apply_updates([feed_update(shared.id, corrections=(corrected,))])
    await store.feeds.put_choice(FeedChoice(feed_id=private.id, guild_id=GUILD, name="The Courier", read_pages=True))
    await store.feeds.set_encoding(private.id, "windows-1251", now=NOW)
    await store.notes.remember("commands", "00ff")
    await store.members.put_settings(GuildSettings(guild_id=GUILD, notices=4_200_000_000_000_000_002))
    await store.members.put_subscription(
        Subscription(guild_id=GUILD, topic_id=interest.id, member_id=MEMBER, created=NOW)
    )
    tie = Tie(guild_id=GUILD, member_id=MEMBER, kind=TieKind.SAVE, story_id=StoryId(ids[0]), title="Ferry", created=NOW)
    await store.personal.put_tie(tie, most=1)
    await store.personal.put_preferences(Preferences(member_id=MEMBER, timezone="Europe/Kyiv"), [], now=NOW)
    own = edition(f"@{OTHER}", member_id=OTHER, destination=Destination(platform=DIRECT, address=str(OTHER)))
    await store.members.put_subscription(
        Subscription(guild_id=GUILD, topic_id=interest.id, member_id=OTHER, deliver=Deliver.DM, created=NOW),
        personal=own,
    )
    (own,) = await store.personal.editions_of(OTHER)
    await store.digests.save_digest(digest(card(ids[0]), id="own", member_id=OTHER), own, due=NOW)
    (message,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(message.id, Receipt(message_id="46", thread="45"), now=NOW)
    offer = Offer(hub="https://hub.example/", topic_url=shared.url)
    await store.feeds.apply_updates([feed_update(shared.id, new_entry(0), offer=offer)])
    await store.hooks.follow_offers("https://news.example", now=NOW, new_key=lambda: next(KEYS))
    report = Notice(guild_id=GUILD, code="notice-report", fields={"what": "fact"}, at=NOW)
    await store.members.complain(report, "fact:1", MEMBER)
    await store.members.put_deed(Deed(guild_id=GUILD, member_id=MEMBER, code="deed-settings", what="", at=NOW))
    await store.archive.key(GUILD, fresh="k2v5x7q3m4n6p8r9s0t1w2y3z4a5b6c7")
    said = Phrasing(lead=(Phrased(text="A ferry left.", cites=(1,)),))
    await store.phrasings.keep_phrasing("00ff", said, now=NOW)
    await store.phrasings.take_tokens(GUILD, Tokens(read=900, written=90), caps=Caps(), now=NOW)
    await store.members.put_notice(
        Notice(guild_id=GUILD, code="notice-edition-paused", fields={"edition": "Morning"}, at=NOW)
    )


async def main() -> None:
    async with open_store(":memory:") as store:
        await fill(store)
        name = (await store.database.read(schema_version)).split("_")[0]
        await store.database.backup(SCHEMAS / f"{name}.sqlite")


if __name__ == "__main__":
    asyncio.run(main())
