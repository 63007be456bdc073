"""axe-core on every page and state, light and dark, and what it cannot see: the page by keyboard alone, at 360 px."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Browsing
from tests.browser.window import Window

AXE = Path(__file__).with_name("node_modules") / "axe-core/axe.min.js"
GRAVE = ("serious", "critical")


def judge(window: Window, what: str) -> list[str]:
    """Give what axe finds serious or critical; in the other colour scheme only colours can be worse."""
    if not window.page.evaluate("() => 'axe' in globalThis"):
        window.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for scheme, options in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
        window.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for one in window.page.evaluate("(options) => axe.run(document, options)", options)["violations"]:
            if one["impact"] in GRAVE:
                places = ", ".join(node["html"][:160] for node in one["nodes"][:3])
                found.append(f"{what}, {scheme}: {one['id']} ({one['impact']}): {places}")
    return found


@pytest.mark.skipif(not AXE.exists(), reason="NOT JUDGED FOR ACCESSIBILITY: npm ci --prefix tests/browser")
def test_no_page_and_no_state_has_a_grave_barrier(home: str, browser: Browser, browsing: Browsing) -> None:
    mira = browsing.open(home, bypass_csp=True)  # the page's policy would refuse axe itself
    found = judge(mira, "digests")
    mira.box.fill("/")
    mira.offers.first.wait_for()
    mira.box.press("ArrowDown")
    found += judge(mira, "command list")
    mira.box.press("Escape")
    mira.send("/nonsense")
    mira.page.get_by_role("alert").wait_for()
    found += judge(mira, "trouble")
    mira.choose("Open a story")
    expect(mira.last).to_contain_text("Only you can see this")
    mira.page.get_by_text("14 feeds", exact=True).click()
    found += judge(mira, "card and feeds")
    mira.send("/setup")
    mira.sees("Nothing is stored before")
    mira.choose("Which topics", "Sport")
    drawn_anew = mira.page.locator("#log").get_by_label("Which topics").last.locator("option[selected]")
    expect(drawn_anew.filter(has_text="Sport")).to_have_count(1)
    mira.press("Choose the time")
    mira.page.get_by_role("dialog").wait_for()
    found += judge(mira, "form")
    mira.page.get_by_role("button", name="Cancel").click()
    for place in ("stories", "Tidings"):
        mira.go(place)
        found += judge(mira, place)
    mira.page.set_viewport_size({"width": 360, "height": 740})
    found += judge(mira, "narrow")
    wrong = browsing.open(f"{home}nowhere", bypass_csp=True)
    found += judge(wrong, "wrong address")
    browsing.complaints.remove("Failed to load resource: the server responded with a status of 404 (Not Found)")
    assert found == []


def test_the_keyboard_alone_reaches_everything(home: str, browsing: Browsing) -> None:
    mira = browsing.open(home)
    mira.page.keyboard.press("Tab")
    expect(mira.page.get_by_text("Skip to the messages")).to_be_focused()
    mira.page.keyboard.press("Tab")
    mira.page.keyboard.press("Enter")
    mira.page.keyboard.type("/top")
    expect(mira.page.get_by_role("combobox", expanded=True)).to_be_focused()
    for name in ("Channels of Harbour Square", "Parts of the page"):
        expect(mira.page.get_by_role("navigation", name=name)).to_have_count(1 if name != "Parts of the page" else 0)
    expect(mira.page.get_by_role("main")).to_have_count(1)
    expect(mira.page.get_by_role("complementary", name="People, clock and wire")).to_have_count(1)
    expect(mira.page.get_by_role("log")).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_nothing_is_wider_than_the_window(home: str, browsing: Browsing, width: int) -> None:
    mira = browsing.open(home, viewport={"width": width, "height": 740})
    wide = mira.page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= width
    log = mira.page.locator(".scroll")
    assert log.evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert log.evaluate("(one) => Math.abs(one.scrollTop) < 2"), "the newest message is not in view"
