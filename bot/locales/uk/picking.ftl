edition-topics-menu = Про які теми
edition-topics-all = Випуск розповідає про всі теми цього сервера ({ $count }); виберіть нижче, якщо потрібно менше.
edition-topics-picked = { $edition } розповідає про: { $topics }
