# Was `tidings demo` von seiner Seite sagt.
play-opens = Im Browser zu öffnen: { $address }
