"""Every setting there is: its key, type, unit, default and meaning, in one frozen tree.

Defaults are written as an admin would write them ("30m", "10 MB"). The descriptions are the words of
docs/configuration.md and of the JSON Schema. Nothing is read here, see `config.loading`.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from config.calendar import Days, Times, Zone
from config.values import (
    Address,
    Addresses,
    Amount,
    Duration,
    DurationOrZero,
    Hosts,
    Language,
    Name,
    Names,
    Number,
    Numbers,
    Secret,
    Size,
    SocketAddress,
    wrong_type,
)

Style: TypeAlias = Literal["brief", "standard", "deep"]


def _read_path(value: object) -> Path:
    if isinstance(value, Path):
        return value
    if not isinstance(value, str):
        raise wrong_type("text", value)
    if not value.strip() or "\0" in value:
        raise PydanticCustomError("blank", "blank")
    return Path(value.strip()).expanduser()


FilePath: TypeAlias = Annotated[Path, BeforeValidator(_read_path)]
Folder: TypeAlias = Annotated[FilePath, AfterValidator(Path.absolute)]


class Table(BaseModel):
    """A table of the file: frozen, and closed to keys it does not know. Errors never repeat a value."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, allow_inf_nan=False)


class Discord(Table):
    """The bot's account. Without a token digests go to the terminal."""

    token: Secret | None = Field(None, description="The bot's token. Without it digests are printed in the terminal.")
    application_id: Number | None = Field(None, ge=1, description="The application's id; Discord tells it if left out.")
    guild_ids: Numbers = Field((), description="Servers whose commands are synced at once, for development.")
    api_base: Address = Field("https://discord.com/api/v10", description="Where Discord's HTTP interface is.")
    gateway_url: SocketAddress | None = Field(None, description="Where the gateway is; Discord tells it if left out.")
    shard_count: Number | None = Field(None, ge=1, description="How many shards there are; Discord advises one.")
    shard_ids: Numbers = Field((), description="The shards this process runs; empty means all.")


class Storage(Table):
    """The one database file."""

    path: FilePath = Field("tidings.db", validate_default=True, description="The SQLite file, made if missing.")
    retention_days: Number = Field(90, ge=1, le=3650, description="Days that entries are kept.")
    # 90: a feed may show an entry again for months (DESIGN §5, Identity)
    seen_days: Number = Field(180, ge=90, le=3650, description="Days that it is remembered that an entry was seen.")


class Polling(Table):
    """How feeds are asked."""

    # the bounds come first: `interval` is checked against them. Both are miniflux's (notes/ingest.md)
    min_interval: Duration = Field("5m", validate_default=True, description="The shortest wait, whatever a feed says.")
    max_interval: Duration = Field("24h", validate_default=True, description="The longest wait, whatever a feed says.")
    interval: Duration = Field(
        "30m",
        validate_default=True,
        description="Wait between two polls where entries do not tell a pace; a quiet feed waits four times as long "
        "at most.",
    )
    concurrency: Number = Field(20, ge=1, le=200, description="Requests under way at once.")
    per_host: Number = Field(2, ge=1, le=10, description="Requests under way at once to one host.")
    timeout: Duration = Field(
        "30s", validate_default=True, description="Longest time for one feed, redirects included."
    )
    max_bytes: Size = Field("10 MB", validate_default=True, description="Largest feed taken, compressed or not.")
    user_agent: Name = Field(
        "Tidings/0.1", description="How requests introduce themselves; the contact is put behind it."
    )
    contact: str = Field("", description="Address or page where site owners reach you; sent with every request.")
    allow_private_hosts: Hosts = Field(
        (), description="Hosts, addresses or networks inside your own net that may be asked."
    )

    @property
    def sent_user_agent(self) -> str:
        """What requests introduce themselves with: the name, and the contact behind it (RFC 9110 §10.1.5)."""
        return f"{self.user_agent} (+{self.contact})" if self.contact else self.user_agent

    @model_validator(mode="before")
    @classmethod
    def _bounds_follow_the_interval(cls, data: object) -> object:
        """Widen a bound that was not set to an interval outside it: whoever asks for 10 s means it."""
        if not isinstance(data, dict) or "interval" not in data:
            return data
        try:
            interval = TypeAdapter(Duration).validate_python(data["interval"])
        except ValidationError:
            return data
        shortest, longest = min(interval, timedelta(minutes=5)), max(interval, timedelta(hours=24))
        return {"min_interval": shortest, "max_interval": longest, **data}

    @field_validator("interval")
    @classmethod
    def _is_within_bounds(cls, value: object, info: ValidationInfo) -> object:
        shortest, longest = info.data.get("min_interval"), info.data.get("max_interval")
        if shortest and longest and not shortest <= value <= longest:
            fields = {"shortest": as_text(shortest), "longest": as_text(longest)}
            raise PydanticCustomError("interval-out-of-bounds", "{shortest}", fields)
        return value


class DigestDefaults(Table):
    """What a digest is like where its edition says nothing."""

    language: Language = Field("en", description="Language of the words around the stories.")
    max_stories: Number = Field(7, ge=1, le=25, description="Most stories in a digest.")
    style: Style = Field("standard", description="How much is told of each story: brief, standard or deep.")
    catch_up: Literal["late", "skip"] = Field(
        "late", description="A digest missed while stopped: late (told at the next start) or skip."
    )
    prepare_ahead: DurationOrZero = Field(
        "10m", validate_default=True, description="How long before its time a digest is prepared."
    )


