"""Our documentation, built as `make docs` does: links lead somewhere, and nothing is fetched."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import PROJECT

CONFIG = PROJECT / "tools" / "docs" / "mkdocs.yml"
GUIDES = sorted((PROJECT / "docs").glob("*.md"))
# Whatever may name a file of docs/, but for the texts that only programs read.
NAMING = [
    path
    for pattern in ("*.md", "docs/**/*", "generator/**/*.py", "site_config/**/*.yml", ".*/**/*.yml")
    for path in PROJECT.glob(pattern)
    if path.is_file()
]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    done = subprocess.run(
        [*command, "--config-file", str(CONFIG), "--site-dir", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return folder


def pages(built: Path) -> dict[str, str]:
    """By address."""
    return {
        path.parent.relative_to(built).as_posix(): path.read_text("utf-8")
        for path in built.rglob("index.html")
    }


def test_every_guide_is_a_page_that_search_finds(built):
    index = json.loads((built / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0].rstrip("/") or "." for entry in index["docs"]}

    assert len(GUIDES) > 10
    assert {"." if path.stem == "index" else path.stem for path in GUIDES} <= found
    assert found == set(pages(built))


def test_nothing_is_fetched_from_elsewhere(built):
    fetched = [
        address
        for page in pages(built).values()
        for element in re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*>", page)
        if "canonical" not in element
        for address in re.findall(r'(?:src|href)="([^"]*)"', element)
    ]

    assert len(fetched) > 50
    assert [address for address in fetched if re.match(r"(?:https?:)?//", address)] == []


def test_what_is_written_as_a_list_a_table_or_code_is_shown_as_one(built):
    """Forges are kinder to indents than MkDocs is."""
    text = re.compile(r"<(p|li|td)>(?:(?!</?\1>).)*", re.DOTALL)
    raw = re.compile(r"^\s*(?:[-*] |\d+\. |```|\||!!! |<div)", re.MULTILINE)
    shown = [
        (address, found[0])
        for address, page in pages(built).items()
        for found in text.finditer(re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL))
    ]

    assert len(shown) > 1000
    assert [
        (address, said) for address, said in shown if raw.search(re.sub("<[^>]*>", "", said))
    ] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_what_stands_in_a_list_is_indented_by_four(path):
    """With fewer, MkDocs puts it beside the item that it belongs to."""
    text = re.sub(r"^(```.*?^```|---.*?^---)$", "", path.read_text("utf-8"), flags=re.S | re.M)

    assert re.findall(r"^ {1,3}(?:[-*]|[0-9]+\.|```).*", text, re.MULTILINE) == []


def test_a_file_of_docs_that_is_named_is_there():
    named = {
        (name, path.name)
        for path in NAMING
        for name in re.findall(r"(?<!/)\bdocs/[a-z/-]+\.(?:md|txt)\b", path.read_text("utf-8"))
    }

    assert len(named) > 20
    assert {(name, where) for name, where in named if not (PROJECT / name).exists()} == set()
