"""Who Chinese and Japanese say is speaking: a name cut from a clause by words around it, as neither has capitals."""

from __future__ import annotations

import regex

from digests.core.attributions import Attribution

UNSPACED = frozenset({"ja", "zh"})

_HAN_SAYS = regex.compile(
    r"(?:对[\p{Han}《》]{2,12})?(?:表示|写道|寫道|指出|强调|強調|回应|回應|补充|補充|透露|坦言|告诉[\p{Han}《》]{2,12}|说|說|称|稱)(?:道)?[：:，,\s]*$"
)
_HAN_SAYS_AFTER = regex.compile(
    r"[，,。\s]*(?P<subject>[\p{Han}·・．]{1,30}?)(?:对[\p{Han}《》]{2,12}|在[\p{Han}]{2,12}上)?"
    r"(?:表示|写道|寫道|指出|强调|強調|回应|回應|补充|補充|透露|坦言|告诉[\p{Han}《》]{2,12}|说|說|称|稱)"
)
_HAN_CLAUSE = regex.compile(r"(?P<subject>[\p{Han}·・．\d《》]{1,40})$")
_HAN_ROLES = (
    "发言人|發言人|部长|部長|总统|總統|总理|總理|主席|市长|市長|省长|经理|經理|教授|院长|院長|记者|記者|队长|隊長|局长|局長"
    "|秘书长|首相|主任|书记|書記|博士|代表|议员|議員|专家|專家|居民|船长|船長|司机|司機|负责人|負責人"
)
_HAN_ROLE = regex.compile(rf".*(?:{_HAN_ROLES})", regex.DOTALL)
_HAN_COURTESY = regex.compile(r"(?:先生|女士|小姐)$")
_HAN_WHEN = regex.compile(
    r"(?:\d{1,2}日|[周週]\p{Han}|星期\p{Han}|昨[天日晚]|今[天日早晚]|当[天日]|當[天日]|随后|隨後|此前|在[\p{Han}]{2,12}上|则|則|也|还|還|又|并|並)+$"
)
_HAN_PRONOUN = regex.compile(r"(?:[他她](?:们|們)?)$")
_HAN_NAME = regex.compile(r"[\p{Han}]{1,8}(?:[·・．][\p{Han}]{1,8}){1,3}$|[\p{Han}]{2,4}$")

_KANA_SUBJECT = regex.compile(
    r"(?:^|[、。」』）\s])(?P<subject>[\p{Han}\p{Katakana}\p{Hiragana}ー・＝]{1,30}?)(?:は|が|も|によると|によれば)[^。「」]{0,40}$"
)
_KANA_SAYS = regex.compile(
    r"(?:など)?と(?:[^。「」]{0,14}?)(?:述べ|語|話|強調|指摘|説明|コメント|訴え|明らか|発表|書|言|主張|答え)"
)
_KANA_SAYS_AFTER = regex.compile(
    r"(?:など)?と[、]?(?P<subject>[\p{Han}\p{Katakana}ー・＝]{2,24})(?:は|が)[^。「」]{0,20}(?:述べ|語|話|強調|指摘|説明|訴え|言)"
)
_KANA_ROLE = regex.compile(
    r"(?:氏|さん|首相|大統領|知事|市長|社長|監督|大臣|外相|長官|報道官|会長|議員|教授|容疑者|被告|選手|町長|村長|所長|局長|船長)$"
)
_KANA_PRONOUN = regex.compile(r"(?:彼|彼女|同氏|同市長|同知事|同社長)$")
_KANA_NAME = regex.compile(r"[\p{Han}\p{Katakana}ー・＝]{2,16}$")


def unspaced_attribution(
    text: str, lead: tuple[int, int], rest: tuple[int, int], language: str | None
) -> Attribution | None:
    """Read what stands before quoted words in their sentence and what follows in it; None where nobody speaks."""
    return _japanese(text, lead, rest) if language == "ja" else _chinese(text, lead, rest)


def _chinese(text: str, lead: tuple[int, int], rest: tuple[int, int]) -> Attribution | None:
    if says := _HAN_SAYS.search(text, *lead):
        clause = _HAN_CLAUSE.search(text, lead[0], says.start())
        begin = clause.start() if clause else says.start()
        return _han_speaker(text, begin, says.start())
    if says := _HAN_SAYS_AFTER.match(text, *rest):
        return _han_speaker(text, *says.span("subject"))
    return None


def _han_speaker(text: str, start: int, end: int) -> Attribution:
    for form in (_HAN_WHEN, _HAN_COURTESY):
        if cut := form.search(text, start, end):
            end = cut.start()
    if role := _HAN_ROLE.match(text, start, end):
        start = role.end()
    if _HAN_PRONOUN.fullmatch(text, start, end):
        return Attribution(kind="pronoun", start=start, end=end)
    name = _HAN_NAME.search(text, start, end)
    if name and (name.start() == start or "·" in name[0]):
        return Attribution(kind="name", start=name.start(), end=name.end())
    return Attribution(kind="nobody", start=start, end=end)


def _japanese(text: str, lead: tuple[int, int], rest: tuple[int, int]) -> Attribution | None:
    if after := _KANA_SAYS_AFTER.match(text, *rest):
        return _kana_speaker(text, *after.span("subject"))
    subject = _KANA_SUBJECT.search(text, *lead)
    if subject and _KANA_SAYS.match(text, *rest):
        return _kana_speaker(text, *subject.span("subject"))
    if says := _KANA_SAYS.match(text, *rest):
        return Attribution(kind="pronoun", start=says.start(), end=says.start())
    return None


def _kana_speaker(text: str, start: int, end: int) -> Attribution:
    if _KANA_PRONOUN.search(text, start, end):
        return Attribution(kind="pronoun", start=start, end=end)
    role = _KANA_ROLE.search(text, start, end)
    end = role.start() if role else end
    name = _KANA_NAME.search(text, start, end)
    if role and name:
        return Attribution(kind="name", start=name.start(), end=name.end())
    return Attribution(kind="nobody", start=start, end=end)
