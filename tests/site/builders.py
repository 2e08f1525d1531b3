"""A project of one's own to break, and a plain reading of built pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.builders import PROJECT


def a_project(folder: Path) -> Path:
    """A copy of the sample project's content and settings; the program is the installed one."""
    for name in ("content", "site_config"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def write(project: Path, name: str, text: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(project: Path, name: str, old: str, new: str) -> None:
    text = (project / name).read_text(encoding="utf-8")
    assert old in text
    write(project, name, text.replace(old, new))


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(project, "-m", "mkdocs", *arguments)


def exempelbank(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(
        project, "-c", "import sys; from exempelbank.cli import main; sys.exit(main())", *arguments
    )


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Reading(HTMLParser):
    """The elements of a page, in order: (name, attributes)."""

    html: str
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]

    @property
    def addresses(self) -> list[str]:
        """What the page leads to, fetches or sends to."""
        return [
            value
            for _tag, attributes in self.elements
            for name in ("href", "src", "action")
            if (value := attributes.get(name)) is not None
        ]

    @property
    def fetched(self) -> set[str]:
        """What a browser of today gets by itself when it shows the page."""
        others = ("canonical", "alternate", "apple-touch-icon")
        links = [one for one in self.all("link") if one["rel"] not in others and "sizes" not in one]
        sources = [one.get("src") for _tag, one in self.elements]
        return {address for address in (*sources, *(one["href"] for one in links)) if address}


def pages_of(site: Path) -> dict[str, Reading]:
    return {
        path.relative_to(site).as_posix(): Reading(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
