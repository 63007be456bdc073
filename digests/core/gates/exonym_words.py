"""What languages call places that have names of their own in each: Vienna, Wien, Відень, ウィーン. Data only.

Written by hand: capitals, cities, seas and continents in the news whose names differ by more than an ending. Countries
are CLDR's (`core.sketches.Lexicon.countries`).
"""

from __future__ import annotations

_PLACES = (
    "united_states the_us the_u.s. us usa america american* vereinigte*_staaten us- amerika* estados_unidos"
    " estadounidense* ee.uu. états-unis américain* norte-american* american* сполучен*_штат* сша америк* 米国"
    " アメリカ",
    "united_kingdom the_uk uk britain british vereinigte*_königreich* großbritannien* britisch* reino_unido"
    " británic* gran_bretaña royaume-uni grande-bretagne britannique* britânic* grã-bretanha сполучен*_королівств*"
    " велик*_британі* британськ* 英国 イギリス",
    "european_union the_eu eu europäische*_union unión_europea union_européenne união_europeia ue європейськ*_союз* єс"
    " 欧州連合",
    "united_nations un vereinte*_nationen naciones_unidas onu nations_unies nações_unidas оон"
    " організаці*_об'єднаних_націй 国連",
    "vienna wien viena vienne відень відн* ウィーン",
    "munich münchen múnich munique мюнхен* ミュンヘン",
    "cologne köln colonia colônia кельн* ケルン",
    "geneva genf ginebra genève genebra женев* ジュネーブ",
    "zurich zürich zúrich zurique цюрих* チューリッヒ",
    "brussels brüssel bruselas bruxelles bruxelas брюссел* ブリュッセル",
    "antwerp antwerpen amberes anvers antuérpia антверпен* アントワープ",
    "the_hague haag haya haye haia гааг* ハーグ",
    "rome rom roma рим* ローマ",
    "milan mailand milán milão мілан* ミラノ",
    "venice venedig venecia venise veneza венеці* ベネチア",
    "florence florenz florencia florença флоренці* フィレンツェ",
    "naples neapel nápoles неапол* ナポリ",
    "turin turín turim турин* トリノ",
    "lisbon lissabon lisboa lisbonne лісабон* リスボン",
    "london londres лондон* ロンドン",
    "edinburgh edimburgo édimbourg единбур* エディンバラ",
    "paris parís париж* パリ",
    "nice nizza niza ніцц* ニース",
    "strasbourg straßburg estrasburgo страсбур* ストラスブール",
    "seville sevilla séville sevilha севіль* セビリア",
    "copenhagen kopenhagen copenhague копенгаген* コペンハーゲン",
    "stockholm estocolmo стокгольм* ストックホルム",
    "warsaw warschau varsovia varsovie varsóvia варшав* ワルシャワ",
    "cracow krakow krakau cracovia cracovie cracóvia краків краков* クラクフ",
    "prague prag praga праг* праз* プラハ",
    "budapest budapeste будапешт* ブダペスト",
    "bucharest bukarest bucarest bucareste бухарест* ブカレスト",
    "belgrade belgrad belgrado белград* ベオグラード",
    "athens athen atenas athènes афін* アテネ",
    "istanbul estambul istambul стамбул* イスタンブール",
    "moscow moskau moscú moscou moscovo москв* モスクワ",
    "kyiv kiev kiew київ києв* キーウ キエフ",
    "odesa odessa одес* オデーサ オデッサ",
    "kharkiv charkiw járkov kharkov харків харков* ハルキウ",
    "crimea krim crimée crimeia крим* クリミア",
    "jerusalem jerusalén jérusalem jerusalém єрусалим* エルサレム",
    "gaza gazastreifen газ* ガザ",
    "cairo kairo caire каїр* カイロ",
    "tehran teheran teherán téhéran teerã тегеран* テヘラン",
    "damascus damaskus damasco damas дамаск* ダマスカス",
    "baghdad bagdad bagdá багдад* バグダッド",
    "beijing peking pekín pékin pequim пекін* 北京",
    "shanghai schanghai xangai шанхай* 上海",
    "tokyo tokio tóquio токіо 東京",
    "seoul seúl séoul seul сеул* ソウル",
    "delhi neu-delhi déli делі デリー",
    "new_york nueva_york nova_york nova_iorque нью-йорк* ニューヨーク",
    "mexico_city mexiko-stadt mexico-stadt мехіко メキシコ市 メキシコシティ",
    "havana havanna habana havane гаван* ハバナ",
    "europe europa європ* 欧州 ヨーロッパ", "africa afrika áfrica afrique африк* アフリカ",
    "asia asien asie ásia азі* アジア", "danube donau danubio дуна* ドナウ", "rhine rhein rin rhin reno рейн* ライン",
    "alps alpen alpes альп* アルプス", "atlantic atlantik atlántico atlantique atlântico атлантич* 大西洋",
    "pacific pazifik pacífico pacifique тихого тихий тихому 太平洋",
    "mediterranean mittelmeer mediterráneo méditerranée mediterrâneo середземн* 地中海",
    "baltic ostsee báltico baltique балтій* バルト",
)  # fmt: skip

PLACES = tuple(tuple(name.replace("_", " ") for name in names.split()) for names in _PLACES)
"""The names of each place; "*" stands for any ending, "_" for a space."""
