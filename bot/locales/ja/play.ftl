# `tidings demo` がページについて言うこと。
play-opens = ブラウザーで { $address } を開いてください
