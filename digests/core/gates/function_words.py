"""Words that carry no fact: articles, pronouns, prepositions, conjunctions, auxiliaries, by language. Data only.

The closed classes of each language's grammar, by the forms that stand most often in news. A language that is not here is
not read by the gates.
"""

from __future__ import annotations

FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an this that these those it its he she they them his her their him we us our i who whom whose which"
        " what when where while how why and or but nor so yet if as than then there here of in on at to by for from with"
        " without within into onto over under about after before during since until till between among against across"
        " along around near off out up down through per via is are was were be been being am has have had having do does"
        " did done will would shall should can could may might must not no also only just even still already both each"
        " all any some such other others another more most many much few own same too very one ones because although"
        " though according said says say saying that's it's isn't wasn't weren't didn't doesn't don't won't can't"
        " hasn't haven't hadn't cannot s t",
        "de": "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene es"
        " er sie ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner wir uns man wer was wo wann"
        " wie warum und oder aber denn sondern dass ob wenn als weil da damit doch in im ins an am auf aus bei beim bis"
        " durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen während wegen ist sind war"
        " waren sei seien wäre wären sein gewesen hat haben hatte hatten habe hätte wird werden wurde wurden worden"
        " geworden würde würden kann können konnte konnten könnte könnten muss müssen musste mussten soll sollen sollte"
        " sollten will wollen wollte darf dürfen dürfte mag nicht kein keine keinen keinem keiner auch nur noch schon"
        " bereits so sehr mehr alle alles andere anderen einige mehrere sich selbst dort hier dabei dazu davon daran"
        " darauf damals etwa rund laut zufolge sagte sagten sagt deren dessen",
        "es": "el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella él ella ellos"
        " ellas se su sus le les me nos que quien quienes cual cuales cuyo cuya cuando donde como porque y e o u pero"
        " sino ni si de del en a al por para con sin sobre entre desde hasta hacia contra durante tras ante bajo según"
        " es son era eran fue fueron ser sido sea sean será serán está están estaba estaban estar ha han había habían"
        " haber hay hubo puede pueden podía podría podrían debe deben no también sólo solo ya aún más menos muy todo"
        " toda todos todas otro otra otros otras cada dijo dice mientras tan tanto ello esto eso",
        "fr": "le la les l un une des du de d ce cet cette ces il elle ils elles on se s son sa ses leur leurs lui y en"
        " qui que qu quoi dont où quand comme parce et ou mais ni si car donc or dans à au aux par pour avec sans sur"
        " sous entre depuis jusqu vers contre pendant après avant lors chez selon est sont était étaient être été sera"
        " seront serait seraient a ont avait avaient avoir eu aura aurait auraient peut peuvent pourrait pourraient"
        " doit doivent ne n pas plus non aussi seulement déjà encore même très tout toute tous toutes autre autres"
        " chaque dit c cela ainsi",
        "pt": "o a os as um uma uns umas este esta estes estas esse essa isso isto aquele aquela ele ela eles elas se seu"
        " sua seus suas lhe lhes que quem qual quais cujo cuja quando onde como porque e ou mas nem se de do da dos das"
        " em no na nos nas num numa a ao à aos às por pelo pela pelos pelas para com sem sobre entre desde até contra"
        " durante após sob segundo é são era eram foi foram ser sido seja será serão está estão estava estavam estar há"
        " havia tem têm tinha tinham ter pode podem podia poderia poderiam deve devem não também só já ainda mais menos"
        " muito todo toda todos todas outro outra outros outras cada disse diz enquanto tão isso",
        "uk": "і й та а але або чи що щоб як коли де хто який яка яке які якого якої яких якому який це цей ця ці цього"
        " цієї цих той та те ті того тієї тих він вона воно вони його її їх йому їй їм їхній себе свій своя своє свої"
        " своїх свого у в на з із зі до від за про по при під над між без для через після перед під час біля проти є був"
        " була було були бути буде будуть не ні також тільки лише вже ще навіть дуже більш усі всі весь вся все інший"
        " інші інших кожен якщо бо тому так там тут сказав сказала може можуть би б ж же",
    }.items()
}

UNSPACED_LANGUAGES = frozenset({"ja"})
"""Languages that are not spaced and are read all the same, by their characters."""

ELISION = {"fr": ("l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu")}
"""What stands before an apostrophe and is a word of its own."""
