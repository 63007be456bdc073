from __future__ import annotations

import asyncio
import json

import pytest

from bot.commands.check import Verdict, check_online
from config.loading import load
from tests.llm_server import LlmServer


async def asked(server: LlmServer, **changes: str) -> Verdict:
    environ = {
        "TIDINGS_SUMMARY__ENGINE": "llm",
        "TIDINGS_SUMMARY__BASE_URL": server.base_url,
        "TIDINGS_SUMMARY__MODEL": "small-model",
        "TIDINGS_SUMMARY__API_KEY": "secret",
        "TIDINGS_SUMMARY__TIMEOUT": "1s",
    }
    _, verdict = await check_online(load(None, environ | changes))
    return verdict


async def test_an_online_check_asks_the_model_one_question_and_says_that_it_answers() -> None:
    async with LlmServer() as server:
        verdict = await asked(server)
    assert verdict == Verdict(is_good=True, sentence="The model small-model answers.")
    assert len(server.asked) == 1
    assert server.asked[0].headers["Authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    ("status", "hint"), [(401, "summary.api_key"), (404, "summary.model"), (400, "takes no such question")]
)
async def test_a_model_that_refuses_is_told_with_what_to_change(status: int, hint: str) -> None:
    async with LlmServer() as server:
        server.status = status
        verdict = await asked(server)
    assert not verdict.is_good
    assert hint in verdict.sentence
    assert "secret" not in json.dumps(verdict.sentence)


async def test_a_model_that_is_not_there_in_time_or_at_all_fails_the_check() -> None:
    async with LlmServer() as server:
        server.hangs = True
        slow = await asyncio.wait_for(asked(server), 10)
        address = server.base_url
    dead = await asked(server, TIDINGS_SUMMARY__BASE_URL=address)
    assert "too slow" in slow.sentence
    assert "cannot be reached" in dead.sentence
    assert not slow.is_good
    assert not dead.is_good


async def test_a_model_that_keeps_no_form_fails_the_check() -> None:
    async with LlmServer() as server:
        server.wrap = lambda _text: "I would rather not."
        verdict = await asked(server)
    assert not verdict.is_good
    assert "not in the JSON" in verdict.sentence
