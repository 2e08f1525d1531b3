"""One word has one meaning: names that were retired stay away, and no two classes share a name."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builders import PROJECT

PACKAGE = PROJECT / "generator" / "exempelbank"
PYTHON = [
    path for name in ("generator", "tools", "tests") for path in (PROJECT / name).rglob("*.py")
]
TEMPLATES = [*PACKAGE.rglob("*.html")]
SCRIPTS = [*PACKAGE.rglob("*.js")]
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_]\w*")


class Retired(NamedTuple):
    name: str
    allowed_in: str  # a path, or the beginning of one; empty: nowhere


def retired_names() -> list[Retired]:
    """A line is: the name, the one that took its place, and perhaps where it may stand and why."""
    lines = (PROJECT / "docs" / "retired-names.txt").read_text("utf-8").splitlines()
    rows = [line.split("  ") for line in lines if line and not line.startswith("#")]
    fields = [[field.strip() for field in row if field.strip()] for row in rows]
    return [Retired(row[0], row[2].split(":")[0] if len(row) > 2 else "") for row in fields]


def names_in(path: Path) -> Iterator[str]:
    """Every name that stands in code, not those in texts and comments."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                    yield name
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    yield name
                case ast.keyword(arg=str(name)) | ast.alias(name=name):
                    yield from name.split(".")
                case ast.ImportFrom(module=str(name)):
                    yield from name.split(".")
    elif path.suffix == ".js":
        yield from _WORD.findall(_TEXT.sub("", _COMMENT.sub("", text)))
    else:
        for code in _CODE.findall(text):
            yield from _WORD.findall(_TEXT.sub("", code))


FILES = {
    path.relative_to(PROJECT).as_posix(): frozenset(names_in(path))
    for path in (*PYTHON, *TEMPLATES, *SCRIPTS)
}


@pytest.mark.parametrize("retired", retired_names(), ids=lambda retired: retired.name)
def test_a_retired_name_stays_away(retired):
    users = [
        path
        for path, names in FILES.items()
        if retired.name in names
        and not (retired.allowed_in and path.startswith(retired.allowed_in))
    ]

    assert users == []


@pytest.mark.parametrize("retired", [one for one in retired_names() if one.allowed_in])
def test_an_exception_is_needed(retired):
    assert any(
        retired.name in names and path.startswith(retired.allowed_in)
        for path, names in FILES.items()
    )


def test_no_two_public_classes_share_a_name():
    homes = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(path.name)

    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_the_names_of_all_kinds_of_files_are_seen():
    assert {"retired_names", "Retired", "allowed_in"} <= FILES["tests/test_names.py"]
    assert {path.rpartition(".")[2] for path, names in FILES.items() if names} == {
        "py", "html", "js",
    }  # fmt: skip
