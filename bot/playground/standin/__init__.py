"""A stand-in for Discord: enough of REST v10 and the gateway for an unmodified client, on this machine alone.

Stricter than convenient: what Discord refuses is refused here. It shares no code with the bot, so that an error is not
made twice, and keeps all state in memory.
"""
