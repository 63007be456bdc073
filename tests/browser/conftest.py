"""One demo and one Chromium for all walks; without a browser they are skipped, loudly."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.browser.stage import chromium, chromium_path, demo
from tests.browser.window import WAIT_MS, Window


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave browser tests out where there is no browser."""
    if chromium_path() is None:
        for item in items:
            if "browser" in item.path.parts:
                item.add_marker(pytest.mark.skip(reason="NO BROWSER TESTED: install Chromium (apt install chromium)"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser for one module: while it is open Playwright's loop runs, and no other can."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def home() -> Iterator[str]:
    """Give the address of a demo that has told two digests."""
    with demo(is_set_up=True) as address:
        yield address


class Browsing:
    """Opens windows that complain of everything their console does: errors, refused scripts, what is not found."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def open(self, address: str, **options: object) -> Window:
        context = self._browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        context.set_default_timeout(WAIT_MS)
        self._contexts.append(context)
        page: Page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        return Window(page)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def browsing(browser: Browser) -> Iterator[Browsing]:
    opened = Browsing(browser)
    try:
        yield opened
    finally:
        opened.close()
    assert opened.complaints == []
