"""The shipped JSON Schema is a valid one, and the example configuration obeys it."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

from jsonschema import Draft202012Validator

CONFIG = files("config")


def test_the_example_obeys_the_schema() -> None:
    schema = json.loads((CONFIG / "tidings.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    example = tomllib.loads((CONFIG / "example.toml").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(example)] == []


def test_the_schema_refuses_an_unknown_key() -> None:
    schema = json.loads((CONFIG / "tidings.schema.json").read_text(encoding="utf-8"))
    assert not Draft202012Validator(schema).is_valid({"polling": {"intervall": 3}})
