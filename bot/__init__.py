"""The bot: command line, Discord, web, and the wiring of all rooms."""
