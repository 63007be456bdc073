"""The edges as the admin configured them. Lighter than `bot.app`: no database, no schedule, no word lists."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from config.settings import Settings
from digests.core.spending import Caps
from digests.sources.fetch import HttpFetcher

if TYPE_CHECKING:
    from digests.summaries.llm import LanguageModel


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


def model_of(settings: Settings) -> LanguageModel | None:
    """Give the language model as configured, None where sentences are only copied."""
    summary = settings.summary
    if summary.engine != "llm" or summary.base_url is None or summary.model is None:
        return None
    from digests.summaries.llm import LanguageModel

    return LanguageModel(
        base_url=summary.base_url,
        model=summary.model,
        api_key=summary.api_key.get_secret_value() if summary.api_key else None,
        timeout_s=summary.timeout.total_seconds(),
        dice=SystemRandom(),
    )


def caps_of(settings: Settings) -> Caps:
    """Give what the language model may cost."""
    summary = settings.summary
    return Caps(
        daily_tokens=summary.daily_tokens,
        guild_daily_tokens=summary.guild_daily_tokens,
        daily_cost=summary.daily_cost,
        price_in=summary.price_in,
        price_out=summary.price_out,
    )
