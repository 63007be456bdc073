"""Which keys the settings have, told from the models, for suggestions, documents and variables. No values here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

from pydantic.fields import FieldInfo

from config.settings import Settings, Table
from config.values import suggest

SECRETS: frozenset[tuple[str, ...]] = frozenset({("discord", "token"), ("summary", "api_key")})


@lru_cache(maxsize=1)
def sections() -> Mapping[str, type[Table]]:
    """Give the model of each section and of each list of tables, in the order of the file."""
    return {name: _table_of(one) for name, one in Settings.model_fields.items()}


@lru_cache(maxsize=1)
def lists_of_tables() -> frozenset[str]:
    """Give the names that are written with double brackets."""
    return frozenset(name for name, one in Settings.model_fields.items() if get_args(one.annotation))


@lru_cache(maxsize=1)
def keys_of() -> Mapping[tuple[str, ...], FieldInfo]:
    """Give every key as (section, key) with its field."""
    return {(name, key): one for name, table in sections().items() for key, one in table.model_fields.items()}


def suggest_key(path: tuple[str, ...]) -> str:
    """Give the dotted key that was probably meant by an unknown one, or nothing.

    A close name in the same section wins, then the same name in another one.
    """
    if len(path) == 1:
        elsewhere = [f"{section}.{key}" for section, key in keys_of() if key == path[0]]
        return suggest(path[0], list(sections())) or (elsewhere[0] if elsewhere else "")
    section, key = path[0], path[-1]
    table = sections().get(section)
    if table and (close := suggest(key, list(table.model_fields))):
        return close
    elsewhere = [f"{other}.{name}" for other, name in keys_of() if name == key]
    return elsewhere[0] if elsewhere else ""


def _table_of(one: FieldInfo) -> type[Table]:
    inner = get_args(one.annotation)
    table = inner[0] if inner else one.annotation
    assert isinstance(table, type)
    assert issubclass(table, Table)
    return table
