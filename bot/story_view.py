"""One story by itself as a Components V2 message: its picture, all that is known of it, and what can be done with it.

Stateless like `bot.views`: what a click needs stands in its custom id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from discord import ui

from bot.formats import components
from bot.formats.markdown import escape
from bot.replies import Replies
from bot.story_buttons import SHOW, StoryButton
from bot.views import ACCENT, MAX_BUTTON_LABEL, text_view
from digests.core.digest import Card, Digest, Source
from digests.core.editions import Layout, Style
from digests.core.ties import Ties
from digests.core.withdrawing import WITHDRAWN

NO_TIES = Ties()

MAX_ALT = 1024
"""Characters of a picture's description (Discord's docs, thumbnail structure)."""


def story_view(
    digest: Digest, number: int, replies: Replies, *, has_picture: bool = True, ties: Ties = NO_TIES
) -> ui.LayoutView:
    """Give a story of a digest with everything its card holds; without its picture where a server wants none.

    `ties` are those of who reads it.
    """
    view = ui.LayoutView(timeout=None)
    card = digest.cards[number]
    view.add_item(_box(card if has_picture else replace(card, picture=None), digest, replies))
    view.add_item(_buttons(digest, number, replies, ties))
    return view


def posted_view(digest: Digest, number: int, replies: Replies, *, is_update: bool, pings: bool) -> ui.LayoutView:
    """Give a story as a message of a thread; an update tells only what is new of it."""
    card = digest.cards[number]
    view = ui.LayoutView(timeout=None)
    above = [components.above(digest, replies)] if pings else []
    if digest.layout is Layout.ALERT:
        above.append(replies.say("alert-heading", topic=escape(digest.sections[0].topic)))
    if text := "\n".join(line for line in above if line):
        view.add_item(ui.TextDisplay(text))
    view.add_item(_box(_news(card) if is_update else card, digest, replies))
    view.add_item(_buttons(digest, number, replies, NO_TIES))
    return view


def _news(card: Card) -> Card:
    return replace(card, sentences=card.new or card.sentences, new=(), points=(), quote=None, picture=None)


def retraction_view(digest: Digest, number: int, part: int, replies: Replies) -> ui.LayoutView:
    """Give the message that says a story was withdrawn or corrected; `part` is the operation's that sends it."""
    card = digest.cards[number]
    key = "told-withdrawn" if WITHDRAWN in card.status else "told-corrected"
    said = [replies.say(key, title=escape(card.title))]
    if correction := components.correction(card, replies):
        said.append(correction)
    view = text_view("\n".join(said))
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(StoryButton.of(f"{SHOW}{part}", digest.id, number, replies.say("told-show")))
    view.add_item(row)
    return view


def page_view(digest: Digest, replies: Replies, number: int = 0) -> ui.LayoutView:
    """Give a story of a digest that is not stored: it can be read, and nothing else done with it."""
    view = ui.LayoutView(timeout=None)
    view.add_item(_box(digest.cards[number], digest, replies))
    if read := _read_button(digest.cards[number], replies):
        row: ui.ActionRow[Any] = ui.ActionRow()
        row.add_item(read)
        view.add_item(row)
    return view


def _box(card: Card, digest: Digest, replies: Replies) -> ui.Container[Any]:
    head, rest = components.head_and_rest(card, replace(digest, style=Style.DEEP), replies)
    box: ui.Container[Any] = ui.Container(accent_colour=ACCENT)
    picture = card.picture
    if picture and components.is_printable(picture.url) and WITHDRAWN not in card.status:
        alt = picture.alt or replies.say("digest-picture", title=card.title)
        box.add_item(ui.Section(head, accessory=ui.Thumbnail(picture.url, description=alt[:MAX_ALT])))
    else:
        box.add_item(ui.TextDisplay(head))
    if rest:
        box.add_item(ui.TextDisplay(rest))
    return box


def _read_button(card: Card, replies: Replies) -> ui.Button[Any] | None:
    """Give the way to the first report, where its address can stand on a button."""
    first = card.sources[0]
    if not components.is_printable(first.url):
        return None
    label = components.shortened(replies.say("digest-read", outlet=first.name), MAX_BUTTON_LABEL)
    return ui.Button(label=label, url=first.url)


def _buttons(digest: Digest, number: int, replies: Replies, ties: Ties) -> ui.ActionRow[Any]:
    """Give Read, Sources, Follow, Mute and More: all that fits in a row."""
    card = digest.cards[number]
    row: ui.ActionRow[Any] = ui.ActionRow()
    if read := _read_button(card, replies):
        row.add_item(read)
    follow = "story-unfollow" if card.story_id in ties.followed else "story-follow"
    mute = "story-unmute" if card.story_id in ties.muted else "story-mute"
    labels = {
        "sources": replies.say("digest-sources-all", count=len(card.sources)),
        "follow": replies.say(follow),
        "mute": replies.say(mute),
        "more": replies.say("story-more"),
    }
    for act, label in labels.items():
        row.add_item(StoryButton.of(act, digest.id, number, label))
    return row


def sources_view(card: Card, replies: Replies) -> ui.LayoutView:
    """Give all sources of a story: who, what, when, and whose report it is where it is a reprint."""
    heading = replies.say("digest-sources-heading", title=escape(card.title))
    return text_view("\n".join([heading, *_source_lines(card, replies)]))


def _source_lines(card: Card, replies: Replies) -> Iterator[str]:
    for source in card.sources:
        parts = [components.link(source.name, source.url), escape(source.title), f"<t:{_seconds(source)}:R>"]
        if source.voice not in {source.name, ""}:
            parts.append(escape(replies.say("digest-reprint", voice=source.voice)))
        if source.paywalled:
            parts.append(escape(replies.say("digest-paywalled")))
        yield f"{source.n}\\. " + " · ".join(part for part in parts if part)


def _seconds(source: Source) -> int:
    return int(source.published.timestamp())
