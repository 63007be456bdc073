"""Reads what an endpoint answered: bytes in, a phrasing and its tokens out. Believes nothing, sends nothing.

What is not as asked for is left out sentence by sentence; only an answer that is no such JSON at all is garbage.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from digests.core.gates import Phrased
from digests.core.phrasing import Answered, Phrasing, Silence, Unanswered
from digests.core.spending import Tokens

MAX_SENTENCES, MAX_CHARACTERS = 12, 600
"""Sentences of one role, as many as there is evidence; characters of one, some 100 words: nobody reads a longer one."""

MOST_TOKENS = 1_000_000
"""More than any context holds: an endpoint that claims more must not use up a day at once."""


class _Said(BaseModel):
    text: str
    cites: list[int] = Field(max_length=MAX_SENTENCES)


def _sentences(value: object) -> list[_Said]:
    """Give the sentences of a list that are in the form asked for."""
    if not isinstance(value, list):
        return []
    found = []
    for one in value[:MAX_SENTENCES]:
        try:
            found.append(_Said.model_validate(one))
        except ValidationError:
            continue
    return [said for said in found if len(said.text) <= MAX_CHARACTERS]


_Sentences = Annotated[list[_Said], BeforeValidator(_sentences)]


class _Form(BaseModel):
    lead: _Sentences = []
    new: _Sentences = []
    points: _Sentences = []


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int = Field(ge=0, le=MOST_TOKENS)
    completion_tokens: int = Field(ge=0, le=MOST_TOKENS)


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)
    usage: Any = None


def read(body: bytes) -> Answered | Unanswered:
    """Give what a completion says, and the tokens the endpoint counted, None where it tells none.

    An answer cut off at its length (`finish_reason`) is garbage: its last sentence is half a sentence.
    """
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError:
        return Unanswered(why=Silence.GARBAGE, tokens=None)
    choice, tokens = completion.choices[0], _tokens(completion.usage)
    if choice.finish_reason == "length":
        return Unanswered(why=Silence.GARBAGE, tokens=tokens)
    try:
        form = _Form.model_validate_json(_object_in(choice.message.content or ""))
    except ValidationError:
        return Unanswered(why=Silence.GARBAGE, tokens=tokens)
    phrasing = Phrasing(lead=_phrased(form.lead), new=_phrased(form.new), points=_phrased(form.points))
    return Answered(phrasing=phrasing, tokens=tokens)


def _tokens(usage: Any) -> Tokens | None:
    try:
        counted = _Usage.model_validate(usage)
    except ValidationError:
        return None
    return Tokens(read=counted.prompt_tokens, written=counted.completion_tokens)


def _object_in(content: str) -> str:
    """Give the JSON object of an answer, whatever a model thinks aloud before it or fences it with."""
    said = content.rpartition("</think>")[2]
    return said[said.find("{") : said.rfind("}") + 1]


def _phrased(sentences: list[_Said]) -> tuple[Phrased, ...]:
    return tuple(Phrased(text=said.text, cites=tuple(said.cites)) for said in sentences)
