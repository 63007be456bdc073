"""Words that tell where sentences end, by language: titles, what is counted, what opens a sentence. Data only."""

from __future__ import annotations


def _words(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in table.items()}


# What stands before a name and is never the last word of a sentence. The library knows most and lacks these.
TITLES = _words(
    {
        "en": "Mr Mrs Ms Mx Messrs Dr Prof Gov Lt Col Gen Maj Capt Cmdr Sgt Cpl Pvt Adm Sen Sens Rep Reps Rev Supt Det",
        "ar": "د أ",
        "da": "hr Hr dr Dr prof Prof",
        "de": "Hr Fr Dr Prof St",
        "es": "Sr Sra Srta Dr Dra Lic Ing Dña",
        "fr": "M MM Mgr Dr Pr St Ste",
        "it": "Sig Dott Prof Avv Ing On",
        "nl": "Dhr Mevr Dr drs Drs Prof ir",
        "pl": "prof Prof dr Dr ks św Św gen płk mgr inż ul m.in tzw",
        "pt": "S Sr Sra Dr Dra Eng Prof",
        "ru": "проф Проф акад ген им ул",
        "tr": "Dr Prof Doç Av Sn",
        "uk": "проф Проф акад ген арх ім вул Дж",
    }
)
# What stands before a number.
COUNTED = _words(
    {
        "en": "Vol Nos Fig Figs pp",
        "de": "Nr Abs Art ca Bd",
        "es": "N° Nº n° nº Núm núm art pág",
        "fr": "N° n° art L R",
        "it": "N° n° art pag",
        "pl": "ok godz nr Nr str art ust poz Godz",
        "pt": "N.º n.º Nº nº art pág",
        "ru": "ст рис",
        "uk": "ст рис",
    }
)
# Words that open a sentence and no name: after an abbreviation that may end a sentence they show that it does.
STARTERS = _words(
    {
        "en": "The A An In On At For He She It They We You But And This That If When How What Who Why",
        "da": "De Det Den Der Du Han Hun Jeg Vi Hvad Hvem Hvor Hvordan Hvorfor Hvornår Men Og Så",
        "nb": "De Det Den Der Du Han Hun Jeg Vi Hva Hvem Hvor Hvordan Hvorfor Men Og Så",
    }
)
# The library knows the abbreviations of these; what it parts there before a small letter is mostly an end.
KNOWN_WELL = frozenset({"en", "ru"})
