"""Translations made untrue by one change each: a digit, a name, a "not", a sentence more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.core.gates.translations import Pair

_NOT = {
    "en": r"\b(?:did not|does not|not|Nobody|never|No|no)\b", "de": r"\b(?:nicht|nie|Niemand|keine)\b",
    "es": r"\b(?:no|No|nunca|Nadie)\b", "fr": r"\b(?:pas|jamais|aucun|Aucun)\b",
    "pt": r"\b(?:não|Não|nunca|Ninguém)\b", "uk": r"\bне\b",
}  # fmt: skip
_YES = {
    "ja": (
        ("しなかった", "した"),
        ("されない", "される"),
        ("できなかった", "できた"),
        ("はない", "がある"),
        ("ていない", "ている"),
    )
}
_NAME = re.compile(r"\b(?:Aldmouth|Quast|Brackwater|Tarnow|Halden|Velk|Ostrava|Marsh|Corvo|Ossian|Reve|Sorrel|Brandt"
                   r"|Marlow|Ravensholt|Dorrin|Ellison|Harrow|Solmar|Haddan|Tamu)\b|Олдмут|Кваст|Тарнові|Велк|Марш|Оссіан|Брандт"
                   r"|Рейвенсгольта|Доррін|Еллісон|Солмаром|Гаддан|オールドマス|クアスト|タルノフ|ヴェルク|オシアン|ブラント|エリソン"
                   r"|ドリン|ソルマー|ハダン")  # fmt: skip
_OTHER_NAME = {"uk": "Попелюк", "ja": "ジョンソン"}
_DIGIT = re.compile(r"\d")


def mutants(made: Iterable[Pair]) -> Iterator[tuple[str, Pair]]:
    """Yield translations made untrue by one change each, with its kind."""
    for pair in made:
        if found := list(_DIGIT.finditer(pair.text)):
            at = found[-1].start() if pair.language != "ja" else found[0].start()
            digit = str((int(pair.text[at]) + 3) % 10)
            yield "number", pair._replace(text=pair.text[:at] + digit + pair.text[at + 1 :])
        if _NAME.search(pair.text):
            other = _OTHER_NAME.get(pair.language, "Kovandt")
            yield "name", pair._replace(text=_NAME.sub(other, pair.text, count=1))
        if (form := _NOT.get(pair.language)) and re.search(form, pair.text):
            yield "negation", pair._replace(text=re.sub(form, "", pair.text))
        for no, yes in _YES.get(pair.language, ()):
            if no in pair.text:
                yield "negation", pair._replace(text=pair.text.replace(no, yes))
                break
        yield "addition", pair._replace(text=f"{pair.text} {_MORE[pair.language]}")


_MORE = {
    "en": "The mayor resigned.",
    "de": "Der Bürgermeister trat zurück.",
    "es": "El alcalde dimitió.",
    "fr": "Le maire a démissionné.",
    "pt": "O prefeito renunciou.",
    "uk": "Мер подав у відставку.",
    "ja": "市長は辞任した。",
}
