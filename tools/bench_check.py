"""What `exempelbank check` costs beside reading its files: the same files, read and parsed as YAML.

    python tools/bench_check.py [SIZES]

Prints the command's processor time, its start included, as a ratio to opening every example and
handing its front matter to the same YAML library, in the same run. Both are measured in processes
of their own, by turns.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from corpus import write_examples

RUNS = 3


def main() -> None:
    if sys.argv[1:2] == ["--read"]:
        print(seconds_to_read(Path(sys.argv[2])))
        return
    for size in map(int, (sys.argv[1:] or ["100,10000"])[0].split(",")):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            write_examples(size, root)
            times = [(run_check(root), run_reading(root)) for _ in range(RUNS)]
        check, read = map(min, zip(*times, strict=True))
        print(
            f"{size:6} records: check {check:6.2f} s of processor, reading and parsing the same"
            f" files {read:5.2f} s, ratio {check / read:.1f} (best of {RUNS}; at most 3.0 wanted)"
        )


def run_check(root: Path) -> float:
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "exempelbank", "check"],
        cwd=root,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def run_reading(root: Path) -> float:
    """In a process of its own, so that neither heap slows the other; without its start."""
    command = [sys.executable, __file__, "--read", str(root)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def seconds_to_read(root: Path) -> float:
    begin = time.process_time()
    for path in (root / "content" / "examples").glob("*.md"):
        _before, front, _body = path.read_text("utf-8").split("---\n", 2)
        yaml.load(front, Loader=yaml.CBaseLoader)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
