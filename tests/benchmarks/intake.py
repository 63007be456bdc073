"""Intake beside its peers, on one server in one run: `python -m tests.benchmarks.intake [COUNT]`."""

from __future__ import annotations

import json
import subprocess
import sys

from rich.console import Console
from rich.table import Table

COUNT = 2000
WAYS = ("tidings", "bare", "reader")


def measure(count: int) -> dict[str, dict[str, float]]:
    """Give each way's figures; the ways run one after the other against one server."""
    python = [sys.executable, "-m"]
    server = subprocess.Popen(
        [*python, "tests.benchmarks.wire_server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin is not None
    assert server.stdout is not None
    port = server.stdout.readline().strip()
    try:
        return {way: _run([*python, "tests.benchmarks.pollers", way, port, str(count)]) for way in WAYS}
    finally:
        server.stdin.close()
        server.wait(timeout=10)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    measured = measure(count)
    table = Table(title=f"{count} feeds made of the captures, loopback, one run")
    for name in ("", "read", "entries", "first, feeds/s", "unchanged, feeds/s", "longest stall, ms", "peak, MB"):
        table.add_column(name, justify="right" if name else "left")
    for way, row in measured.items():
        table.add_row(
            way,
            f"{row['read']:.0f}",
            f"{row['entries']:.0f}",
            f"{row['first']:.0f}",
            f"{row['unchanged']:.0f}",
            f"{row['stall_ms']:.1f}",
            f"{row['peak_mb']:.0f}",
        )
    console = Console(width=110)
    console.print(table)
    ours = measured["tidings"]
    for peer in ("bare", "reader"):
        ratios = ", ".join(
            f"{figure} x {ours[figure] / measured[peer][figure]:.2f}" for figure in ("first", "unchanged")
        )
        console.print(f"tidings beside {peer}: {ratios}")


def _run(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=540, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


if __name__ == "__main__":
    main()
