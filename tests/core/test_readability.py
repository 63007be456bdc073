from __future__ import annotations

from digests.core.readability import difficulty, is_simpler


def test_a_text_is_as_hard_as_its_sentences_and_words_are_long() -> None:
    """LIX by hand: 8 words in 2 sentences, 3 of them of more than 6 letters."""
    assert difficulty(["The ferry sank. Passengers were brought ashore quickly."], "en") == 8 / 2 + 100 * 3 / 8


def test_shorter_sentences_of_shorter_words_are_simpler() -> None:
    hard = [
        "The municipality announced unprecedented infrastructure investments notwithstanding considerable deficits."
    ]
    assert is_simpler(["The town will build new roads.", "It has little money."], hard, "en")
    assert not is_simpler(hard, hard, "en")


def test_japanese_is_simpler_with_fewer_chinese_characters() -> None:
    assert is_simpler(["船がこわれた。みんなぶじだった。"], ["旅客船座礁事故発生、乗客全員無事確認。"], "ja")


def test_nothing_is_not_hard() -> None:
    assert difficulty([], "en") == 0.0
