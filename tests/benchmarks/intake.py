"""Intake beside its peers, on one server in one run: `python -m tests.benchmarks.intake [COUNT]`."""

from __future__ import annotations

import json
import subprocess
import sys

from rich.console import Console
from rich.table import Table

from tests.benchmarks import programs
from tests.benchmarks.wire_server import serving

COUNT = 2000
WAYS = ("tidings", "bare", "reader", "newsboat", "sfeed")


def measure(count: int) -> dict[str, dict[str, float]]:
    """Give each way's figures; the ways run one after the other against one server."""
    command = [sys.executable, "-m", "tests.benchmarks.pollers"]
    ways = [way for way in WAYS if way not in programs.COMMANDS or programs.installed(way)]
    if missing := set(WAYS) - set(ways):
        Console().print(f"NOT MEASURED, not installed: {', '.join(sorted(missing))} (apt-get install newsboat sfeed)")
    with serving() as port:
        return {way: _run([*command, way, port, str(count)]) for way in ways}


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
    for peer in measured.keys() - {"tidings"}:
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
