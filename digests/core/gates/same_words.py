"""Words that news uses for one another, by their stems: injured and hurt, nobody and no one. Data only.

They only keep a sentence from being unsupported; no gate takes one for another where it matters which stands there.
"""

from __future__ import annotations

from digests.core.tokens import stem

_GROUPS = {
    "en": "injured/injury/hurt/wounded/harmed nobody/none/one/people killed/died/dead/deaths/death/victims"
    " arrested/detained/held"
    " inside/building/indoors shut/closed/close began/started/launched ended/finished/over bought/acquired/purchased"
    " demanded/called/urged/asked leave/go/resign/quit fire/blaze/flames flat/apartment car/vehicle"
    " children/kids/pupils"
    " company/firm/operator/maker government/cabinet/ministers money/funds/refund cut/reduced/lowered"
    " rise/increase/raise"
    " job/post/position/worker house/home/household police/officers doctors/medics court/judge/tribunal"
    " illegal/unlawful film/movie match/game boss/chief/head election/vote/poll big/large small/little"
    " fast/quick/rapid"
    " immediately/once now/currently yearly/annual still/yet missing/recovered wrong/false help/assist/aid"
    " build/construct law/bill/act found/discovered show/reveal fell/dropped/declined rose/climbed/increased"
    " won/victory/beat lost/defeat trains/rail students/pupils flooded/floods/flooding power/electricity",
    "de": "verletzt/verwundet tot/getötet/gestorben/ums brand/feuer auto/wagen/fahrzeug firma/unternehmen/betrieb"
    " wohnung/haus polizei/beamte/polizisten gesperrt/geschlossen begonnen/gestartet/angefangen schule/unterricht"
    " regierung/kabinett gekauft/erworben preis/kosten gefordert/verlangt arbeitsplätze/stellen/jobs niemand/keiner",
    "es": "herido/lesionado muerto/fallecido/víctima incendio/fuego coche/vehículo/auto empresa/compañía/firma"
    " casa/vivienda/hogar policía/agentes comenzar/empezar/iniciar pedir/exigir/solicitar gobierno/ejecutivo"
    " abandonar/dejar encontrar/hallar/aparecer",
    "fr": "blessé/touché mort/tué/décédé incendie/feu/sinistre voiture/véhicule entreprise/société/firme"
    " maison/logement"
    " police/policiers commencer/débuter/démarrer demander/réclamer/exiger gouvernement/exécutif trouver/découvrir"
    " personne/aucun",
    "pt": "ferido/machucado morto/morte/vítima incêndio/fogo carro/veículo empresa/companhia/firma"
    " casa/residência/moradia"
    " polícia/policiais começar/iniciar pedir/exigir governo/executivo encontrar/achar demitir/demissões",
    "uk": "поранений/постраждалий/травмований загинути/померти/загиблий пожежа/вогонь машина/авто/автомобіль"
    " компанія/фірма/підприємство будинок/оселя поліція/правоохоронці почати/розпочати вимагати/просити уряд/кабмін"
    " загроза/загрожувати відкрити/відчинити закрити/зачинити",
}

_STEMS = [
    frozenset(stem(word, language) for word in group.split("/"))
    for language, groups in _GROUPS.items()
    for group in groups.split()
]
SAME_WORDS = {
    word: frozenset().union(*(group for group in _STEMS if word in group)) for group in _STEMS for word in group
}
"""The stems that may stand for a stem, itself among them."""
