"""What a language model may cost: tokens as they were counted, caps as the admin set them. Counts nothing itself."""

from __future__ import annotations

from dataclasses import dataclass

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Tokens a model read and wrote."""

    read: int = 0
    written: int = 0

    def __add__(self, other: Tokens) -> Tokens:
        return Tokens(read=self.read + other.read, written=self.written + other.written)

    @property
    def total(self) -> int:
        """All of them."""
        return self.read + self.written


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """Most of a UTC day, for the installation and for one guild; 0 means no limit. Prices are of a million tokens."""

    daily_tokens: int = 0
    guild_daily_tokens: int = 0
    daily_cost: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0

    def cost(self, tokens: Tokens) -> float:
        """Give what tokens cost, in the currency of the prices."""
        return (tokens.read * self.price_in + tokens.written * self.price_out) / MILLION

    def allow(self, all_of_them: Tokens, of_guild: Tokens) -> bool:
        """Tell whether a day may come to this: what is asked for now is in both sums."""
        return (
            _within(all_of_them.total, self.daily_tokens)
            and _within(of_guild.total, self.guild_daily_tokens)
            and _within(self.cost(all_of_them), self.daily_cost)
        )


def _within(amount: float, most: float) -> bool:
    return not most or amount <= most
