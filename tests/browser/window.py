"""What somebody does in a window of the page, found by what a screen reader would say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

WAIT_MS = 30_000
"""How long anything may take to appear: far more than it takes, on a machine with others at work."""

expect.set_options(timeout=WAIT_MS)


@dataclass(frozen=True)
class Window:
    """A page, with script or without."""

    page: Page

    @property
    def box(self) -> Locator:
        return self.page.get_by_label(re.compile("^Message .*or / for a command"))

    @property
    def offers(self) -> Locator:
        return self.page.locator("#offers").get_by_role("option")

    @property
    def last(self) -> Locator:
        """Give the newest message."""
        return self.page.get_by_role("article").last

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Wait for a text in the messages."""
        expect(self.page.locator("#log").get_by_text(text).last).to_be_visible()

    def sees_at_a_slot(self, text: str | re.Pattern[str], slots: int = 6) -> None:
        """Go from slot to slot, others' digests may come first, until a text is in the messages."""
        wanted = self.page.locator("#log").get_by_text(text).last
        clock = self.page.locator("#panels time").first
        for _ in range(slots):
            if wanted.is_visible():
                return
            before = clock.inner_text()
            self.press("Next slot")
            expect(clock).not_to_have_text(before)
        self.sees(text)

    def send(self, line: str) -> None:
        """Type a line and send it."""
        self.box.fill(line)
        self.box.press("Enter")

    def take(self, typed: str, offer: str) -> None:
        """Type on at the end of the line until something is offered, and take it with the keyboard."""
        self.box.press("End")
        self.box.press_sequentially(typed)
        wanted = self.offers.filter(has_text=offer).first
        expect(wanted).to_be_visible()
        while wanted.get_attribute("aria-selected") != "true":
            self.box.press("ArrowDown")
        self.box.press("Enter")
        expect(wanted).to_be_hidden()

    def choose(self, menu: str, *labels: str) -> None:
        """Choose from the last menu of this name: what begins with these words, or the first thing it offers."""
        select = self.page.locator("#log").get_by_label(menu).last
        offered = select.locator("option:not([value=''])").evaluate_all(
            "(all, begun) => all.filter((it) => begun.some((word) => it.text.startsWith(word))).map((it) => it.value)",
            labels or [""],
        )
        select.select_option(offered if labels else offered[0])
        select.locator("xpath=ancestor::form").get_by_role("button", name="Choose").click()

    def press(self, button: str) -> None:
        """Press a button, the last of this name."""
        self.page.get_by_role("button", name=button).last.click()

    def go(self, link: str) -> None:
        """Follow a link of the channel list or of the people."""
        self.page.get_by_role("link", name=re.compile(f"^(?:[#»≡] )?{link}")).first.click()
        self.page.wait_for_load_state()
