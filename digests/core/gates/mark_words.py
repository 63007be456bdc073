"""Words that say how a sentence is meant: denied, possible, planned, alleged, caused, compared. Data only.

"_" stands for a space, "*" for any ending. Written by hand from the grammars' closed classes, and from what sentences
of the shaping half of the measuring set (tests/core/gates/material.py) use besides.
"""

from __future__ import annotations

from enum import StrEnum


class Mark(StrEnum):
    """What a word does to the words it stands with."""

    NEGATION = "negation"
    DENIED = "denied"  # somebody says that it is not so
    NEGATIVE = "negative"  # says no without a negation: failed to, unknown, refused
    POSSIBLE = "possible"
    PLANNED = "planned"
    CLAIMED = "claimed"
    REPORTED = "reported"  # a mood or verb that gives somebody's words and vouches for nothing
    CAUSE = "cause"
    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    VAGUE = "vague"  # a number that is none: dozens, hundreds


MARK_WORDS: dict[str, dict[Mark, str]] = {
    "en": {
        Mark.NEGATION: "not no never none nobody nothing neither nor cannot no-one nowhere without isn['’]t aren['’]t"
        " wasn['’]t weren['’]t doesn['’]t don['’]t didn['’]t won['’]t wouldn['’]t can['’]t couldn['’]t hasn['’]t"
        " haven['’]t hadn['’]t shouldn['’]t unless",
        Mark.DENIED: "deni* deny* denying reject* refut* disputed disputes disagree* turn*(?:_\\w+){0,3}_down"
        " dismiss* contradict*",
        Mark.NEGATIVE: "fail* refus* reject* deni* deny* denying unable unknown unclear lack* declined_to declines_to"
        " avoid* prevent*"
        " block* halt* ban bans banned missing unhurt unharmed unlikely uninjured undamaged untouched unchanged"
        " impossible"
        " hardly barely except stop* cancel* rul*_out yet_to lost lose dismiss* un\\w{4,}ed"
        " turn*(?:_\\w+){0,3}_down call*_off scrap* shelv* standstill stood_still broken defunct"
        " ke(?:ep|eps|pt|eping)(?:_\\w+){1,4}_from forb\\w+ prohibit*",
        Mark.POSSIBLE: "may(?!_not) might could(?!_not) able_to possibly perhaps maybe likely probably potentially"
        " possible apparently expected_to allowed_to permitted_to"
        " thought_to believed_to seems seemed appears_to appeared_to appear_to presumably",
        Mark.PLANNED: "will would plan* intend* aim* expect* set_to due_to_(?!the\\b|a\\b) propos* hop* seek* want*"
        " scheduled should going_to is_to are_to vow* pledg* promis* won['’]t threaten* agree* about_to"
        " ready_to aims"
        " forecast* consider* tomorrow next prepar*",
        Mark.REPORTED: "(?:report|study|inquiry|audit|survey|investigation|review|poll)s?_(?:had_|has_|have_)?"
        "(?:found|finds?|shows?|showed|concluded|says?|said) (?:is|are|was|were)_said_to",
        Mark.CLAIMED: "alleg* claims claimed claim_(?:that|the|to) claiming reportedly accus* suspected purport*"
        " supposedly"
        " contend*",
        Mark.CAUSE: "because due_to(?!_(?:be|begin|start|end|take|come|go|open|close|meet|return|run|vote|appear"
        "|arrive|leave|play|face|speak|step|launch|expire|finish|last|visit|join|make|stand|give|hold|travel|fly|report|pay"
        "|receive|move|retire|decide|rule|announce|publish|resume)\\b) caused causes causing led_to lead_to"
        " leads_to leading_to result*_in result_of"
        " resulting_from"
        " thanks_to owing_to triggered triggering sparked sparking prompt* therefore hence blam* attributed_to forced"
        " forcing why brought_about_by provok* reason_for set_off in_response_to as_a_consequence consequently",
        Mark.SUPERLATIVE: "(?:the|its|their)_most_\\w+ worst best biggest largest highest lowest deadliest"
        " longest oldest youngest greatest smallest strongest fastest heaviest worst-ever record first last"
        " (?:the|an|its|his|her|their)_only"
        " unprecedented ever-\\w+ ever never_before historic heaviest hardest richest poorest busiest newest latest"
        " wettest driest hottest coldest safest closest earliest fewest leading top sole",
        Mark.COMPARISON: "than compared (?:up|down)_from_(?:\\W?\\d|a_|last) twice double* tripl* outpac*"
        " surpass* exceed* unlike halved"
        " as_\\w+_as",
        Mark.AT_LEAST: "at_least more_than over no_fewer_than no_less_than upwards_of above exceeding"
        " exceeds exceed older_than longer_than"
        " not_less_than a_minimum_of",
        Mark.AT_MOST: "up_to at_most less_than fewer_than under no_more_than below a_maximum_of as_many_as"
        " younger_than shorter_than",
        Mark.ABOUT: "about around some roughly nearly almost approximately an_estimated close_to circa",
        Mark.VAGUE: "dozens scores hundreds thousands millions several",
    },
    "de": {
        Mark.NEGATION: "nicht kein keine keinen keinem keiner keines nie niemals niemand* nichts weder noch_nie ohne",
        Mark.DENIED: "bestreit* bestritt* dementier* zurückgewiesen wies weist widerspr* verneint*",
        Mark.NEGATIVE: "scheiter* verweiger* lehn* abgelehnt* ablehn* unklar* unbekannt* verhinder* verfehl* fehl*"
        " unverletzt*"
        " bestreit* bestritt* dementier* zurückgewiesen wies* weist* stopp* absag* abgesagt* kaum außer unmöglich*"
        " verbiet* verbot* verzicht* verpass*",
        Mark.POSSIBLE: "könnte könnten dürfte dürften möglicherweise vielleicht wahrscheinlich vermutlich offenbar"
        " womöglich"
        " wohl voraussichtlich anscheinend",
        Mark.PLANNED: "will wollen plan* geplant* soll sollen beabsichtig* erwart* vorgesehen möchte*"
        " würde*"
        " hoff* strebt",
        Mark.CLAIMED: "angeblich* mutmaßlich* behaupt* beschuldig* vorwurf vorwürfe* wirft werfen warf warfen"
        " verdächtigt"
        " bezichtig*",
        Mark.REPORTED: "sei seien habe hätte hätten wäre wären",
        Mark.CAUSE: "weil wegen aufgrund infolge verursach* führte_zu führt_zu führten_zu auslös* ausgelöst* löste*"
        " daher"
        " deshalb dank grund folge zwang zwangen zwingt durch_den durch_die",
        Mark.SUPERLATIVE: "(?:größt|höchst|schwerst|schlimmst|best|ältest|jüngst|längst|kleinst|stärkst|niedrigst"
        "|schnellst"
        "|teuerst|meist|tiefst|heißest|kältest|schlechtest)(?:e|en|er|es|em) am_\\w+sten rekord\\w* erste* einzig*"
        " beispiellos* historisch* letzte* noch_nie",
        Mark.COMPARISON: "\\w+er_als mehr_als weniger_als doppelt* verdoppel* dreimal verdreifach* verglichen"
        " im_vergleich"
        " anders_als als_im",
        Mark.AT_LEAST: "mindestens über mehr_als wenigstens gut",
        Mark.AT_MOST: "bis_zu höchstens weniger_als unter knapp maximal",
        Mark.ABOUT: "rund etwa circa ca ungefähr fast knapp gut beinahe schätzungsweise",
        Mark.VAGUE: "dutzende* hunderte* tausende* millionen mehrere",
    },
    "es": {
        Mark.NEGATION: "no nunca jamás ningún ninguna ninguno nadie nada tampoco ni sin",
        Mark.DENIED: "niega* negó negaron negado negar negaba* rechaz* desmient* desmint* refut*",
        Mark.NEGATIVE: "niega* negó negaron negado negar negaba* rechaz* desmient* desmint* fracas* imped*"
        " impid* falt* ileso* ilesa* desconoc*"
        " evit*"
        " suspend* imposible incapaz prohib* apenas salvo descart* se_desconoce",
        Mark.POSSIBLE: "puede pueden podría* quizá quizás tal_vez posible posiblemente probable probablemente"
        " aparentemente parece",
        Mark.PLANNED: "va_a van_a iba_a plane* prevé* prev* pretend* quier* espera* propon* propus* será*"
        " serán tendrá*"
        " \\w+rá \\w+rán proyect* intent* aspir* amenaz* promet* compromet* próxim* mañana",
        Mark.CLAIMED: "presunt* supuest* aleg* acus* al_parecer presuntamente",
        Mark.REPORTED: "habría habrían sería serían",
        Mark.CAUSE: "porque debido_a a_causa_de caus* provoc* gracias_a por_culpa* por_ello por_eso oblig*"
        " desencaden*"
        " a_raíz_de motiv* consecuencia",
        Mark.SUPERLATIVE: "(?:el|la|los|las|lo)_(?:\\w+_)?(?:más|menos)_\\w+ mejor peor mayor menor máxim* mínim*"
        " récord"
        " primer* únic* históric* sin_precedentes últim*",
        Mark.COMPARISON: "(?:más|menos)(?:_\\w+){0,2}_que mayor_que menor_que doble* duplic* triplic* comparad*"
        " frente_a"
        " tan_\\w+_como respecto",
        Mark.AT_LEAST: "al_menos más_de por_lo_menos como_mínimo mínimo",
        Mark.AT_MOST: "hasta como_máximo menos_de máximo",
        Mark.ABOUT: "unos unas alrededor_de cerca_de casi aproximadamente en_torno_a cerca",
        Mark.VAGUE: "decenas docenas cientos centenares miles millones varios varias",
    },
    "fr": {
        Mark.NEGATION: "pas aucun aucune jamais personne rien ni sans nul nulle",
        Mark.DENIED: "dément* démenti* nie nient niait nié conteste contestent contesté rejet* réfut*",
        Mark.NEGATIVE: "refus* rejet* dément* démenti* nie* échou* empêch* évit* manqu* inconnu* ignor* indemne*"
        " impossible"
        " interdi* annul* sauf exclu*",
        Mark.POSSIBLE: "peut peuvent pourrait pourraient peut-être possible possiblement probable probablement semble"
        " semblent apparemment vraisemblablement",
        Mark.PLANNED: "va vont prévoit prévoient prévu* envisag* compt* entend* devrait devraient souhait*"
        " propos* sera"
        " seront \\w+era \\w+eront veut veulent espèr* intention* projet* promet* promis* menac* prochain* demain"
        " doit doivent",
        Mark.CLAIMED: "présumé* prétend* accus* allég* supposé* soupçonn*",
        Mark.REPORTED: "aurait auraient serait seraient",
        Mark.CAUSE: "parce_que parce_qu en_raison à_cause_de caus* provoqu* grâce_à entraîn* oblig* car"
        " donc déclench*"
        " suite_à pouss* conséquence",
        Mark.SUPERLATIVE: "(?:le|la|les)_(?:\\w+_)?(?:plus|moins)_\\w+ meilleur* pire* record* premi* seul* unique*"
        " historique* sans_précédent maximal* dernier* dernière*",
        Mark.COMPARISON: "(?:plus|moins)(?:_\\w+){0,2}_qu(?:e|['’]) supérieur* inférieur* doubl* tripl* comparé*"
        " par_rapport_à contrairement aussi_\\w+_que",
        Mark.AT_LEAST: "au_moins plus_de plus_d",
        Mark.AT_MOST: "jusqu['’]à au_plus moins_de moins_d jusqu",
        Mark.ABOUT: "environ près_de près_d quelque quelques presque autour_de une_\\w+aine à_peu_près",
        Mark.VAGUE: "dizaines centaines milliers millions plusieurs",
    },
    "pt": {
        Mark.NEGATION: "não nunca jamais nenhum nenhuma ninguém nada tampouco nem sem",
        Mark.DENIED: "nega negam negou negaram negado negar desment* rejeit* refut*",
        Mark.NEGATIVE: "nega negam negou negaram negado negar recus* rejeit* desment* fracass* falh* imped*"
        " evit* falt* iles* desconhec* impossível"
        " proib*"
        " cancel* exceto descart*",
        Mark.POSSIBLE: "pode podem poderá* poderia* talvez possível possivelmente provável provavelmente"
        " aparentemente"
        " parece",
        Mark.PLANNED: "vai vão irá irão planej* plane* pretend* prevê* prev* quer* espera* propõ* será* serão \\w+rá"
        " \\w+rão"
        " deve devem deverá* promet* ameaç* próxim* amanhã",
        Mark.CLAIMED: "alegad* aleg* supost* acus* presum*",
        Mark.REPORTED: "teria teriam seria seriam",
        Mark.CAUSE: "porque devido_a devido_à por_causa caus* provoc* graças_a levou_a por_isso obrig* desencade*"
        " em_consequência consequência motiv*",
        Mark.SUPERLATIVE: "(?:o|a|os|as)_(?:\\w+_)?(?:mais|menos)_\\w+ melhor* pior* maior* menor* máxim* mínim*"
        " recorde*"
        " primeir* únic* históric* sem_precedentes últim*",
        Mark.COMPARISON: "(?:mais|menos)(?:_\\w+){0,2}_(?:do_)?que dobr* duplic* triplic* comparad* em_relação"
        " tão_\\w+_quanto",
        Mark.AT_LEAST: "pelo_menos mais_de ao_menos no_mínimo",
        Mark.AT_MOST: "até no_máximo menos_de",
        Mark.ABOUT: "cerca_de aproximadamente quase uns umas em_torno_de perto_de",
        Mark.VAGUE: "dezenas dúzias centenas milhares milhões vários várias",
    },
    "uk": {
        Mark.NEGATION: "не ні ніхто нікого нічого ніколи жоден жодн* без немає нема",
        Mark.DENIED: "запереч* спростов* відкида* відкину* відхил*",
        Mark.NEGATIVE: "запереч* спростов* відмов* відхил* невідом* неможлив* заборон* скасув* уник* зірва* крім"
        " відкида* відкину* заблок* зупин*",
        Mark.POSSIBLE: "може можуть могли міг могла можливо ймовірно імовірно мабуть напевно схоже",
        Mark.PLANNED: "буде будуть планує* планують збира* має мають хоче хочуть очіку* пропону* намір*"
        " обіця* \\w+тиме"
        " \\w+тимуть погрож* завтра наступн* готу*",
        Mark.CLAIMED: "нібито звинувач* підозрю* ствердж* начебто",
        Mark.CAUSE: "бо через спричин* призв* внаслідок унаслідок завдяки тому змус* викликал* причин* наслід*"
        " оскільки",
        Mark.SUPERLATIVE: "най\\w+ рекорд* перш* єдин* історичн* безпрецедент* останн*",
        Mark.COMPARISON: "ніж удвічі вдвічі втричі порівнян* перевищ* на_відміну",
        Mark.AT_LEAST: "щонайменше понад більше_ніж більше_як не_менше більше",
        Mark.AT_MOST: "щонайбільше менше_ніж менш_як не_більше",
        Mark.ABOUT: "близько приблизно майже орієнтовно десь",
        Mark.VAGUE: "десятки сотні тисячі мільйони кілька декілька",
    },
    "ja": {
        Mark.NEGATION: "ない なかった ません せず おらず (?<!少)なく なし",
        Mark.DENIED: "否定 否認 反論",
        Mark.NEGATIVE: "拒否 否定 不明 失敗 中止 禁止 反対 免れ 未定 見送 断念 阻止 無事 否認",
        Mark.POSSIBLE: "可能性 かもしれ 恐れ おそれ とみられ 見られ 模様 だろう でしょう 疑い うる 得る",
        Mark.PLANNED: "予定 方針 計画 見通し 見込み 目指 検討 意向 つもり する構え よう 来週 来月 明日",
        Mark.CLAIMED: "とされ 疑い 容疑 主張 訴え 非難 告発 らしい",
        Mark.CAUSE: "ため により によって 原因 せいで おかげ 引き起こ もたら ので から理由 ゆえ 招い",
        Mark.SUPERLATIVE: "最も 最大 最高 最悪 最低 最長 最多 過去最 史上 初めて 唯一 一番 記録的 最年",
        Mark.COMPARISON: "より多 より少 より高 より低 に比べ 倍 上回 下回 比べて 以上に よりも",
        Mark.AT_LEAST: "少なくとも 以上 超",
        Mark.AT_MOST: "最大で 以下 未満 まで 最大",
        Mark.ABOUT: "約 およそ ほぼ 程度 ほど 前後 近く",
        Mark.VAGUE: "数十 数百 数千 数人 多数 複数",
    },
}
