# サーバーの準備: /setup とそのメニューとフォーム。
setup-heading = **最初のダイジェスト。** 下でチャンネル、言語、トピックを選び、次に時刻を決めてください。モデレーターへの知らせを出すチャンネルは任意です。フォームを送るまで何も保存しません。
setup-channel = ダイジェストを出すチャンネル
setup-topics = トピック
setup-notices = モデレーターへの知らせを出す場所（任意）
setup-when = 時刻を選ぶ…
setup-form-title = ダイジェストの時刻
setup-form-at = 現地時刻。08:00 や 08:00,18:00 のように
setup-form-zone = タイムゾーン。Asia/Tokyo のように
setup-done = 準備ができました: トピック { $topics } 件、フィード { $feeds } 件。
setup-left-out = { $count } 件のフィードは入れませんでした。後で /feed add で試してください:
setup-see = 最初のダイジェストを見る
setup-post = 今すぐ出す
setup-incomplete = 先にメニューでチャンネルとトピックを選んでください。
setup-still-reading = まだ初めての読み込み中です。数秒後にもう一度試してください。
edition-gone = このダイジェストはもうありません。/digest list で確かめてください。
