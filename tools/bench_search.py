"""How good, how heavy and how quick search is, beside Pagefind and Material's on the same texts.

    python tools/bench_search.py [TEXTS]       120 unless said: the judged ones; more are made up

Prints, for each: nDCG@10 and success@3 on the judged questions, as a browser shows the answers; the
kilobytes, compressed, that are fetched from when the reader turns to search until the first answer
(median and most); milliseconds to that answer, and to another once all is there; CPU milliseconds
for each text when the index is built; and what our search page costs (search_page.py). Pagefind
comes from PyPI into .cache, not into our locks.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import indent
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import search_page  # noqa: E402 - the tool runs from anywhere

from exempelbank.problems import Problems  # noqa: E402
from exempelbank.search.analysis import words_in  # noqa: E402
from exempelbank.search.evaluation import (  # noqa: E402
    JudgedQuery,
    mean,
    metrics_of,
    read_corpus,
    read_judgements,
    read_queries,
)
from exempelbank.search.index import SearchDocument  # noqa: E402
from exempelbank.search.index_builder import build_index  # noqa: E402
from exempelbank.search.index_files import files_from  # noqa: E402
from exempelbank.search.synonyms import read_synonyms  # noqa: E402

BENCH = ROOT / "tests" / "search" / "bench"
WORK = ROOT / ".cache" / "bench-search"
CHROMIUM = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]  # fmt: skip
COLD = 12  # questions asked with an empty cache
FOR_SEARCH = re.compile(r"/sok/index/|/search\.[0-9a-f]+/|/pagefind/|search_index|workers/search")
SENTENCES, NEW_WORDS, OLD_WORDS = 12, 6, 8  # of a text that is made up


# ---- Documents ----


def documents_of(count: int) -> Iterator[SearchDocument]:
    """The judged ones; after them sentences of theirs shuffled, with ever new compounds among."""
    judged = read_corpus(BENCH / "corpus.jsonl", Problems())
    yield from judged[:count]
    chance = random.Random(count)
    sentences = [
        sentence for document in judged for sentence in re.split(r"(?<=[.?!])\s+", document.body)
    ]
    words = sorted(
        {word for document in judged for word in words_in(document.body) if len(word) > 4}
    )
    made_up: list[str] = []
    for number in range(len(judged), count):
        new = [chance.choice(words)[:6] + "s" + chance.choice(words) for _ in range(NEW_WORDS)]
        made_up += new
        old = [made_up[int(len(made_up) * chance.random() ** 3)] for _ in range(OLD_WORDS)]
        body = [[*s.split(), word] for s, word in zip(
            chance.sample(sentences, SENTENCES), [*new, *old], strict=False)]  # fmt: skip
        like = judged[number % len(judged)]
        yield SearchDocument(f"x{number}", f"x{number}", "example", new[0].capitalize(), "",
                         like.labels, " ".join(w for words in body for w in words))  # fmt: skip


def as_page(document: SearchDocument) -> str:
    paragraphs = [document.summary, *document.labels, *document.body.split("\n\n")]
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs if paragraph)
    title = html.escape(document.title)
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><main data-pagefind-body><h1>{title}</h1>{body}</main></body></html>"
    )


# ---- The three ----


class Ours:
    name = "ours"

    def build(self, documents: Sequence[SearchDocument], folder: Path) -> float:
        subprocess.run([sys.executable, "-m", "exempelbank", "build", "--site-dir", str(folder)],
                       cwd=ROOT, check=True, capture_output=True)  # fmt: skip
        index = folder / "sok" / "index"
        ui_strings = json.loads((index / "index.json").read_bytes())["says"]
        shutil.rmtree(index)
        before = time.process_time()
        files = files_from(build_index(documents, read_synonyms(ROOT, Problems())), ui_strings)
        spent = time.process_time() - before
        for path, content in files.items():
            (index / path).parent.mkdir(parents=True, exist_ok=True)
            (index / path).write_bytes(content)
        return spent

    def turn_to(self, page: Page, site: str) -> None:
        page.goto(f"{site}sok/")
        page.wait_for_load_state("networkidle")

    def ask(self, page: Page, query: str) -> list[str]:
        links: list[str] = page.evaluate(
            """(query) => new Promise((done) => {
                const field = document.querySelector(".eb-page form.eb-search input");
                const seen = new MutationObserver(() => {
                    if (!document.title.includes(query)) return;
                    seen.disconnect();
                    const links = document.querySelectorAll("[data-part=results] h3 a");
                    done([...links].map((link) => link.href));
                });
                seen.observe(document.head, { childList: true, subtree: true });
                field.focus();
                field.value = query;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                field.click(); // all of the answers, not the few that are shown while one types
            })""",
            query,
        )
        return [urlsplit(link).path.strip("/") for link in links]


class Pagefind:
    name = "Pagefind"

    def build(self, documents: Sequence[SearchDocument], folder: Path) -> float:
        for document in documents:
            (folder / document.address).mkdir(parents=True)
            (folder / document.address / "index.html").write_text(as_page(document), "utf-8")
        (folder / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
        tool = WORK / "pagefind"
        if not tool.exists():
            subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target",
                            str(tool), "pagefind[extended]"], check=True)  # fmt: skip
        return cpu_of([sys.executable, "-m", "pagefind", "--site", str(folder)], path=str(tool))

    def turn_to(self, page: Page, site: str) -> None:
        page.goto(site)

    def ask(self, page: Page, query: str) -> list[str]:
        links: list[str] = page.evaluate(
            """async (query) => {
                globalThis.pagefind ??= await import("/pagefind/pagefind.js");
                const { results } = await globalThis.pagefind.search(query);
                const shown = await Promise.all(results.slice(0, 10).map((hit) => hit.data()));
                return shown.map((page) => page.url);
            }""",
            query,
        )
        return [urlsplit(link).path.strip("/") for link in links]


class Material:
    name = "Material"

    def build(self, documents: Sequence[SearchDocument], folder: Path) -> float:
        docs = folder.parent / "docs"
        shutil.rmtree(docs, ignore_errors=True)
        docs.mkdir(parents=True)
        (docs / "index.md").write_text("# Start\n", "utf-8")
        for document in documents:
            labels = " · ".join(document.labels)
            paragraphs = (f"# {document.title}", document.summary, labels, document.body)
            (docs / f"{document.address}.md").write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        config = folder.parent / "mkdocs.yml"
        config.write_text(
            "site_name: x\nsite_url: http://127.0.0.1/\nnav: [index.md]\n"
            "theme: {name: material, font: false, language: sv}\n"
            f"plugins: [search: {{lang: sv}}]\ndocs_dir: {docs}\n",
            "utf-8",
        )
        return cpu_of([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config),
                       "-d", str(folder)])  # fmt: skip

    def turn_to(self, page: Page, site: str) -> None:
        page.goto(site)

    def ask(self, page: Page, query: str) -> list[str]:
        field = page.locator("[data-md-component=search-query]")
        field.focus()
        field.fill(query)
        field.press("End")  # it listens to keys alone
        meta = page.locator(".md-search-result__meta")
        before = None
        for _turn in range(100):  # until it has been the same for a while
            page.wait_for_timeout(60)
            now = meta.inner_text(), page.locator(".md-search-result__item").count()
            if now == before and not re.search(r"Initier|Skriv", now[0]):
                break
            before = now
        links = page.locator(".md-search-result__item > a")
        found = links.evaluate_all("links => links.map((link) => link.href)")
        return [urlsplit(link).path.strip("/") for link in found]


def cpu_of(command: list[str], path: str = "") -> float:
    """Seconds of CPU, those of its children too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {"PYTHONPATH": path, "PATH": "/usr/bin:/bin"}
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# ---- Measuring ----


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def served(folder: Path) -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def measure(system: Any, documents: Sequence[SearchDocument], browser: Browser) -> None:
    folder = WORK / system.name / "site"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    spent = system.build(documents, folder) * 1000 / len(documents)
    site = served(folder)
    sets = {
        name: read_queries(BENCH / f"queries_{name}.tsv", Problems()) for name in ("dev", "fresh")
    }
    every = [query for queries in sets.values() for query in queries]
    firsts = [cold(system, browser, site, query) for query in every[:: len(every) // COLD]]
    kilobytes, first = zip(*firsts, strict=True)

    page = browser.new_page()
    system.turn_to(page, site)
    system.ask(page, "hund")
    quality, following = [], []
    by_address = {document.address: document.id for document in documents}
    for name, queries in sets.items():
        judgements = read_judgements(BENCH / f"qrels_{name}.txt", Problems())
        metrics = []
        for query in queries:
            before = time.perf_counter()
            addresses = system.ask(page, query.text)
            following.append((time.perf_counter() - before) * 1000)
            hits = [by_address.get(address, address) for address in addresses]
            metrics.append(metrics_of(hits, judgements[query.id]))
        quality.append(
            f"{name} nDCG@10 {mean(metrics).ndcg:.3f} success@3 {mean(metrics).success:.3f}"
        )
    page.close()
    print(
        f"{system.name:9} {'  '.join(quality)}",
        f"kB {statistics.median(kilobytes):.0f} (most {max(kilobytes):.0f})",
        f"first {statistics.median(first):.0f} ms",
        f"next {statistics.median(following):.0f} ms",
        f"build {spent:.2f} ms/text",
        sep="  ",
        flush=True,
    )
    if isinstance(system, Ours):
        print(indent(search_page.figures(browser, folder, "bildstöd"), " " * 10), flush=True)


def cold(system: Any, browser: Browser, site: str, query: JudgedQuery) -> tuple[float, float]:
    """Kilobytes and milliseconds to the first answer, with nothing fetched before."""
    context = browser.new_context()
    page = context.new_page()
    fetched: list[Response] = []
    # A page's own scripts are there whether or not anyone searches, and Material's index comes with
    # the page: what is for search alone is known by its address.
    page.on(
        "response", lambda answer: fetched.append(answer) if FOR_SEARCH.search(answer.url) else None
    )
    system.turn_to(page, site)
    before = time.perf_counter()
    system.ask(page, query.text)
    spent = (time.perf_counter() - before) * 1000
    page.wait_for_load_state("networkidle")
    total = sum(len(gzip.compress(answer.body(), 9)) for answer in fetched)
    context.close()
    return total / 1000, spent


def main() -> None:
    documents = list(documents_of(int(sys.argv[1]) if sys.argv[1:] else 120))
    print(f"{len(documents)} texts")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM, chromium_sandbox=False
        )
        for system in (Ours(), Pagefind(), Material()):
            measure(system, documents, browser)
        browser.close()


if __name__ == "__main__":
    main()
