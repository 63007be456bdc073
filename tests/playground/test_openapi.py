"""The judge of requests and answers is no rubber stamp: what is wrong by Discord's document is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.data_path import shared
from tests.openapi import FORGIVEN, OpenApi, discord_openapi


@dataclass(frozen=True)
class Said:
    request: Any
    method: str = "POST"
    path: str = "/channels/1/messages"
    query: dict[str, str] = field(default_factory=dict)
    status: int = 400
    answer: Any = None


@pytest.fixture
def document() -> OpenApi:
    found = discord_openapi(shared("discord/openapi.json"))
    assert found is not None
    return found


def asked(document: OpenApi, request: Any, **changes: Any) -> list[str]:
    """Give what is wrong with a request alone."""
    told = document.check(Said(request, status=changes.pop("status", 204), **changes))
    return [problem for problem in told if ": asked " in problem or "there is no" in problem]


def test_a_plain_message_is_well(document: OpenApi) -> None:
    assert asked(document, {"content": "Hello", "nonce": "a", "enforce_nonce": True}) == []


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        ({"content": 5}, "content: 5 is not of type"),
        ({"components": [{"type": 1, "components": [{"type": 2, "style": 9, "label": "x"}]}]}, "style: 1 was expected"),
        ({"components": [{"type": 1, "components": [{"type": 3, "custom_id": "a", "options": []}] * 2}]}, "options"),
        ({"nonce": "x" * 26}, "nonce"),
        ({"embeds": [{"title": "x" * 257}]}, "is too long"),
    ],
)
def test_a_broken_message_is_told_with_its_place(document: OpenApi, request_: Any, named: str) -> None:
    assert named in "\n".join(asked(document, request_))


def test_an_unknown_operation_and_an_unknown_query_are_told(document: OpenApi) -> None:
    assert "there is no such operation" in asked(document, {}, path="/channels/1/letters")[0]
    assert "there is no query size" in asked(document, None, method="GET", query={"size": "5"})[0]


def test_an_answer_that_lacks_something_is_told(document: OpenApi) -> None:
    told = document.check(Said({"content": "Hello"}, status=200, answer={"id": "1"}))
    assert any("'channel_id' is a required property" in problem for problem in told)


def test_few_slips_are_forgiven_and_each_says_why() -> None:
    assert len(FORGIVEN) <= 5
    assert all(FORGIVEN.values())
