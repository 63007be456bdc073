"""The long runs: `make soak`. No tests; ends with 1 where something was lost, told twice, late or not flat."""

from __future__ import annotations

from tests.soak import kills, month, slot

raise SystemExit(not all([kills.main(), slot.main(), month.main()]))
