"""`tidings lab`: the engine's parts on files, for measuring and for understanding. JSON lines in, JSON lines out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli import fail, load_settings
from bot.schedule import utc_now
from digests.core.bundles import UNDATED
from digests.core.models import Entry, EntryId, FeedId, Fetched, StoryId

if TYPE_CHECKING:
    from config.settings import Settings
    from digests.core.articles import PageText
    from digests.core.models import FetchFailed


MOMENTS = ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d")


@click.group()
def lab() -> None:
    """Try the engine's parts on files."""


@lab.command(
    epilog="""\b
Examples:
  tidings lab extract article.html
  tidings lab extract https://example.org/story --fetched 2026-11-02T08:00:00Z

Exit codes: 0 done, 1 it cannot be read, 2 wrong use or configuration, 130 interrupted."""
)
@click.argument("source", metavar="FILE|URL")
@click.option(
    "--fetched", type=click.DateTime(MOMENTS), help="When the page was fetched: relative times count from it."
)
@click.pass_context
def extract(ctx: click.Context, source: str, fetched: datetime | None) -> None:
    """Take a page apart: HTML, or an aggregator's page flattened to text."""
    from digests.core.flattened import is_flattened, read_flattened
    from digests.core.models import FetchFailed
    from digests.core.urls import mask

    text = _text_of(source)
    if text is not None and is_flattened(text):
        at = fetched and (fetched if fetched.tzinfo else fetched.replace(tzinfo=UTC))
        found: PageText | FetchFailed = read_flattened(text, fetched=at)
    else:
        page = source if text is None else Fetched(url=Path(source).absolute().as_uri(), body=Path(source).read_bytes())
        found = asyncio.run(_article(load_settings(ctx), page))
    if isinstance(found, FetchFailed):
        fail(f"failure-{found.reason}", source=mask(source), detail=found.detail)
    click.echo(json.dumps(_page_json(found), ensure_ascii=False, indent=1))


