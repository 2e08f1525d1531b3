"""axe at the sample site in all its states; the focus, which must be seen; and what pages weigh.

Builds the site with one page by hand more, which holds all that the guide shows. Prints what is
wrong, and ends with 1 if anything is.

    python tools/audit_accessibility.py [--only WORDS] [--look LOOK]…    WORDS: of the states' names
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, Response, sync_playwright
from playwright.sync_api import Error as PlaywrightError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.axe import context_with_axe, violations
from tests.conftest import QUIET, AsAHostWould
from tests.site.builders import a_project, mkdocs, write
from tests.site.page_markdown.builders import what_the_guide_says
from tests.site.states import STATES, TRIED, State
from tools.shots import LOOKS

LOOKED_AT = ("1366-light", "1366-dark", "360-light", "360-dark", "forced")
WALKED = ("1366-light", "360-light")  # by keyboard
MOST_STOPS = 200
MOST_BYTES = {TRIED: 45_000, "larande-exempel/": 50_000}

# The element that has the focus, when nothing shows that it has.
UNSEEN = """() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const box = one.getBoundingClientRect();
  return isSeen && box.bottom > 0 && box.top < innerHeight ? null : one.outerHTML.slice(0, 150);
}"""


def build(folder: Path) -> Path:
    project = a_project(folder / "project")
    text = what_the_guide_says().replace("![Två personer vid ett bord](mote.jpg)", "")
    write(project, "content/pages/allt.md", f"---\ntitle: Allt\n---\n{text}")
    done = mkdocs(project, "build", "--quiet")
    if not (project / "site" / "index.html").exists():
        raise SystemExit(done.stderr)
    return project / "site"


def reach(page: Page, site: str, state: State) -> None:
    if state.failing:
        page.route(state.failing, lambda route: route.abort())
    page.goto(site + state.address)
    page.wait_for_load_state("networkidle")
    state.reach(page)


def wrong_in_look(browser: Browser, site: str, look: str, states: list[State]) -> Iterator[str]:
    context = context_with_axe(browser, **LOOKS[look])
    for state in states:
        page = context.new_page()
        page.set_default_timeout(10_000)
        try:
            reach(page, site, state)
        except PlaywrightError as why:
            yield f"{look}, {state.name} ({state.address}): can't be reached: {why}"
            page.close()
            continue
        found = violations(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
        if look in WALKED:
            found += unseen_stops(page)
        page.close()
        yield from (f"{look}, {state.name} ({state.address}): {fault}" for fault in found)
    context.close()


def unseen_stops(page: Page) -> Iterator[str]:
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return
        if unseen := page.evaluate(UNSEEN):
            yield f"the focus is not seen: {unseen}"


def weights(browser: Browser, site: str) -> Iterator[str]:
    """Of what a browser without a cache fetches, as a host packs it."""
    for address, most in MOST_BYTES.items():
        page = browser.new_page()
        got: list[Response] = []
        page.on("response", lambda answer, got=got: got.append(answer))
        page.goto(site + address)
        page.wait_for_load_state("networkidle")
        bodies = {answer.url.removeprefix(site): answer.body() for answer in got}
        page.close()
        sizes = {
            name or address: len(body if name.endswith(".woff2") else gzip.compress(body))
            for name, body in bodies.items()
        }
        print(f"{sum(sizes.values()):,} bytes: {address}")
        for name, size in sorted(sizes.items(), key=lambda one: -one[1]):
            print(f"    {size:7,} {name}")
        if sum(sizes.values()) > most:
            yield f"{address} weighs more than {most:,} bytes"


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--only", default="", help="states whose names hold these words")
    arguments.add_argument("--look", action="append", choices=LOOKED_AT, help="this look, not all")
    chosen = arguments.parse_args()
    looks = chosen.look or LOOKED_AT
    states = [state for state in STATES if chosen.only in state.name]
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = build(Path(name))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(AsAHostWould, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}/"
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=QUIET, chromium_sandbox=False
        )
        wrong = []
        for look in looks:
            found = list(wrong_in_look(browser, site, look, states))
            print(f"{look}: {len(states)} states, {len(found)} wrong", flush=True)
            wrong += found
        wrong += weights(browser, site)
        browser.close()
        server.shutdown()
    print(f"{len(states) * len(looks)} states: {len(wrong)} wrong", *wrong, sep="\n    ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
