"""What the gate costs: a branch that changes one file, in libraries of growing size.

    python tools/bench_gate.py [SIZES]

Prints the gate's time as a ratio to `git diff --stat` of the same branch and reading its file, in
the same run, so that one can see whether cost follows the change or the library.
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

from generator.problems import Problems
from generator.review.gate.commits import Commits
from generator.review.gate.gate import check_branch, settings_of

RUNS = 9


def main() -> None:
    for size in map(int, (sys.argv[1:] or ["100,10000"])[0].split(",")):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            changed = repository(root, size)
            gate = seconds(lambda root=root: run_gate(root))
            plain = seconds(lambda root=root, changed=changed: run_git(root, changed))
            print(
                f"{size:6} records: gate {gate * 1000:4.0f} ms, git diff --stat and reading the"
                f" file {plain * 1000:3.0f} ms, ratio {gate / plain:.1f} (median of {RUNS};"
                " at most 2.0 wanted)"
            )


def repository(root: Path, size: int) -> Path:
    """A library on main, and a branch that changes one text. The changed file."""
    write_examples(size, root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    commit(root)
    git(root, "checkout", "-q", "-b", "branch")
    changed = root / "content" / "examples" / "exempel-7.md"
    changed.write_text(changed.read_text("utf-8") + "\nNytt stycke.\n", "utf-8")
    git(root, "add", ".")
    commit(root)
    return changed


def run_gate(root: Path) -> None:
    problems = Problems()
    commits = Commits(root, "main", "branch")
    with settings_of(commits, problems) as settings:
        assert settings
        check_branch(commits, settings, None, problems)
    assert problems.errors, "a text that nobody has approved must not pass"


def run_git(root: Path, changed: Path) -> None:
    git(root, "diff", "--stat", "main...branch")
    changed.read_bytes()


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
