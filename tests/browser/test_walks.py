"""The whole product in a real browser, as a newcomer walks through it: `tidings demo` in a process of its own."""

from __future__ import annotations

import re

from playwright.sync_api import Response, expect

from tests.browser.conftest import Browsing


def test_from_a_topic_to_the_notice_of_a_broken_feed(home: str, browsing: Browsing) -> None:
    mira = browsing.open(home)
    feed = mira.page.get_by_label("kelmouth-echo.xml").input_value()
    mira.take("/topic cr", "/topic create")
    mira.take("na", "name:")
    mira.box.press_sequentially("Harbours")
    mira.box.press("Enter")
    mira.sees("Harbours")
    mira.sees("is made")
    mira.take("/feed ad", "/feed add")
    mira.take("u", "url:")
    mira.box.press_sequentially(f"{feed} ")
    mira.take("to", "topic:")
    mira.take("Harb", "Harbours")
    mira.take("back", "backfill:")
    mira.box.press_sequentially("10")
    mira.box.press("Enter")
    mira.sees("belongs to")
    mira.box.fill("/digest schedule ")
    mira.take("ch", "channel:")
    mira.take("", "#bulletin")
    mira.box.press_sequentially("at:20:00 ")
    mira.take("timez", "timezone:")
    mira.take("UT", "UTC")
    mira.box.press_sequentially("topics:Harbours")
    mira.box.press("Enter")
    mira.sees("is ordered for")

    mira.go("bulletin")
    mira.sees_at_a_slot(re.compile("Harbours 20:00"))
    mira.choose("Open a story")
    expect(mira.last).to_contain_text("Only you can see this")
    mira.press("Sources")
    expect(mira.last).to_contain_text("kelmouthecho.example")

    mira.go("Jon")
    jon = mira
    jon.take("/sub", "/subscribe")
    jon.take("top", "topic:")
    jon.take("Har", "Harbours")
    jon.box.press("Enter")
    jon.sees("You subscribe to")

    jon.page.get_by_text("14 feeds", exact=True).click()
    jon.press("Break kelmouth-echo.xml")
    expect(jon.page.get_by_text("14 feeds, 1 broken")).to_be_visible()
    jon.go("notices")
    jon.press("+1 day")
    jon.sees("cannot be read since")
    jon.press("Mend kelmouth-echo.xml")
    expect(jon.page.get_by_text(", 1 broken")).to_be_hidden()


def test_a_server_is_set_up_by_menus_and_a_form(home: str, browsing: Browsing) -> None:
    mira = browsing.open(home)
    mira.go("notices")
    mira.send("/setup")
    mira.sees("Nothing is stored before you send the form")
    mira.choose("Which topics", "Coast", "Sport")
    mira.choose("Where digests are posted", "news")
    drawn_anew = mira.page.locator("#log").get_by_label("Which topics").last.locator("option[selected]")
    expect(drawn_anew).to_have_count(2)
    mira.press("Choose the time")
    form = mira.page.get_by_role("dialog")
    form.locator("input[name=at]").fill("21:30")
    other = browsing.open(home)
    other.go("notices")
    other.send("Is the digest ordered?")
    expect(mira.page.locator("#log").get_by_text("Is the digest ordered?")).to_have_count(1)
    expect(form.locator("input[name=at]")).to_have_value("21:30")
    form.locator("input[name=timezone]").fill("Europe/Kyiv")
    form.get_by_role("button", name="Submit").click()
    expect(form).to_be_hidden()
    mira.sees("2 topics with 6 feeds")
    mira.press("Choose the time")
    form.get_by_role("button", name="Cancel").click()
    expect(form).to_be_hidden()
    mira.press("Show me the first digest")
    mira.sees(re.compile("feeds ok|still"))


def test_the_next_entry_is_published_when_somebody_says_so(home: str, browsing: Browsing) -> None:
    mira = browsing.open(home)
    coming = mira.page.locator("#panels").get_by_text(re.compile("^Next: ")).inner_text().removeprefix("Next: ")
    mira.press("Publish next entry")
    expect(mira.page.locator("#panels").get_by_text(f"Latest: {coming}")).to_be_visible()


def test_two_people_see_what_is_for_all_at_once_and_each_their_own_answers(home: str, browsing: Browsing) -> None:
    mira, jon = browsing.open(home), browsing.open(home)
    jon.go("Jon")
    jon.box.press_sequentially("half a sentence")
    mira.send("Good evening, all")
    jon.sees("Good evening, all")
    mira.send("/topics")
    expect(mira.last).to_contain_text("Only you can see this")
    answer = mira.last.get_attribute("id")
    mira.send("Done for today")
    jon.sees("Done for today")
    expect(jon.last).to_contain_text("Done for today")
    expect(jon.page.locator(f"#{answer}")).to_have_count(0)
    expect(jon.box).to_have_value("half a sentence")
    expect(mira.box).to_have_value("")
    expect(mira.box).to_be_focused()


def test_what_is_wrong_is_a_sentence_beside_the_kept_line(home: str, browsing: Browsing) -> None:
    mira = browsing.open(home)
    trouble = mira.page.get_by_role("alert")
    mira.send("/nonsense now")
    expect(trouble).to_have_text("There is no command /nonsense for Mira here.")
    expect(mira.box).to_have_value("/nonsense now")
    mira.send("/feed add url:https://a.example topic:Aldmark colour:red")
    expect(trouble).to_have_text("There is no option colour in /feed add.")
    mira.send("/digest schedule at:18:00 timezone:UTC")
    expect(trouble).to_have_text("Channel must be given.")
    mira.send("/topics")
    expect(trouble).to_be_hidden()


def test_without_script_the_same_walk_goes_by_forms_alone(home: str, browsing: Browsing) -> None:
    mira = browsing.open(home, java_script_enabled=False)
    feed = mira.page.get_by_label("touchline.xml").input_value()
    mira.send("/topic create name:Games")
    mira.sees("is made")
    mira.send(f"/feed add url:{feed} topic:Games backfill:10")
    mira.sees("belongs to")
    mira.send("/digest schedule channel:#bulletin at:19:15 timezone:UTC topics:Games")
    mira.sees("is ordered for")
    mira.go("bulletin")
    for _ in range(3):  # the other walks' digests may come first
        mira.press("Next slot")
    mira.sees(re.compile("1/1 feeds ok"))
    mira.choose("Open a story")
    expect(mira.last).to_contain_text("Only you can see this")
    mira.go("Jon")
    mira.send("/subscribe topic:Games")
    mira.sees("You subscribe to")
    mira.send("/nonsense")
    expect(mira.page.get_by_role("alert")).to_have_text("There is no command /nonsense for Jon here.")
    expect(mira.box).to_have_value("/nonsense")


def test_a_page_is_light_and_asks_nobody_else(home: str, browsing: Browsing) -> None:
    mira = browsing.open("about:blank")
    came: list[Response] = []
    mira.page.on("response", lambda one: came.append(one))  # noqa: PLW0108 - playwright marks its handlers
    mira.page.goto(home)
    mira.page.wait_for_load_state("load")
    loaded = [one for one in came if not one.url.endswith("/events") and one.status == 200]
    assert all(one.url.startswith(home) for one in loaded)
    weight = sum(len(one.body()) for one in loaded)
    assert weight < 150_000, weight
