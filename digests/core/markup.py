"""Markup to plain text in one pass over the input. It judges no content: what is boilerplate is core.text's question.

Own scanner, since each ready one failed on hostile input of 100,000 characters (measured): lxml gave an empty text
beyond 256 nested elements and took 0.3 s for one tag of 15,000 attributes, html.parser rescans what is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import regex

# A quote inside a tag may hold ">". All parts are possessive, and a bare "<" ends the attempt: from any place at most
# three attempts are alive at once (outside, in double, in single quotes), so scanning is linear.
_TAG = regex.compile(r"""</?([A-Za-z][^\s/<>"']*+)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_LOOSE_TAG = regex.compile(r"""</?([A-Za-z][^\s/<>"']*+)[^<>]*+>""")  # a quote was left open: <p class="x>

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "audio", "video", "canvas",
    "figcaption", "button", "select", "textarea", "title",
})  # fmt: skip
# Where one of these is left open, all that follows belongs to it, as in a browser (HTML standard §13.2.5).
_TO_THE_END = frozenset({"script", "style"})

_UNSEEN = regex.compile(r"(?V1)[[\p{Cc}\p{Cf}\p{Cs}\p{Co}]--\s]+")  # control, bidi, zero-width, tag characters
_SPACE = regex.compile(r"\s+")
_BLANK_LINE = regex.compile(r"\n[^\S\n]*+\n")
_BREAK = "\0"  # parts paragraphs while scanning; taken out of the input first


def plain_text(html: str) -> str:
    """Give the text a reader would see, paragraphs parted by one newline; scripts, captions, controls left out.

    Text without any tag is taken for plain: blank lines part its paragraphs. Linear in the length of the input.
    """
    html = html.replace(_BREAK, " ")
    text = "".join(_visible(html)) if "<" in html else html
    if text == html:
        text = _BLANK_LINE.sub(_BREAK, html)
    return "\n".join(line for part in text.split(_BREAK) if (line := clean_line(unescape(part))))


def clean_line(text: str) -> str:
    """Give text on one line: runs of white space as one space, nothing unseen, nothing around it."""
    if text.isprintable():  # most titles: nothing unseen, and no white space but the space
        return " ".join(text.split())
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def _visible(html: str) -> Iterator[str]:
    """Yield the text between tags, entities still in place, with a break where a block begins or ends."""
    left_open: set[str] = set()
    at = 0
    while (found := html.find("<", at)) >= 0:
        yield html[at:found]
        if html.startswith(("<!", "<?"), found):
            at = _declaration_end(html, found, left_open)
        elif tag := (_TAG.match(html, found) or _LOOSE_TAG.match(html, found)):
            name = tag[1].lower()
            at = tag.end()
            if name in _DROPPED and tag[0][1] != "/" and not tag[0].endswith("/>"):
                at = _element_end(html, at, name, left_open)
            yield _BREAK if name in _BLOCKS else " " if name in _CELLS else ""
        else:
            yield "<"
            at = found + 1
    yield html[at:]


def _declaration_end(html: str, start: int, left_open: set[str]) -> int:
    """Give where a comment, doctype or instruction ends; one left open is skipped alone, and looked for only once."""
    closing = "-->" if html.startswith("<!--", start) else "]]>" if html.startswith("<![CDATA[", start) else ">"
    if closing == "]]>":
        return start + len("<![CDATA[")  # its content is text
    end = -1 if closing in left_open else html.find(closing, start)
    if end < 0:
        left_open.add(closing)
        return start + 2
    return end + len(closing)


def _element_end(html: str, start: int, name: str, left_open: set[str]) -> int:
    """Give where an element whose content is not read ends; for most, one left open hides nothing."""
    closing = None if name in left_open else regex.compile(rf"</{name}\b", regex.IGNORECASE).search(html, start)
    if closing:
        return closing.start()  # the closing tag itself is read next
    left_open.add(name)
    return len(html) if name in _TO_THE_END else start
