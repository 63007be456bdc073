"""Archive pages in a real browser: nothing that keeps people out (axe-core), nothing wider than a phone."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from digests.core.digest import Picture, Quote, Sentence, Was
from digests.core.editions import Style
from tests.builders import NOW, days
from tests.web.conftest import Press, paths_of, press, reported, store  # noqa: F401 - two fixtures

CHROMIUM = shutil.which("chromium")
AXE = Path(__file__).with_name("node_modules") / "axe-core/axe.min.js"

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
    pytest.mark.timeout(180),
]

SERIOUS = {"serious", "critical"}

ARABIC = "العبّارة تعود إلى الميناء بعد الحريق"


@pytest.fixture(params=["light", "dark"])
async def page(request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = await browser.new_context(color_scheme=request.param, viewport={"width": 360, "height": 800})
        yield await context.new_page()
        await browser.close()


async def told(press: Press) -> list[str]:  # noqa: F811
    """Have told all that a card can hold, twice and for more than one list; give the paths of all kinds of pages."""
    long = "https://harbour.example/" + "a" * 300
    whole = replace(
        reported(1, "Harbour", "Courier"),
        status=("update", "contested"),
        new=(Sentence(text="44 were rescued.", cites=(1,), changed=(Was(was="31", now="44", cite=2),), dated=NOW),),
        points=(Sentence(text="L" + "o" * 90 + "ng", cites=(2,)),),
        contested=(Sentence(text="The pilot denies it.", cites=(1,)),),
        quote=Quote(text="Never so fast", speaker="Mira Tolland", cite=1),
        picture=Picture(url=long, alt="A ferry"),
    )
    arabic = replace(reported(2, "Mina"), title=ARABIC, language="ar", status=("opinion", "single-source"))
    gone = replace(reported(3, "Tolbury"), status=("withdrawn",))
    for day in range(22):
        one = await press.tell(whole, arabic, gone, slot=NOW + days(day), style=Style.DEEP)
    return [
        *paths_of(press, [one]),
        "story/2",
        "story/3",
        "search?q=ferry",
        "search?q=!",
        f"?before={one.id}",
        "nothing",
    ]


async def test_no_page_keeps_anybody_out_or_is_wider_than_a_phone(press: Press, page: Page) -> None:  # noqa: F811
    if not AXE.exists():
        pytest.skip(f"no axe-core at {AXE}: npm install in {AXE.parents[2]}")
    axe = AXE.read_text(encoding="utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = []
    for path in await told(press):
        await page.goto(f"http://127.0.0.1:{press.port}/{press.key}/{path}")
        result = await page.evaluate(f"{axe};axe.run()")
        found += [
            (path, one["id"], one["nodes"][0]["html"]) for one in result["violations"] if one["impact"] in SERIOUS
        ]
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert found == []
    assert {url.split("/")[2] for url in asked} == {f"127.0.0.1:{press.port}"}


async def test_a_page_is_read_and_searched_by_keyboard_alone(press: Press, page: Page) -> None:  # noqa: F811
    paths = await told(press)
    await page.goto(f"http://127.0.0.1:{press.port}/{press.key}/{paths[0]}")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.type("ferry")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/search?q=ferry")
    assert await page.input_value("input[name=q]") == "ferry"
