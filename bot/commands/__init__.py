"""The commands of `tidings`, a file each; `bot.cli` registers them and loads one when it is called."""
