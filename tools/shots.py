"""Pictures of every kind of page, for people to look at: `make shots`.

    python tools/shots.py [--site FOLDER] [--only LOOK]… [ADDRESS …]

Each as in LOOKS, into .cache/shots (paper as PDF); one of each kind when none is named.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / ".cache" / "shots"
WIDE, PHONE = {"width": 1366, "height": 900}, {"width": 360, "height": 900}
LOOKS: dict[str, dict[str, Any]] = {
    "1366-light": {"viewport": WIDE},
    "1366-dark": {"viewport": WIDE, "color_scheme": "dark"},
    "360-light": {"viewport": PHONE},
    "360-dark": {"viewport": PHONE, "color_scheme": "dark"},
    "forced": {"viewport": WIDE, "color_scheme": "dark", "forced_colors": "active"},
    "200-percent": {"viewport": {"width": 683, "height": 450}, "device_scale_factor": 2},
    "400-percent": {"viewport": {"width": 320, "height": 225}, "device_scale_factor": 2},
    "paper": {"viewport": WIDE},
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def kinds_of_pages(site: Path) -> list[str]:
    """Each section's own page, and the first page of each folder within it."""
    found = ["", "404.html"]
    for section in sorted(path.parent for path in site.glob("*/index.html")):
        found.append(f"{section.name}/")
        within = sorted(path.parent for path in section.glob("*/index.html"))
        deeper = sorted(path.parent for path in section.glob("*/*/index.html"))
        found += [f"{folder.relative_to(site).as_posix()}/" for folder in within[:1] + deeper[:1]]
    return found


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--site", type=Path, default=ROOT / "site")
    arguments.add_argument("--only", action="append", choices=LOOKS, help="this look, not all")
    arguments.add_argument("addresses", nargs="*")
    chosen = arguments.parse_args()
    if not (chosen.site / "index.html").exists():
        print(f"there is no site in {chosen.site}; run exempelbank build", file=sys.stderr)
        return 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(chosen.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        for look in chosen.only or LOOKS:
            context = browser.new_context(locale="sv-SE", **LOOKS[look])
            page = context.new_page()
            for address in chosen.addresses or kinds_of_pages(chosen.site):
                page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
                page.wait_for_load_state("networkidle")
                name = address.strip("/").replace("/", "--").removesuffix(".html") or "start"
                if look == "paper":
                    page.pdf(path=SHOTS / f"{name}-{look}.pdf", format="A4")
                else:
                    page.screenshot(path=SHOTS / f"{name}-{look}.png", full_page=True)
            context.close()
        browser.close()
    server.shutdown()
    print(f"{len(list(SHOTS.glob('*.p*')))} pictures in {SHOTS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
