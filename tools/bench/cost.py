"""A command -> what it cost: CPU of all its processes, wall time, memory; and what it wrote."""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FEEDS = ("rss.xml", "atom.xml", "feed.json", ".ics")
MIB = 1024 * 1024
EVERY = 0.05  # seconds: to look takes the kernel's time, and the process waits meanwhile
_PROC = Path("/proc")


@dataclass(frozen=True)
class Cost:
    cpu: float  # seconds, of every process and thread
    wall: float  # seconds


@dataclass(frozen=True)
class Written:
    files: int
    mib: float


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    os.sync()  # so that it does not wait for what others have left to be written
    begin = time.perf_counter()
    with _begun(command, folder) as process:
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, wall)


def median_of(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
    )


@contextmanager
def _begun(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Ends us when it fails."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        yield process
        if process.wait():
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed in {folder}:\n{said.read()[-2000:].decode()}")


# ---- Memory ----


def way_of_memory() -> str:
    """How this system tells what processes hold."""
    if (_PROC / "self" / "smaps_rollup").exists():
        return "PSS of all processes together, at their peak"
    if _PROC.exists():
        return "RSS of all processes together, at their peak: what they share counts for each"
    return "RSS of the largest process alone, at its peak"


def memory_of(command: Sequence[str], folder: Path) -> float:
    """MiB. In a run of its own, whose time tells nothing: to look slows it."""
    most = 0
    with _begun(command, folder) as process:
        while process.poll() is None:
            most = max(most, _held_by(process.pid))
            time.sleep(EVERY)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / MIB or largest / (MIB if sys.platform == "darwin" else 1024)


def _held_by(pid: int) -> int:
    """Bytes, of the process and whatever it has begun. What they share is split among them."""
    process = _PROC / str(pid)
    try:
        own = _own(process)
        children = [
            child for task in process.glob("task/*/children") for child in task.read_text().split()
        ]
    except OSError:  # it has ended, or this is no Linux
        return 0
    return own + sum(_held_by(int(child)) for child in children)


def _own(process: Path) -> int:
    try:
        match = re.search(r"^Pss: +(\d+) kB$", (process / "smaps_rollup").read_text(), re.M)
        return int(match[1]) * 1024 if match else 0
    except FileNotFoundError:
        pages = int((process / "statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


# ---- What was written ----


def written_in(folder: Path) -> Written:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    if not sizes:
        sys.exit(f"Nothing was written to {folder}.")
    return Written(len(sizes), sum(sizes) / MIB)


def state_of(folder: Path) -> dict[str, int]:
    """When each file was last written, to tell afterwards which were touched."""
    return {
        str(path.relative_to(folder)): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def touched(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """New, gone or written anew, even to the same bytes; feeds left out."""
    changed = {name for name, _ in before.items() ^ after.items()}
    return sorted(name for name in changed if not name.endswith(FEEDS))
