"""Who may read: nobody without the address, nobody from one guild in another's, and no answer tells what there is."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from yarl import URL

from bot.web.addresses import new_key, place_of
from bot.web.server import listening, make_app
from digests.core.archive import Hall, printable
from tests.builders import GUILD, card, digest
from tests.web.conftest import OTHER_GUILD, Press, pages_of, paths_of

SECRET = "https://harbour-post.example/news?token=hidden"


async def test_a_private_archive_is_found_by_its_key_alone(press: Press) -> None:
    told = await press.tell(card(1))
    for path in paths_of(press, [told]):
        assert (await press.get(path)).status == 200
        assert (await press.get(path, key=str(GUILD))).status == 404
        assert (await press.get(path, key=new_key())).status == 404


async def test_a_public_archive_is_found_by_its_number_and_by_its_key_still(press: Press) -> None:
    told = await press.tell(card(1))
    await press.become_public()
    for path in paths_of(press, [told]):
        assert (await press.get(path, key=str(GUILD))).status == 200
        assert (await press.get(path)).status == 200


async def test_a_new_key_ends_the_old_address_at_once(press: Press) -> None:
    await press.tell(card(1))
    old = press.key
    assert (await press.get("story/1")).status == 200
    press.key = await press.store.archive.key(GUILD, fresh=new_key(), renew=True)
    assert press.key != old
    assert (await press.get("story/1", key=old)).status == 404
    assert (await press.get("story/1")).status == 200
    assert await press.store.archive.key(GUILD, fresh=new_key()) == press.key


async def test_nobody_goes_from_one_guilds_page_to_anothers_by_number(press: Press) -> None:
    told = await press.tell(card(1))
    await press.tell(card(2), guild_id=OTHER_GUILD)
    other = await press.store.archive.key(OTHER_GUILD, fresh=new_key())
    for path in paths_of(press, [told])[1:]:
        assert (await press.get(path, key=other)).status == 404, path
    assert (await press.get(f"?before={told.id}", key=other)).status == 404


async def test_a_missing_page_reads_the_same_whether_or_not_it_is_another_guilds(press: Press) -> None:
    told = await press.tell(card(1))
    await press.tell(card(2), guild_id=OTHER_GUILD)
    other = await press.store.archive.key(OTHER_GUILD, fresh=new_key())
    nothing = await press.get("digest/nothing", key=other)
    for answer in (await press.get(f"digest/{told.id}", key=other), await press.get("/nowhere/at/all")):
        assert await answer.read() == await nothing.read()
        assert {**answer.headers, "Date": ""} == {**nothing.headers, "Date": ""}


async def test_a_public_page_shows_no_address_that_lets_in_whoever_knows_it(press: Press) -> None:
    base = card(1)
    told = await press.tell(replace(base, sources=(replace(base.sources[0], url=SECRET),)))
    paths = [path + form for path in paths_of(press, [told])[1:] for form in ("", ".json", ".md")]
    lists = [f"edition/{press.edition_id()}.atom", f"edition/{press.edition_id()}.feed.json"]
    assert "token=hidden" in await press.text("story/1")
    await press.become_public()
    for path in [*paths, *lists]:
        assert "hidden" not in await press.text(path), path


@given(st.sampled_from(["token", "key", "auth", "secret", "sig"]), st.text("abcdef0123456789", min_size=6, max_size=20))
def test_whatever_the_secret_is_called_a_public_page_has_none(name: str, value: str) -> None:
    url = f"https://harbour-post.example/news?{name}={value}"
    base = card(1)
    shown = printable(
        digest(replace(base, sources=(replace(base.sources[0], url=url),))), Hall(guild_id=1, is_public=True)
    )
    assert shown.cards[0].sources[0].url == ""
    assert shown.cards[0].sources[0].title == base.sources[0].title


@pytest.mark.parametrize(
    ("is_public", "is_indexed", "robots"),
    [(False, False, "noindex"), (False, True, "noindex"), (True, False, "noindex"), (True, True, "all")],
)
async def test_only_public_archives_are_listed_by_search_engines_and_only_if_the_host_wants_it(
    press: Press, *, is_public: bool, is_indexed: bool, robots: str
) -> None:
    told = await press.tell(card(1))
    press.pages.is_indexed = is_indexed
    if is_public:
        await press.become_public()
    answer = await press.get(f"digest/{told.id}")
    assert answer.headers["X-Robots-Tag"].startswith(robots)
    assert f'<meta name="robots" content="{robots}' in await answer.text()


PATHS = st.lists(st.text(max_size=30), max_size=5).map("/".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(path=PATHS, query=st.dictionaries(st.sampled_from(["before", "q"]), st.text(max_size=300)))
@example(path="story/99999999999999999999", query={})
@example(path="story/0", query={})
@example(path="story/01", query={})
@example(path="topic/-1", query={})
@example(path="digest/x.atom", query={})
@example(path="", query={"before": "\x00' OR 1=1 --"})
@example(path="search", query={"q": '" OR NEAR(a b) NOT \x00 *'})
@example(path="search", query={"q": "a" * 5_000})
async def test_no_path_and_no_query_is_more_than_a_page_or_nothing(
    press: Press, path: str, query: dict[str, str]
) -> None:
    address = URL(f"http://127.0.0.1:{press.port}/{press.key}/").joinpath(*path.split("/")) % query
    assert press.session is not None
    async with press.session.get(address, allow_redirects=False) as answer:
        assert answer.status in {200, 404}, address
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@given(st.text(max_size=50), st.text(max_size=50))
def test_a_number_is_written_in_one_way_alone(kind: str, number: str) -> None:
    place = place_of({"name": "a", "kind": "story", "id": number, "form": ""}, None)
    assert (place is not None) is (number.isascii() and number.isdigit() and number[0] != "0" and int(number) < 2**63)


@pytest.mark.parametrize(("is_indexed", "said"), [(False, "Disallow: /\n"), (True, "Disallow:\n")])
async def test_robots_are_kept_out_of_all_archives_unless_public_ones_may_be_listed(
    press: Press, *, is_indexed: bool, said: str
) -> None:
    app = await asyncio.to_thread(make_app, pages_of(press.store, is_indexed=is_indexed), {})
    async with listening(app, "127.0.0.1", 0) as press.port:
        assert await press.text("/robots.txt") == f"User-agent: *\n{said}"


async def test_an_archive_of_nothing_says_so(press: Press) -> None:
    assert "Nothing was told yet" in await press.text("")
    assert (await press.get("?before=1")).status == 404
