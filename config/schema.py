"""The JSON Schema of tidings.toml, for editors. `python -m config.schema` writes config/tidings.schema.json anew."""

from __future__ import annotations

import json
from pathlib import Path

from config.settings import Settings

FILE = Path(__file__).with_name("tidings.schema.json")


def schema_text() -> str:
    """Give the schema as the file holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Settings.model_json_schema(),
        "title": "tidings.toml",
    }
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
