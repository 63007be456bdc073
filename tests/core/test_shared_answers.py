"""What editions of many guilds ask alike is answered once, and nothing of one guild shows in another's digest."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from digests.core.compose import Asked, Chosen, choose, compose
from digests.core.digest import Digest
from digests.core.editions import Candidate, EditionId, Pool, TopicId
from tests.builders import GUILD, NOW, OTHER_GUILD, edition, entry, topic


class Answers:
    """Remembers answers, and counts the questions that were new."""

    def __init__(self) -> None:
        self.asked = 0
        self.choose = lru_cache(maxsize=8)(self._choose)

    def _choose(self, asked: Asked) -> tuple[Chosen, ...]:
        self.asked += 1
        return choose(asked, idf_of=lambda _language: lambda _word: 5.5)


def told(guild: int, answers: Answers, *, own: int | None = None, **changes: object) -> Digest:
    """Compose for a guild with a topic of its own over two shared entries, and perhaps one only it may see."""
    interest = topic(f"News of {guild}", id=TopicId(guild % 1000), guild_id=guild, role_id=guild)
    numbers = [1, 2, *([own] if own else [])]
    pool = Pool(
        candidates=tuple(Candidate(entry=entry(n), topic_id=interest.id, is_new=True) for n in numbers), through=9
    )
    order = edition(f"Morning of {guild}", guild_id=guild, topics=(interest.id,), ping=True, **changes)
    order = replace(order, id=EditionId(guild % 1000))
    return compose(order, [interest], pool, {}, slot=NOW, now=NOW, feeds_ok=1, feeds_total=1, choose=answers.choose)


def test_guilds_that_ask_alike_get_the_same_cards_under_their_own_names() -> None:
    answers = Answers()
    one, other = told(GUILD, answers), told(OTHER_GUILD, answers)
    assert answers.asked == 1
    assert one.cards == other.cards
    assert len(one.cards) == 2
    assert one.id != other.id
    assert [one.edition, one.sections[0].topic, one.pings] == [f"Morning of {GUILD}", f"News of {GUILD}", (str(GUILD),)]
    assert other.pings == (str(OTHER_GUILD),)


def test_an_answer_that_was_remembered_is_the_one_given_anew() -> None:
    answers = Answers()
    told(GUILD, answers)
    assert told(OTHER_GUILD, answers) == told(OTHER_GUILD, Answers())


def test_an_entry_that_one_guild_may_see_is_in_no_other_guilds_answer() -> None:
    answers = Answers()
    with_own, without = told(GUILD, answers, own=3), told(OTHER_GUILD, answers)
    assert answers.asked == 2
    assert len(with_own.cards) == 3
    assert len(without.cards) == 2


def test_another_length_or_language_is_another_question() -> None:
    answers = Answers()
    told(GUILD, answers)
    told(GUILD, answers, max_stories=1)
    told(GUILD, answers, language="de")
    assert answers.asked == 3
