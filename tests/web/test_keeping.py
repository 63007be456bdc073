"""What is kept: pages by what they show, never stale; and what those who kept one are told."""

from __future__ import annotations

import gzip
from dataclasses import replace

from aiohttp import ClientSession
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.web.replying import GUARDS
from bot.web.shelf import Drawn, Shelf
from digests.core.models import Correction
from digests.core.revising import correct
from tests.builders import NOW, card, days, hours
from tests.web.conftest import Press, paths_of


async def test_a_page_somebody_holds_is_not_sent_again(press: Press) -> None:
    told = await press.tell(card(1))
    for path in paths_of(press, [told]):
        first = await press.get(path)
        by_tag = await press.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (by_tag.status, await by_tag.read()) == (304, b"")
        assert by_tag.headers["ETag"] == first.headers["ETag"]
        assert (await press.get(path, headers={"If-None-Match": '"other"'})).status == 200


async def test_a_digest_somebody_holds_is_known_by_its_date_too_but_the_tag_counts_first(press: Press) -> None:
    told = await press.tell(card(1))
    first = await press.get(f"digest/{told.id}")
    since = {"If-Modified-Since": first.headers["Last-Modified"]}
    assert (await press.get(f"digest/{told.id}", headers=since)).status == 304
    assert (await press.get(f"digest/{told.id}", headers={**since, "If-None-Match": '"other"'})).status == 200


async def test_a_digest_that_comes_late_is_in_a_list_for_who_asks_by_date(press: Press) -> None:
    await press.tell(card(1))
    first = await press.get("")
    late = await press.tell(card(2), slot=NOW - hours(1), name="Evening")
    again = await press.get(
        "", headers={"If-Modified-Since": first.headers.get("Last-Modified", first.headers["Date"])}
    )
    assert late.id in await again.text()


HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=100)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    headers=st.dictionaries(
        st.sampled_from(
            ["If-None-Match", "If-Modified-Since", "Accept-Encoding", "Accept-Language", "Range", "Cookie"]
        ),
        HEADER,
    )
)
async def test_no_header_makes_an_answer_fail_or_a_page_another(press: Press, headers: dict[str, str]) -> None:
    if not press.editions:
        await press.tell(card(1))
    answer = await press.get("digest/1-0207", headers=headers)
    assert answer.status in {200, 304}
    assert answer.headers["ETag"] == (await press.get("digest/1-0207")).headers["ETag"]


async def test_a_corrected_digest_is_another_page_at_once_and_so_is_every_page_it_is_on(press: Press) -> None:
    told = await press.tell(card(1))
    before = {path: await press.get(path) for path in paths_of(press, [told])}
    mended = correct(
        told, Correction(entry_id=told.cards[0].sources[0].entry_id, was=card(1).title, title="Ferry back")
    )
    assert mended is not None
    await press.store.digests.revise_digest(mended, now=NOW + hours(2))
    for path, was in before.items():
        now = await press.get(path, headers={"If-None-Match": was.headers["ETag"]})
        assert now.status == 200, path
        assert "Ferry back" in await now.text()
    assert "Changed on" in await press.text(f"digest/{told.id}")


async def test_two_corrections_within_a_second_are_two_pages(press: Press) -> None:
    told = await press.tell(card(1))
    for title in ("Once", "Twice"):
        mended = told.with_cards(lambda one, title=title: replace(one, title=title))  # type: ignore[misc]
        await press.store.digests.revise_digest(mended, now=NOW)
        assert title in await press.text(f"digest/{told.id}")


async def test_a_list_has_a_new_digest_at_once(press: Press) -> None:
    await press.tell(card(1))
    await press.text("")
    later = await press.tell(card(2), slot=NOW + days(1))
    assert later.id in await press.text("")


async def test_every_answer_has_its_guards_and_none_a_cookie(press: Press) -> None:
    told = await press.tell(card(1))
    for path in [*paths_of(press, [told]), "search?q=ferry", "nothing", "/robots.txt", "/"]:
        answer = await press.get(path)
        assert GUARDS.items() <= answer.headers.items(), path
        assert "Set-Cookie" not in answer.headers
    assert "unsafe" not in GUARDS["Content-Security-Policy"]


async def test_what_is_private_is_kept_by_nobody_in_between(press: Press) -> None:
    told = await press.tell(card(1))
    assert (await press.get(f"digest/{told.id}")).headers["Cache-Control"] == "private, no-cache"
    await press.become_public()
    assert (await press.get(f"digest/{told.id}")).headers["Cache-Control"] == "public, no-cache"


async def test_a_page_is_packed_for_who_takes_it(press: Press) -> None:
    told = await press.tell(card(1), card(2), card(3))
    async with ClientSession(auto_decompress=False) as session:
        address = f"http://127.0.0.1:{press.port}/{press.key}/digest/{told.id}"
        async with session.get(address, headers={"Accept-Encoding": "gzip"}) as packed:
            body = await packed.read()
            assert packed.headers["Content-Encoding"] == "gzip"
        async with session.get(address, headers={"Accept-Encoding": "identity"}) as plain:
            assert gzip.decompress(body) == await plain.read()
            assert plain.headers["ETag"] == packed.headers["ETag"]


async def test_a_head_request_gives_the_headers_and_nothing_may_be_sent(press: Press) -> None:
    told = await press.tell(card(1))
    assert (await press.get(f"digest/{told.id}", method="HEAD")).status == 200
    for method in ("POST", "PUT", "DELETE"):
        assert (await press.get(f"digest/{told.id}", method=method, data=b"x" * 5_000)).status == 405


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 60))))
def test_the_shelf_holds_what_was_put_last_and_never_more_than_it_may(puts: list[tuple[int, int]]) -> None:
    shelf = Shelf(most_bytes=100)
    last: dict[int, Drawn] = {}
    for key, size in puts:
        page = Drawn(body=b"x" * size, packed=None, etag="", content_type="", is_public=False)
        shelf.put(key, page)
        last.setdefault(key, page)
        assert shelf.get(key) is not None
    held = [page for key in last if (page := shelf.get(key)) is not None]
    assert sum(page.size for page in held) <= 100
