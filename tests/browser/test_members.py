"""What a member does for themselves, in a real browser: stories, a digest of their own at their hour, their data."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Browsing


def test_a_member_ties_stories_reads_alone_at_their_hour_and_is_forgotten(home: str, browsing: Browsing) -> None:
    jon, mira = browsing.open(home), browsing.open(home)
    mira.go("notices")
    jon.go("Jon")
    jon.go("news")
    jon.choose("Open a story")
    expect(jon.last).to_contain_text("Only you can see this")
    jon.press("Follow")
    jon.sees("You follow")
    jon.press("More")
    jon.sees("What else can be done")
    jon.press("Save")
    jon.sees("You find it under /saved")
    jon.press("Report")
    jon.sees("What is wrong with this story")
    jon.choose("What is wrong", "A fact is wrong")
    jon.sees("Thank you: the moderators are told")
    jon.page.get_by_role("button", name="Mute", exact=True).last.click()
    jon.sees("is not shown to you any more")
    jon.send("/saved")
    expect(jon.last).to_contain_text("Saved")
    mira.press("+1 hour")
    mira.sees("A fact is wrong")

    jon.send("/preferences timezone:UTC dm_at:09:30")
    jon.sees("09:30")
    jon.send("/subscribe topic:Aldmark deliver:dm")
    jon.sees("by direct message")
    jon.go("Tidings")
    jon.sees("From Harbour Square")
    got = jon.page.get_by_role("article").count()
    jon.press("+1 day")
    expect(jon.page.get_by_role("article")).to_have_count(got + 1)
    expect(jon.last).to_contain_text("09:30")

    jon.go("news")
    jon.send("/privacy action:export")
    jon.sees("tidings-about-me.json")
    jon.send("/privacy action:delete")
    jon.sees("deleted")
    jon.send("/saved")
    jon.sees("followed or muted nothing yet")
