"""How long `exempelbank --help` takes, as a ratio to `mkdocs --version` in the same run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
RUNS = 15


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> None:
    ours, mkdocs = [str(BIN / "exempelbank"), "--help"], [str(BIN / "mkdocs"), "--version"]
    pairs = [(seconds(ours), seconds(mkdocs)) for _ in range(RUNS)]
    help_, version = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(
        f"exempelbank --help {help_ * 1000:.0f} ms, mkdocs --version {version * 1000:.0f} ms, "
        f"ratio {help_ / version:.2f} (median of {RUNS}; at most 0.50 wanted)"
    )


if __name__ == "__main__":
    main()
