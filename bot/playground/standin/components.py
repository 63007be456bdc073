"""What Discord refuses in components. Each number is of its docs (components/reference) unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.playground.standin.errors import ApiError, invalid
from bot.playground.standin.objects import Json

ROW, BUTTON, SELECT, TEXT_INPUT, USER, ROLE, MENTIONABLE, CHANNEL = range(1, 9)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR = range(9, 15)
CONTAINER, LABEL = 17, 18

SELECTS = frozenset({SELECT, USER, ROLE, MENTIONABLE, CHANNEL})
TOP_LEVEL = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER})
IN_CONTAINER = TOP_LEVEL - {CONTAINER}

MAX_COMPONENTS = 40
MAX_TEXT = 4000
"""Over all text displays of a message (discord.js guide; the docs are silent)."""

MAX_ROWS = 5
MAX_BUTTONS = 5
MAX_OPTIONS = 25
MAX_CUSTOM_ID = 100
MAX_BUTTON_LABEL = 80
MAX_OPTION_TEXT = 100
MAX_PLACEHOLDER = 150
MAX_URL = 512
MAX_GALLERY = 10
MAX_ALT = 1024
SECTION_TEXTS = range(1, 4)
LINK_STYLE = 5


def check_v2(components: list[Json]) -> None:
    """Make sure that a Components V2 message holds nothing Discord refuses. Raises ApiError."""
    every = list(walk(components))
    if not components:
        raise ApiError(400, 50006, "Cannot send an empty message")
    if len(every) > MAX_COMPONENTS:
        raise invalid("components", f"Must be {MAX_COMPONENTS} or fewer.", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED")
    text = sum(len(one.get("content") or "") for one in every if one.get("type") == TEXT)
    if text > MAX_TEXT:
        raise invalid("components", f"Displayable text size exceeds {MAX_TEXT}", "COMPONENT_DISPLAYABLE_TEXT_SIZE")
    for number, component in enumerate(components):
        _check(component, f"components.{number}", TOP_LEVEL)
    _check_custom_ids(every)


def check_legacy(components: list[Json]) -> None:
    """Make sure that the rows under an ordinary message hold nothing Discord refuses. Raises ApiError."""
    if len(components) > MAX_ROWS:
        raise invalid("components", f"Must be {MAX_ROWS} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    for number, component in enumerate(components):
        _check(component, f"components.{number}", frozenset({ROW}))
    _check_custom_ids(list(walk(components)))


def walk(components: list[Json]) -> Iterator[Json]:
    """Give every component with those inside it."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        yield from walk([component[name] for name in ("accessory", "component") if component.get(name)])


def _check(component: Json, path: str, allowed: frozenset[int]) -> None:
    kind = component.get("type")
    if kind not in allowed:
        raise invalid(f"{path}.type", f'Value of field "type" must be one of {sorted(allowed)}.', "UNION_TYPE_CHOICES")
    inside = component.get("components") or []
    if kind == ROW:
        _check_row(inside, path)
    elif kind == SECTION:
        if len(inside) not in SECTION_TEXTS:
            raise invalid(f"{path}.components", "Must be between 1 and 3 in length.")
        for number, child in enumerate(inside):
            _check(child, f"{path}.components.{number}", frozenset({TEXT}))
        _check_accessory(component.get("accessory"), f"{path}.accessory")
    elif kind == TEXT:
        _check_length(component, "content", path, least=1, most=MAX_TEXT)
    elif kind == GALLERY:
        items = component.get("items") or []
        if not 1 <= len(items) <= MAX_GALLERY:
            raise invalid(f"{path}.items", f"Must be between 1 and {MAX_GALLERY} in length.")
        for number, item in enumerate(items):
            _check_media(item, f"{path}.items.{number}")
    elif kind == CONTAINER:
        if not inside:
            raise invalid(f"{path}.components", "This field is required", "BASE_TYPE_REQUIRED")
        for number, child in enumerate(inside):
            _check(child, f"{path}.components.{number}", IN_CONTAINER)


def _check_row(inside: list[Json], path: str) -> None:
    kinds = {one.get("type") for one in inside}
    if not inside or (kinds & SELECTS and len(inside) > 1) or len(inside) > MAX_BUTTONS:
        raise invalid(f"{path}.components", "A row holds one to five buttons, or one select.", "COMPONENT_LAYOUT")
    if not kinds <= SELECTS | {BUTTON}:
        raise invalid(f"{path}.components", "A row holds buttons or a select.", "UNION_TYPE_CHOICES")
    for number, child in enumerate(inside):
        place = f"{path}.components.{number}"
        if child.get("type") == BUTTON:
            _check_button(child, place)
        else:
            _check_select(child, place)


