"""The page while the bot is away: what Discord shows then."""

from __future__ import annotations

import logging

import pytest
from playwright.async_api import async_playwright, expect

from tests.browser.stage import SWITCHES, chromium_path
from tests.playground.gateway_town import Bot, running
from tests.playground.interaction_bot import COMMANDS
from tests.playground.page_town import page_town


async def test_a_bot_that_went_away_does_not_respond_until_it_is_back(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, logger="discord")
    async with page_town(monkeypatch) as town, async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=chromium_path(), args=SWITCHES)
        page = await chromium.new_page()
        async with running(Bot(*COMMANDS), town.town):
            await page.goto(town.standin.home)
            await expect(page.get_by_text("online", exact=True)).to_be_visible()
        await expect(page.get_by_text("Tidings is offline.")).to_be_visible()
        await page.locator("#line").fill("/whoami")
        await page.locator("#line").press("Enter")
        await expect(page.get_by_role("alert")).to_have_text("The application did not respond.")
        await expect(page.locator("#line")).to_have_value("/whoami")
        async with running(Bot(*COMMANDS), town.town):
            await expect(page.get_by_text("Tidings is offline.")).to_be_hidden()
            await page.locator("#line").press("Enter")
            await expect(page.get_by_text("Mira 1")).to_be_visible()
        await chromium.close()
