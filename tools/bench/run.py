"""How fast we build, beside others and in the same run: `make bench`.

    python tools/bench/run.py [--sizes 100,1000,10000] [--peers hugo,eleventy,mkdocs] [--runs N]
                              [--patient] [--check]

Builds the same library with exempelbank, Hugo, Eleventy and stock MkDocs with Material (examples
out of the navigation), in turns, each time from nothing: neither output nor store. Then ours once
more with nothing changed, with one text edited, and with pictures to share, which the others do
not make. What each makes stands in docs/performance.md. The corpora stay in .cache/bench.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from builders import PEERS, Builder, ours, ready_in
from corpus import (
    PROJECT,
    edit_example,
    edit_news,
    examples,
    news,
    sample_settings,
    set_picture_cards,
    write_project,
)
from cost import Cost, cost_of, median_of, state_of, touched, written_in
from goals import checked
from plain_corpus import write_for_peers
from report import Measured, exponents, table

CACHE = PROJECT / ".cache" / "bench"
RUNS = {100: 5, 1000: 5, 10_000: 2}
MKDOCS_AT_MOST = 1000  # unless one is patient: 10,000 take it the better part of an hour
PICTURES_AT_MOST = 1000


def write_corpora(size: int, folder: Path) -> None:
    """folder/{exempelbank,hugo,eleventy,mkdocs}: the same library, ready to be built."""
    shutil.rmtree(folder, ignore_errors=True)
    settings = sample_settings()
    told, items = examples(size, settings), news(size)
    write_project(folder / "exempelbank", told, items)
    set_picture_cards(folder / "exempelbank", "none")
    write_for_peers(folder, told, items, settings)


def measure(size: int, builders: Sequence[Builder], runs: int) -> Measured:
    corpus = CACHE / str(size)
    write_corpora(size, corpus)
    measured = Measured(size, runs, {builder.name: [] for builder in builders})
    for _ in range(runs):
        for builder in builders:
            folder = ready_in(corpus, builder)
            measured.clean[builder.name].append(cost_of(builder.command, folder))
            measured.written[builder.name] = written_in(folder / builder.output)
    shutil.rmtree(corpus / "aside")
    _measure_again(corpus / "exempelbank", measured)
    if size <= PICTURES_AT_MOST:
        _measure_pictures(corpus, measured)
    return measured


def _measure_again(folder: Path, measured: Measured) -> None:
    """Ours upon a whole build: with nothing changed, and with one text edited."""
    cost_of(ours().command, folder)
    changes: dict[str, Callable[[int], None]] = {
        "nothing changed": lambda turn: None,
        "one news item edited": lambda turn: edit_news(folder, turn, f"Nytt stycke {turn}."),
        "one example edited": lambda turn: edit_example(folder, turn, f"Nytt stycke {turn}."),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in changes}
    for turn in range(measured.runs):
        for name, change in changes.items():
            change(turn)
            before = state_of(folder / "site")
            costs[name].append(cost_of(ours().command, folder))
            measured.touched[name] = touched(before, state_of(folder / "site"))
    measured.again = {name: median_of(of_one) for name, of_one in costs.items()}


def _measure_pictures(corpus: Path, measured: Measured) -> None:
    """Ours from nothing, once, with a picture for each section and then for each example too."""
    for wanted in ("sections", "examples"):
        folder = ready_in(corpus, ours())
        set_picture_cards(folder, wanted)
        measured.cards[f"picture cards of {wanted}"] = cost_of(ours().command, folder)
    set_picture_cards(corpus / "exempelbank", "none")


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sizes", default="100,1000,10000")
    arguments.add_argument("--peers", default="hugo,eleventy,mkdocs", help="others; may be empty")
    arguments.add_argument("--runs", type=int, help="instead of 5, and 2 at 10,000")
    arguments.add_argument("--patient", action="store_true", help="stock MkDocs at 10,000 too")
    arguments.add_argument("--check", action="store_true", help="say which goals are met")
    chosen = arguments.parse_args()
    peers = {name: PEERS[name]() for name in chosen.peers.split(",") if name}

    print(f"{os.cpu_count()} CPUs; pictures to share are off unless named.")
    measured, medians = {}, {}
    for size in map(int, chosen.sizes.split(",")):
        waited = size <= MKDOCS_AT_MOST or chosen.patient
        taking_part = [ours(), *(one for name, one in peers.items() if name != "mkdocs" or waited)]
        one = measure(size, taking_part, chosen.runs or RUNS.get(size, 3))
        measured[size] = one
        medians[size] = {name: median_of(costs) for name, costs in one.clean.items()}
        print(table(one, medians[size]))
        for name, files in one.touched.items():
            print(f"\n{name}: {len(files)} files besides feeds: {', '.join(files[:20])}")
    print(*exponents(medians), sep="\n")
    if chosen.check:
        print(*checked(measured, medians), sep="\n")


if __name__ == "__main__":
    main()
