"""mkdocs.yml -> whether MkDocs builds our pages with it: the name, the folders, our plugin."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from exempelbank.files.paths import MKDOCS_FILE, PAGES, PROJECT_FOLDERS
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem
from exempelbank.settings.mkdocs_file import MkDocsFile


def check_keys(config: MkDocsFile) -> Iterator[Problem]:
    if not (config.root / MKDOCS_FILE).exists():
        yield Problem(
            Location(MKDOCS_FILE),
            _("the file is missing"),
            _(
                "MkDocs builds the site by it. Write in it “site_name: Exempelbank”, “docs_dir: "
                "{folder}”, “theme: {{name: material}}” and “plugins: [exempelbank]”, each on a "
                "line of its own."
            ).format(folder=PAGES),
        )
        return
    document, data = config.document, config.document.data
    if "INHERIT" in data or (data and not config.values):  # it is not all there is, or unread
        return
    if not data.get("site_name"):
        says = _("the field “{field}” is missing").format(field="site_name")
        fix = _("Write “site_name: {name}”: MkDocs asks for one.").format(name="Exempelbank")
        yield Problem(document.location("site_name"), says, fix)
    if "exempelbank" not in {name for name, _place in config.plugins}:
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
