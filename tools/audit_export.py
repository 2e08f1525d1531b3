"""Has Hugo build a site of what `exempelbank export` gives, and looks for each page at its address.

    python tools/audit_export.py

The layout is the least that shows a page: what is tried is that another generator takes the files
as they are, and that old addresses lead where they did.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tools" / "bench"))

from builders import hugo  # noqa: E402 - beside this file's folder

CONFIG = "title: Export\nlocale: sv\ndisableKinds: [taxonomy, term, section, rss, sitemap, 404]\n"
PAGE = """<!doctype html><html lang="sv"><title>{{ .Title }}</title>
<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}
{{ range hugo.Data.vocabularies.kinds }}<p>{{ .label }}</p>{{ end }}
"""
HOME = "{{ range site.RegularPages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"


def main() -> int:
    with TemporaryDirectory() as folder:
        site = Path(folder) / "export"
        command = [sys.executable, "-m", "exempelbank", "export", str(site)]
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        layouts = site / "layouts"
        layouts.mkdir()
        (site / "hugo.yaml").write_text(CONFIG, "utf-8")
        (layouts / "page.html").write_text(PAGE, "utf-8")
        (layouts / "home.html").write_text(HOME, "utf-8")
        subprocess.run(hugo().command, cwd=site, check=True)
        wrong = [*faults(site)]
        pages = len([*(site / "public").rglob("index.html")]) - 1
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"Hugo makes {pages} pages of the export; {len(wrong)} are not as they should be.")
    return 1 if wrong else 0


def faults(site: Path) -> list[str]:
    found = []
    for path in sorted((site / "content").rglob("*.md")):
        front_matter = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        for address in (front_matter["url"], *front_matter.get("aliases", ())):
            page = site / "public" / address.strip("/") / "index.html"
            if not page.is_file():
                found.append(f"{path.name}: no page at {address}")
        page = site / "public" / front_matter["url"].strip("/") / "index.html"
        if page.is_file() and "raw HTML omitted" in page.read_text("utf-8"):
            found.append(f"{path.name}: holds HTML")
    for path in sorted((site / "static").rglob("*.*")):
        if not (site / "public" / path.relative_to(site / "static")).is_file():
            found.append(f"{path.name}: not published")
    return found


if __name__ == "__main__":
    sys.exit(main())
