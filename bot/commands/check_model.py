"""One tiny question to the configured language model: is it there, does it take our key, does it answer in time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.replies import of_terminal
from digests.core.gates import Evidence
from digests.core.models import EntryId
from digests.core.phrasing import Answered, Material, Question, Role, Silence

if TYPE_CHECKING:
    from digests.summaries.llm import LanguageModel

_TOLD = datetime(2026, 1, 5, 8, tzinfo=UTC)  # any day: the answer is not printed
_EVIDENCE = Evidence(
    text="The ferry Aurora left the harbour with 212 passengers on Monday.",
    title="",
    outlet="",
    published=_TOLD,
    language="en",
    entry_id=EntryId(1),
)
_QUESTION = Question(material=Material(evidence=(_EVIDENCE,), roles=(Role.LEAD,), language="en"), today=_TOLD.date())


_SENTENCES = {
    Silence.OFF: "check-model-key",
    Silence.UNKNOWN: "check-model-unknown",
    Silence.SLOW: "check-model-slow",
    Silence.GARBAGE: "check-model-garbled",
    Silence.REFUSED: "check-model-refused",
    Silence.RESTING: "check-model-refused",
    Silence.UNREACHABLE: "check-model-unreachable",
}


async def asked(model: LanguageModel) -> tuple[bool, str]:
    """Ask; give whether it will phrase cards, and the sentence that says so or what to do."""
    async with model:
        outcome = await model.phrase(_QUESTION)
    key = "check-model-ok" if isinstance(outcome, Answered) else _SENTENCES[outcome.why]
    return isinstance(outcome, Answered), of_terminal().say(key, model=model.name)