@lab.command(
    epilog="""\b
Examples:
  tidings lab cluster entries.jsonl > stories.jsonl
  tidings lab cluster entries.jsonl --words-only

Exit codes: 0 done, 1 it cannot be read, 2 wrong use or configuration, 130 interrupted."""
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--first", is_flag=True, help="Stories as first assigned, before the second pass.")
@click.option("--words-only", is_flag=True, help="Without the semantic extra.")
def cluster(file: Path, first: bool, words_only: bool) -> None:
    """Group entries (a JSON line each) into stories."""
    from digests.core.sketches import gist
    from digests.core.stories import cluster as cluster_entries
    from digests.language.detect import LiteDetector
    from digests.language.lexicon import lexicon
    from digests.language.meaning import sentence_encoder
    from digests.pipeline.join import readable

    records = list(_records(file))
    detector, encoder = LiteDetector(), None if words_only else sentence_encoder()
    entries = tuple(readable(_entry(number, record), detector) for number, record in enumerate(records, start=1))
    meanings = encoder.embed([gist(entry) for entry in entries]) if encoder else ()
    grouped = cluster_entries(entries, lexicon(), meanings=meanings, second_pass=not first)
    for record, story in zip(records, grouped, strict=True):
        click.echo(json.dumps({"id": record["id"], "story": str(story)}, ensure_ascii=False))


@lab.command(
    epilog="""\b
Examples:
  tidings lab summarise groups.jsonl --words 60

Exit codes: 0 done, 1 it cannot be read, 2 wrong use or configuration, 130 interrupted."""
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--words", type=click.IntRange(min=1), default=80, show_default=True, help="Longest summary, in words.")
def summarise(file: Path, words: int) -> None:
    """Summarise groups of entries (a JSON line each) in cited sentences."""
    from digests.core.summary import summarise as summarise_entries
    from digests.language.detect import LiteDetector
    from digests.language.words import WordfreqStats

    detector, stats = LiteDetector(), WordfreqStats()
    for record in _records(file, needs=("id", "entries")):
        entries = tuple(_entry(number, one) for number, one in enumerate(record["entries"]))
        language = detector.detect("\n".join(f"{entry.title}\n{entry.text[:1000]}" for entry in entries)) or "en"
        evidence = summarise_entries(entries, idf=stats.idf(language), language=language, max_words=words)
        click.echo(
            json.dumps(
                {
                    "id": record["id"],
                    "summary": " ".join(one.text for one in evidence),
                    "evidence": [
                        {"entry": int(one.entry_id), "start": one.start, "end": one.end, "text": one.text}
                        | ({"in": "title"} if one.in_title else {})
                        for one in evidence
                    ],
                },
                ensure_ascii=False,
            )
        )


@lab.command(
    epilog="""\b
Examples:
  tidings lab explain 4711 | jq .rank

Exit codes: 0 done, 1 it cannot be read, 2 wrong use or configuration, 130 interrupted."""
)
@click.argument("story", type=click.IntRange(min=1))
@click.pass_context
def explain(ctx: click.Context, story: int) -> None:
    """Say why entries are one story, and why it ranks where it does."""
    from digests.core.explaining import tie
    from digests.core.gravity import gravity
    from digests.core.ranking import Standing, rank
    from digests.core.voices import voices
    from digests.language.lexicon import lexicon

    path = load_settings(ctx).storage.path
    entries = asyncio.run(_story(path, StoryId(story))) if path.exists() else ()
    if not entries:
        fail("lab-no-story", story=story)
    known, voice_of = lexicon(), voices(entries)
    newest = max(entry.published for entry in entries)
    standing = Standing(
        story_id=StoryId(story),
        voices=len(set(voice_of.values())),
        outlets=len({entry.outlet for entry in entries}),
        gravity=gravity(entries),
        newest=newest,
    )
    (ranked,) = rank([standing], now=utc_now())
    rows = []
    for entry in entries:
        row = {"id": entry.id, "title": entry.title, "outlet": entry.outlet, "voice": voice_of[entry.id]}
        others = [other for other in entries if other.id != entry.id]
        if others:
            bound = tie(entry, others, known)
            row |= {"likeness": round(bound.likeness, 3), "needed": round(bound.needed, 3)}
            row |= {"in_common": list(bound.in_common)}
        rows.append(row)
    click.echo(json.dumps({"story": story, "rank": ranked.why, "entries": rows}, ensure_ascii=False, indent=1))


async def _story(path: Path, story_id: StoryId) -> Sequence[Entry]:
    """Give the entries of a story, also while a bot runs on the database."""
    from storage import open_store

    async with open_store(path, read_only=True) as store:
        return await store.entries.of_story(story_id)


def _text_of(source: str) -> str | None:
    """Give the text of a file, or None where a web address is meant."""
    if "://" in source:
        return None
    try:
        return Path(source).read_bytes().decode("utf-8", "replace")
    except OSError as error:
        fail("lab-unreadable", file=source, reason=(error.strerror or "cannot be read").lower())


async def _article(settings: Settings, source: str | Fetched) -> PageText | FetchFailed:
    from bot.edges import fetcher_of
    from digests.sources.page import ArticleReader

    async with fetcher_of(settings) as fetcher, ArticleReader(fetcher) as reader:
        return await (reader.read(source) if isinstance(source, str) else reader.extract(source))


def _page_json(page: PageText) -> dict[str, Any]:
    """Give an article in JSON; what is not known is null."""
    from digests.language.detect import LiteDetector

    published = page.published and page.published.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "title": page.title,
        "source": page.source or None,
        "agency": page.agency or None,
        "author": page.author or None,
        "published": published,
        "precision": page.precision,
        "language": page.language or LiteDetector().detect(f"{page.title}\n{page.text}"),
        "text": page.text,
        "image": {"url": page.image.url, "alt": page.image.alt} if page.image else None,
        "paywalled": page.paywalled,
        "kind": page.kind,
        "related": [_page_json(one) for one in page.related],
    }


def _records(file: Path, needs: Iterable[str] = ("id",)) -> Iterator[dict[str, Any]]:
    """Give the object of each line that is not blank; a line that is wrong ends the command with its number."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                fail("lab-not-json", file=str(file), line=number, reason=str(error))
            missing = [key for key in needs if not isinstance(record, dict) or key not in record]
            if missing:
                fail("lab-missing-key", file=str(file), line=number, missing=missing[0])
            entries = record["entries"] if "entries" in needs else [record]
            if wrong := _wrong_key(entries):
                fail("lab-wrong-value", file=str(file), line=number, wrong=wrong)
            yield record


def _wrong_key(entries: object) -> str | None:
    """Give the first key whose value is not what an entry holds there, or None."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return "entries"
    for entry in entries:
        for key in ("title", "text", "url", "source", "published", "language"):
            if not isinstance(entry.get(key), str | None):
                return key
        try:
            _moment(entry.get("published"))
        except ValueError:
            return "published"
    return None


def _moment(text: str | None) -> datetime:
    moment = datetime.fromisoformat(text) if text else UNDATED
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _entry(number: int, record: dict[str, Any]) -> Entry:
    published = _moment(record.get("published"))
    return Entry(
        id=EntryId(number),
        feed_id=FeedId(0),
        link=record.get("url") or "",
        title=record.get("title") or "",
        text=record.get("text") or "",
        outlet=record.get("source") or "",
        language=record.get("language"),
        published=published,
        first_seen=published,
    )
