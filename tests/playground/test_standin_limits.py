"""What the stand-in refuses in a message: every limit takes n and refuses n + 1, and says which field is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.standin.errors import ApiError
from bot.playground.standin.limits import check_message
from bot.playground.standin.objects import Message, User

Json = dict[str, Any]

V2 = 1 << 15
SETTABLE = (1 << 2, 1 << 12, 1 << 13, V2)
"""The flags a bot may set on a message (Discord's docs, create message)."""

LINK = "https://news.example/"


def text(size: int = 1) -> Json:
    return {"type": 10, "content": "é" * size}


def button(number: int = 0, **changes: Any) -> Json:
    return {"type": 2, "style": 1, "label": "Open", "custom_id": f"button:{number}"} | changes


def link(**changes: Any) -> Json:
    return {"type": 2, "style": 5, "label": "Read", "url": LINK} | changes


def option(number: int = 0, **changes: Any) -> Json:
    return {"label": f"Option {number}", "value": str(number)} | changes


def select(number: int = 0, *, options: list[Json] | None = None, **changes: Any) -> Json:
    shown = [option()] if options is None else options
    return {"type": 3, "custom_id": f"select:{number}", "options": shown} | changes


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def section(*children: Json, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": list(children), "accessory": accessory or link()}


def picture(**changes: Any) -> Json:
    return {"media": {"url": f"{LINK}map.png"}} | changes


def gallery(*items: Json) -> Json:
    return {"type": 12, "items": list(items)}


def container(*children: Json) -> Json:
    return {"type": 17, "components": list(children)}


def legacy(*rows: Json) -> Json:
    return {"content": "Below", "components": list(rows)}


def layout(*components: Json) -> Json:
    return {"flags": V2, "components": list(components)}


def embed(**changes: Any) -> Json:
    return {"embeds": [{"title": "Ferry"} | changes]}


def field(**changes: Any) -> Json:
    return {"name": "Day", "value": "Monday"} | changes


def long_url(size: int) -> str:
    return LINK.ljust(size, "x")


def embed_text(size: int) -> Json:
    """Give two embeds of this many characters together."""
    return {"embeds": [{"description": "é" * 4096}, {"description": "é" * (size - 4096)}]}


def refusal(payload: Json, **how: Any) -> ApiError | None:
    try:
        check_message(payload, **how)
    except ApiError as error:
        return error
    return None


def wrong_fields(error: ApiError | None) -> list[str]:
    """Give the paths that the tree of errors names."""
    assert error is not None, "nothing was refused"
    assert (error.status, error.body["code"], error.body["message"]) == (400, 50035, "Invalid Form Body")

    def paths(tree: Json, path: str) -> list[str]:
        if "_errors" in tree:
            assert all(one["code"] and one["message"] for one in tree["_errors"])
            return [path]
        return [found for name, child in tree.items() for found in paths(child, f"{path}.{name}" if path else name)]

    return paths(error.body["errors"], "")


@dataclass(frozen=True)
class Limit:
    """A measure of a message with its bounds: `build` gives a message of that size, `path` the field that is wrong."""

    path: str
    most: int
    build: Callable[[int], Json]
    least: int = 0
    up_to: int = 0

    def __str__(self) -> str:
        return f"{self.path} {self.least}-{self.most}"


LIMITS = (
    Limit("content", 2000, lambda n: {"content": "é" * n}, least=1),
    Limit("nonce", 25, lambda n: {"content": "Hello", "nonce": "7" * n}),
    Limit("allowed_mentions.users", 100, lambda n: {"content": "Hello", "allowed_mentions": {"users": ["7"] * n}}),
    Limit("allowed_mentions.roles", 100, lambda n: {"content": "Hello", "allowed_mentions": {"roles": ["7"] * n}}),
    Limit("embeds", 10, lambda n: {"embeds": [{"title": "Ferry"}] * n}, least=1),
    Limit("embeds", 6000, embed_text, least=4097, up_to=8192),
    Limit("embeds.0.title", 256, lambda n: embed(title="é" * n)),
    Limit("embeds.0.description", 4096, lambda n: embed(description="é" * n)),
    Limit("embeds.0.footer.text", 2048, lambda n: embed(footer={"text": "é" * n})),
    Limit("embeds.0.author.name", 256, lambda n: embed(author={"name": "é" * n})),
    Limit("embeds.0.fields", 25, lambda n: embed(fields=[field()] * n)),
    Limit("embeds.0.fields.0.name", 256, lambda n: embed(fields=[field(name="é" * n)]), least=1),
    Limit("embeds.0.fields.0.value", 1024, lambda n: embed(fields=[field(value="é" * n)]), least=1),
    Limit("components", 5, lambda n: legacy(*[row(button(one)) for one in range(n)])),
    Limit("components.0.components", 5, lambda n: legacy(row(*map(button, range(n)))), least=1),
    Limit("components.0.components", 1, lambda n: legacy(row(*map(select, range(n)))), least=1),
    Limit("components.0.components.0.label", 80, lambda n: legacy(row(button(label="é" * n))), least=1),
    Limit("components.0.components.0.custom_id", 100, lambda n: legacy(row(button(custom_id="é" * n))), least=1),
    Limit("components.0.components.0.custom_id", 100, lambda n: legacy(row(select(custom_id="é" * n))), least=1),
    Limit("components.0.components.0.url", 512, lambda n: legacy(row(link(url=long_url(n)))), least=len(LINK)),
    Limit("components.0.components.0.placeholder", 150, lambda n: legacy(row(select(placeholder="é" * n)))),
    Limit(
        "components.0.components.0.options",
        25,
        lambda n: legacy(row(select(options=list(map(option, range(n)))))),
        least=1,
    ),
    *(
        Limit(
            f"components.0.components.0.options.0.{name}",
            100,
            lambda n, name=name: legacy(row(select(options=[option(**{name: "é" * n})]))),
            least=least,
        )
        for name, least in (("label", 1), ("value", 1), ("description", 0))
    ),
    Limit("components", 40, lambda n: layout(*[text()] * n), least=1),
    Limit("components", 4000, lambda n: layout(text(n)), least=1),
    Limit("components.0.components", 3, lambda n: layout(section(*[text()] * n)), least=1),
    Limit(
        "components.0.accessory.label", 80, lambda n: layout(section(text(), accessory=link(label="é" * n))), least=1
    ),
    Limit("components.0.components.0.components", 5, lambda n: layout(container(row(*map(button, range(n))))), least=1),
    Limit("components.0.items", 10, lambda n: layout(gallery(*[picture()] * n)), least=1),
    Limit("components.0.items.0.description", 1024, lambda n: layout(gallery(picture(description="é" * n)))),
    Limit(
        "components.0.accessory.description",
        1024,
        lambda n: layout(section(text(), accessory={"type": 11} | picture(description="é" * n))),
    ),
)

each = pytest.mark.parametrize("limit", LIMITS, ids=str)


@each
def test_the_bounds_themselves_are_taken(limit: Limit) -> None:
    check_message(limit.build(limit.least))
    check_message(limit.build(limit.most))


@each
def test_one_more_than_the_limit_is_refused_and_the_field_named(limit: Limit) -> None:
    assert wrong_fields(refusal(limit.build(limit.most + 1))) == [limit.path]


@each
@settings(max_examples=8)
@given(data=st.data())
def test_every_size_within_is_taken_and_every_size_beyond_refused(limit: Limit, data: st.DataObject) -> None:
    check_message(limit.build(data.draw(st.integers(limit.least, limit.most))))
    beyond = data.draw(st.integers(limit.most + 1, limit.up_to or 2 * limit.most + 1))
    assert wrong_fields(refusal(limit.build(beyond))) == [limit.path]


@pytest.mark.parametrize("limit", [one for one in LIMITS if one.least == 1 and one.path != "content"], ids=str)
def test_what_must_be_there_cannot_be_empty(limit: Limit) -> None:
    assert refusal(limit.build(0)) is not None


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=12))
def test_the_text_of_a_layout_is_counted_over_all_its_displays(sizes: list[int]) -> None:
    shown = layout(container(text(sizes[0])), *[text(size) for size in sizes[1:]])
    assert (refusal(shown) is None) == (sum(sizes) <= 4000)


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=4), min_size=1, max_size=6))
def test_the_components_of_a_layout_are_counted_with_those_inside_others(groups: list[list[int]]) -> None:
    shown = layout(*[container(*[section(*[text()] * texts) for texts in group]) for group in groups])
    total = sum(1 + sum(2 + texts for texts in group) for group in groups)  # a section counts with its accessory
    assert (refusal(shown) is None) == (total <= 40)


