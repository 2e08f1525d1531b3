"""Two commands at once, twenty times for each pair, and each killed at sixty moments: what is lost.

Prints a line for each, and ends with 1 if anything is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.transactions.processes import NAMES, PAIRS, Trial

TIMES = 20
KILLED_AT = 60


def spread(moments: int, times: int) -> list[int]:
    """Over all that a command does from the first moment to the last."""
    return [1 + (moments - 2) * number // (times - 1) for number in range(times)]


def of_pair(trial: Trial, first: str, second: str) -> Iterable[str]:
    """Each is the first half of the times."""
    for one, other in ((first, second), (second, first)):
        for moment in spread(trial.moments(one), TIMES // 2):
            for wrong in trial.together(one, other, moment):
                yield f"{one} stopped at {moment}, {other}: {wrong}"


def of_killed(trial: Trial, name: str) -> Iterable[str]:
    for moment in spread(trial.moments(name), KILLED_AT):
        for wrong in trial.killed(name, moment):
            yield f"killed at {moment}: {wrong}"


def report(what: str, times: int, wrong: list[str]) -> int:
    print(f"{what:32} {times} times, {len(wrong)} wrong", *wrong, sep="\n    ", flush=True)
    return len(wrong)


def main() -> int:
    with TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_STATE_HOME"] = f"{folder}/home"
        trial = Trial(Path(folder) / "trial")
        wrong = [
            report(f"{first} | {second}", TIMES, [*of_pair(trial, first, second)])
            for first, second in PAIRS
        ]
        wrong += [report(f"{name}, killed", KILLED_AT, [*of_killed(trial, name)]) for name in NAMES]
    print("Nothing is lost." if not any(wrong) else "SOMETHING IS LOST.")
    return int(any(wrong))


if __name__ == "__main__":
    sys.exit(main())
