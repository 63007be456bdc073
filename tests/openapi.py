"""Discord's own OpenAPI document as the judge of what is asked of it and of what the stand-in answers.

The document is found through `tests.data_path`; its known slips are forgiven by name, in `FORGIVEN`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.data_path import ROOT

DOCUMENT = ROOT / "discord" / "openapi.json"
URI = "urn:discord"

LEFT_OUT = {("POST", "/channels/{channel_id}/threads", "use_nested_fields")}
"""Queries that everybody sends and the document leaves out."""

NUMBER_FOR_TEXT = "discord.py sends a snowflake or a set of permissions as a number; Discord takes both"
FORGIVEN = {
    r"permissions: '\d+' is not of type 'integer', 'null'": "permission strings: the document wants numbers in roles",
    r"(data\.)?attachments\.\d+\.id: \d+ is not of type 'string'": NUMBER_FOR_TEXT,
    r".*default_values\.\d+\.id: \d+ is not of type 'string'": NUMBER_FOR_TEXT,
    r"message_reference\.(channel|message|guild)_id: \d+ is not of type .*": NUMBER_FOR_TEXT,
    r"allowed_mentions\.(roles|users)\.\d+: \d+ is not of type .*": NUMBER_FOR_TEXT,
}
"""Why a slip of the document, or of what everybody sends, is let pass: by a pattern of "path: message"."""


class Judged(Protocol):
    """What is judged: `bot.playground.standin.server.Exchange`, or anything like it."""

    method: str
    path: str
    query: dict[str, str]
    request: Any
    status: int
    answer: Any


class OpenApi:
    """The document, its schemas compiled when first asked for."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._registry = Registry().with_resource(URI, Resource(document, specification=DRAFT202012))
        self._templates = [
            (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))), template)
            for template in sorted(document["paths"], key=lambda one: one.count("{"))
        ]
        self._validator = cache(self._compile)
        self._known_good: set[str] = set()

    def check(self, exchange: Judged) -> list[str]:
        """Give what is wrong with a request and its answer; nothing where both are as documented."""
        key = json.dumps([exchange.method, exchange.path, exchange.request, exchange.status, exchange.answer])
        if key in self._known_good:
            return []
        problems = list(self._problems(exchange))
        if not problems:
            self._known_good.add(key)
        return problems

    def _problems(self, exchange: Judged) -> Iterator[str]:
        template = next((name for pattern, name in self._templates if pattern.fullmatch(exchange.path)), None)
        operation = self._document["paths"].get(template, {}).get(exchange.method.lower())
        where = f"{exchange.method} {exchange.path}"
        if operation is None:
            if exchange.status != 404:
                yield f"{where}: there is no such operation"
            return
        base = f"#/paths/{_pointer(template)}/{exchange.method.lower()}"
        known = {one["name"] for one in operation.get("parameters", []) if one["in"] == "query"}
        for name in exchange.query.keys() - known:
            if (exchange.method, template, name) in LEFT_OUT:
                continue
            yield f"{where}: there is no query {name}"
        if exchange.request is not None and "requestBody" in operation and exchange.status < 400:
            kind = next(iter(operation["requestBody"]["content"]))
            schema = f"{base}/requestBody/content/{_pointer(kind)}/schema"
            yield from (f"{where}: asked {one}" for one in self._errors(schema, exchange.request))
        schema = self._answer_schema(operation, base, exchange.status)
        if schema is not None and exchange.status < 500 and not isinstance(exchange.answer, str):
            yield from (f"{where}: answered {one}" for one in self._errors(schema, exchange.answer))
        elif schema is None and exchange.answer is not None and exchange.status < 500:
            yield f"{where}: answers nothing with {exchange.status}"

    def _answer_schema(self, operation: Any, base: str, status: int) -> str | None:
        for name in (str(status), f"{status // 100}XX"):
            if (answer := operation["responses"].get(name)) is None:
                continue
            place = f"{base}/responses/{name}"
            if "$ref" in answer:
                place = answer["$ref"]
                answer = self._document["components"]["responses"][place.rsplit("/", 1)[1]]
            kind = next(iter(answer.get("content", {})), None)
            return f"{place}/content/{_pointer(kind)}/schema" if kind else None
        return None

    def _errors(self, schema: str, value: Any) -> Iterator[str]:
        for error in self._validator(schema).iter_errors(value):
            for leaf in _leaves(error):
                path = ".".join(str(part) for part in leaf.absolute_path)
                if not any(re.fullmatch(pattern, f"{path}: {leaf.message}") for pattern in FORGIVEN):
                    yield f"{path or '(all)'}: {leaf.message[:300]}"

    def _compile(self, schema: str) -> Draft202012Validator:
        return Draft202012Validator({"$ref": f"{URI}{schema}"}, registry=self._registry)


def _pointer(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """Give what is wrong in the branch that was meant: the one of the value's own type, else the nearest."""
    if not error.context:
        yield error
        return
    branches: defaultdict[object, list[ValidationError]] = defaultdict(list)
    for inner in error.context:
        branches[inner.relative_schema_path[0]].append(inner)
    meant = min(branches.values(), key=lambda wrong: (any(_is_of_other_type(one) for one in wrong), len(wrong)))
    for inner in meant:
        yield from _leaves(inner)


def _is_of_other_type(error: ValidationError) -> bool:
    """Say whether a union's branch is for another kind of thing."""
    is_tag = list(error.relative_path)[-1:] == ["type"] and error.validator in {"enum", "const", "allOf"}
    return is_tag or (error.validator == "type" and not error.relative_path)


@cache
def discord_openapi(path: Path = DOCUMENT) -> OpenApi | None:
    """Give the judge, or None where the document is not here."""
    return OpenApi(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None
