"""Slash commands, a family a file: options in, a use case called, its outcome put in words. No rules here."""
