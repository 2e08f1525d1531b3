"""How soon an edit shows in the open page, beside Hugo's preview: part of `make bench`.

    python tools/bench_serve.py [EXAMPLES]     1,000 unless said

Starts each preview on the same library, opens a news item in a browser, edits its file, and waits
until the new words are there. Prints the median and the most of seven edits, in milliseconds.
"""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from builders import PEERS
from run import CACHE, write_corpora

EDITS = 7
BROWSER = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def preview(command: Sequence[str], folder: Path, port: int) -> Iterator[str]:
    """The address of a preview that answers."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}/"
    try:
        while process.poll() is None:
            try:
                urllib.request.urlopen(address, timeout=60).close()
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def shown_after(page: Page, file: Path, turn: int) -> float:
    """Milliseconds from saving the file until its words stand in the page."""
    words = f"Nya ord nummer {turn}."
    text = file.read_text("utf-8")
    begin = time.perf_counter()
    file.write_text(f"{text}\n{words}\n", "utf-8")
    page.get_by_text(words).wait_for(timeout=120_000)
    return (time.perf_counter() - begin) * 1000


def measured(name: str, command: Sequence[str], folder: Path, news: str, port: int) -> float:
    with sync_playwright() as playwright, preview(command, folder, port) as address:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=BROWSER
        )
        page = browser.new_page()
        page.goto(f"{address}nyheter/nyhet-1/")
        page.wait_for_timeout(2000)  # until the page listens for changes
        spent = []
        for turn in range(EDITS):
            spent.append(shown_after(page, folder / news, turn))
            page.wait_for_timeout(700)
        browser.close()
    median = statistics.median(spent)
    print(f"{name:12} {median:6.0f} ms, {max(spent):6.0f} at most, from saving to showing")
    return median


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    corpus = CACHE / f"{size}-served"
    write_corpora(size, corpus)
    hugo = PEERS["hugo"]().command[0]
    print(f"{size} examples, {EDITS} edits of a news item")
    port = free_port()
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    ours = measured("exempelbank", command, corpus / "exempelbank", "content/news/nyhet-1.md", port)
    port = free_port()
    command = [hugo, "server", "--port", str(port), "--baseURL", f"http://127.0.0.1:{port}/"]
    theirs = measured("hugo server", command, corpus / "hugo", "content/nyheter/nyhet-1.md", port)
    print(f"ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
