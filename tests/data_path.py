"""Where the third-party measuring files are, if this machine has them; they are never part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("TIDINGS_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")


def shared(path: str) -> Path:
    """Give a measuring file or folder, or skip the test saying which is missing."""
    found = ROOT / path
    if not found.exists():
        pytest.skip(f"third-party data not here: {path} (set TIDINGS_DATA to its folder)")
    return found
