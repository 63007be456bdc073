"""The long runs: `make soak`. No tests; ends with 1 where something was lost, told twice or too late."""

from __future__ import annotations

from tests.soak import kills

raise SystemExit(not kills.main())
