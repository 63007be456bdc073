# Слова навколо випуску, хоч як його намальовано.
digest-coverage = { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
} → { $stories ->
    [one] { $stories } історія
    [few] { $stories } історії
   *[other] { $stories } історій
} → показано { $shown } · стрічок гаразд: { $ok }/{ $total }
digest-empty = Нічого нового від { $since }.
digest-new = Нове відтоді
digest-points = Головне
digest-contested = Спірне
digest-sources = Джерела
digest-voices = { $outlets ->
    [one] { $outlets } видання
    [few] { $outlets } видання, незалежних: { $voices }
   *[other] { $outlets } видань, незалежних: { $voices }
}
digest-paywalled = платно
digest-status-new = нове
digest-status-update = продовження
digest-status-contested = спірне
digest-status-opinion = думка
digest-status-excerpt = уривок
digest-status-single-source = одне джерело
digest-status-withdrawn = відкликано модерацією
digest-why = Чому тут: { $why }
digest-read = Читати на { $outlet }
digest-sources-all = Джерела ({ $count })
digest-sources-heading = **Звідки { $title }**
digest-reprint = за { $voice }
digest-picture = Зображення до: { $title }
digest-open-story = Відкрити історію
digest-why-quiet = Чому нічого?
digest-next = наступний { $at }
digest-changed = Нове в історіях, про які вже йшлося: { $stories }
