from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

from digests.core.digest import Card, Coverage, Digest, Section, Sentence, Source
from digests.core.digest_json import to_public
from digests.core.models import EntryId, StoryId

SLOT = datetime(2031, 3, 4, 8, tzinfo=UTC)
SOURCE = Source(
    n=1,
    entry_id=EntryId(5),
    name="harbourpost.example",
    url="https://harbourpost.example/5",
    title="Port reopens",
    published=datetime(2031, 3, 4, 8, 30, 0, 99, tzinfo=timezone(timedelta(hours=1))),
    voice="harbourpost.example",
)
CARD = Card(
    story_id=StoryId(5),
    title="Port reopens",
    status=("new", "single-source"),
    sentences=(Sentence(text="The port reopens.", cites=(1,)),),
    sources=(SOURCE,),
    voices=1,
    why="1 independent voice",
    language="en",
    facts=("number:5",),
)
DIGEST = Digest(
    id="abc",
    edition="Morning",
    slot=SLOT,
    window_start=SLOT - timedelta(hours=24),
    window_end=SLOT,
    coverage=Coverage(feeds_ok=12, feeds_total=13, entries=412, stories=61, shown=1),
    sections=(Section(topic="Port", cards=(CARD,)),),
)


def test_a_digest_has_the_shape_the_interface_promises() -> None:
    assert to_public(DIGEST) == {
        "id": "abc",
        "edition": "Morning",
        "slot": "2031-03-04T08:00:00Z",
        "language": "en",
        "style": "standard",
        "window": {"from": "2031-03-03T08:00:00Z", "to": "2031-03-04T08:00:00Z"},
        "coverage": {"feeds_ok": 12, "feeds_total": 13, "entries": 412, "stories": 61, "shown": 1},
        "sections": [
            {
                "topic": "Port",
                "stories": [
                    {
                        "id": "5",
                        "title": "Port reopens",
                        "status": ["new", "single-source"],
                        "sentences": [{"text": "The port reopens.", "cites": [1]}],
                        "new": [],
                        "sources": [
                            {
                                "n": 1,
                                "name": "harbourpost.example",
                                "url": "https://harbourpost.example/5",
                                "title": "Port reopens",
                                "published": "2031-03-04T07:30:00Z",
                                "paywalled": False,
                                "voice": "harbourpost.example",
                            }
                        ],
                        "points": [],
                        "contested": [],
                        "quote": None,
                        "image": None,
                        "voices": 1,
                        "outlets": 0,
                        "why": "1 independent voice",
                        "language": "en",
                        "written_by": "extract",
                        "correction": None,
                    }
                ],
            }
        ],
    }


def test_it_is_plain_json() -> None:
    assert json.loads(json.dumps(to_public(DIGEST))) == to_public(DIGEST)
