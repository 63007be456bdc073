"""The demo in a process of its own and a real Chromium before it, for browser tests and the README's picture."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """Give where a Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a headless browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=SWITCHES)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def demo(*, is_set_up: bool = False) -> Iterator[str]:
    """Give the address of a demo that has just begun, or that has told its two digests."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            opened = re.search(r"http://\S+", process.stdout.readline())
            assert opened, "the demo did not say where to look"
            while is_set_up and "Staying up" not in process.stdout.readline():
                assert process.poll() is None, "the demo ended"
            yield opened[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
