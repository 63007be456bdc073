"""Texts that give orders to a model instead of telling news. It knows their form, and strips nothing.

A report of such a text ("attackers tell chatbots to ignore previous instructions") tells who does so; the text itself
speaks in the imperative, to nobody named. Blocklists of phrases mangle the first and miss the second.
"""

from __future__ import annotations

import regex

from digests.core.quote_marks import quoted_spans

_OPENS = r"(?:^|[.!?:;,\]\)>}\"\n–—-]\s*|\bplease\s|\bnow\s|\band\s|\bthen\s|\binstead,?\s|\bmust\s|\bbitte\s|\bpor favor,?\s)"
_OBJECT = (
    r"(?:instructions?|prompts?|rules?|guidelines?|directives?|context|anweisung\w*|regeln|vorgaben|instruccion\w*|reglas"
    r"|consignes?|règles|instruções|regras|інструкці\w*|вказівк\w*|правила)"
)
_ORDERS = regex.compile(
    rf"{_OPENS}(?:ignore|disregard|forget|override|bypass|skip|drop)\b[^.\n]{{0,60}}\b{_OBJECT}"
    rf"|{_OPENS}(?:ignorier\w*|vergiss|missachte|ignora|ignore|olvida|oublie[zr]?|ignorez|esqueça|ігноруй\w*|забудь\w*)\b"
    rf"[^.\n]{{0,60}}{_OBJECT}"
    rf"|{_OPENS}(?:say|print|write|output|reply|respond|repeat|append|insert|include|summari[sz]e|translate|act|pretend|answer"
    r"|echo|tell|mention|add|end|begin|start|state|report|recommend|return|call|describe|claim|announce|publish|reveal)\s"
    r"(?:only|exactly|with|that|this|the (?:following|word|words|text|sentence|phrase|link|summary|readers?)|as|in|to|:|every|all"
    r"|your|a link|readers?|users?|everyone|[\"“'«])"
    rf"|{_OPENS}(?:sag\w*|schreib\w*|antworte|gib|di|escribe|responde|dis|écris|réponds|diga|escreva|responda|напиши|скажи|відповідай)"
    r"\s(?:nur|dass|genau|que|solo|sólo|seulement|apenas|лише|тільки|що|aus|:)"
    r"|\b(?:you are now|from now on,? you|your new (?:task|role|instructions?)|as an ai|act as (?:a|an|my)\b"
    r"|du bist (?:jetzt|nun)|ahora eres|tu es (?:maintenant|désormais)|você agora é|тепер ти)\b"
    r"|<\|?[a-z_]+\|?>|\[/?(?:INST|SYS|SYSTEM)\]|(?:^|\n|\W)(?:system|assistant|developer|user|human|ai|note to (?:the )?(?:ai|model|llm)"
    r"|attention (?:ai|model|llm)\w*|important instruction\w*|new instructions?|admin|override)\s*:\s"
    r"|指示を無視|命令を無視|と(?:だけ)?(?:出力|回答|返答)(?:し(?:て|ろ)|せよ)|あなたは今",
    regex.IGNORECASE,
)


def gives_orders(text: str) -> bool:
    """Tell whether a text, outside quotations, is meant to be obeyed."""
    if _ORDERS.search(text) is None:
        return False
    for span in reversed(quoted_spans(text).spans):
        if span.is_closed:
            text = f"{text[: span.start]} {text[span.end :]}"
    return _ORDERS.search(text) is not None
