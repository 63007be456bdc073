"""Which entries are read behind their link, and how often that is tried."""

from __future__ import annotations

from datetime import timedelta

TEASER_CHARS = 600
"""Markup of an entry below which it is a teaser: a lead of 80 words with its tags. The captured feeds that carry whole
texts have a median of 3,000, those that carry leads one of 250."""

MOST_TRIES = 2
"""A page that fails twice is left: the teaser is told, and news does not wait."""

RETRY_AFTER = timedelta(minutes=1)
