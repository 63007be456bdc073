"""Pages as JSON and as Markdown, in the formats digests have everywhere (INTERFACE §5, CommonMark)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.formats import markdown
from bot.formats.markdown import escape
from bot.formats.outline import heading
from bot.replies import Replies
from bot.web.view import View
from digests.core.archive import Clipping
from digests.core.digest import Section, Source
from digests.core.digest_json import source_json, story_json, to_public, utc_text
from digests.core.editions import Style


def draw_json(view: View) -> str:
    """Give a page as one JSON document."""
    return json.dumps(_plain(view), ensure_ascii=False, indent=1) + "\n"


def draw_markdown(view: View) -> str:
    """Give a page as Markdown."""
    if view.is_list:
        return "\n".join(_list_lines(view)) + "\n"
    if view.contents.story is None:
        return markdown.draw(view.digests[0], view.replies)
    drawn = [_clipping(clipping) for clipping in view.told]
    lines = [f"## {escape(view.replies.say('web-timeline'))}", "", *(_report(source) for source in view.reports)]
    return "\n".join([*drawn, *lines]) + "\n"


def _plain(view: View) -> dict[str, Any]:
    if view.is_list:
        return _plain_list(view)
    if view.contents.story is None:
        return to_public(view.digests[0])
    return {
        "id": str(view.contents.story),
        "title": view.title,
        "url": view.address,
        "told": [
            {
                "digest": clipping.digest.id,
                "edition": clipping.digest.edition,
                "topic": clipping.topic,
                "slot": utc_text(clipping.digest.slot),
                **story_json(clipping.card),
            }
            for clipping in view.told
        ],
        "timeline": [{**source_json(source), "n": number} for number, source in enumerate(view.reports, start=1)],
    }


def _plain_list(view: View) -> dict[str, Any]:
    hall, older = view.hall_address, view.contents.older
    return {
        "title": view.title,
        "url": view.address,
        "topics": [{"name": name, "url": f"{hall}topic/{number}"} for number, name in view.contents.topics],
        "editions": [{"name": name, "url": f"{hall}edition/{number}"} for number, name in view.contents.editions],
        "digests": [
            {
                "id": digest.id,
                "edition": digest.edition,
                "slot": utc_text(digest.slot),
                "url": f"{hall}digest/{digest.id}",
                "stories": [{"id": str(card.story_id), "title": card.title} for card in digest.cards],
            }
            for digest in view.digests
        ],
        "next": f"{hall}{view.place.path}.json?before={older}" if older else None,
    }


def _list_lines(view: View) -> Iterator[str]:
    hall, older = view.hall_address, view.contents.older
    yield f"# {escape(view.title)}"
    for digest in view.digests:
        yield from ("", f"## [{escape(heading(digest))}](<{hall}digest/{digest.id}>)", "")
        yield from (f"- [{escape(card.title)}](<{hall}story/{card.story_id}>)" for card in digest.cards)
    if older:
        yield from ("", f"[{escape(view.replies.say('web-older'))}](<{hall}{view.place.path}.md?before={older}>)")


def _clipping(clipping: Clipping) -> str:
    sections = (Section(topic=clipping.topic, cards=(clipping.card,)),)
    alone = replace(clipping.digest, sections=sections, style=Style.DEEP)
    return markdown.draw(alone, Replies(alone.language))


def _report(source: Source) -> str:
    name = f"[{escape(source.name)}](<{source.url}>)" if source.url else escape(source.name)
    return f"- {utc_text(source.published)} {name}: {escape(source.title)}"
