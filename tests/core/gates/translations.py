"""Faithful translations, written for the measuring: invented places and people, one sentence in seven languages.

Rules were shaped on `SENTENCES`; `SECOND` were written when the rules stood, which were mended once after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

LANGUAGES = ("de", "es", "fr", "pt", "uk", "ja")


class Pair(NamedTuple):
    """A sentence and its translation, each with its language."""

    source: str
    source_language: str
    text: str
    language: str


SENTENCES: tuple[dict[str, str], ...] = (
    {
        "en": "At least 155 people were evacuated from the port of Aldmouth on Wednesday.",
        "de": "Mindestens 155 Menschen wurden am Mittwoch aus dem Hafen von Aldmouth evakuiert.",
        "es": "Al menos 155 personas fueron evacuadas el miércoles del puerto de Aldmouth.",
        "fr": "Au moins 155 personnes ont été évacuées mercredi du port d'Aldmouth.",
        "pt": "Pelo menos 155 pessoas foram retiradas na quarta-feira do porto de Aldmouth.",
        "uk": "Щонайменше 155 людей евакуювали в середу з порту Олдмут.",
        "ja": "水曜日、オールドマス港から少なくとも155人が避難した。",
    },
    {
        "en": "The central bank raised its rate to 2.75 percent, said governor Edda Quast.",
        "de": "Die Zentralbank hob ihren Zins auf 2,75 Prozent an, sagte Gouverneurin Edda Quast.",
        "es": "El banco central subió su tipo al 2,75 por ciento, dijo la gobernadora Edda Quast.",
        "fr": "La banque centrale a relevé son taux à 2,75 %, a déclaré la gouverneure Edda Quast.",
        "pt": "O banco central elevou a sua taxa para 2,75%, disse a presidente Edda Quast.",
        "uk": "Центральний банк підвищив ставку до 2,75 відсотка, повідомила голова банку Едда Кваст.",
        "ja": "中央銀行は金利を2.75%に引き上げた、とエッダ・クアスト総裁が述べた。",
    },
    {
        "en": "Nobody was injured when the ferry Aurora ran aground near Brackwater.",
        "de": "Niemand wurde verletzt, als die Fähre Aurora bei Brackwater auf Grund lief.",
        "es": "Nadie resultó herido cuando el ferry Aurora encalló cerca de Brackwater.",
        "fr": "Personne n'a été blessé lorsque le ferry Aurora s'est échoué près de Brackwater.",
        "pt": "Ninguém ficou ferido quando a balsa Aurora encalhou perto de Brackwater.",
        "uk": "Ніхто не постраждав, коли пором «Аврора» сів на мілину поблизу Брекуотера.",
        "ja": "フェリー「オーロラ」がブラックウォーター付近で座礁したが、けが人はいなかった。",
    },
    {
        "en": "The new bridge will cost 41 million euros and open in March 2032.",
        "de": "Die neue Brücke wird 41 Millionen Euro kosten und im März 2032 eröffnet.",
        "es": "El nuevo puente costará 41 millones de euros y se abrirá en marzo de 2032.",
        "fr": "Le nouveau pont coûtera 41 millions d'euros et ouvrira en mars 2032.",
        "pt": "A nova ponte custará 41 milhões de euros e abrirá em março de 2032.",
        "uk": "Новий міст коштуватиме 41 мільйон євро й відкриється в березні 2032 року.",
        "ja": "新しい橋の費用は4100万ユーロで、2032年3月に開通する。",
    },
    {
        "en": "Three of the five defendants were not convicted by the court in Tarnow.",
        "de": "Drei der fünf Angeklagten wurden vom Gericht in Tarnow nicht verurteilt.",
        "es": "Tres de los cinco acusados no fueron condenados por el tribunal de Tarnow.",
        "fr": "Trois des cinq accusés n'ont pas été condamnés par le tribunal de Tarnow.",
        "pt": "Três dos cinco réus não foram condenados pelo tribunal de Tarnow.",
        "uk": "Трьох із п'яти обвинувачених суд у Тарнові не засудив.",
        "ja": "タルノフの裁判所は、被告5人のうち3人に有罪判決を言い渡さなかった。",
    },
    {
        "en": "About 1,200 workers at the Halden shipyard went on strike yesterday.",
        "de": "Rund 1.200 Beschäftigte der Werft in Halden traten gestern in den Streik.",
        "es": "Unos 1.200 trabajadores del astillero de Halden se declararon ayer en huelga.",
        "fr": "Environ 1 200 ouvriers du chantier naval de Halden se sont mis en grève hier.",
        "pt": "Cerca de 1.200 trabalhadores do estaleiro de Halden entraram em greve ontem.",
        "uk": "Близько 1200 працівників верфі в Галдені вчора розпочали страйк.",
        "ja": "ハルデンの造船所で昨日、約1200人の労働者がストライキに入った。",
    },
    {
        "en": "The minister, Tomas Velk, denied that he had received the money.",
        "de": "Der Minister Tomas Velk bestritt, das Geld erhalten zu haben.",
        "es": "El ministro, Tomas Velk, negó haber recibido el dinero.",
        "fr": "Le ministre Tomas Velk a nié avoir reçu l'argent.",
        "pt": "O ministro Tomas Velk negou ter recebido o dinheiro.",
        "uk": "Міністр Томас Велк заперечив, що отримав гроші.",
        "ja": "トマス・ヴェルク大臣は金を受け取ったことを否定した。",
    },
    {
        "en": "The storm cut power to 7,500 homes in the north of Germany on 5 March.",
        "de": "Der Sturm ließ am 5. März in 7.500 Haushalten im Norden Deutschlands den Strom ausfallen.",
        "es": "La tormenta dejó sin luz el 5 de marzo a 7.500 hogares del norte de Alemania.",
        "fr": "La tempête a privé d'électricité 7 500 foyers du nord de l'Allemagne le 5 mars.",
        "pt": "A tempestade deixou 7.500 casas sem energia no norte da Alemanha em 5 de março.",
        "uk": "5 березня буря залишила без струму 7500 будинків на півночі Німеччини.",
        "ja": "3月5日、嵐によりドイツ北部の7500世帯が停電した。",
    },
    {
        "en": "The company does not plan to close its plant in Ostrava.",
        "de": "Das Unternehmen plant nicht, sein Werk in Ostrava zu schließen.",
        "es": "La empresa no tiene previsto cerrar su planta de Ostrava.",
        "fr": "L'entreprise ne prévoit pas de fermer son usine d'Ostrava.",
        "pt": "A empresa não planeja fechar a sua fábrica em Ostrava.",
        "uk": "Компанія не планує закривати свій завод в Остраві.",
        "ja": "同社はオストラヴァの工場を閉鎖する予定はない。",
    },
    {
        "en": "Lena Marsh won the race in 2 hours and 14 minutes, ahead of 320 runners.",
        "de": "Lena Marsh gewann das Rennen in 2 Stunden und 14 Minuten vor 320 Läufern.",
        "es": "Lena Marsh ganó la carrera en 2 horas y 14 minutos, por delante de 320 corredores.",
        "fr": "Lena Marsh a remporté la course en 2 heures et 14 minutes, devant 320 coureurs.",
        "pt": "Lena Marsh venceu a corrida em 2 horas e 14 minutos, à frente de 320 corredores.",
        "uk": "Лена Марш виграла забіг за 2 години 14 хвилин, випередивши 320 бігунів.",
        "ja": "レナ・マーシュは320人のランナーを抑え、2時間14分でレースに優勝した。",
    },
    {
        "en": "Two divers found the wreck at a depth of 38 metres off Kestrel Bay.",
        "de": "Zwei Taucher fanden das Wrack in 38 Metern Tiefe vor Kestrel Bay.",
        "es": "Dos buzos hallaron los restos del barco a 38 metros de profundidad frente a Kestrel Bay.",
        "fr": "Deux plongeurs ont trouvé l'épave à 38 mètres de profondeur au large de Kestrel Bay.",
        "pt": "Dois mergulhadores encontraram os destroços a 38 metros de profundidade ao largo de Kestrel Bay.",
        "uk": "Двоє водолазів знайшли затонуле судно на глибині 38 метрів біля Кестрел-Бей.",
        "ja": "ダイバー2人がケストレル湾沖の水深38メートルで沈没船を発見した。",
    },
    {
        "en": "Prosecutors say the banker allegedly moved 3 million dollars to France.",
        "de": "Der Bankier soll nach Angaben der Staatsanwaltschaft 3 Millionen Dollar nach Frankreich gebracht haben.",
        "es": "Según la fiscalía, el banquero habría trasladado presuntamente 3 millones de dólares a Francia.",
        "fr": "Selon le parquet, le banquier aurait transféré 3 millions de dollars en France.",
        "pt": "Segundo o Ministério Público, o banqueiro teria supostamente levado 3 milhões de dólares para a França.",
        "uk": "За даними прокуратури, банкір нібито переказав 3 мільйони доларів до Франції.",
        "ja": "検察によると、この銀行家は300万ドルをフランスに移した疑いがある。",
    },
    {
        "en": "The vaccine was not approved, the agency in Vienna said on Monday.",
        "de": "Der Impfstoff wurde nicht zugelassen, teilte die Behörde in Wien am Montag mit.",
        "es": "La vacuna no fue aprobada, informó el lunes la agencia en Viena.",
        "fr": "Le vaccin n'a pas été approuvé, a indiqué lundi l'agence à Vienne.",
        "pt": "A vacina não foi aprovada, informou na segunda-feira a agência em Viena.",
        "uk": "Вакцину не схвалили, повідомило в понеділок агентство у Відні.",
        "ja": "ワクチンは承認されなかった、とウィーンの当局が月曜日に発表した。",
    },
    {
        "en": "Up to 60 millimetres of rain fell in 24 hours in the Corvo valley.",
        "de": "Im Corvo-Tal fielen in 24 Stunden bis zu 60 Millimeter Regen.",
        "es": "En el valle del Corvo cayeron hasta 60 milímetros de lluvia en 24 horas.",
        "fr": "Jusqu'à 60 millimètres de pluie sont tombés en 24 heures dans la vallée du Corvo.",
        "pt": "Até 60 milímetros de chuva caíram em 24 horas no vale do Corvo.",
        "uk": "У долині Корво за 24 години випало до 60 міліметрів дощу.",
        "ja": "コルヴォ渓谷では24時間で最大60ミリの雨が降った。",
    },
    {
        "en": "Japan and Poland signed the treaty without the United States.",
        "de": "Japan und Polen unterzeichneten den Vertrag ohne die Vereinigten Staaten.",
        "es": "Japón y Polonia firmaron el tratado sin Estados Unidos.",
        "fr": "Le Japon et la Pologne ont signé le traité sans les États-Unis.",
        "pt": "O Japão e a Polônia assinaram o tratado sem os Estados Unidos.",
        "uk": "Японія та Польща підписали договір без Сполучених Штатів.",
        "ja": "日本とポーランドは、アメリカ抜きで条約に署名した。",
    },
    {
        "en": "The train hit a truck at 9:40 in Weststadt, killing one person.",
        "de": "Der Zug erfasste um 9:40 Uhr in Weststadt einen Lastwagen, eine Person starb.",
        "es": "El tren chocó a las 9:40 contra un camión en Weststadt y murió una persona.",
        "fr": "Le train a percuté un camion à 9:40 à Weststadt, tuant une personne.",
        "pt": "O trem atingiu um caminhão às 9:40 em Weststadt, matando uma pessoa.",
        "uk": "Потяг о 9:40 зіткнувся з вантажівкою у Вестштадті, загинула одна людина.",
        "ja": "9:40、ヴェストシュタットで列車がトラックと衝突し、1人が死亡した。",
    },
    {
        "en": "The lake has never been so low, said hydrologist Priya Ossian.",
        "de": "Der See war noch nie so niedrig, sagte die Hydrologin Priya Ossian.",
        "es": "El lago nunca ha estado tan bajo, dijo la hidróloga Priya Ossian.",
        "fr": "Le lac n'a jamais été aussi bas, a déclaré l'hydrologue Priya Ossian.",
        "pt": "O lago nunca esteve tão baixo, disse a hidróloga Priya Ossian.",
        "uk": "Озеро ще ніколи не було таким мілким, сказала гідрологиня Прія Оссіан.",
        "ja": "湖の水位がこれほど低くなったことはない、と水文学者のプリヤ・オシアン氏は話した。",
    },
    {
        "en": "The museum bought 12 paintings by Jonas Reve for 850,000 pounds.",
        "de": "Das Museum kaufte 12 Gemälde von Jonas Reve für 850.000 Pfund.",
        "es": "El museo compró 12 cuadros de Jonas Reve por 850.000 libras.",
        "fr": "Le musée a acheté 12 tableaux de Jonas Reve pour 850 000 livres.",
        "pt": "O museu comprou 12 quadros de Jonas Reve por 850.000 libras.",
        "uk": "Музей придбав 12 картин Йонаса Реве за 850 000 фунтів.",
        "ja": "美術館はヨナス・レーヴェの絵画12点を85万ポンドで購入した。",
    },
    {
        "en": "Firefighters could not reach the village of Sorrel before noon.",
        "de": "Die Feuerwehr konnte das Dorf Sorrel vor Mittag nicht erreichen.",
        "es": "Los bomberos no pudieron llegar al pueblo de Sorrel antes del mediodía.",
        "fr": "Les pompiers n'ont pas pu atteindre le village de Sorrel avant midi.",
        "pt": "Os bombeiros não conseguiram chegar à aldeia de Sorrel antes do meio-dia.",
        "uk": "Пожежники не змогли дістатися села Соррел до полудня.",
        "ja": "消防隊は正午までにソレル村に到達できなかった。",
    },
    {
        "en": "The factory in Lund employs 340 people and makes 90 buses a year.",
        "de": "Das Werk in Lund beschäftigt 340 Menschen und baut 90 Busse im Jahr.",
        "es": "La fábrica de Lund emplea a 340 personas y produce 90 autobuses al año.",
        "fr": "L'usine de Lund emploie 340 personnes et fabrique 90 bus par an.",
        "pt": "A fábrica em Lund emprega 340 pessoas e produz 90 ônibus por ano.",
        "uk": "Завод у Лунді має 340 працівників і випускає 90 автобусів на рік.",
        "ja": "ルンドの工場は340人を雇用し、年間90台のバスを製造している。",
    },
    {
        "en": "Police have arrested no suspects, spokesman Igor Brandt said today.",
        "de": "Die Polizei hat keine Verdächtigen festgenommen, sagte Sprecher Igor Brandt heute.",
        "es": "La policía no ha detenido a ningún sospechoso, dijo hoy el portavoz Igor Brandt.",
        "fr": "La police n'a arrêté aucun suspect, a dit aujourd'hui le porte-parole Igor Brandt.",
        "pt": "A polícia não prendeu nenhum suspeito, disse hoje o porta-voz Igor Brandt.",
        "uk": "Поліція не затримала жодного підозрюваного, заявив сьогодні речник Ігор Брандт.",
        "ja": "警察は容疑者を一人も逮捕していない、とイゴール・ブラント報道官が今日述べた。",
    },
    {
        "en": "More than 20 schools in Marlow stay closed until Friday.",
        "de": "Mehr als 20 Schulen in Marlow bleiben bis Freitag geschlossen.",
        "es": "Más de 20 escuelas de Marlow seguirán cerradas hasta el viernes.",
        "fr": "Plus de 20 écoles de Marlow restent fermées jusqu'à vendredi.",
        "pt": "Mais de 20 escolas em Marlow ficam fechadas até sexta-feira.",
        "uk": "Понад 20 шкіл у Марлоу залишаться зачиненими до п'ятниці.",
        "ja": "マーロウでは20校以上が金曜日まで休校となる。",
    },
    {
        "en": "The ship carried 4,000 tonnes of grain and 18 crew members.",
        "de": "Das Schiff hatte 4.000 Tonnen Getreide und 18 Besatzungsmitglieder an Bord.",
        "es": "El barco llevaba 4.000 toneladas de grano y 18 tripulantes.",
        "fr": "Le navire transportait 4 000 tonnes de céréales et 18 membres d'équipage.",
        "pt": "O navio transportava 4.000 toneladas de grãos e 18 tripulantes.",
        "uk": "Судно везло 4000 тонн зерна і 18 членів екіпажу.",
        "ja": "船は穀物4000トンと乗組員18人を乗せていた。",
    },
    {
        "en": "The parliament in Lisbon rejected the law, with 118 votes to 96.",
        "de": "Das Parlament in Lissabon lehnte das Gesetz mit 118 zu 96 Stimmen ab.",
        "es": "El parlamento de Lisboa rechazó la ley por 118 votos contra 96.",
        "fr": "Le parlement de Lisbonne a rejeté la loi par 118 voix contre 96.",
        "pt": "O parlamento em Lisboa rejeitou a lei por 118 votos a 96.",
        "uk": "Парламент у Лісабоні відхилив закон 118 голосами проти 96.",
        "ja": "リスボンの議会は、118対96の投票で法案を否決した。",
    },
)


SECOND: tuple[dict[str, str], ...] = (
    {
        "en": "The council of Ravensholt did not vote on the budget of 12.5 million euros.",
        "de": "Der Rat von Ravensholt stimmte nicht über den Haushalt von 12,5 Millionen Euro ab.",
        "es": "El ayuntamiento de Ravensholt no votó el presupuesto de 12,5 millones de euros.",
        "fr": "Le conseil de Ravensholt n'a pas voté le budget de 12,5 millions d'euros.",
        "pt": "A câmara de Ravensholt não votou o orçamento de 12,5 milhões de euros.",
        "uk": "Рада Рейвенсгольта не голосувала за бюджет у 12,5 мільйона євро.",
        "ja": "レイヴンズホルトの議会は1250万ユーロの予算案を採決しなかった。",
    },
    {
        "en": "Rescue teams pulled six miners alive from the Dorrin pit on Sunday.",
        "de": "Rettungskräfte holten am Sonntag sechs Bergleute lebend aus der Grube Dorrin.",
        "es": "Los equipos de rescate sacaron el domingo con vida a seis mineros de la mina Dorrin.",
        "fr": "Les secouristes ont sorti dimanche six mineurs vivants de la mine de Dorrin.",
        "pt": "As equipes de resgate retiraram no domingo seis mineiros vivos da mina Dorrin.",
        "uk": "Рятувальники в неділю підняли шістьох шахтарів живими із шахти Доррін.",
        "ja": "救助隊は日曜日、ドリン鉱山から6人の鉱員を生きて救出した。",
    },
    {
        "en": "Mara Ellison may leave the party, her adviser Otto Brix said.",
        "de": "Mara Ellison könnte die Partei verlassen, sagte ihr Berater Otto Brix.",
        "es": "Mara Ellison podría abandonar el partido, dijo su asesor Otto Brix.",
        "fr": "Mara Ellison pourrait quitter le parti, a déclaré son conseiller Otto Brix.",
        "pt": "Mara Ellison pode deixar o partido, disse o seu assessor Otto Brix.",
        "uk": "Мара Еллісон може вийти з партії, сказав її радник Отто Брікс.",
        "ja": "マラ・エリソン氏が離党する可能性があると、顧問のオットー・ブリックス氏が述べた。",
    },
    {
        "en": "Exports from Italy to Canada fell by 8 percent in 2030.",
        "de": "Die Ausfuhren aus Italien nach Kanada sanken 2030 um 8 Prozent.",
        "es": "Las exportaciones de Italia a Canadá cayeron un 8 % en 2030.",
        "fr": "Les exportations de l'Italie vers le Canada ont baissé de 8 % en 2030.",
        "pt": "As exportações da Itália para o Canadá caíram 8% em 2030.",
        "uk": "Експорт з Італії до Канади у 2030 році скоротився на 8 відсотків.",
        "ja": "イタリアからカナダへの輸出は2030年に8%減少した。",
    },
    {
        "en": "The court in Harrow Vale ordered the firm to pay 9,300 dollars within 14 days.",
        "de": "Das Gericht in Harrow Vale verpflichtete die Firma, binnen 14 Tagen 9.300 Dollar zu zahlen.",
        "es": "El tribunal de Harrow Vale ordenó a la empresa pagar 9.300 dólares en un plazo de 14 días.",
        "fr": "Le tribunal de Harrow Vale a ordonné à l'entreprise de payer 9 300 dollars sous 14 jours.",
        "pt": "O tribunal de Harrow Vale ordenou que a empresa pague 9.300 dólares em 14 dias.",
        "uk": "Суд у Гарроу-Вейлі зобов'язав фірму сплатити 9300 доларів упродовж 14 днів.",
        "ja": "ハローヴェイルの裁判所は同社に対し、14日以内に9300ドルを支払うよう命じた。",
    },
    {
        "en": "No trains run between Solmar and Petra Falls until 17 April.",
        "de": "Zwischen Solmar und Petra Falls fahren bis zum 17. April keine Züge.",
        "es": "No circulan trenes entre Solmar y Petra Falls hasta el 17 de abril.",
        "fr": "Aucun train ne circule entre Solmar et Petra Falls jusqu'au 17 avril.",
        "pt": "Não circulam trens entre Solmar e Petra Falls até 17 de abril.",
        "uk": "Потяги між Солмаром і Петра-Фоллс не курсують до 17 квітня.",
        "ja": "4月17日までソルマーとペトラフォールズの間で列車は運行されない。",
    },
    {
        "en": "The actress Noor Haddan sold her house in Brussels for 2 million euros.",
        "de": "Die Schauspielerin Noor Haddan verkaufte ihr Haus in Brüssel für 2 Millionen Euro.",
        "es": "La actriz Noor Haddan vendió su casa de Bruselas por 2 millones de euros.",
        "fr": "L'actrice Noor Haddan a vendu sa maison de Bruxelles pour 2 millions d'euros.",
        "pt": "A atriz Noor Haddan vendeu a sua casa em Bruxelas por 2 milhões de euros.",
        "uk": "Акторка Нур Гаддан продала свій будинок у Брюсселі за 2 мільйони євро.",
        "ja": "女優のヌール・ハダンさんはブリュッセルの自宅を200万ユーロで売却した。",
    },
    {
        "en": "Around 70 elephants crossed the border river Tamu last week.",
        "de": "Etwa 70 Elefanten überquerten vergangene Woche den Grenzfluss Tamu.",
        "es": "Unos 70 elefantes cruzaron la semana pasada el río fronterizo Tamu.",
        "fr": "Environ 70 éléphants ont traversé la semaine dernière la rivière frontalière Tamu.",
        "pt": "Cerca de 70 elefantes atravessaram na semana passada o rio de fronteira Tamu.",
        "uk": "Близько 70 слонів минулого тижня перейшли прикордонну річку Таму.",
        "ja": "先週、約70頭のゾウが国境のタム川を渡った。",
    },
)


def pairs(sentences: Iterable[dict[str, str]]) -> Iterator[Pair]:
    """Yield English into each language, and each into English."""
    for said in sentences:
        for language in LANGUAGES:
            yield Pair(said["en"], "en", said[language], language)
            yield Pair(said[language], language, said["en"], "en")
