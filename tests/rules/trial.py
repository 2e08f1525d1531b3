"""A small project, built once for each knob of mkdocs.yml: in `make audit` with all of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from exempelbank.building.build import Build
from exempelbank.plugin.commands import build_with_mkdocs
from tests.builders import a_published
from tests.review.builders import a_project, stored
from tests.rules.knobs import NAMED, REFUSED, WORKING, mkdocs_yml_with
from tests.site.builders import files_in, write


def a_small_project(root: Path) -> Path:
    a_project(root, stored(a_published()))
    write(root, "content/pages/om/index.md", "---\ntitle: Om oss\n---\n\n## Vi\n\nHej\n")
    return root


class KnobTrial:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._untouched = self._built("{}", {})[1]

    def wrong(self) -> Iterator[str]:
        """Every knob that neither works, nor is named, nor is refused."""
        for name, (further, label) in NAMED.items():
            said, site = self._built(further, {})
            changed = {path for path, _raw in site.items() ^ self._untouched.items()}
            if said.count(f"({label}): ") != 1 or changed:
                yield f"{name}: is not named once, or changes {sorted(changed)[:3]}. {said}"
        for name, further in REFUSED.items():
            said, site = self._built(further, {})
            if site or len(said.splitlines()) != 1 or "Traceback" in said:
                yield f"{name}: is not refused in one line. {said}"
        for name, knob in WORKING.items():
            said, site = self._built(knob.further, knob.files)
            page = site.get(knob.page, b"").decode()
            if bool(page) != bool(knob.seen) or not all(piece in page for piece in knob.seen):
                yield f"{name}: does not reach {knob.page}. {said}"

    def _built(self, further: str, files: dict[str, str]) -> tuple[str, dict[str, bytes]]:
        """(what was said, the site)"""
        shutil.rmtree(self._folder, ignore_errors=True)
        root, said = a_small_project(self._folder / "project"), StringIO()
        for name, text in {**files, "mkdocs.yml": mkdocs_yml_with(further)}.items():
            write(root, name, text)
        with redirect_stderr(said):
            build_with_mkdocs(Build(root), None, strict=False)
        site = root / "site"
        return said.getvalue(), files_in(site) if site.exists() else {}
