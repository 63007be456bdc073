"""How the page looks: its templates and the few files beside them, read once, so that drawing touches no disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.playground.page.drawing import STYLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Templates, and files by their path: content and type."""

    environment: Environment
    files: dict[str, tuple[bytes, str]]

    @classmethod
    def read(cls) -> Self:
        """Read everything. Blocks: call it in a thread."""
        environment = Environment(
            loader=PackageLoader("bot.playground.page", "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        for name in environment.list_templates():
            environment.get_template(name)
        static = Path(__file__).with_name("static")
        files = {
            "/page.css": (static.joinpath("page.css").read_bytes(), "text/css"),
            "/message.css": (STYLE.read_bytes(), "text/css"),
            "/icon.svg": (static.joinpath("icon.svg").read_bytes(), "image/svg+xml"),
            "/page.js": (static.joinpath("page.js").read_bytes(), "text/javascript"),
        }
        return cls(environment=environment, files=files)

    def draw(self, template: str, **fields: Any) -> str:
        """Give a page."""
        return self.environment.get_template(template).render(**fields)
