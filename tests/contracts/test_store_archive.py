"""What every store promises of the archive: one guild's digests, once sent, by any number a story had."""

from __future__ import annotations

from digests.core.archive import Listing, OneDigest, OneStory
from digests.core.digest import Receipt
from digests.core.editions import TopicId
from digests.core.members import GuildSettings
from digests.core.models import StoryId
from storage import Store
from tests.builders import GUILD, NOW, card, digest, edition, minutes, topic

KEY = "k" * 32


async def tell(store: Store) -> TopicId:
    """Have one digest of two stories sent; give its topic."""
    interest = await store.topics.put_topic(topic())
    order = await store.editions.put_edition(edition(topics=(interest.id,)))
    await store.digests.save_digest(digest(card(1), card(2)), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW)
    return interest.id


async def test_a_key_is_made_once_and_anew_only_when_asked(store: Store) -> None:
    assert await store.archive.key(GUILD, fresh=KEY) == KEY
    assert await store.archive.key(GUILD, fresh="other") == KEY
    assert await store.archive.key(GUILD, fresh="other", renew=True) == "other"
    assert await store.archive.hall(KEY) is None
    hall = await store.archive.hall("other")
    assert hall is not None
    assert (hall.guild_id, hall.is_public) == (GUILD, False)


async def test_a_number_leads_only_to_a_public_archive(store: Store) -> None:
    names = (str(GUILD), f"0{GUILD}", str(2**63), str(10**30), "-1", "²", "")
    assert [await store.archive.hall(name) for name in names] == [None] * len(names)
    await store.members.put_settings(GuildSettings(guild_id=GUILD, is_archive_public=True, language="uk"))
    hall = await store.archive.hall(str(GUILD))
    assert hall is not None
    assert (hall.guild_id, hall.is_public, hall.language) == (GUILD, True, "uk")
    assert await store.archive.hall("0") is None


async def test_a_page_is_made_of_its_digests_and_what_is_around_them(store: Store) -> None:
    interest = await tell(store)
    await store.archive.key(GUILD, fresh=KEY)
    listed = await store.archive.contents(KEY, Listing(topic=interest), limit=9)
    assert listed is not None
    assert (listed.title, [copy.digest_id for copy in listed.copies]) == ("Ferries", [digest().id])
    assert listed.changed == NOW
    story = await store.archive.contents(KEY, OneStory(StoryId(2)), limit=9)
    assert story is not None
    assert (story.story, story.family) == (2, {2})
    assert await store.archive.contents("nobody", OneDigest(digest().id), limit=9) is None


async def test_equal_contents_make_equal_pages_and_a_revised_digest_other_ones(store: Store) -> None:
    await tell(store)
    await store.archive.key(GUILD, fresh=KEY)
    asks = [OneDigest(digest().id), OneStory(StoryId(1)), Listing()]
    before = [await store.archive.contents(KEY, ask, limit=9) for ask in asks]
    assert [await store.archive.contents(KEY, ask, limit=9) for ask in asks] == before
    await store.digests.revise_digest(digest(card(1), card(2)), now=NOW)
    after = [await store.archive.contents(KEY, ask, limit=9) for ask in asks]
    assert not set(after) & set(before)


async def test_who_told_a_story_is_known_by_guild(store: Store) -> None:
    await tell(store)
    assert await store.archive.tellers(GUILD, [StoryId(1), StoryId(7)]) == {1: (digest().id, 1)}
    assert await store.archive.tellers(GUILD + 1, [StoryId(1)]) == {}
    (text,) = await store.archive.digests([digest().id, "nothing"])
    assert text == digest(card(1), card(2))
