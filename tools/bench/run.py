"""How fast we build, beside others and in the same run: `make bench`.

    python tools/bench/run.py [--sizes 100,1000,10000] [--peers hugo,eleventy,mkdocs] [--runs N]
                              [--patient] [--check]

Builds the same library with exempelbank, Hugo, Eleventy and stock MkDocs with Material (examples
out of the navigation), by turns, each time from nothing: neither output nor cache. Then ours once
more with nothing changed, with one text edited, with one worker and with two, and with QR codes and
pictures to share, which the others do not make. What each makes stands in docs/performance.md. The
corpora stay in .cache/bench.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from builders import PEERS, Builder, clear_away, ours, ready_in
from corpus import (
    PROJECT,
    edit_example,
    edit_news,
    examples,
    news,
    sample_settings,
    set_extras,
    write_project,
)
from cost import cost_of, memory_of, state_of, touched, way_of_memory, written_in
from goals import checked
from plain_corpus import write_for_peers
from report import ONE, OURS, TWO, Measured, exponents, tables

from exempelbank.workers import usable_cores

CACHE = PROJECT / ".cache" / "bench"
RUNS = {100: 5, 1000: 5, 10_000: 2}
MKDOCS_AT_MOST = 1000  # unless one is patient: 10,000 take it the better part of an hour
SPEED_UP_AT = (1000, 10_000)
EXTRAS_AT = (1000,)


def write_corpora(size: int, folder: Path) -> None:
    """folder/{exempelbank,hugo,eleventy,mkdocs}: the same library, ready to be built."""
    shutil.rmtree(folder, ignore_errors=True)
    settings = sample_settings()
    published, items = examples(size, settings), news(size)
    write_project(folder / OURS, published, items)
    set_extras(folder / OURS)
    write_for_peers(folder, published, items, settings)


def measure(size: int, builders: Sequence[Builder], runs: int) -> Measured:
    """In each run all builders come by turns, the last of them ours, and then ours upon that."""
    corpus = CACHE / str(size)
    write_corpora(size, corpus)
    measured = Measured(size, {builder.name: [] for builder in (ours(), *builders)})
    in_turns = (*reversed(builders), ours())  # so that Hugo comes next to ours
    for builder in in_turns:  # first, so that what is measured next finds all of them warm
        held = [memory_of(builder.command, ready_in(corpus, builder)) for _ in range(min(runs, 3))]
        measured.memory[builder.name] = median(held)
    clear_away(corpus)
    for turn in range(runs):
        for builder in in_turns:
            folder = ready_in(corpus, builder)
            measured.clean[builder.name].append(cost_of(builder.command, folder))
            measured.written[builder.name] = written_in(folder / builder.output)
        _measure_again(corpus / OURS, turn, measured)
        if size in SPEED_UP_AT:
            _measure_workers(corpus, measured, "")
        clear_away(corpus)
    if size in EXTRAS_AT:
        set_extras(corpus / OURS, qr_codes="yes")
        _measure_workers(corpus, measured, ", QR codes")
        set_extras(corpus / OURS, picture_cards="examples")
        _measure_workers(corpus, measured, ", picture cards of examples")
    return measured


def _measure_again(folder: Path, turn: int, measured: Measured) -> None:
    """Ours upon a whole build: with nothing changed, and with one text edited."""
    changes: dict[str, Callable[[], None]] = {
        "nothing changed": lambda: None,
        "one news item edited": lambda: edit_news(folder, turn, f"Nytt stycke {turn}."),
        "one example edited": lambda: edit_example(folder, turn, f"Nytt stycke {turn}."),
    }
    for name, change in changes.items():
        change()
        before = state_of(folder / "site")
        measured.ours.setdefault(name, []).append(cost_of(ours().command, folder))
        measured.touched[name] = touched(before, state_of(folder / "site"))


def _measure_workers(corpus: Path, measured: Measured, what: str) -> None:
    """Ours from nothing, by one process and by two."""
    for workers, name in ((1, ONE), (2, TWO)):
        cost = cost_of(ours(workers).command, ready_in(corpus, ours()))
        measured.ours.setdefault(f"{name}{what}", []).append(cost)


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

    # Above 0, others take a part of the cores: then wall times say little.
    print(f"{usable_cores()} cores, load {os.getloadavg()[0]:.1f}; memory is {way_of_memory()}.")
    measured: dict[int, Measured] = {}
    for size in map(int, chosen.sizes.split(",")):
        waited = size <= MKDOCS_AT_MOST or chosen.patient
        taking_part = [one for name, one in peers.items() if name != "mkdocs" or waited]
        measured[size] = measure(size, taking_part, chosen.runs or RUNS.get(size, 3))
        print(*tables(measured[size]), sep="\n", flush=True)
    print(*exponents(measured), sep="\n")
    if chosen.check:
        print(*checked(measured), sep="\n")


if __name__ == "__main__":
    main()
