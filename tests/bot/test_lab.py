"""`tidings lab` on files people make: a line out for each in, or a sentence naming the line."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import tidings
from storage import open_store
from tests.builders import NOW, feed_update, new_entry, placement


def lab(tmp_path: Path, command: str, body: bytes):  # type: ignore[no-untyped-def]
    path = tmp_path / "in.jsonl"
    path.write_bytes(body)
    return CliRunner().invoke(tidings, ["lab", command, str(path)])


def test_clustering_answers_line_by_line_in_input_order(tmp_path: Path) -> None:
    entries = [
        {"id": "z", "title": "Ferry terminal in Varnholm reopens after fire", "published": "2031-03-04T08:00:00Z"},
        {"id": "a", "title": "Varnholm ferry terminal reopens after the fire", "published": "2031-03-04T09:00:00"},
        {"id": "m"},
    ]
    result = lab(tmp_path, "cluster", b"\n\n".join(json.dumps(one).encode() for one in entries))
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["id"] for one in found] == ["z", "a", "m"]
    assert found[0]["story"] == found[1]["story"] != found[2]["story"]


def test_a_summary_is_made_of_spans_of_the_texts(tmp_path: Path) -> None:
    text = "The port of Varnholm reopened five of its berths. Officials said that the rest would follow in May."
    group = {"id": 7, "entries": [{"title": "Berths open", "text": text}, {"title": "", "text": ""}]}
    result = lab(tmp_path, "summarise", json.dumps(group).encode())
    (found,) = (json.loads(line) for line in result.stdout.splitlines())
    assert found["id"] == 7
    assert found["summary"]
    for one in found["evidence"]:
        assert group["entries"][one["entry"]]["text"][one["start"] : one["end"]] == one["text"]


@pytest.mark.parametrize(
    ("command", "body", "named"),
    [
        ("cluster", b"{bad", "line 1"),
        ("cluster", b'{"id": 1}\n\xff\xfe', "line 2"),
        ("cluster", b"[]", "id"),
        ("cluster", b'{"id": 1, "published": "yesterday"}', "published"),
        ("cluster", b'{"id": 1, "title": 5}', "title"),
        ("summarise", b'{"id": 1}', "entries"),
        ("summarise", b'{"id": 1, "entries": {"a": 1}}', "entries"),
        ("summarise", b'{"id": 1, "entries": [{"text": 3}]}', "text"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, command: str, body: bytes, named: str) -> None:
    result = lab(tmp_path, command, body)
    assert result.exit_code == 1
    assert named in result.stderr
    assert "Traceback" not in result.output


FLAT = """logo
Ferry aground off Kelmouth
Kestrel09-03-2031
KELMOUTH, March 9 (ANP) — The ferry lay there.
Related Articles
Rill bridge shut
timean hour ago
Rill bridge shut
The bridge is shut. Subscribe to read the full story."""
PAGE = (
    f"<html lang='de'><title>Ferry</title><article><p>{'The ferry lay aground off Kelmouth. ' * 9}</p></article></html>"
)


def extracted(tmp_path: Path, body: str, *options: str) -> dict[str, object]:
    path = tmp_path / "page"
    path.write_text(body, encoding="utf-8")
    result = CliRunner().invoke(tidings, ["lab", "extract", str(path), *options])
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_a_flattened_page_comes_apart_into_articles(tmp_path: Path) -> None:
    found = extracted(tmp_path, FLAT, "--fetched", "2031-03-10T12:00:00Z")
    assert (found["source"], found["agency"], found["published"]) == ("Kestrel", "ANP", "2031-03-09T00:00:00Z")
    (related,) = found["related"]  # type: ignore[misc]
    assert (related["title"], related["source"], related["paywalled"]) == ("Rill bridge shut", None, True)
    assert (related["published"], related["text"]) == ("2031-03-10T11:00:00Z", "The bridge is shut.")
    (undated,) = extracted(tmp_path, FLAT)["related"]  # type: ignore[misc]
    assert undated["published"] is None


def test_a_page_of_html_gives_its_article(tmp_path: Path) -> None:
    found = extracted(tmp_path, PAGE)
    assert (found["title"], found["language"], found["kind"], found["related"]) == ("Ferry", "de", "report", [])


@pytest.mark.parametrize("body", ["<html><nav>Home</nav></html>", None])
def test_a_page_that_cannot_be_read_says_why(tmp_path: Path, body: str | None) -> None:
    path = tmp_path / "page"
    if body is not None:
        path.write_text(body)
    result = CliRunner().invoke(tidings, ["lab", "extract", str(path)])
    assert result.exit_code
    assert str(path) in result.stderr


async def store_a_story(path: Path) -> int:
    """Bring two entries of one story into a database; give its number."""
    async with open_store(path) as store:
        feed = await store.feeds.add_feed("https://harbour-post.example/feed.xml", now=NOW)
        first, second = await store.feeds.apply_updates(
            [
                feed_update(
                    feed.id,
                    new_entry(data={"title": "Varnholm ferry terminal reopens after fire"}),
                    new_entry(data={"title": "Fire: Varnholm reopens its ferry terminal"}),
                )
            ]
        )
        await store.entries.place([placement(first), placement(second, story_id=first)])
    return first


def explain(tmp_path: Path, story: int):  # type: ignore[no-untyped-def]
    config = tmp_path / "tidings.toml"
    config.write_text(f'[storage]\npath = "{tmp_path / "tidings.db"}"\n', encoding="utf-8")
    return CliRunner().invoke(tidings, ["--config", str(config), "lab", "explain", str(story)])


def test_a_story_is_explained_by_what_its_entries_share(tmp_path: Path) -> None:
    story = asyncio.run(store_a_story(tmp_path / "tidings.db"))
    found = json.loads(explain(tmp_path, story).stdout)
    first, second = found["entries"]
    assert "Varnholm" in first["in_common"]
    assert first["likeness"] > first["needed"]
    assert "independent voice" in found["rank"]
    assert {first["title"], second["title"]} > {"Fire: Varnholm reopens its ferry terminal"}


def test_a_story_nobody_knows_is_said_so(tmp_path: Path) -> None:
    asyncio.run(store_a_story(tmp_path / "tidings.db"))
    result = explain(tmp_path, 99)
    assert result.exit_code == 1
    assert "no story 99" in result.stderr
