"""Language detection with the real small model. All sentences are invented."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from digests.language.detect import LiteDetector

TEXTS = {
    "en": "The ferry of Aldmouth left the harbour before the storm arrived",
    "de": "Die Fähre verließ den Hafen, bevor der Sturm am Abend eintraf",
    "fr": "Le bac a quitté le port avant que la tempête n'arrive dans la soirée",
    "es": "El transbordador salió del puerto antes de que llegara la tormenta",
    "uk": "Пором вийшов із гавані ще до того, як увечері почався шторм",
    "ar": "غادرت العبارة الميناء قبل وصول العاصفة مساء اليوم",
    "ja": "嵐が来る前にフェリーは港を出た",
    "ko": "폭풍이 오기 전에 여객선이 항구를 떠났다",
    "zh": "渡轮在风暴来临之前离开了港口",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_names_its_language(language: str) -> None:
    assert LiteDetector().detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "   ", "OK", "Aldmouth", "12 : 30", "🚢 🚢 🚢", "\ud800\ud800 \ud800"])
def test_too_little_text_names_none(text: str) -> None:
    assert LiteDetector().detect(text) is None


def test_capitals_are_read_like_other_letters() -> None:
    assert LiteDetector().detect(TEXTS["en"].upper()) == "en"


def test_newlines_and_length_do_not_matter() -> None:
    assert LiteDetector().detect((TEXTS["de"] + "\n") * 3_000) == "de"


def test_it_never_opens_a_socket_and_works_from_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the detector went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    detector = LiteDetector()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detector.detect, TEXTS.values())) == list(TEXTS)
