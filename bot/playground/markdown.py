"""Discord's Markdown read into a tree, as its clients read it: rules tried in order at each place, blocks and all.

The rules are those of simple-markdown and of Discord's open SimpleAST, with what the clients added since (headings,
small print, lists). A closing mark that is not there is looked for once in a text, and what stands deeper than
`DEEPEST` is taken as it is: time grows with length times depth, whatever the text. Nothing is escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from bot.playground.links import host_of
from bot.playground.scan import Scan, may_hold_markup
from bot.playground.tree import (
    Code,
    CodeBlock,
    Command,
    Emoji,
    Heading,
    Kind,
    Link,
    Listing,
    Look,
    Mention,
    Moment,
    Node,
    Ping,
    Quote,
    Styled,
    Subtext,
    Tree,
    Words,
)

DEEPEST = 16
"""Levels within each other; Discord ends lists at eleven, and other things nobody nests so deep."""

Rule = Literal["heading", "quote", "link"]
Found = tuple[Node, int]
"""What was read, and where the text goes on."""

ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")

ITALIC = re.compile(r"\*(?=\S)((?:\\.|\*\*|\s++(?:\\.|[^*\s\\]|\*\*)|[^\s*\\])++)\*(?!\*)", re.DOTALL)
ITALIC_LINE = re.compile(r"_((?:\\.|__|[^\\_])++)_(?![0-9A-Za-z_])", re.DOTALL)
BOLD = re.compile(r"\*\*((?:\\.|.)(?:\\.|[^\\*]|\*(?!\*(?!\*)))*+)\*\*", re.DOTALL)
UNDERLINE = re.compile(r"__((?:\\.|.)(?:\\.|[^\\_]|_(?!_(?!_)))*+)__", re.DOTALL)
STRUCK = re.compile(r"~~((?:\\.|.)(?:\\.|[^\\~]|~(?!~))*+)~~", re.DOTALL)
SPOILER = re.compile(r"\|\|((?:\\.|.)(?:\\.|[^\\|]|\|(?!\|))*+)\|\|", re.DOTALL)

STYLES: dict[str, tuple[tuple[str, Look, re.Pattern[str]], ...]] = {
    "*": (("*", "italic", ITALIC), ("**", "bold", BOLD)),
    "_": (("_", "italic", ITALIC_LINE), ("__", "underline", UNDERLINE)),
    "~": (("~~", "struck", STRUCK),),
    "|": (("||", "spoiler", SPOILER),),
}
"""By first character: mark, look, pattern. The longest match wins, of two alike the first (simple-markdown)."""

FENCE = re.compile(r"```(?:([0-9A-Za-z_+.#-]+)\n)?\n*")
ADDRESS = re.compile(
    r"""\(\s*+<?((?i:https?)://(?:[^\s()<>\\]++|\([^\s()<>\\]*+\)|\\.)++)>?(?:\s++"([^"\n]*+)")?\s*+\)"""
)
ANGLED = re.compile(
    r"<(?:t:(?P<at>-?[0-9]{1,13})(?::(?P<style>[tTdDfFsSR]))?"
    r"|(?P<kind>@&|@!?|#)(?P<id>[0-9]{1,20})"
    r"|/(?P<command>[^\s<>:/]{1,32}(?: [^\s<>:/]{1,32}){0,2}):[0-9]{1,20}"
    r"|a?:(?P<emoji>[0-9A-Za-z_]{2,32}):[0-9]{1,20}"
    r"|(?P<url>(?i:https?)://[^\s<>]++))>"
)
PING = re.compile(r"@(?:everyone|here)")
BARE = re.compile(r"https?://[^\s<]+")
TRAILING = frozenset(".,:;\"']")
"""What ends a sentence and no link (simple-markdown's rule for bare addresses)."""

BEGINNING = re.compile(r" *[#>*0-9-]")
"""What a line begins with that may be a block."""
HEADING = re.compile(r" *(#{1,3}) (?!#) *([^\n]+)\n?")
SUBTEXT = re.compile(r" *-# (?!-#) *([^\n]+)\n?")
QUOTE_REST = re.compile(r" *>>> (.+)", re.DOTALL)
QUOTE = re.compile(r" *> [^\n]*(?:\n *> [^\n]*)*\n?")
QUOTE_SIGN = re.compile(r"^ *> ", re.MULTILINE)
ITEM = re.compile(r"( *)(?:[*-]|([0-9]{1,9})\.) +([^\n]+(?:\n\1  [^\n]+)*)\n?")

KINDS: dict[str, Kind] = {"@": "user", "@!": "user", "@&": "role", "#": "channel"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: how deep, what may not stand in it again, whether a line may begin a block."""

    depth: int = 0
    barred: frozenset[Rule] = frozenset()
    has_blocks: bool = True
    begins_line: bool = True

    def within(self, *barred: Rule, begins_line: bool = True) -> Place:
        """Give the place one level deeper."""
        return Place(self.depth + 1, self.barred.union(barred), self.has_blocks, begins_line)


def read(text: str) -> Tree:
    """Give a text's tree, as for a message, a text display, an embed's description."""
    return _read(text, Place())


def read_line(text: str) -> Tree:
    """Give the tree of a text that knows no blocks, as an embed's title."""
    return _read(text, Place(has_blocks=False))


def _read(text: str, place: Place) -> Tree:
    begins_block = place.begins_line and BEGINNING.match(text)
    if place.depth > DEEPEST or not (begins_block or may_hold_markup(text)):
        return (Words(text),)
    nodes: list[Node] = []
    for are_words, pieces in groupby(_walk(text, place), key=lambda piece: isinstance(piece, Words)):
        group = list(pieces)
        nodes += [Words("".join(piece.text for piece in group if isinstance(piece, Words)))] if are_words else group
    return tuple(nodes)


def _walk(text: str, place: Place) -> Iterator[Node]:
    """Give what a text holds, one after another, words in pieces."""
    scan = Scan(text)
    at_line, amid = place.within(), place.within(begins_line=False)
    at, begins_line = 0, place.begins_line
    while at < len(text):
        if begins_line and place.has_blocks and (found := _block(text, at, place)):
            node, at = found
            yield node
        elif found := _inline(scan, at, at_line if begins_line else amid):
            node, at = found
            begins_line = False
            yield node
        else:
            begins_line = text[at] == "\n"
            end = at + 1 if begins_line else scan.words_end(at)
            yield Words(text[at:end])
            at = end


def _inline(scan: Scan, at: int, inner: Place) -> Found | None:
    """Read what begins at a place within a line; `inner` is the place of what stands inside it."""
    reader = READERS.get(scan.text[at])
    return reader(scan, at, inner) if reader else None


def _escaped(scan: Scan, at: int, _inner: Place) -> Found | None:
    found = ESCAPED.match(scan.text, at)
    return (Words(found[1]), found.end()) if found else None


def _styled(scan: Scan, at: int, inner: Place) -> Found | None:
    tried = [(look, scan.matched(mark, pattern, at)) for mark, look, pattern in STYLES[scan.text[at]]]
    matched = [(look, found) for look, found in tried if found]
    if not matched:
        return None
    look, found = max(matched, key=lambda one: one[1].end())
    return Styled(look, _read(found[1], inner)), found.end()


def _coded(scan: Scan, at: int, _inner: Place) -> Found | None:
    return _fenced(scan, at) or _code(scan, at)


def _fenced(scan: Scan, at: int) -> Found | None:
    opened = FENCE.match(scan.text, at)
    if opened is None:
        return None
    end = scan.closed("```", opened.end() + 1)
    content = scan.text[opened.end() : end].rstrip("\n")
    if end < 0 or not content.strip("`"):
        return None
    after = end + len("```")
    return CodeBlock(content, opened[1] or ""), after + scan.text.startswith("\n", after)


def _code(scan: Scan, at: int) -> Found | None:
    mark = "``" if scan.text.startswith("``", at) else "`"
    end = scan.closed(mark, at + len(mark))
    content = scan.text[at + len(mark) : end]
    return (Code(content), end + len(mark)) if end >= 0 and content.strip("`") else None


def _masked(scan: Scan, at: int, inner: Place) -> Found | None:
    """Read [label](address). Discord takes no link whose label shows another address."""
    end = scan.bracket(at)
    if end < 0 or "link" in inner.barred:
        return None
    label, found = scan.text[at + 1 : end], ADDRESS.match(scan.text, end + 1)
    if found is None or "://" in label or not label.strip():
        return None
    url = re.sub(r"\\(.)", r"\1", found[1])
    if not host_of(url):
        return None
    return Link(url, _read(label, inner.within("link", begins_line=False)), found[2] or ""), found.end()


def _bare(scan: Scan, at: int, inner: Place) -> Found | None:
    """Read an address that stands in the text; a bracket at its end belongs to it if it was opened in it."""
    found = BARE.match(scan.text, at)
    if found is None or "link" in inner.barred:
        return None
    url = found[0]
    too_many, end = url.count(")") - url.count("("), len(url)
    while url[end - 1] in TRAILING or (url[end - 1] == ")" and too_many > 0):
        too_many -= url[end - 1] == ")"
        end -= 1
    url = url[:end]
    return (Link(url, (Words(url),)), at + end) if host_of(url) else None


def _pinging(scan: Scan, at: int, _inner: Place) -> Found | None:
    found = PING.match(scan.text, at)
    return (Ping(found[0]), found.end()) if found else None


def _angled(scan: Scan, at: int, inner: Place) -> Found | None:
    """Read what Discord writes between angle brackets: times, mentions, commands, emoji, addresses without preview."""
    found = ANGLED.match(scan.text, at)
    if found is None or (found["url"] and ("link" in inner.barred or not host_of(found["url"]))):
        return None
    node: Node
    if found["at"]:
        node = Moment(int(found["at"]), found["style"] or "f")
    elif found["kind"]:
        node = Mention(KINDS[found["kind"]], int(found["id"]))
    elif found["command"]:
        node = Command(found["command"])
    elif found["emoji"]:
        node = Emoji(found["emoji"])
    else:
        node = Link(found["url"], (Words(found["url"]),))
    return node, found.end()


READERS: dict[str, Callable[[Scan, int, Place], Found | None]] = {
    "\\": _escaped,
    **dict.fromkeys(STYLES, _styled),
    "`": _coded,
    "[": _masked,
    "<": _angled,
    "@": _pinging,
    "h": _bare,
}
"""What may begin with a character within a line."""


def _block(text: str, at: int, place: Place) -> Found | None:
    """Read the heading, small print, quote or list that begins with this line."""
    if not BEGINNING.match(text, at):
        return None
    if "heading" not in place.barred and (found := HEADING.match(text, at)):
        return Heading(len(found[1]), _read(found[2], place.within("heading"))), found.end()
    if found := SUBTEXT.match(text, at):
        return Subtext(_read(found[1], place.within())), found.end()
    if "quote" not in place.barred:
        if found := QUOTE_REST.match(text, at):
            return Quote(_read(found[1], place.within("quote"))), found.end()
        if found := QUOTE.match(text, at):
            content = QUOTE_SIGN.sub("", found[0].removesuffix("\n"))
            return Quote(_read(content, place.within("quote"))), found.end()
    return _listing(text, at, place)


def _listing(text: str, at: int, place: Place) -> Found | None:
    """Read the points that follow each other; what is indented by two below a point belongs to it."""
    first = found = ITEM.match(text, at)
    if first is None:
        return None
    items: list[Tree] = []
    while found:
        items.append(_read(found[3].replace(f"\n{found[1]}  ", "\n"), place.within()))
        at = found.end()
        found = ITEM.match(text, at)
    return Listing(tuple(items), int(first[2]) if first[2] else None), at
