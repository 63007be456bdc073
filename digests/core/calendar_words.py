"""What languages call months and weekdays. Data only; what a text means by them is decided elsewhere."""

from __future__ import annotations

MONTH_NAMES = {
    "de": "januar/jänner februar märz april mai juni juli august september oktober november dezember",
    "en": "january february march april may june july august september october november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января/январе/январь февраля/феврале/февраль марта/марте/март апреля/апреле/апрель мая/мае/май"
    " июня/июне/июнь июля/июле/июль августа/августе/август сентября/сентябре/сентябрь октября/октябре/октябрь"
    " ноября/ноябре/ноябрь декабря/декабре/декабрь",
    "uk": "січня/січні/січень лютого/лютому/лютий березня/березні/березень квітня/квітні/квітень травня/травні/травень"
    " червня/червні/червень липня/липні/липень серпня/серпні/серпень вересня/вересні/вересень жовтня/жовтні/жовтень"
    " листопада/листопаді/листопад грудня/грудні/грудень",
}
"""January to December, further forms of each after a slash."""

ABBREVIATED_MONTHS = "jan feb mar apr may jun jul aug sep/sept oct/okt nov dec/dez"

WEEKDAY_NAMES = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ja": "月曜日/月曜 火曜日/火曜 水曜日/水曜 木曜日/木曜 金曜日/金曜 土曜日/土曜 日曜日/日曜",
    "pt": "segunda-feira/segunda terça-feira/terça quarta-feira/quarta quinta-feira/quinta sexta-feira/sexta sábado"
    " domingo",
    "ru": "понедельник/понедельника вторник/вторника среду/среды четверг/четверга пятницу/пятницы/пятница"
    " субботу/субботы/суббота воскресенье/воскресенья",
    "uk": "понеділок/понеділка вівторок/вівторка середу/середи/середа четвер/четверга п'ятницю/п'ятниці/п'ятниця"
    " суботу/суботи/субота неділю/неділі/неділя",
    "zh": "周一/星期一/礼拜一/週一 周二/星期二/礼拜二/週二 周三/星期三/礼拜三/週三 周四/星期四/礼拜四/週四"
    " 周五/星期五/礼拜五/週五 周六/星期六/礼拜六/週六 周日/周天/星期日/星期天/礼拜天/週日",
}
"""Monday to Sunday, further forms of each after a slash."""


def numbered(words: str) -> dict[str, int]:
    """Give the words of such a list with their numbers, from 1."""
    return {form: number for number, forms in enumerate(words.split(), start=1) for form in forms.split("/")}


MONTHS = {
    form: number
    for language in ("en", "de", "fr", "es", "pt", "uk")
    for number, forms in enumerate(MONTH_NAMES[language].split(), start=1)
    for form in forms.split("/")[:1]  # further ones do not stand beside a day
} | numbered(ABBREVIATED_MONTHS)
"""1 to 12 by name, as it stands beside a day of the month, in six languages at once."""

CAPITAL_WEEKDAYS = frozenset(numbered(WEEKDAY_NAMES["en"])) | frozenset(numbered(WEEKDAY_NAMES["de"]))
"""Those that languages write with a capital."""
