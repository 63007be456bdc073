"""What numbers are measured in, by the words of each language: an hour is no day. Data, and the look-up."""

from __future__ import annotations

import regex

_UNITS = {
    "second": "second seconds sekunde sekunden segundo segundos seconde secondes секунд секунди 秒",
    "minute": "minütige minütigen minütiger minütiges minute minutes minuten minuto minutos хвилин хвилини 分",
    "hour": "stündige stündigen stündiger stündiges hour hours stunde stunden hora horas heure heures годин"
    " години година 時間",
    "day": "tägige tägigen tägiger tägiges day days tag tage tagen día días jour jours dia dias день дні"
    " днів доба доби 日間",
    "week": "wöchige wöchigen wöchiger wöchiges week weeks woche wochen semana semanas semaine semaines"
    " тиждень тижні тижнів 週間",
    "month": "monatige monatigen monatiger monatiges month months monat monate monaten mes meses mois mês"
    " місяць місяці місяців か月 カ月 ヶ月",
    "year": "jährige jährigen jähriger jähriges year years jahr jahre jahren año años an ans année années"
    " ano anos рік роки років 年間 歳",
    "million": "mio mrd",
    "metre": "m м metre metres meter meters metern metro metros mètre mètres метр метри метрів メートル",
    "kilometre": "km км kilometre kilometres kilometer kilometers kilometern kilómetro kilómetros kilomètre"
    " kilomètres"
    " quilômetro quilômetros quilómetros кілометр кілометри кілометрів кілометровий кілометрового キロ キロメートル",
    "centimetre": "cm см centimetre centimetres centimeter zentimeter centímetros centimètres сантиметр сантиметрів"
    " センチ",
    "mile": "mile miles meile meilen milla millas milles milha milhas миль 마일 マイル",
    "foot": "foot feet ft",
    "kilogram": "kg кг kilogram kilograms kilo kilos kilogramm kilogramo kilogramos кілограм кілограмів キログラム",
    "gram": "g gram grams gramm gramo gramos gramme grammes грам грамів グラム",
    "tonne": "t т ton tons tonne tonnes tonnen tonelada toneladas тонн тонни тонна トン",
    "litre": "l litre litres liter liters litern litro litros літр літрів літри リットル",
    "hectare": "ha hectare hectares hektar hectárea hectáreas hectares гектар гектарів ヘクタール",
    "acre": "acre acres",
    "degree": "° degree degrees grad grados degrés graus градус градусів градуси 度",
    "megawatt": "mw megawatt megawatts megavatios mégawatts мегават メガワット",
    "gigawatt": "gw gigawatt gigawatts gigavatios ギガワット",
    "point": "point points punkt punkte punkten prozentpunkt prozentpunkte prozentpunkten punto puntos ponto pontos"
    " пункт пункти пунктів ポイント",
    "crown": "crown crowns krone kronen corona coronas couronne couronnes coroa coroas крон крони",
    "franc": "franc francs franken franco francos франк франків",
    "peso": "peso pesos",
    "$": "dólar dólares dollars долар долари доларів ドル",
    "€": "євро euros ユーロ",
    "¥": "円 yenes ієн",
    "hryvnia": "hryvnia hryvnias гривня гривні гривень",
    "knot": "knot knots knoten nudos nœuds nós вузлів ノット",
}
_BY_WORD = {word: unit for unit, words in _UNITS.items() for word in words.split()}
UNIT_WORDS = frozenset(_BY_WORD)
"""All of them, lower case: some are written as names are ("MW")."""

_UNSPACED = [word for word in _BY_WORD if regex.match(r"[\p{Han}\p{Katakana}\p{Hiragana}]", word)]
_NEXT = regex.compile(r"(?:(?<=\p{L})\p{L}+)?[\s\u00a0-]*(?:percentage\s)?(?P<word>°|[\p{L}\p{M}]+)")
_COUNTER = regex.compile(r"\p{Han}")
_SQUARE = regex.compile(r"[\s-]*(?:square|cubic|quadrat|kubik|cuadrad|carré|квадрат|平方|立方)", regex.IGNORECASE)


def unit_after(text: str, end: int) -> str:
    """Give the unit named right after a number that ends at `end`; "" where the next word is none."""
    if _SQUARE.match(text, end):
        return "square"
    for word in _UNSPACED:
        if text.startswith(word, end):
            return _BY_WORD[word]
    if counter := _COUNTER.match(text, end):
        return counter[0]  # a language that is not spaced counts people, ships and houses by words of their own
    match = _NEXT.match(text, end)
    return _BY_WORD.get(match["word"].casefold(), "") if match else ""
