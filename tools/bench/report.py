"""What was measured -> tables to paste into docs/performance.md, and which goals are met."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cost import Cost, Written

OURS = "exempelbank"


@dataclass
class Measured:
    """A library of one size."""

    size: int
    runs: int
    clean: dict[str, list[Cost]] = field(default_factory=dict)  # of each builder
    written: dict[str, Written] = field(default_factory=dict)
    again: dict[str, Cost] = field(default_factory=dict)  # ours, after a whole build
    touched: dict[str, list[str]] = field(default_factory=dict)  # by an edit, feeds left out
    cards: dict[str, Cost] = field(default_factory=dict)  # ours, with pictures to share

    def ratio_to(self, name: str) -> float:
        """Our CPU to its: the median of the runs, in each of which one came straight after the
        other. The clock of a machine changes more from minute to minute than they differ.
        """
        both = zip(self.clean[OURS], self.clean[name], strict=True)
        return statistics.median(mine.cpu / its.cpu for mine, its in both)


def table(measured: Measured, medians: Mapping[str, Cost]) -> str:
    lines = [
        f"\n**{measured.size:,} examples and {measured.size // 10:,} news items**,"
        f" median of {measured.runs}\n",
        "| | CPU s | least CPU s | wall s | MiB | files | MB written | our CPU to its |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, cost in medians.items():
        least = min(one.cpu for one in measured.clean[name])
        wrote = measured.written[name]
        lines.append(
            f"| {name} | {cost.cpu:.2f} | {least:.2f} | {cost.wall:.2f} | {cost.memory:.0f}"
            f" | {wrote.files:,} | {wrote.mib:.0f} | {measured.ratio_to(name):.2f} |"
        )
    for name, cost in {**measured.again, **measured.cards}.items():
        files = len(measured.touched[name]) if name in measured.touched else ""
        lines.append(
            f"| {OURS}, {name} | {cost.cpu:.2f} | | {cost.wall:.2f} | {cost.memory:.0f}"
            f" | {files} | | |"
        )
    return "\n".join(lines)


def exponents(medians: Mapping[int, Mapping[str, Cost]]) -> Iterator[str]:
    """How cost grows: 1 is in step with the library, 2 with its square."""
    sizes = sorted(medians)
    for small, large in pairwise(sizes):
        for name in medians[small].keys() & medians[large].keys():
            grown = exponent(medians[small][name].cpu, medians[large][name].cpu, large / small)
            yield f"{name} from {small:,} to {large:,}: exponent {grown:.2f}"


def exponent(before: float, after: float, times: float) -> float:
    return math.log(after / before) / math.log(times)
