# Архів у вебі і те, що про нього кажуть деінде.
web-home = Усі випуски
web-digests = Випуски
web-about = Новини в кількох реченнях із джерелами
web-skip = До тексту
web-search = Шукати
web-search-words = Слова для пошуку
web-found = { $count ->
    [0] Ніщо з розказаного тут не містить усіх цих слів.
    [one] { $count } розказана тут історія містить їх усі.
    [few] { $count } розказані тут історії містять їх усі.
   *[other] { $count } розказаних тут історій містять їх усі.
}
web-topics = Теми
web-editions = Серії
web-more = { $count ->
    [one] ще { $count } історія
    [few] ще { $count } історії
   *[other] ще { $count } історій
}
web-nothing-yet = Ще нічого не розказано.
web-pages = Сторінки
web-older = Давніші
web-newest = Найновіші
web-also-as = Також як
web-revised = Змінено { $at }, після публікації.
web-told-before = Розказано раніше
web-timeline = Хронологія
web-missing = Тут нічого немає
web-missing-words = Такої сторінки немає, або вона не за цією адресою.
web-busy = Не зараз
web-busy-words = Це тривало надто довго. Варто спробувати ще раз за мить.
web-port-in-use = Архів не може слухати { $host }, порт { $port }: { $reason }. У web.port треба задати вільний або web.enabled = false.
run-archive = Архів: { $address }
settings-archive-private = Архів читає той, хто має його адресу: { $address }
settings-archive-public = Архів відкритий для всіх: { $address }
settings-archive-nowhere = Архів ще не має адреси у вебі: хто тримає бота, має задати web.public_url.

option-archive = Хто читає архів у вебі: хто має адресу чи всі; renew: нова адреса
    .name = архів
choice-private = лише з адресою
choice-public = відкритий
choice-renew = нова адреса
