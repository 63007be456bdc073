"""What commands call: the use cases over one store, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.web.addresses import base_of, new_key
from config.settings import Settings
from digests.core.editions import CatchUp, Style
from digests.core.sketches import Lexicon
from digests.pipeline.prepare import Preparer
from digests.ports import Fetcher, LanguageDetector, PageReader, Parser
from digests.usecases.archive import Archive
from digests.usecases.direct import Direct
from digests.usecases.editions import EditionDefaults, Editions
from digests.usecases.explaining import Explaining
from digests.usecases.feeds import Feeds
from digests.usecases.finding import Finder
from digests.usecases.linked import Linked
from digests.usecases.members import Members
from digests.usecases.personal import Personal
from digests.usecases.searching import Searching
from digests.usecases.setting_up import SettingUp, StarterList
from digests.usecases.topics import Topics
from storage import Store

if TYPE_CHECKING:
    from digests.usecases.one_story import OneStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use cases, by family; `max_stories` is what a member gets who says nothing.

    `one_story`: what members ask of a story, None without a language model. `has_web`: the archive is served where
    readers know it to be.
    """

    topics: Topics
    feeds: Feeds
    editions: Editions
    members: Members
    personal: Personal
    direct: Direct
    explaining: Explaining
    searching: Searching
    archive: Archive
    linked: Linked
    setting_up: SettingUp
    starters: Sequence[StarterList]
    one_story: OneStory | None
    store: Store
    max_stories: int
    has_web: bool
    now: Callable[[], datetime]


def services_of(
    settings: Settings,
    store: Store,
    preparer: Preparer,
    *,
    fetcher: Fetcher,
    parser: Parser,
    pages: PageReader,
    detector: LanguageDetector,
    lexicon: Lexicon,
    starters: Sequence[StarterList],
    one_story: OneStory | None,
    now: Callable[[], datetime],
) -> Services:
    """Give the use cases as the admin limited them."""
    limits, defaults = settings.limits, settings.digest
    topics = Topics(topics=store.topics, entries=store.entries, lexicon=lexicon, per_guild=limits.topics_per_guild)
    feeds = Feeds(
        feeds=store.feeds,
        topics=store.topics,
        finder=Finder(fetcher=fetcher, parser=parser),
        per_guild=limits.feeds_per_guild,
    )
    like = EditionDefaults(
        style=Style(defaults.style),
        language=defaults.language,
        max_stories=defaults.max_stories,
        catch_up=CatchUp(defaults.catch_up),
    )
    direct = Direct(members=store.members, personal=store.personal, defaults=like)
    editions = Editions(
        editions=store.editions,
        digests=store.digests,
        preparer=preparer,
        defaults=like,
        per_guild=limits.editions_per_guild,
    )
    searching = Searching(entries=store.entries, topics=store.topics)
    return Services(
        topics=topics,
        feeds=feeds,
        editions=editions,
        members=Members(
            members=store.members,
            topics=store.topics,
            entries=store.entries,
            idf_of=lexicon.idf_of,
            per_member=limits.subscriptions_per_member,
        ),
        personal=Personal(store=store.personal, direct=direct),
        direct=direct,
        explaining=Explaining(
            entries=store.entries,
            topics=store.topics,
            editions=store.editions,
            digests=store.digests,
            preparer=preparer,
            lexicon=lexicon,
        ),
        searching=searching,
        archive=Archive(store=store.archive, searching=searching, new_key=new_key, base=base_of(settings.web)),
        linked=Linked(pages=pages, detector=detector, idf_of=lexicon.idf_of),
        setting_up=SettingUp(topics=topics, feeds=feeds, editions=editions),
        starters=starters,
        one_story=one_story,
        store=store,
        max_stories=defaults.max_stories,
        has_web=settings.web.enabled and settings.web.public_url is not None,
        now=now,
    )
