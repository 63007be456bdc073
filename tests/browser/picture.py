"""The README's picture of a digest, light and dark, as the playground's page shows it: `make picture`.

Beside it the words it shows, so that a test can tell when it has grown old.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.stage import ROOT, chromium, demo
from tests.browser.window import WAIT_MS

FOLDER = ROOT / "docs"
WORDS, LIGHT, DARK = "digest.txt", "digest.png", "digest-dark.png"


def open_digest(browser: Browser, home: str) -> Page:
    """Give a page that shows the demo's first digest: about as wide as a README, and so high that all of it is seen."""
    page = browser.new_page(viewport={"width": 700, "height": 2400}, device_scale_factor=1.5)
    page.set_default_timeout(2 * WAIT_MS)
    page.route("**/events*", lambda route: route.abort())  # what others do would draw the page anew meanwhile
    page.goto(home)
    page.get_by_label("Open a story").first.wait_for()
    page.locator(".more").evaluate_all("(all) => all.forEach((one) => one.remove())")
    return page


def words(page: Page) -> str:
    """Give what the digest says, but for times and Discord's numbers, which are others each time.

    Times are gone from the page then.
    """
    said: str = page.locator("article", has_text="feeds ok").first.evaluate(
        "(one) => { one.querySelectorAll('time').forEach((it) => it.remove()); return one.innerText; }"
    )
    lines = (" ".join(re.sub(r"\d{15,}", "…", line).split()) for line in said.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def take(browser: Browser, home: str, folder: Path) -> None:
    """Write the pictures and the words into a folder."""
    page = open_digest(browser, home)
    for scheme, name in (("light", LIGHT), ("dark", DARK)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.locator("article", has_text="feeds ok").first.screenshot(path=folder / name)
    folder.joinpath(WORDS).write_text(words(page), encoding="utf-8")
    page.close()


if __name__ == "__main__":
    with demo() as address, chromium() as opened:
        take(opened, address, FOLDER)
