"""The edges as the admin configured them. Lighter than `bot.app`: no database, no schedule, no word lists."""

from __future__ import annotations

from config.settings import Settings
from digests.sources.fetch import HttpFetcher


def fetcher_of(settings: Settings) -> HttpFetcher:
    """Give the HTTP edge as configured."""
    polling = settings.polling
    return HttpFetcher(
        timeout_s=polling.timeout.total_seconds(),
        max_bytes=polling.max_bytes,
        concurrency=polling.concurrency,
        per_host=polling.per_host,
        user_agent=polling.sent_user_agent,
        allow_private_hosts=polling.allow_private_hosts,
    )
