"""What the gate costs: a branch that changes one file, in libraries of growing size.

    python tools/bench_gate.py [SIZES]

The gate holds what `check` holds, of the base with the branch in it; where something is wrong there
it looks at the base alone too. Prints its time as a ratio to a `check` of the project in the same
run: what it takes beside that must not grow with the library.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from corpus import write_examples

from exempelbank.cli.checking import check_folder
from exempelbank.problems import Problems
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.gate import check_branch, settings_at_base

RUNS = 3


def main() -> None:
    for size in map(int, (sys.argv[1:] or ["100,1000"])[0].split(",")):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            repository(root, size)
            gate = seconds(lambda root=root: run_gate(root))
            check = seconds(lambda root=root: check_folder(root, Problems()))
            print(
                f"{size:6} records: gate {gate * 1000:5.0f} ms, check {check * 1000:5.0f} ms,"
                f" ratio {gate / check:.1f} (median of {RUNS}; it looks twice)"
            )


def repository(root: Path, size: int) -> None:
    """A library on main, and a branch that changes one text."""
    write_examples(size, root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    commit(root)
    git(root, "checkout", "-q", "-b", "branch")
    changed = root / "content" / "examples" / "exempel-7.md"
    changed.write_text(changed.read_text("utf-8") + "\nNytt stycke.\n", "utf-8")
    git(root, "add", ".")
    commit(root)


def run_gate(root: Path) -> None:
    problems = Problems()
    commits = Commits(root, "main", "branch")
    settings = settings_at_base(commits, problems)
    assert settings
    check_branch(commits, settings, None, check_folder, problems)
    assert problems.errors, "a text that nobody has approved must not pass"


def seconds(run: Callable[[], None]) -> float:
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def commit(root: Path) -> None:
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@forumcarpe.example")
    git(root, *who, "commit", "-q", "-m", "Bench")


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
