"""The gates a model's sentence must pass before it is printed, a file a gate; and what is printed where it does not.

Here are the values. `judging.judge` and `repairing.repair` bring word lists of eight languages along, which only who
judges must load.
"""

from __future__ import annotations

from digests.core.gates.values import Dropped, Evidence, Fault, Kept, Phrased, Replaced

__all__ = ["Dropped", "Evidence", "Fault", "Kept", "Phrased", "Replaced"]