@given(st.lists(st.sampled_from(["title", "description", "footer", "author", "fields"]), min_size=1, max_size=10))
def test_the_text_of_embeds_is_counted_over_all_of_them(names: list[str]) -> None:
    parts: dict[str, Json] = {
        "title": {"title": "é" * 256},
        "description": {"description": "é" * 4000},
        "footer": {"footer": {"text": "é" * 2000}},
        "author": {"author": {"name": "é" * 256}},
        "fields": {"fields": [field(name="é" * 200, value="é" * 1000)]},
    }
    sizes = {"title": 256, "description": 4000, "footer": 2000, "author": 256, "fields": 1200}
    assert (refusal({"embeds": [parts[name] for name in names]}) is None) == (sum(map(sizes.get, names)) <= 6000)


@given(st.lists(st.sampled_from(["follow", "mute", "more", "less"]), min_size=1, max_size=5))
def test_custom_ids_must_differ(custom_ids: list[str]) -> None:
    below = row(*[button(custom_id=one) for one in custom_ids])
    is_unique = len(set(custom_ids)) == len(custom_ids)
    for shown in (legacy(below), layout(text(), container(below))):
        assert (refusal(shown) is None) == is_unique


def test_custom_ids_must_differ_between_rows_and_accessories() -> None:
    for shown in (
        legacy(row(button(custom_id="more")), row(select(custom_id="more"))),
        layout(section(text(), accessory=button(custom_id="more")), row(button(custom_id="more"))),
    ):
        assert wrong_fields(refusal(shown)) == ["components"]


