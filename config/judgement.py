"""What pydantic's errors mean, in our own codes. The only file that knows its error types; no secret leaves it."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from config.problems import Finding
from config.shape import SECRETS, suggest_key
from config.values import found, suggest

EXPECTED = {
    "bool_parsing": "boolean",
    "bool_type": "boolean",
    "float_parsing": "decimal",
    "float_type": "decimal",
    "finite_number": "decimal",
    "model_type": "table",
    "string_sub_type": "text",
    "string_type": "text",
    "tuple_type": "list",
}
LIMITS = {"greater_than_equal": ("too-small", "ge"), "less_than_equal": ("too-large", "le")}


def finding_of(error: ErrorDetails) -> Finding:
    """Give one error of a validation as a finding; its value is left out where it is a secret."""
    path, kind, value = error["loc"], error["type"], error.get("input")
    shown = "…" if path in SECRETS else found(value)
    context = error.get("ctx") or {}
    names = tuple(part for part in path if isinstance(part, str))
    code, fields = kind, {name: str(one) for name, one in context.items()}  # our own errors: the type is the code
    if path in SECRETS:
        fields.pop("found", None)
    match kind:
        case "missing":
            fields = {}
        case "extra_forbidden":
            code, fields = "unknown-key", {"suggestion": suggest_key(names)}
        case "literal_error":
            choices = [part.strip("' ") for part in str(context["expected"]).replace(" or ", ", ").split(",")]
            suggestion = suggest(str(value), choices)
            code, fields = "wrong-choice", {"found": shown, "choices": ", ".join(choices), "suggestion": suggestion}
        case "too_short":
            code, fields = "empty-list", {}
        case _ if kind in LIMITS:
            code, limit = LIMITS[kind]
            fields = {"limit": f"{context[limit]:.15g}", "found": shown}
        case _ if kind in EXPECTED:
            code, fields = "wrong-type", {"expected": EXPECTED[kind], "found": shown}
    return Finding(code=code, path=path, fields=fields)
