"""A digest as text, Markdown, HTML and JSON. Pure drawing: every sentence of ours comes from `bot.replies`."""
