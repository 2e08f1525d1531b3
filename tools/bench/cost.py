"""A command -> what it cost: CPU of all its processes, wall time, memory; and what it wrote."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FEEDS = ("rss.xml", "atom.xml", "feed.json", ".ics")
MIB = 1024 * 1024


@dataclass(frozen=True)
class Cost:
    cpu: float  # seconds, of every process and thread
    wall: float  # seconds
    memory: float  # MiB, of all processes together at their peak


@dataclass(frozen=True)
class Written:
    files: int
    mib: float


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        watch = _Watch(process.pid)
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed in {folder}:\n{said.read()[-2000:].decode()}")
    # Where there is no /proc, the system's own figure: of the largest process alone, and on some
    # systems never less than what we ourselves once held.
    alone = used.ru_maxrss / (MIB if sys.platform == "darwin" else 1024)
    return Cost(used.ru_utime + used.ru_stime, wall, watch.stopped() or alone)


class _Watch:
    """Adds up the memory of a process and its children, 20 times a second, where there is /proc.

    Pages that processes share are counted once for each: at worst this says too much.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._end = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stopped(self) -> float:
        self._end.set()
        self._thread.join()
        return self._most / MIB

    def _look(self) -> None:
        while not self._end.wait(0.05):
            self._most = max(self._most, _resident(self._pid))


def _resident(pid: int) -> int:
    """Bytes, of the process and whatever it has begun."""
    process = Path("/proc") / str(pid)
    try:
        own = int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        children = [
            child for task in process.glob("task/*/children") for child in task.read_text().split()
        ]
    except OSError:  # it has ended, or this is no Linux
        return 0
    return own + sum(_resident(int(child)) for child in children)


def median_of(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.memory for cost in costs),
    )


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
