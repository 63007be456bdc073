# Що `tidings demo` каже про свою сторінку.
play-opens = Відкрийте { $address } у браузері
