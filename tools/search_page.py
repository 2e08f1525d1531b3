"""What the search page asks of a reader's computer and line: for tools/bench_search.py."""

from __future__ import annotations

import gzip
import statistics
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page

FIELD, TYPED = ".eb-page form.eb-search input", "bildstöd på gruppbostad"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8,
           "uploadThroughput": 750_000 / 8}  # fmt: skip
SLOWER_CPU = 4  # times
RUNS = 5


class Paint(NamedTuple):
    largest: float  # milliseconds until the largest thing stands there
    shift: float  # cumulative layout shift


class CompressingServer(SimpleHTTPRequestHandler):
    """As a web server of today: compressed, on connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def served(folder: Path) -> str:
    handler = partial(CompressingServer, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def figures(browser: Browser, folder: Path, query: str) -> str:
    site = served(folder)
    address = f"{site}sok/?q={quote(query)}"
    plain, ours = (cpu_a_key(browser, site, plain) for plain in (True, False))
    start, answers = (paint(browser, page) for page in (site, address))
    everything, fonts = kilobytes(browser, address)
    return (
        f"CPU a key {ours:.1f} ms, {ours / plain:.1f} × a plain field\n"
        f"slow 4G, CPU {SLOWER_CPU} × slower: largest paint {answers.largest:.0f} ms, "
        f"{answers.largest / start.largest:.2f} × the start page's; "
        f"layout shift {answers.shift:.3f}\n"
        f"all that the page fetches until “{query}” is answered: {everything:.0f} kB, "
        f"and {fonts:.0f} of fonts"
    )


def cpu_a_key(browser: Browser, site: str, plain: bool) -> float:
    """Milliseconds of the main thread's own time. `plain`: of a field that only takes letters."""
    page = browser.new_page()
    page.goto(f"{site}sok/")
    page.wait_for_load_state("networkidle")
    if plain:
        page.evaluate("(field) => field.replaceWith(field.cloneNode())",
                      page.query_selector(FIELD))  # fmt: skip
    page.locator(FIELD).focus()
    devtools = page.context.new_cdp_session(page)
    # Not the clock's, which counts the work of others on the machine too.
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

    before = spent()
    for letter in TYPED:
        page.keyboard.type(letter)
        page.wait_for_timeout(180)
    page.wait_for_timeout(700)
    total = spent() - before
    page.close()
    return total * 1000 / len(TYPED)


def paint(browser: Browser, address: str) -> Paint:
    """The median of some first visits by a slow phone."""
    paints = [_first_visit(browser, address) for _run in range(RUNS)]
    largest, shifts = zip(*paints, strict=True)
    return Paint(statistics.median(largest), max(shifts))


def _first_visit(browser: Browser, address: str) -> Paint:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_4G)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    _visit(page, address)
    page.wait_for_timeout(500)
    largest, shift = page.evaluate(
        """() => Promise.all(["largest-contentful-paint", "layout-shift"].map((type) =>
            new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()))
                .observe({ type, buffered: true }) || setTimeout(() => done([]), 500))
        )).then(([paints, shifts]) => [
            paints.at(-1).startTime,
            shifts.filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0),
        ])"""
    )
    context.close()
    return Paint(largest, shift)


def kilobytes(browser: Browser, address: str) -> tuple[float, float]:
    """Compressed: the page, styles, scripts, pictures and pieces of the index; and the fonts."""
    context = browser.new_context()
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.setdefault(
        answer.url, len(gzip.compress(answer.body(), 6))
    ))  # fmt: skip
    _visit(page, address)
    context.close()
    fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
    return (sum(sizes.values()) - fonts) / 1000, fonts / 1000


def _visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if "?q=" in address:
        page.locator("[data-part=results] h3").first.wait_for()
