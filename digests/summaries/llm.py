"""A language model behind any OpenAI-compatible endpoint: one POST to `/chat/completions` for each story.

The endpoint's host is the admin's choice and may be private, so it is not guarded; redirects are not followed. What is
asked stands in `prompt`, what an answer says in `answer`; whether it is true is for the gates.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from hashlib import blake2b
from http import HTTPStatus
from random import Random
from types import TracebackType
from typing import Final, Self, assert_never

import aiohttp
from yarl import URL

from digests.core.phrasing import MAX_EVIDENCE, Answered, Question, Silence, Task, Unanswered
from digests.core.spending import Tokens
from digests.core.waits import retry_after
from digests.summaries import prompt
from digests.summaries.answer import read
from digests.summaries.breaker import Breaker

log = logging.getLogger(__name__)

MAX_ANSWER: Final = 2**16
"""Bytes of an answer taken: its tokens are 3 KB; the rest is for servers that tell much beside."""

AT_ONCE: Final = 2
"""Questions under way at once: a server at home writes one answer at a time, and the deadline counts its queue."""

RETRIES: Final = 2
BACKOFF_S: Final = 1.0
LONGEST_WAIT_S: Final = 10.0
"""The first wait before a retry, doubled and jittered; a longer Retry-After is a rest, not a wait."""

_CHARACTERS_A_TOKEN: Final = 4  # of English text, OpenAI's own rule of thumb; what the endpoint counts replaces it
_NOTHING: Final = Tokens()
_NOT_TAKEN: Final = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
_NOT_OURS: Final = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


class _Refusal(Exception):  # noqa: N818 - caught here, an answer and no error
    """A status other than 200."""

    def __init__(self, status: int, retry_after_s: float) -> None:
        super().__init__(status)
        self.status = status
        self.retry_after_s = retry_after_s


class LanguageModel:
    """Implements `ports.Summariser` on one aiohttp session; enter it once for the life of the process.

    `timeout_s` bounds each try, the reading of its answer included. `dice` jitters retries; `wait` is for tests.
    """

    def __init__(
        self,
        *,
        base_url: str,
        model: str,
        api_key: str | None = None,
        timeout_s: float = 30.0,
        dice: Random,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._url = URL(base_url) / "chat" / "completions"
        self._model = model
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._timeout_s = timeout_s
        self._dice = dice
        self._wait = wait
        self._places = asyncio.Semaphore(AT_ONCE)
        self._breaker = Breaker(self._url.host or "", lambda: asyncio.get_running_loop().time())
        self._is_refused = False
        self._form = 0
        self._owned = AsyncExitStack()
        self._session: aiohttp.ClientSession
        ways = [[task, prompt.RULES[task], prompt.answer_form(task, MAX_EVIDENCE)] for task in Task]
        self._fingerprint = blake2b(json.dumps([model, *ways]).encode(), digest_size=16).hexdigest()

    async def __aenter__(self) -> Self:
        self._session = await self._owned.enter_async_context(
            aiohttp.ClientSession(
                headers=self._headers,
                timeout=aiohttp.ClientTimeout(total=self._timeout_s),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
            )
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._owned.aclose()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model

    @property
    def fingerprint(self) -> str:
        """Another one as soon as the model, the rules or the form of answers are."""
        return self._fingerprint

    @property
    def is_asked(self) -> bool:
        """Whether a question has a chance now."""
        return not self._is_refused and self._breaker.is_closed

    def estimate(self, question: Question) -> Tokens:
        """Give what an answer takes at most, by characters."""
        evidence = sum(len(each.text) + 64 for each in question.material.evidence)
        characters = len(prompt.RULES[question.task]) + len(question.asked) + evidence
        return Tokens(read=characters // _CHARACTERS_A_TOKEN, written=prompt.MAX_WRITTEN[question.task])

    async def phrase(self, question: Question) -> Answered | Unanswered:
        """Ask, and again where that may help; take note of how it went."""
        async with self._places:
            if not self.is_asked:
                return Unanswered(why=Silence.OFF if self._is_refused else Silence.RESTING, tokens=_NOTHING)
            try:
                outcome = read(await self._asked(question))
            except _Refusal as refusal:
                return self._refused(refusal)
            except TimeoutError:
                self._breaker.failed(f"no answer within {self._timeout_s:g} s")
                return Unanswered(why=Silence.SLOW, tokens=None)
            except (aiohttp.ClientError, OSError) as error:
                self._breaker.failed(str(error))
                return Unanswered(why=Silence.UNREACHABLE, tokens=_NOTHING)
        match outcome:
            case Answered():
                self._breaker.worked()
            case Unanswered():
                self._breaker.failed("what it answers is not the JSON asked for")
            case _:
                assert_never(outcome)
        return outcome

    async def _asked(self, question: Question) -> bytes:
        """Give the body of an answer, after two retries at most, only where the endpoint is busy or broken."""
        for attempt in range(RETRIES + 1):
            try:
                return await self._asked_in_its_form(question)
            except _Refusal as refusal:
                pause_s = max(refusal.retry_after_s, BACKOFF_S * 2**attempt * self._dice.uniform(0.5, 1.5))
                if attempt == RETRIES or pause_s > LONGEST_WAIT_S or not _passes(refusal.status):
                    raise
            await self._wait(pause_s)
        raise AssertionError("the last try returns or raises")

    async def _asked_in_its_form(self, question: Question) -> bytes:
        """Ask with all we want said; an endpoint that does not take it is asked with less, from then on."""
        for form in range(self._form, len(prompt.FORMS)):
            try:
                body = await self._post(question, form)
            except _Refusal as refusal:
                if refusal.status not in _NOT_TAKEN or form == len(prompt.FORMS) - 1:
                    raise
            else:
                self._form = form
                return body
        raise AssertionError("the last form returns or raises")

    async def _post(self, question: Question, form: int) -> bytes:
        async with (
            asyncio.timeout(self._timeout_s),
            self._session.post(
                self._url, json=prompt.body(self._model, question, form), allow_redirects=False
            ) as response,
        ):
            if response.status != HTTPStatus.OK:
                raise _Refusal(response.status, float(retry_after(response.headers) or 0))
            taken = bytearray()
            async for piece in response.content.iter_any():
                taken += piece
                if len(taken) > MAX_ANSWER:
                    break
            return bytes(taken)

    def _refused(self, refusal: _Refusal) -> Unanswered:
        if refusal.status in _NOT_OURS:
            if not self._is_refused:
                log.error(
                    "model refuses our key endpoint=%s status=%d: check summary.api_key; it is not asked again "
                    "before a restart, cards are extracts",
                    self._url.host,
                    refusal.status,
                )
            self._is_refused = True
            return Unanswered(why=Silence.OFF, tokens=_NOTHING)
        self._breaker.failed(f"status {refusal.status}", rest_s=refusal.retry_after_s)
        is_unknown = refusal.status == HTTPStatus.NOT_FOUND
        return Unanswered(why=Silence.UNKNOWN if is_unknown else Silence.REFUSED, tokens=_NOTHING)


def _passes(status: int) -> bool:
    """Tell whether a refusal may pass by itself."""
    return status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
