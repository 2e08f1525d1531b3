"""What we want of a build, beside what was measured: `run.py --check`.

Each goal is a ratio within one run: seconds say more about the machine than about us.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report import OURS, Measured, ratio

HUGO = "hugo"
FROM_NOTHING = (  # ours to Hugo's: what is wanted, and what will do
    (1000, "wall", 1.0, 1.2),
    (1000, "cpu", 1.25, 1.25),
    (10_000, "wall", 0.8, 0.8),
    (10_000, "cpu", 0.8, 0.8),
)
MEMORY = 1.0  # ours to Hugo's, from nothing, at every size
AGAIN = {  # CPU, to that of ours from nothing, at the sizes above
    "nothing changed": 0.1,
    "one news item edited": 0.85,
    "one example edited": 0.85,
}
FILES = 15  # that an edit may rewrite, besides feeds


def checked(measured: Mapping[int, Measured]) -> Iterator[str]:
    """A line for each goal of which anything was measured."""
    for size, what, wanted, will_do in FROM_NOTHING:
        if size in measured and HUGO in measured[size].clean:
            value = measured[size].ratio_to(HUGO, what)
            yield verdict(f"{what} at {size:,}, to Hugo's", value, wanted, will_do)
    for size, one in measured.items():
        if HUGO in one.memory:
            held = one.memory[OURS] / one.memory[HUGO]
            yield verdict(f"memory at {size:,}, to Hugo's", held, MEMORY)
        if size in {size for size, *_ in FROM_NOTHING}:
            for name, wanted in AGAIN.items():
                value = ratio(one.ours[name], one.clean[OURS], "cpu")
                yield verdict(f"cpu at {size:,}, {name}, to ours from nothing", value, wanted)
        for name, files in one.touched.items():
            yield verdict(f"files rewritten at {size:,}, {name}", len(files), FILES)


def verdict(what: str, value: float, wanted: float, will_do: float = 0) -> str:
    """`will_do`: where it is more than what is wanted."""
    says = "MISSED"
    if value <= wanted:
        says = "met"
    elif value <= will_do:
        says = f"within {will_do:g}"
    return f"{says:10} {what}: {value:.2f}, at most {wanted:g}"
