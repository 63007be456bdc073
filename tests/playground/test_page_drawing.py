"""Messages and forms as a browser gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from lxml import etree
from markupsafe import Markup
from syrupy.assertion import SnapshotAssertion

from bot.playground.page.drawing import STYLE, draw_modal
from bot.playground.page.drawing import draw_message as draw
from tests.playground.foreign import foreign, marks_and_letters
from tests.playground.gallery import (
    EMBED,
    FAR,
    MESSAGES,
    MODAL,
    NAMES,
    SQUARE,
    button,
    drawn,
    message,
    picture,
    row,
    text,
)

ELEMENTS = {
    *(
        "article",
        "div",
        "span",
        "bdi",
        "time",
        "strong",
        "em",
        "u",
        "s",
        "code",
        "pre",
        "h2",
        "h3",
        "h4",
        "h5",
        "small",
    ),
    *("blockquote", "ul", "ol", "li", "a", "img", "hr", "svg", "rect", "details", "summary", "form", "input", "button"),
    *("select", "option", "label", "textarea"),
}


def element(html: Markup) -> etree._Element:
    """Read HTML as XML: the strictest reader of what stands within what."""
    return etree.fromstring(f"<page>{html}</page>")


def shown(*components: dict[str, Any], **more: Any) -> etree._Element:
    return element(draw(message(1, *components, **more), NAMES))


def words(found: etree._Element) -> str:
    return " ".join("".join(found.itertext()).split())


def values(found: etree._Element) -> list[tuple[str, str]]:
    return [(one.get("name") or "", one.get("value") or "") for one in found.iter("input")]


def test_the_gallery_is_drawn_as_it_was_looked_at(snapshot: SnapshotAssertion) -> None:
    lines = (line.strip() for line in drawn().splitlines())
    assert "\n".join(line for line in lines if line) == snapshot


def test_a_message_says_who_wrote_it_and_when() -> None:
    found = shown(content="hello", edited_timestamp=NAMES.now.isoformat(), flags=64)[0]
    assert (found.tag, found.get("id"), found.get("aria-label")) == ("article", "m1", "Tidings, Today at 07:00")
    assert words(found) == "T Tidings APP Today at 07:00 (edited) hello Only you can see this"
    assert found.find(".//time").get("datetime") == "2026-03-02T07:00:00+00:00"


def test_who_is_no_bot_has_no_badge() -> None:
    found = element(draw(MESSAGES[-1], NAMES))
    assert "APP" not in words(found)
    assert words(found.find(".//bdi")) == "Jon"


def test_a_deferred_answer_thinks() -> None:
    assert "Tidings is thinking…" in words(shown(flags=1 << 7))


def test_a_thread_is_a_link_beside_this_channel() -> None:
    found = shown(content="a", thread={"id": "77", "name": "More", "message_count": 1}).find(".//a[@class='thread']")
    assert (found.get("href"), words(found)) == ("77", "🧵 More 1 message")


def test_a_button_is_a_form() -> None:
    found = shown(row(button(4, "Delete", custom_id="drop:<1>"))).find(".//form")
    assert (found.get("method"), found.get("action")) == ("post", "/press")
    assert values(found) == [("message", "1"), ("component", "drop:<1>")]
    assert (words(found), found.find("button").get("class")) == ("Delete", "button danger")


def test_a_disabled_button_is_disabled() -> None:
    assert shown(row(button(1, "Gone", disabled=True))).find(".//button").get("disabled") is not None


def test_a_link_button_leads_out_without_a_trace() -> None:
    found = shown(row({"type": 2, "style": 5, "label": "Read", "url": FAR})).find(".//a")
    assert (found.get("href"), found.get("rel"), found.get("target")) == (FAR, "noopener noreferrer nofollow", "_blank")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "discord://-/x", "https://[", "attachment://x", ""])
def test_a_button_that_leads_nowhere_on_the_web_is_no_link(url: str) -> None:
    assert shown(row({"type": 2, "style": 5, "label": "Read", "url": url})).find(".//a") is None


OPTIONS = [{"label": "One", "value": "1", "description": "first"}, {"label": "Two", "value": "2"}]


def test_a_menu_offers_its_options_under_its_placeholder() -> None:
    form = shown(row({"type": 3, "custom_id": "m", "placeholder": "Open", "options": OPTIONS})).find(".//form")
    menu = form.find("select")
    assert (form.get("action"), values(form)) == ("/choose", [("message", "1"), ("component", "m")])
    assert (menu.get("name"), menu.get("aria-label"), menu.get("multiple")) == ("values", "Open", None)
    assert [(one.get("value"), one.text) for one in menu] == [("", "Open"), ("1", "One – first"), ("2", "Two")]
    assert [one.get("value") for one in menu.iterfind("option[@selected]")] == [""]
    assert words(form.find("button")) == "Choose"


def test_a_menu_of_which_several_may_be_chosen_shows_its_defaults() -> None:
    options = [OPTIONS[0], OPTIONS[1] | {"default": True}]
    menu = shown(row({"type": 3, "custom_id": "m", "options": options, "max_values": 2, "min_values": 0})).find(
        ".//select"
    )
    assert menu.get("multiple") is not None
    assert menu.get("required") is None
    assert [one.get("value") for one in menu.iterfind("option[@selected]")] == ["2"]


def test_a_menu_of_channels_offers_those_with_names() -> None:
    menu = shown(row({"type": 8, "custom_id": "m", "default_values": [{"id": "9", "type": "channel"}]})).find(
        ".//select"
    )
    assert [words(one) for one in menu] == ["Make a selection", "#news", "#notices"]
    assert [one.get("value") for one in menu.iterfind("option[@selected]")] == ["9"]


def test_a_menu_with_nothing_to_offer_is_disabled() -> None:
    nobody = type(NAMES)(now=NAMES.now)
    found = element(draw(message(1, row({"type": 7, "custom_id": "m"})), nobody))
    assert found.find(".//select").get("disabled") is not None
    assert found.find(".//button").get("disabled") is not None


def test_a_picture_of_this_machine_is_shown_and_another_is_told_of() -> None:
    found = shown({"type": 12, "items": [picture(SQUARE, "Square"), picture(FAR, "Harbour")]})
    assert [(one.get("src"), one.get("alt")) for one in found.iter("img")] == [(SQUARE, "Square")]
    box = found.find(".//*[@role='img']")
    assert (box.get("aria-label"), words(box)) == ("Harbour (picture of kestrel.example)", "Harbourkestrel.example")


def test_an_uploaded_picture_is_found_by_its_name() -> None:
    uploaded = [{"id": "1", "filename": "square.png", "size": 1, "url": SQUARE}]
    found = shown({"type": 12, "items": [picture("attachment://square.png", "Square")]}, attachments=uploaded)
    assert [one.get("src") for one in found.iter("img")] == [SQUARE]


def test_a_container_has_its_colour_without_a_style_in_the_text() -> None:
    found = shown({"type": 17, "accent_color": 0x00AAFF, "components": [text("a")]})
    assert found.find(".//rect").get("fill") == "#00aaff"
    assert found.find(".//*[@style]") is None


def test_an_embed_shows_all_it_holds() -> None:
    found = shown(content="", embeds=[EMBED], flags=0).find(".//div[@class='embed']")
    assert [one.get("href") for one in found.iter("a")] == [
        "https://harbour-post.example",
        "https://harbour-post.example/1",
    ]
    for part in (
        "The Harbour Post",
        "Ferry late",
        "an hour",
        "Since",
        "noon",
        "The ferry",
        "4 outlets",
        "Yesterday at 07:00",
    ):
        assert part in words(found)


def test_embeds_that_are_suppressed_are_not_shown() -> None:
    assert shown(content="", embeds=[EMBED], flags=4).find(".//div[@class='embed']") is None


def test_everyone_is_a_mention_only_where_it_notifies() -> None:
    assert shown(content="@everyone", flags=0).find(".//span[@class='mention']") is None
    assert shown(content="@everyone", flags=0, mention_everyone=True).find(".//span[@class='mention']") is not None


def test_a_time_says_the_whole_of_itself() -> None:
    found = shown(content="<t:0:R>", flags=0).find(".//div[@class='text']/time")
    assert (found.get("datetime"), found.get("title")) == (
        "1970-01-01T00:00:00+00:00",
        "Thursday, 1 January 1970 00:00",
    )
    assert words(shown(content="<t:9999999999999>", flags=0).find(".//div[@class='text']")) == "Invalid Date"


def test_a_spoiler_is_a_box_to_tick_but_for_one_in_a_link() -> None:
    assert shown(content="||a||", flags=0).find(".//input").get("type") == "checkbox"
    assert shown(content=f"[||a||]({FAR})", flags=0).find(".//input") is None


def test_a_form_has_a_field_for_each_custom_id() -> None:
    form = element(draw_modal(MODAL, "/submit/7?a=1&b=2"))[0]
    assert (form.tag, form.get("action"), form.get("method")) == ("form", "/submit/7?a=1&b=2", "post")
    assert words(form.find("h2")) == "When?"
    line, choice, paragraph = form.find(".//input"), form.find(".//select"), form.find(".//textarea")
    assert [line.get(name) for name in ("name", "value", "minlength", "maxlength")] == ["at", "07:30", "2", "60"]
    assert (choice.get("name"), choice.get("aria-label")) == ("topic", None)
    assert [paragraph.get(name) for name in ("name", "placeholder", "required")] == ["why", "In words", None]
    assert [(words(one), one.get("name")) for one in form.iter("button")] == [("Submit", None), ("Cancel", "cancel")]


def test_what_a_paragraph_holds_keeps_its_first_line_feed() -> None:
    field = {"type": 4, "style": 2, "custom_id": "a", "label": "A", "value": "\nb"}
    area = element(draw_modal({"title": "T", "components": [row(field)]}, "/")).find(".//textarea")
    assert area.text == "\n\nb"  # of which a browser drops the first


def everywhere(foreign: str) -> Iterator[Markup]:
    """Draw a text in every place it can stand in."""
    option = {"label": foreign, "value": foreign, "description": foreign}
    embed = {"title": foreign, "url": foreign, "description": foreign, "fields": [{"name": foreign, "value": foreign}]}
    embed |= {"footer": {"text": foreign}, "author": {"name": foreign, "url": foreign}, "image": {"url": foreign}}
    menu = {"type": 3, "custom_id": foreign, "placeholder": foreign, "options": [option]}
    names = type(NAMES)(now=NAMES.now, roles={7: foreign}, channels={8: foreign}, users={4: foreign})
    section = {"type": 9, "components": [text(foreign)], "accessory": {"type": 11, **picture(foreign, foreign)}}
    file = {"type": 13, "file": {"url": foreign}, "name": foreign}
    link = {"type": 2, "style": 5, "label": foreign, "url": foreign}
    more = {"thread": {"id": "1", "name": foreign}, "embeds": [embed], "author": {"username": foreign}}
    one = message(1, row(link, button(1, foreign)), row(menu), row({"type": 8}), section, file, content=foreign, **more)
    yield draw(one, names)
    field = {"type": 4, "style": 2, "custom_id": foreign, "value": foreign, "placeholder": foreign}
    fields = [
        {"type": 18, "label": foreign, "description": foreign, "component": field},
        row(field | {"style": 1}),
        text(foreign),
    ]
    yield draw_modal({"title": foreign, "components": fields}, "/submit")


@given(foreign)
def test_foreign_text_makes_no_element_no_attribute_and_no_address(text: str) -> None:
    for html in everywhere(text):
        for one in element(html).iterdescendants():
            assert one.tag in ELEMENTS
            assert not any(name.startswith("on") or name == "style" for name in one.attrib)
            assert (one.get("src"), one.get("srcset")) == (None, None) or one.tag == "img"
            if one.tag == "a" and one.get("class") != "thread":
                assert urlsplit(one.get("href") or "").scheme in {"http", "https"}
                assert one.find(".//a") is None
                assert one.find(".//input") is None


@given(marks_and_letters)
def test_every_letter_can_be_read(foreign: str) -> None:
    body = shown(content=foreign, flags=0).find(".//div[@class='text']")
    read = "".join(body.itertext()) if body is not None else ""
    assert [one for one in read if one.isalpha()] == [one for one in foreign if one.isalpha()]


PAIRS = (
    *(("text", ground) for ground in ("ground", "box", "button", "field", "own", "time")),
    *(("soft", ground) for ground in ("ground", "box", "own", "field", "time")),
    *(("link", ground) for ground in ("ground", "box", "own")),
    *(("on", ground) for ground in ("primary", "success", "danger")),
    *(("mention", "mention-ground"), ("star", "ground")),
)
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(scheme: str) -> None:
    light, dark = STYLE.read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)")
    colours = {}
    for part in (light, dark) if scheme == "dark" else (light,):
        colours |= dict(re.findall(r"--m-([\w-]+): #([0-9a-f]{6})", part))
    assert [pair for pair in PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < READABLE] == []


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance (WCAG 2.2, definitions)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_style_fetches_nothing() -> None:
    assert not re.search(r"url\(|@import|//[a-z]", STYLE.read_text(encoding="utf-8"))