def _check_accessory(accessory: Json | None, path: str) -> None:
    if accessory is None:
        raise invalid(path, "This field is required", "BASE_TYPE_REQUIRED")
    if accessory.get("type") == BUTTON:
        _check_button(accessory, path)
    elif accessory.get("type") == THUMBNAIL:
        _check_media(accessory, path)
    else:
        raise invalid(f"{path}.type", "A section's accessory is a button or a thumbnail.", "UNION_TYPE_CHOICES")


def _check_button(button: Json, path: str) -> None:
    _check_length(button, "label", path, most=MAX_BUTTON_LABEL)
    if not button.get("label") and not button.get("emoji"):
        raise invalid(path, "A button needs a label or an emoji.", "BUTTON_COMPONENT_NO_LABEL")
    if button.get("style") == LINK_STYLE:
        _check_url(button.get("url"), f"{path}.url")
        if "custom_id" in button:
            raise invalid(f"{path}.custom_id", "A custom id and url cannot both be specified")
    elif button.get("style") not in range(1, LINK_STYLE):
        raise invalid(f"{path}.style", "Value must be one of {1, 2, 3, 4, 5}.", "BASE_TYPE_CHOICES")
    else:
        _check_length(button, "custom_id", path, least=1, most=MAX_CUSTOM_ID)


def _check_select(select: Json, path: str) -> None:
    _check_length(select, "custom_id", path, least=1, most=MAX_CUSTOM_ID)
    _check_length(select, "placeholder", path, most=MAX_PLACEHOLDER)
    if len(select.get("default_values") or []) > select.get("max_values", 1):
        raise invalid(f"{path}.default_values", "Must be no more than max_values.", "BASE_TYPE_BAD_LENGTH")
    if select.get("type") != SELECT:
        return
    options = select.get("options") or []
    if not 1 <= len(options) <= MAX_OPTIONS:
        raise invalid(f"{path}.options", f"Must be between 1 and {MAX_OPTIONS} in length.", "BASE_TYPE_BAD_LENGTH")
    for number, option in enumerate(options):
        for name in ("label", "value"):
            _check_length(option, name, f"{path}.options.{number}", least=1, most=MAX_OPTION_TEXT)
        _check_length(option, "description", f"{path}.options.{number}", most=MAX_OPTION_TEXT)
    if sum(bool(option.get("default")) for option in options) > select.get("max_values", 1):
        raise invalid(f"{path}.options", "Must be no more than max_values.", "SELECT_COMPONENT_TOO_MANY_DEFAULTS")
    if select.get("max_values", 1) > len(options):
        raise invalid(f"{path}.max_values", f"Must be {len(options)} or fewer.", "BASE_TYPE_MAX_LENGTH")
    values = [option["value"] for option in options]
    if len(set(values)) < len(values):
        raise invalid(f"{path}.options", "The specified option value is already used", "SELECT_COMPONENT_OPTION_VALUE")


def _check_media(item: Json, path: str) -> None:
    _check_url((item.get("media") or {}).get("url"), f"{path}.media.url", others=("attachment",))
    _check_length(item, "description", path, most=MAX_ALT)


def _check_url(url: str | None, path: str, others: tuple[str, ...] = ()) -> None:
    if not url or len(url) > MAX_URL or urlsplit(url).scheme not in {"http", "https", "discord", *others}:
        raise invalid(path, "Not a well formed URL.", "URL_TYPE_INVALID_URL")


def _check_length(component: Json, name: str, path: str, *, most: int, least: int = 0) -> None:
    if not least <= len(component.get(name) or "") <= most:
        raise invalid(f"{path}.{name}", f"Must be between {least} and {most} in length.", "BASE_TYPE_BAD_LENGTH")


def _check_custom_ids(every: list[Json]) -> None:
    ids = [one["custom_id"] for one in every if one.get("custom_id")]
    if len(set(ids)) < len(ids):
        raise invalid("components", "Component custom id cannot be duplicated", "COMPONENT_CUSTOM_ID_DUPLICATED")
