"""A digest as the JSON that people and programs read (the archive's pages, `tidings digest --format json`).

A shape other programs rely on: fields are added, never changed. It chooses nothing and reads nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from digests.core.digest import Card, Coverage, Digest, Quote, Sentence, Source


def to_public(digest: Digest) -> dict[str, Any]:
    """Give plain dicts and lists, ready for `json.dumps`. Times are UTC to the second, ending in Z."""
    return {
        "id": digest.id,
        "edition": digest.edition,
        "slot": utc_text(digest.slot),
        "language": digest.language,
        "style": digest.style.value,
        "window": {"from": utc_text(digest.window_start), "to": utc_text(digest.window_end)},
        "coverage": _coverage(digest.coverage),
        "sections": [
            {"topic": section.topic, "stories": [story_json(card) for card in section.cards]}
            for section in digest.sections
        ],
    }


def _coverage(coverage: Coverage) -> dict[str, int]:
    return {
        "feeds_ok": coverage.feeds_ok,
        "feeds_total": coverage.feeds_total,
        "entries": coverage.entries,
        "stories": coverage.stories,
        "shown": coverage.shown,
    }


def story_json(card: Card) -> dict[str, Any]:
    """Give a story as a digest tells it."""
    return {
        "id": str(card.story_id),
        "title": card.title,
        "status": list(card.status),
        "sentences": _sentences(card.sentences),
        "new": _sentences(card.new),
        "points": _sentences(card.points),
        "contested": _sentences(card.contested),
        "quote": _quote(card.quote) if card.quote else None,
        "sources": [source_json(source) for source in card.sources],
        "image": {"url": card.picture.url, "alt": card.picture.alt} if card.picture else None,
        "voices": card.voices,
        "outlets": card.outlets,
        "why": card.why,
        "language": card.language,
        "written_by": card.written_by,
        "correction": card.correction or None,
    } | ({"translated_by": card.translated_by, "translated_into": card.translated_into} if card.translated_by else {})


def _quote(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "speaker": quote.speaker, "cite": quote.cite}


def _sentences(sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    return [_sentence(sentence) for sentence in sentences]


def _sentence(sentence: Sentence) -> dict[str, Any]:
    plain: dict[str, Any] = {"text": sentence.text, "cites": list(sentence.cites)}
    changed = [{"was": one.was, "now": one.now, "cite": one.cite} for one in sentence.changed]
    dated = {"dated": utc_text(sentence.dated)} if sentence.dated else {}
    return plain | ({"changed": changed} if changed else {}) | dated


def source_json(source: Source) -> dict[str, Any]:
    """Give a report that is cited."""
    return {
        "n": source.n,
        "name": source.name,
        "url": source.url,
        "title": source.title,
        "published": utc_text(source.published),
        "paywalled": source.paywalled,
        "voice": source.voice,
    }


def utc_text(moment: datetime) -> str:
    """Give a time as UTC to the second, ending in Z (RFC 3339)."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
