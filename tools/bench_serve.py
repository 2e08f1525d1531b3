"""How soon an edit shows in the open page, beside Hugo's preview: part of `make bench`.

    python tools/bench_serve.py [EXAMPLES [EDITS]]     1,000 and 20 unless said

Both previews are up at once, each with a library of its own that tells the same, and a news item is
open in a browser. The two files are edited by turns, so that the machine's mood hits both. Measured
is the time from saving the file until the new words are in the page; then, with the browser closed,
until they are in the answer to a question asked again and again.
"""

from __future__ import annotations

import os
import random
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.client import IncompleteRead
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from builders import PEERS
from goals import verdict
from report import OURS
from run import CACHE, write_corpora

DEFAULTS = ("1000", "20")
WANTED = 0.8  # of the time until it shows, to Hugo's
REST = 1.0, 2.0  # seconds between two edits, at random: Hugo looks for changes twice a second
ASKED_EVERY = 0.01  # seconds
GIVEN_UP_AFTER = 120  # seconds
BROWSER = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
Wait = Callable[[str], None]  # until these words are there


@dataclass(frozen=True)
class Shown:
    name: str
    address: str  # of the news item
    file: Path  # that it is made from


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def preview(name: str, command: Sequence[str], file: Path, root: Path) -> Iterator[Shown]:
    """Once it answers. The command as its users give it, but for the port."""
    port = free_port()
    process = subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    shown = Shown(name, f"http://localhost:{port}/nyheter/nyhet-1/", root / file)
    try:
        while not _answers(shown.address):
            if process.poll() is not None:
                sys.exit(f"{' '.join(command)} has ended.")
            time.sleep(0.2)
        yield shown
    finally:
        process.terminate()
        process.wait()


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=GIVEN_UP_AFTER).close()
    except OSError:
        return False
    return True


def spent(file: Path, words: str, wait: Wait) -> float:
    """Milliseconds from saving the file until its words are there."""
    text = file.read_text("utf-8")
    begin = time.perf_counter()
    file.write_text(f"{text}\n{words}\n", "utf-8")
    wait(words)
    return (time.perf_counter() - begin) * 1000


def in_page(page: Page, words: str) -> None:
    page.get_by_text(words).wait_for(timeout=GIVEN_UP_AFTER * 1000)


def in_answer(address: str, words: str) -> None:
    end = time.monotonic() + GIVEN_UP_AFTER
    while time.monotonic() < end:
        # Hugo writes its page while it sends it: an answer may break off.
        with (
            suppress(IncompleteRead),
            urllib.request.urlopen(address, timeout=GIVEN_UP_AFTER) as answer,
        ):
            if words in answer.read().decode():
                return
        time.sleep(ASKED_EVERY)
    sys.exit(f"{words} never came to {address}.")


def by_turns(what: str, edits: int, waits: Sequence[tuple[Shown, Wait]]) -> float:
    """Prints what each took, and gives the median of our time to Hugo's in each turn."""
    times: dict[str, list[float]] = {shown.name: [] for shown, _wait in waits}
    for turn in range(-1, edits):  # the first warms up
        for shown, wait in waits:
            time.sleep(random.uniform(*REST))
            took = spent(shown.file, f"Nya ord nummer {turn}, {what}.", wait)
            if turn >= 0:
                times[shown.name].append(took)
    for name, took_each in times.items():
        median, most = statistics.median(took_each), max(took_each)
        print(f"{name:12} {median:6.0f} ms, {most:6.0f} at most, from saving to {what}")
    ours, hugos = times.values()
    return statistics.median(mine / its for mine, its in zip(ours, hugos, strict=True))


def open_page(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    page.goto(address)
    page.wait_for_timeout(2000)  # until it listens for changes
    return page


def main() -> None:
    size, edits = (int(said) for said in (*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]))
    corpus = CACHE / f"{size}-served"
    write_corpora(size, corpus)
    print(f"{size} examples, {edits} edits of a news item in each preview, by turns")
    hugo = [PEERS["hugo"]().command[0], "server"]
    ours = [sys.executable, "-m", "exempelbank", "serve"]
    with ExitStack() as stack:
        both = [
            stack.enter_context(preview(name, command, Path(file), corpus / folder))
            for name, folder, command, file in (
                (OURS, OURS, ours, "content/news/nyhet-1.md"),
                ("hugo server", "hugo", hugo, "content/nyheter/nyhet-1.md"),
            )
        ]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=BROWSER
            )
            pages = [(one, partial(in_page, open_page(browser, one.address))) for one in both]
            showing = by_turns("showing", edits, pages)
            browser.close()
        answered = by_turns(
            "being answered", edits, [(one, partial(in_answer, one.address)) for one in both]
        )
    print(f"ratio of being answered {answered:.2f}")
    print(verdict(f"from saving to showing at {size:,}, to Hugo's", showing, WANTED))


if __name__ == "__main__":
    main()
