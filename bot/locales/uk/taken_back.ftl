told-withdrawn = **Відкликано:** { $title }
told-corrected = **Виправлено:** { $title }
told-show = Показати історію
digest-status-corrected = виправлено модерацією
digest-correction = Виправлення модерації: { $text }
edition-corrected = Історію позначено як виправлену у випусках: { $digests }; повідомлення буде змінено за мить, читачів сповіщено.
