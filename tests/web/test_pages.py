"""What readers find: digests, stories through their whole life, lists, a search; in every form."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import html

from digests.core.digest import Picture, Sentence, Was
from digests.core.editions import Destination
from digests.core.models import StoryId
from digests.core.regrouping import Regrouping
from digests.core.withdrawing import withdraw
from tests.builders import GUILD, NOW, card, days, digest, feed_update, new_entry, placement
from tests.web.conftest import OTHER_GUILD, Press, paths_of, reported


async def test_a_digest_has_a_page_with_its_sentences_sources_and_reprints(press: Press) -> None:
    told = await press.tell(reported(1, "Harbour", "Courier"))
    page = html.fromstring(await press.text(f"digest/{told.id}"))
    assert page.xpath("//h1")[0].text_content() == "Morning"
    (link,) = page.xpath("//li[@id='s1-1']/a")
    assert (link.get("href"), link.text) == ("https://harbour.example/1/1", "Harbour")
    assert page.xpath("//p[@class='lead']/a/@href") == ["#s1-1"]
    assert page.xpath("//h3/a/@href") == ["../story/1"]
    story = html.fromstring(await press.text("story/1"))
    assert ["after Harbour" in one.text_content() for one in story.xpath("//ol[contains(@class, 'line')]/li")] == [
        True,
        False,
    ]


async def test_a_page_asks_for_nothing_but_its_style(press: Press) -> None:
    told = await press.tell(replace(card(1), picture=Picture(url="https://harbour.example/a.jpg", alt="A ferry")))
    for path in paths_of(press, [told]):
        page = html.fromstring(await press.text(path))
        assert page.xpath("//script | //img | //iframe | //style | //@style | //@onclick") == []
        (style,) = page.xpath("//link[@rel='stylesheet']/@href")
        assert (await press.get("/" + style.rpartition("/")[2])).status == 200
    assert "https://harbour.example/a.jpg" in await press.text("story/1")


async def test_a_story_shows_what_changed_and_when_it_was_told(press: Press) -> None:
    await press.tell(card(1))
    changed = Sentence(text="44 people were rescued.", cites=(1,), changed=(Was(was="31", now="44", cite=1),))
    news = replace(card(1), status=("update",), new=(changed,), title="More rescued")
    await press.tell(news, slot=NOW + days(1))
    page = html.fromstring(await press.text("story/1"))
    assert page.xpath("//h1")[0].text_content() == "More rescued"
    assert [page.xpath(f"//{tag}")[0].text for tag in ("del", "ins")] == ["31", "44"]
    assert len(page.xpath("//article")) == 1
    assert page.xpath("//a[contains(@href, 'digest/')]/@href") == ["../digest/1-0307", "../digest/1-0207"]


async def test_a_story_keeps_its_address_when_it_becomes_one_with_another(press: Press) -> None:
    feed = await press.store.feeds.add_feed("https://harbour-post.example/feed", now=NOW)
    one, two = await press.store.feeds.apply_updates([feed_update(feed.id, new_entry(), new_entry())])
    await press.store.entries.place([placement(one), placement(two)])
    await press.tell(card(two))
    merged = Regrouping(merged={StoryId(two): StoryId(one)})
    await press.store.entries.regroup(merged)
    moved = await press.get(f"story/{two}.md")
    assert (moved.status, moved.headers["Location"]) == (301, f"{one}.md")
    assert card(two).title in await press.text(f"story/{one}")
    assert (await press.get(f"story/{two}", key=await other_key(press))).status == 404


async def test_a_story_is_there_when_its_entries_are_forgotten(press: Press) -> None:
    await press.tell(card(1))
    before = await press.text("story/1")
    await press.store.entries.prune_entries(before=NOW + days(400), seen_before=NOW)
    assert await press.text("story/1") == before


async def test_a_withdrawn_story_keeps_its_headline_and_reports_alone(press: Press) -> None:
    told = await press.tell(card(1))
    gone = withdraw(told, told.cards[0].sources[0].url)
    assert gone is not None
    await press.store.digests.revise_digest(gone, now=NOW + days(1))
    for path in (f"digest/{told.id}", "story/1"):
        for form in ("", ".json", ".md"):
            text = await press.text(path + form)
            assert told.cards[0].sentences[0].text not in text
            assert told.cards[0].title in text
    assert "withdrawn by a moderator" in await press.text("story/1")


async def test_digests_are_listed_newest_first_page_by_page(press: Press) -> None:
    for day in range(25):
        await press.tell(card(day + 1), slot=NOW + days(day))
    for path in ("", f"topic/{press.topic_id()}", f"edition/{press.edition_id()}"):
        first = html.fromstring(await press.text(path))
        assert len(first.xpath("//article")) == 20
        (older,) = first.xpath("//a[@rel='next']/@href")
        second = html.fromstring(await press.text(path + older))
        links = [*first.xpath("//h2/a/@href"), *second.xpath("//h2/a/@href")]
        assert len(set(links)) == 25
        assert second.xpath("//a[@rel='next']") == []
    listed = json.loads(await press.text("index.json"))
    assert len(listed["digests"]) == 20
    assert listed["next"].startswith(f"https://news.example/read/{press.key}/index.json?before=")


async def test_a_topic_keeps_its_page_under_another_name(press: Press) -> None:
    told = await press.tell(card(1))
    interest = next(iter(await press.store.topics.topics(GUILD)))
    await press.store.topics.change_topic(replace(interest, name="Boats"))
    page = await press.text(f"topic/{interest.id}")
    assert '<h1 dir="auto">Boats</h1>' in page
    assert told.id in page


async def test_what_was_not_sent_or_went_to_a_member_alone_is_in_no_archive(press: Press) -> None:
    alone = await press.tell(card(1), name="Mine", destination=Destination(platform="discord-dm", address="7"))
    order, _ = press.editions[GUILD, "Mine"]
    waiting = await press.tell(card(2))
    unsent = digest(card(3), id="unsent", slot=NOW + days(1))
    await press.store.digests.save_digest(unsent, press.editions[GUILD, "Morning"][0], due=NOW + days(1))
    for path in (f"digest/{alone.id}", "story/1", f"edition/{order.id}", "digest/unsent", "story/3"):
        assert (await press.get(path)).status == 404, path
    index = await press.text("")
    assert waiting.id in index
    assert "Mine" not in index


async def test_a_digest_is_written_in_its_language_and_a_list_in_its_servers(press: Press) -> None:
    told = await press.tell(card(1), language="uk")
    page = html.fromstring(await press.text(f"digest/{told.id}"))
    assert page.get("lang") == "uk"
    assert page.xpath("//p[@class='lead']/@lang") == ["en"]
    assert html.fromstring(await press.text("")).get("lang") == "en-US"


@pytest.mark.parametrize("form", [".json", ".md"])
async def test_every_page_is_there_as_json_and_markdown(press: Press, form: str) -> None:
    told = await press.tell(card(1), card(2))
    for path in paths_of(press, [told]):
        text = await press.text((path or "index") + form)
        assert told.cards[0].title in text
        if form == ".json":
            assert json.loads(text)


async def test_a_search_finds_what_was_told_whatever_the_endings(press: Press) -> None:
    feed = await press.store.feeds.add_feed("https://harbour-post.example/feed", now=NOW)
    told, untold = await press.store.feeds.apply_updates([feed_update(feed.id, new_entry(), new_entry())])
    words = "ferri harbour aldmouth leav"
    await press.store.entries.place([placement(one, search_tokens=words) for one in (told, untold)])
    await press.tell(card(told))
    await press.store.topics.attach(press.topic_id(), feed.id, now=NOW, backfill=5)  # type: ignore[arg-type]
    page = html.fromstring(await press.text("search", params={"q": "ferries leaving"}))
    assert page.xpath("//h3/a/@href") == [f"./story/{told}"]
    assert "1 story told here" in page.xpath("//p[@role='status']")[0].text
    assert "Nothing told here" in await press.text("search", params={"q": "submarine"})
    assert "no word" in (await press.text("search", params={"q": "!?"})).lower()


async def other_key(press: Press) -> str:
    return await press.store.archive.key(OTHER_GUILD, fresh="other")
