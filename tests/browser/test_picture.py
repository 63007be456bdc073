"""The README's picture shows what the demo shows today."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import picture

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def test_the_readmes_picture_shows_todays_digest(home: str, browser: Browser, tmp_path: Path) -> None:
    picture.take(browser, home, tmp_path)
    kept = picture.FOLDER.joinpath(picture.WORDS).read_text(encoding="utf-8")
    assert tmp_path.joinpath(picture.WORDS).read_text(encoding="utf-8") == kept, "run: make picture"
    readme = picture.ROOT.joinpath("README.md").read_text(encoding="utf-8")
    for name in (picture.LIGHT, picture.DARK):
        assert tmp_path.joinpath(name).read_bytes().startswith(SIGNATURE)
        assert picture.FOLDER.joinpath(name).read_bytes().startswith(SIGNATURE)
        assert f"docs/{name}" in readme