def test_the_values_of_a_selects_options_must_differ() -> None:
    twice = select(options=[option(1), option(1)])
    assert wrong_fields(refusal(legacy(row(twice)))) == ["components.0.components.0.options"]


@given(st.integers(0, 30))
def test_only_four_flags_can_be_set_on_a_message(bit: int) -> None:
    payload = layout(text()) if 1 << bit == V2 else {"content": "Hello", "flags": 1 << bit}
    assert (refusal(payload) is None) == (1 << bit in SETTABLE)


def test_only_an_answer_to_an_interaction_can_be_ephemeral() -> None:
    payload = {"content": "For you", "flags": 1 << 6}
    assert wrong_fields(refusal(payload)) == ["flags"]
    check_message(payload, interaction=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [("content", "Hello"), ("embeds", [{"title": "Ferry"}]), ("poll", {"answers": []}), ("sticker_ids", ["1"])],
)
def test_a_layout_has_nothing_beside_its_components(name: str, value: Any) -> None:
    assert wrong_fields(refusal(layout(text()) | {name: value})) == [name]


def test_a_layout_takes_the_empty_fields_that_a_change_to_it_sends() -> None:
    check_message(layout(text()) | {"content": None, "embeds": []})


@pytest.mark.parametrize("payload", [{}, {"content": ""}, {"embeds": [], "components": []}, layout()])
def test_a_message_without_anything_in_it_is_refused(payload: Json) -> None:
    error = refusal(payload)
    assert error is not None
    assert (error.status, error.body["code"]) == (400, 50006)


@pytest.mark.parametrize(
    "misplaced",
    [
        legacy(text()),
        legacy(container(text())),
        legacy(row(text())),
        layout(button()),
        layout(container(container(text()))),
        layout(section(row(button()))),
        layout(section(text(), accessory=select())),
        layout(row(button(), select())),
        layout({"type": 99}),
        layout({}),
    ],
)
def test_a_component_in_the_wrong_place_is_refused(misplaced: Json) -> None:
    assert wrong_fields(refusal(misplaced))


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": 9, "components": [text()]},
        row(button(label="")),
        row(button(style=9)),
        row(button(custom_id=None)),
        row(link(url=None)),
        row(link(custom_id="both")),
    ],
    ids=["no accessory", "no label", "unknown style", "no custom id", "no url", "url and custom id"],
)
def test_a_component_lacking_what_it_needs_is_refused(wrong: Json) -> None:
    assert wrong_fields(refusal(layout(wrong)))


def test_a_button_may_have_an_emoji_for_a_label() -> None:
    check_message(legacy(row(button(label=None, emoji={"name": "🗞️"}))))


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "ftp://files.example/a", "news.example/a", "data:,a"])
def test_only_web_addresses_can_be_linked_or_shown(url: str) -> None:
    assert wrong_fields(refusal(legacy(row(link(url=url))))) == ["components.0.components.0.url"]
    shown = layout(gallery({"media": {"url": url}}))
    assert wrong_fields(refusal(shown)) == ["components.0.items.0.media.url"]


def test_a_picture_may_be_a_file_sent_along() -> None:
    check_message(layout(gallery({"media": {"url": "attachment://map.png"}})))


@pytest.mark.parametrize("name", ["users", "roles"])
def test_mentions_are_allowed_by_list_or_by_kind_but_not_both(name: str) -> None:
    both = {"content": "Hello", "allowed_mentions": {"parse": [name], name: ["7"]}}
    assert wrong_fields(refusal(both)) == ["allowed_mentions"]
    check_message({"content": "Hello", "allowed_mentions": {"parse": [name], name: []}})
    check_message({"content": "Hello", "allowed_mentions": {"parse": ["everyone"], name: ["7"]}})


def said(payload: Json) -> Message:
    return Message(
        id=2,
        channel_id=3,
        author=User(id=1, name="Bot", bot=True),
        created=datetime(2031, 3, 4, tzinfo=UTC),
        payload=payload,
    )


def test_a_layout_stays_one() -> None:
    before = said(layout(text()))
    assert wrong_fields(refusal({"flags": 0, "content": "Plain"}, editing=before)) == ["flags"]
    assert wrong_fields(refusal({"content": "Plain"}, editing=before)) == ["content"]
    check_message({"components": [text(2)]}, editing=before)


@each
def test_a_change_is_held_to_the_same_limits(limit: Limit) -> None:
    before = said(layout(text()) if limit.build(limit.most).get("flags") else {"content": "Before"})
    check_message(limit.build(limit.most), editing=before)
    assert wrong_fields(refusal(limit.build(limit.most + 1), editing=before)) == [limit.path]
