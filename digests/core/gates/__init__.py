"""The gates a model's sentence must pass before it is printed, a file a gate; and what is printed where it does not."""

from __future__ import annotations

from digests.core.gates.judging import judge
from digests.core.gates.repairing import repair
from digests.core.gates.values import Dropped, Evidence, Fault, Kept, Phrased, Replaced

__all__ = ["Dropped", "Evidence", "Fault", "Kept", "Phrased", "Replaced", "judge", "repair"]
