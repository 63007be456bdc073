"""Texts that give orders to a model instead of telling news. It knows their form, and strips nothing.

A report of such a text ("attackers tell chatbots to ignore previous instructions") says who does so; the text itself
begins in the imperative and speaks to whatever reads it. A list of forbidden phrases would mangle the first.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from digests.core.quote_marks import quoted_spans

_OPENS = (
    r"(?:^|[.!?:;,\]\)>}\n–—-]\s*|(?<!\p{L})(?:please|bitte|por favor|s['’]il vous plaît|будь ласка|instead|stattdessen"
    r"|must|instructions?|prompts?),?\s(?:and\s|und\s|y\s|et\s|e\s|і\s)?)"
)
_RULES = (
    r"(?:instructions?|prompts?|rules?|guidelines?|directives?|anweisung\w*|regeln|vorgaben|instruccion\w*|reglas"
    r"|consignes?"
    r"|règles|instruções|regras|інструкці\w*|вказівк\w*|правила)(?!\p{L})"
)
_DROP = (
    r"ignore|disregard|forget|override|bypass|ignorier\w*|vergiss|vergessen|missachte\w*|ignora|ignoren|olvida|olvide"
    r"|ignorez|oublie[zr]?|esqueça|ігноруй\w*|забудь\w*"
)
_SAY = (
    r"say|print|write|output|reply|respond|repeat|append|insert|echo|pretend|sag|sage|schreib\w*|antworte\w*|di|escribe"
    r"|responde|dis|écris|réponds|diga|escreva|responda|напиши|скажи|відповідай"
)
_WHAT = (
    r"that|only|exactly|with|this:|the (?:following|words?|text|sentence|phrase|link)|nur|dass|genau|que|solo|sólo"
    r"|seulement|apenas|лише|тільки|що"
)
_ORDERS = regex.compile(
    rf"{_OPENS}(?:{_DROP})\b[^.\n]{{0,60}}{_RULES}|{_OPENS}(?:{_SAY})\s?(?:(?:{_WHAT})(?!\p{{L}})|:)"
    rf"|{_OPENS}(?:tell|inform) (?:the |all |your )?(?:readers?|users?|members?|everyone)"
    rf"|{_OPENS}(?:(?:add|include|append|insert|use|publish) (?:a |the |this |following )+(?:link|url|address"
    rf"|sentence|text|line)"
    r"|translate (?:this|the following)|act as (?:a|an|my|if)\b|from now on|you (?:are|will) now\b|you must\b"
    r"|your (?:new|next|real|only) (?:task|role|job|instructions?)|du bist (?:jetzt|nun)|ahora eres|tu es"
    r" (?:maintenant|désormais)"
    r"|agora você é|você agora|тепер ти)"
    r"|<\|?/?[a-z_]{2,20}\|?>|\[/?(?:INST|SYS|SYSTEM)\]|<</?SYS>>|(?:^|\n)\W*(?:system|assistant|developer|user)\s?:"
    r"|(?-i:\b(?:SYSTEM|ASSISTANT|DEVELOPER|ADMIN|OVERRIDE|USER)(?: (?:PROMPT|MESSAGE|NOTE))?\s?:)"
    r"|\b(?:note|message|attention|instructions?) (?:to|for) (?:the |any |all )?(?:ai|llm|models?|assistants?"
    r"|summari[sz]ers?)\b\s?:"
    r"|指示を(?:すべて)?(?:無視|忘れ)(?:し(?:て|ろ)|せよ|て|ろ)|と(?:だけ)?(?:出力|回答|返答)(?:し(?:て|ろ)|せよ)"
    r"|あなたは今",
    regex.IGNORECASE,
)


@lru_cache(maxsize=2048)
def gives_orders(text: str) -> bool:
    """Tell whether a text, outside quotations, is meant to be obeyed."""
    if _ORDERS.search(text) is None:
        return False
    for span in reversed(quoted_spans(text).spans):
        if span.is_closed:
            text = f"{text[: span.start]} {text[span.end :]}"
    return _ORDERS.search(text) is not None
