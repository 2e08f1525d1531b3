"""mkdocs.yml: whether MkDocs can read it, and builds our pages with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from typing import Any

from exempelbank.documents import Document
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MKDOCS_FILE, PAGES, PROJECT_FOLDERS
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Problems
from exempelbank.rules.mkdocs_knobs import check_knobs
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import mkdocs_document, read_mkdocs_file


def check_mkdocs_config(root: Path, problems: Problems, settings: Settings | None = None) -> None:
    if not (root / MKDOCS_FILE).exists():
        return
    try:
        document = mkdocs_document(root)
    except UnreadableFile as why:
        problems.error(Location(MKDOCS_FILE, why.line), why.says, why.fix)
        return
    if "INHERIT" not in document.data:
        problems.found += _check_keys(document)
    problems.found += check_knobs(read_mkdocs_file(root), settings)


def _check_keys(document: Document) -> Iterator[Problem]:
    data = document.data
    if not data.get("site_name"):
        says = _("the field “{field}” is missing").format(field="site_name")
        fix = _("Write “site_name: {name}”: MkDocs asks for one.").format(name="Exempelbank")
        yield Problem(document.location("site_name"), says, fix)
    if "exempelbank" not in _names(data.get("plugins")):
        yield Problem(
            document.location("plugins"),
            _("leaves out the plugin exempelbank, which makes the site"),
            _("Write “- exempelbank” below plugins:."),
        )
    if normpath(str(data.get("docs_dir", "docs"))) != PAGES:
        yield Problem(
            document.location("docs_dir"),
            _("must be {folder}, where the pages written by hand lie").format(folder=PAGES),
        )
    if normpath(str(data.get("site_dir", "site"))).partition("/")[0] in (".", *PROJECT_FOLDERS):
        yield Problem(
            document.location("site_dir"),
            _("puts the site where the project's own files lie"),
            _("Name a folder of its own, such as site."),
        )


def _names(value: Any) -> list[str]:
    """MkDocs takes a name, a list of names and of “name: options”, or names with options."""
    match value:
        case str():
            return [value]
        case {"name": str(name)}:
            return [name]
        case dict():
            return list(value)
        case list():
            return [name for entry in value for name in _names(entry)]
    return []
