"""Draw the mark as browsers and telephones ask for it: when rules/look.py draws it anew.

    python tools/make_icons.py

Into theme/icons: favicon.ico, and apple-touch-icon.png.
"""

from __future__ import annotations

import os
import shutil
from io import BytesIO

from PIL import Image
from playwright.sync_api import sync_playwright

from exempelbank.rules.look import mark_svg
from exempelbank.settings import Look
from exempelbank.site.rendering.site_icons import ICONS, icons_from

LARGE = 512


def drawn(mark: str) -> bytes:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        page = browser.new_page(viewport={"width": LARGE, "height": LARGE})
        page.set_content(f"<style>body {{ margin: 0 }}</style>{mark}")
        raw = page.screenshot(omit_background=True)
        browser.close()
    return raw


def main() -> None:
    picture = Image.open(BytesIO(drawn(mark_svg(Look()))))
    mark = BytesIO()
    picture.crop(picture.getbbox()).save(mark, "PNG")
    for name, raw in icons_from(mark.getvalue()).items():
        (ICONS / name).write_bytes(raw)
        print(f"{name}: {len(raw):,} bytes")


if __name__ == "__main__":
    main()
