"""What was measured -> tables to paste into docs/performance.md."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cost import Cost, Written, median_of

OURS = "exempelbank"
ONE, TWO = "1 worker", "2 workers"


@dataclass
class Measured:
    """A library of one size. Each cost is one of each run, in their order."""

    size: int
    clean: dict[str, list[Cost]] = field(default_factory=dict)  # of each builder, from nothing
    ours: dict[str, list[Cost]] = field(default_factory=dict)  # ours in other circumstances
    memory: dict[str, float] = field(default_factory=dict)  # MiB, of each builder from nothing
    written: dict[str, Written] = field(default_factory=dict)
    touched: dict[str, list[str]] = field(default_factory=dict)  # by an edit, feeds left out

    def ratio_to(self, name: str, what: str) -> float:
        """Ours to that of a builder, both from nothing. `what`: cpu or wall."""
        return ratio(self.clean[OURS], self.clean[name], what)


def ratio(ours: list[Cost], peer: list[Cost], what: str) -> float:
    """The median of the runs, in each of which one came soon after the other: the clock of a
    machine changes more from minute to minute than they differ.
    """
    both = zip(ours, peer, strict=False)  # what is measured once, is beside the first run
    return statistics.median(getattr(mine, what) / getattr(its, what) for mine, its in both)


def tables(measured: Measured) -> Iterator[str]:
    runs = len(measured.clean[OURS])
    news = measured.size // 10
    yield f"\n**{measured.size:,} examples and {news:,} news items**, median of {runs}\n"
    yield "| from nothing | CPU s | least | wall s | MiB | files | MB | our CPU to its | wall |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name, costs in measured.clean.items():
        cost, wrote = median_of(costs), measured.written[name]
        yield (
            f"| {name} | {cost.cpu:.2f} | {min(one.cpu for one in costs):.2f} | {cost.wall:.2f}"
            f" | {measured.memory[name]:.0f} | {wrote.files:,} | {wrote.mib:.0f}"
            f" | {measured.ratio_to(name, 'cpu'):.2f} | {measured.ratio_to(name, 'wall'):.2f} |"
        )
    yield "\n| ours | CPU s | wall s | CPU to from nothing | wall to it | files rewritten |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, costs in measured.ours.items():
        cost, first = median_of(costs), measured.clean[OURS]
        files = len(measured.touched[name]) if name in measured.touched else ""
        yield (
            f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {ratio(costs, first, 'cpu'):.2f}"
            f" | {ratio(costs, first, 'wall'):.2f} | {files} |"
        )
    for name, rewritten in measured.touched.items():
        yield f"\n{name}: {len(rewritten)} files besides feeds {', '.join(rewritten[:20])}"
    if ONE in measured.ours:
        one, two = measured.ours[ONE], measured.ours[TWO]
        yield (
            f"\nA second worker: {ratio(one, two, 'wall'):.2f} times as fast,"
            f" for {ratio(two, one, 'cpu'):.2f} times the CPU"
        )


def exponents(measured: Mapping[int, Measured]) -> Iterator[str]:
    """How CPU grows: 1 is in step with the library, 2 with its square."""
    for small, large in pairwise(sorted(measured)):
        before, after = measured[small].clean, measured[large].clean
        for name in (name for name in before if name in after):
            times = median_of(after[name]).cpu / median_of(before[name]).cpu
            grown = math.log(times) / math.log(large / small)
            yield f"{name} from {small:,} to {large:,}: exponent {grown:.2f}"
