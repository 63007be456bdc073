"""Words about names: what countries call themselves and their people, and nouns that open sentences. Data only.

Written by hand: countries in the news whose adjective does not begin as the country does; nouns and participles that
open sentences without an article, those met in the shaping half of the measuring set among them.
"""

from __future__ import annotations

_SAME = (
    "us usa america american americans united_states_of_america united_states amerikanisch amerikaner amerikas"
    " états-unis américain estados_unidos estadounidense eeuu vereinigte_staaten сша американськ 米国 米 アメリカ",
    "uk britain british briton britons great_britain united_kingdom britisch britische großbritannien royaume-uni"
    " reino_unido британськ велика_британія 英国 英 イギリス",
    "france french frankreich französisch französische français francia francés francesa frança франція французьк"
    " フランス 仏",
    "germany german germans deutschland deutsch deutsche allemagne allemand alemania alemán alemanha alemão німеччина"
    " німецьк"
    " ドイツ 独",
    "spain spanish spaniards spaniard spanien spanisch spanische espagne espagnol españa español іспанія іспанськ"
    " スペイン",
    "netherlands dutch holland niederlande niederländisch pays-bas néerlandais países_bajos нідерланди нідерландськ"
    " オランダ",
    "poland polish pole poles polen polnisch polnische pologne polonais polonia polaco польща польськ ポーランド",
    "wales welsh", "ireland irish irland irisch irlande irlandais irlanda irlandés", "greece greek greeks"
    " griechenland",
    "switzerland swiss schweiz schweizer suisse suiza", "turkey türkiye turkish turks türkei türkisch turquie turc"
    " turquía",
    "denmark danish dane danes dänemark dänisch danemark danois dinamarca", "sweden swedish swede schweden"
    " schwedisch",
    "norway norwegian norwegen norwegisch norvège norvégien noruega", "finland finnish finns finnland",
    "china chinese 中国 中 китай китайськ", "japan japanese 日本 日 японія японськ", "eu european_union"
    " europäische_union"
    " union_européenne unión_europea união_europeia європейський_союз єс 欧州連合", "un united_nations"
    " vereinte_nationen"
    " onu nations_unies naciones_unidas nações_unidas оон 国連", "nato otan нато",
    "portugal portuguese", "thailand thai", "iceland icelandic", "czech czechia", "scotland scottish scots scot",
)  # fmt: skip
SAME_NAMES = {name.replace("_", " "): number for number, names in enumerate(_SAME) for name in names.split()}
"""One number for all names of a country, its people and its adjective."""

_ENDINGS = (
    "a e i n o s y an en er ian ians ans ers ese ish i is ic ite ites ean eans ois oise ain aine ien"
    " ienne isch ische ischen ischer és esa eses ano ana anos anas eño eña ês esa ensi ia ien land ya ка"
    " ці ець цем ський ська ське ські ського ської ських ським ською ння"
)
DEMONYM_ENDINGS = frozenset({*_ENDINGS.split(), ""})

OPENERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "whether upon throughout beyond behind besides unless whereas moreover otherwise whoever whatever those"
        " these either such asked elsewhere together fellow fewer police officials officers investigators"
        " prosecutors detectives rescuers firefighters paramedics"
        " doctors nurses"
        " workers staff residents villagers neighbours neighbors witnesses passengers drivers pilots crews crew teams"
        " engineers experts scientists researchers analysts economists critics supporters opponents protesters"
        " protestors"
        " demonstrators lawmakers senators ministers members leaders authorities regulators inspectors judges lawyers"
        " jurors unions teachers students pupils parents children families victims survivors shareholders investors"
        " customers farmers fishermen owners tenants voters candidates organisers organizers players fans troops"
        " soldiers"
        " rebels militants hackers attackers thieves people women men nobody everyone someone dozens"
        " hundreds thousands"
        " millions fire flames smoke rain snow floods flooding storms winds heat power water trains flights buses"
        " ferries"
        " services schools hospitals shops homes houses roads traffic prices rents wages profits sales shares profit"
        " inflation unemployment talks negotiations negotiators voting turnout polls results work repairs"
        " damage losses"
        " construction production exports imports tests samples data figures documents records reports evidence plans"
        " opposition parliament government council court emergency search divers rescue separately earlier later"
        " meanwhile"
        " previously recently today yesterday tomorrow last next nearly almost roughly around about three"
        " five ten yet"
        " despite following amid according unlike instead however also still now once twice overall"
        " currently initially"
        " preliminary local national regional federal former new older younger early late heavy strong high low total"
        " state city town port airport airline airlines company companies firms banks bank central public"
        " private union"
        " under workers' employees striking commuters tourists visitors shoppers motorists cyclists pedestrians"
        " volunteers"
        " health medical military naval army navy air officials' mayor governor president minister spokesman"
        " spokeswoman"
        " spokesperson chief head director fishing shipping energy gas oil electricity food fuel money costs cost"
        " damages"
        " campaigners activists environmentalists conservationists astronomers biologists geologists museum visitors'"
        " commissioners councillors councilors deputies delegates diplomats envoys negotiators' both neither none"
        " half most"
        " many some few several all each every another other others no not never only just even more less fewer"
        " inspectors' coastguard coastguards lifeboats helicopters cranes berths carriages two four six seven eight"
        " nine"
        " mission controllers rover spacecraft telescope launch officials attendance staffing patients"
        " cases infections"
        " tickets fares ticket bus rail tram tunnel bridge dam reservoir river levels water supplies supply",
        "de": "möglicherweise vermutlich wahrscheinlich vielleicht angeblich trotzdem dennoch zudem außerdem"
        " inzwischen jedoch allerdings später zuvor bisher derzeit bislang"
        " insgesamt"
        " zunächst erst gestern heute morgen mindestens höchstens rund etwa wegen laut nach zwei drei vier fünf sechs"
        " sieben"
        " acht neun zehn elf zwölf viele einige beide niemand zugleich dagegen danach seitdem damit demnach offenbar"
        " künftig"
        " weiterhin erstmals verletzt getötet festgenommen beteiligt betroffen ausgelegt geplant vorgesehen",
        "es": "posiblemente probablemente quizá quizás supuestamente bomberos vecinos testigos agentes equipos"
        " trabajadores médicos expertos científicos fuentes"
        " autoridades"
        " policía miles cientos decenas según tras durante además mientras aunque desde hasta cuando entre fuentes"
        " investigadores fiscales sindicatos pasajeros familiares agricultores pescadores manifestantes técnicos"
        " también"
        " actualmente ahora ayer hoy mañana sin con para por ante bajo contra otros otras varios varias dos"
        " tres cuatro"
        " cinco seis siete ocho nueve diez once doce unas unos casi cerca ningún ninguna nadie nunca todavía aún",
        "fr": "probablement apparemment peut-être selon après avant pendant depuis malgré hier aujourd demain"
        " environ près plus moins aucun aucune"
        " personne"
        " plusieurs certains deux trois quatre cinq six sept huit neuf dix onze douze quelque quelques pompiers"
        " policiers"
        " secouristes des enquêteurs selon pour avec sans sous dans actuellement déjà désormais toutefois cependant",
        "pt": "possivelmente provavelmente supostamente segundo após antes durante desde apesar ontem hoje"
        " amanhã cerca mais menos nenhum nenhuma"
        " ninguém vários"
        " várias bombeiros moradores testemunhas equipes equipas trabalhadores especialistas autoridades"
        " dois duas três"
        " quatro cinco seis sete oito nove dez onze doze quase além enquanto quando para com sem por"
        " policiais polícia",
        "uk": "можливо ймовірно імовірно нібито мабуть сам сама самі рятувальники поліція пожежники лікарі"
        " мешканці жителі очевидці слідчі прокурори"
        " працівники експерти фахівці"
        " водолази пасажири депутати влада суд уряд міністерство компанія двоє троє четверо п'ятеро шестеро семеро"
        " вогонь"
        " пожежа вибух аварія причина причини роботи рух поїзди потяги школи лікарні ціни за під після до перед"
        " протягом"
        " близько майже понад щонайменше згідно зараз нині вчора сьогодні завтра раніше пізніше жоден жодна"
        " ніхто люди"
        " чоловік жінка діти сотні тисячі десятки усі всі всього загалом наразі також крім проте однак водночас"
        " унаслідок"
        " внаслідок через завдяки попри щодо представники учасники науковці дослідники вчені",
    }.items()
}

GERMAN_NOUN = (
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|nis|nisse|tum|ismus|ment|chen|lein"
    r"|ling"
    r"|linge|eur|anz|enz|leute|kräfte|kraft|stelle|werk|wehr|amt|zug|züge|fall|fälle|haus|häuser|platz|straße|bahn"
    r"|schiff"
    r"|flug|wagen|dienst|verkehr|arbeiten|arbeit|lage|grund|zeit|zahl|jahr|jahre|preis|preise|wert|werte|brand|brände"
    r"|schaden|schäden|opfer|verletzte|verletzten|tote|toten|bewohner|anwohner|mitarbeiter|retter|helfer|ermittler"
    r"|menschen"
    r"|personen|beschäftigte|beschäftigten|gericht|partei|regierung|rat|verband|gewerkschaft|firma|unternehmen|ursache"
    r"|angaben|bericht|berichte|gesetz|plan|pläne|streik|unfall|unglück|explosion|feuer|polizei|behörde|behörden|stadt"
    r"|ende|beginn|anfang|uhr|prozent|teil|teile|mehrheit|stimmen|wahl|kosten|geld|wasser|strom|gas|wetter|sturm|regen"
    r"|schnee|schule|schulen|kinder|frau|frauen|mann|männer|leben|tod|haft|urteil|prozess|klage|vorwurf|vorwürfe)$"
)
"""How nouns of German news end that name nobody; the language capitalises them all."""