class Summary(Table):
    """Who phrases. `extractive` copies sentences and needs nothing; `llm` asks a language model, checked by code."""

    engine: Literal["extractive", "llm"] = Field("extractive", description="extractive or llm.")
    base_url: Address | None = Field(None, description="The model's address (OpenAI-compatible); llm needs it.")
    model: Name | None = Field(None, description="The model's name; llm needs it.")
    api_key: Secret | None = Field(None, description="The model's key.")
    timeout: Duration = Field("30s", validate_default=True, description="Longest wait for the model's answer.")
    daily_tokens: Number = Field(200_000, ge=0, description="Most tokens a day; 0 means no limit.")
    daily_cost: Amount = Field(
        1.0, ge=0, description="Most cost a day, in the currency of the prices; 0 means no limit."
    )
    price_in: Amount = Field(0.0, ge=0, description="Price of a million tokens read.")
    price_out: Amount = Field(0.0, ge=0, description="Price of a million tokens written.")
    guild_daily_tokens: Number = Field(50_000, ge=0, description="Most tokens a day for one server; 0 means no limit.")
    translate: bool = Field(
        False, description="Whether digests are translated into their edition's language; it costs as much again."
    )


class Limits(Table):
    """What one server may have, so that one cannot use up the installation."""

    feeds_per_guild: Number = Field(200, ge=1, description="Most feeds of one server.")
    topics_per_guild: Number = Field(50, ge=1, description="Most topics of one server.")
    editions_per_guild: Number = Field(25, ge=1, description="Most editions of one server.")
    subscriptions_per_member: Number = Field(25, ge=1, description="Most topics a member subscribes to.")


class Web(Table):
    """The archive pages."""

    enabled: bool = Field(True, description="Whether the archive is served.")
    host: Name = Field("127.0.0.1", description="Address to listen at; 127.0.0.1 is this machine alone.")
    port: Number = Field(8080, ge=0, le=65_535, description="Port to listen at; 0 means any free one.")
    public_url: Address | None = Field(
        None, description="The archive's address as readers see it; hubs push to it (WebSub)."
    )
    robots: Literal["none", "public"] = Field(
        "none", description="Which archives search engines may list: none, or public (those that servers made public)."
    )
    metrics: bool = Field(False, description="Whether /metrics is served (Prometheus).")


class Logging(Table):
    """What is told on stderr."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least that is told: debug, info, warning or error."
    )
    format: Literal["text", "json"] = Field("text", description="text (for people) or json (one object a line).")


class TopicEntry(Table):
    """A topic the file owns."""

    name: Name = Field(description="The topic's name.")
    feeds: Addresses = Field(min_length=1, description="Addresses of its feeds.")
    keywords: str = Field("", description="Only entries with these words; empty means all.")
    exclude: str = Field("", description="No entries with these words.")
    # 5: DESIGN §5, first add
    backfill: Number = Field(5, ge=0, le=10, description="Entries already in each feed that count as new at the start.")
    read_pages: bool = Field(False, description="Whether the page behind an entry is read where the feed has a teaser.")
    language: Language | None = Field(None, description="Only entries in this language.")
    guild: Number | None = Field(
        None, ge=1, description="The Discord server it belongs to; left out: this installation."
    )


class EditionEntry(Table):
    """A standing order the file owns."""

    topics: Names = Field(min_length=1, description="Names of its topics.")
    at: Times = Field(description="Local times, as 08:00.")
    name: Name | None = Field(None, description="The edition's name; made from its topics if left out.")
    days: Days = Field("daily", validate_default=True, description="daily, weekdays, weekends, or days as mon,thu.")
    timezone: Zone = Field("UTC", description="IANA zone of the times, as Europe/Kyiv.")
    style: Style | None = Field(None, description="As digest.style (brief, standard, deep), for this edition.")
    max_stories: Number | None = Field(None, ge=1, le=25, description="As digest.max_stories, for this edition.")
    language: Language | None = Field(None, description="As digest.language, for this edition.")
    quiet_day: Literal["say", "skip"] = Field("say", description="What a day without news gets: say or skip.")
    guild: Number | None = Field(None, ge=1, description="The Discord server; left out: the terminal.")
    channel: Number | None = Field(None, ge=1, description="The Discord channel; left out: the terminal.")
    folder: Folder | None = Field(None, description="A folder that gets each digest as two files, .md and .json.")

    @property
    def title(self) -> str:
        """The edition's name, or one made from its topics."""
        return self.name or ", ".join(self.topics)


class Settings(Table):
    """The whole tree, as `config.loading.load` gives it."""

    discord: Discord = Discord()
    storage: Storage = Storage()
    polling: Polling = Polling()
    digest: DigestDefaults = DigestDefaults()
    summary: Summary = Summary()
    limits: Limits = Limits()
    web: Web = Web()
    logging: Logging = Logging()
    topics: tuple[TopicEntry, ...] = ()
    editions: tuple[EditionEntry, ...] = ()

    def secrets(self) -> tuple[str, ...]:
        """Give every secret in clear, so that logs can be kept free of them. Never print these."""
        held = (self.discord.token, self.summary.api_key)
        return tuple(secret.get_secret_value() for secret in held if secret)


def as_text(duration: object) -> str:
    """Give a duration as one would write it in the file."""
    seconds = int(getattr(duration, "total_seconds", lambda: 0)())
    for unit, length in (("d", 86_400), ("h", 3600), ("m", 60)):
        if seconds and seconds % length == 0:
            return f"{seconds // length}{unit}"
    return f"{seconds}s"
