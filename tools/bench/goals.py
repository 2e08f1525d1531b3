"""What we want of a build, beside what was measured: `run.py --check`.

Each goal is a ratio, or a figure on the machine at hand; those of seconds mean a CPU of about 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cost import Cost
from report import OURS, Measured, exponent

RATIOS = ((1000, "hugo", 0.5), (1000, "mkdocs", 0.2), (10_000, "hugo", 0.5))  # CPU, ours to its
SECONDS = {  # CPU, of a build after a whole one
    1000: {"nothing changed": 0.4, "one news item edited": 0.6, "one example edited": 0.6},
    10_000: {"nothing changed": 1.0, "one news item edited": 1.5, "one example edited": 1.5},
}
MEMORY = {1000: 150, 10_000: 600}  # MiB
EXPONENT = 1.05  # from 1,000 to 10,000
FILES = 15  # that an edit may rewrite, besides feeds


def checked(
    measured: Mapping[int, Measured], medians: Mapping[int, Mapping[str, Cost]]
) -> Iterator[str]:
    """A line for each goal of which anything was measured."""
    for size, peer, most in RATIOS:
        if size in measured and peer in measured[size].clean:
            ratio = measured[size].ratio_to(peer)
            yield _line(f"CPU at {size:,}, to that of {peer}", ratio, most)
    if 1000 in medians and 10_000 in medians:
        grown = exponent(medians[1000][OURS].cpu, medians[10_000][OURS].cpu, 10)
        yield _line("exponent from 1,000 to 10,000", grown, EXPONENT)
    for size, one in measured.items():
        for name, seconds in SECONDS.get(size, {}).items():
            yield _line(f"CPU s at {size:,}, {name}", one.again[name].cpu, seconds)
        for name, files in one.touched.items():
            yield _line(f"files rewritten at {size:,}, {name}", len(files), FILES)
        if size in MEMORY:
            yield _line(f"MiB at {size:,}", medians[size][OURS].memory, MEMORY[size])


def _line(what: str, value: float, most: float) -> str:
    return f"{'met   ' if value <= most else 'MISSED'} {what}: {value:.2f}, at most {most:g}"
