"""One word has one meaning: names that were retired stay away, and no two classes share a name."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
    allowed_in: tuple[str, ...]  # paths, or beginnings of some


def retired_names() -> list[Retired]:
    """A line is: the name, the one that took its place, and perhaps where it may stand and why."""
    lines = (PROJECT / "docs" / "retired-names.txt").read_text("utf-8").splitlines()
    rows = [line.split("  ") for line in lines if line and not line.startswith("#")]
    fields = [[field.strip() for field in row if field.strip()] for row in rows]
    return [
        Retired(name, tuple(where for line in rest for where in line.partition(":")[0].split(", ")))
        for name, _replacement, *rest in fields
    ]


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
                case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                    yield name
                case ast.alias(name=name, asname=alias):
                    yield from (*name.split("."), *filter(None, [alias]))
                case ast.keyword(arg=str(name)):
                    yield name
                case ast.ImportFrom(module=str(name)):
                    yield from name.split(".")
    elif path.suffix == ".js":
        yield from _WORD.findall(_TEXT.sub("", _COMMENT.sub("", text)))
    else:
        for code in _CODE.findall(text):
            yield from _WORD.findall(_TEXT.sub("", code))


@cache
def names_by_file() -> Mapping[str, frozenset[str]]:
    """By path from the project."""
    return {
        path.relative_to(PROJECT).as_posix(): frozenset(names_in(path))
        for path in (*PYTHON, *TEMPLATES, *SCRIPTS)
    }


def test_retired_names_stay_away():
    found = {
        f"{name} in {path}"
        for path, names in names_by_file().items()
        for name, allowed_in in retired_names()
        if name in names and not path.startswith(allowed_in)
    }

    assert found == set()


def test_every_exception_is_needed():
    for name, allowed_in in retired_names():
        for where in allowed_in:
            files = [path for path in names_by_file() if path.startswith(where)]
            assert any(name in names_by_file()[path] for path in files), f"{name} in {where}"


def types_in(path: Path) -> Iterator[str]:
    """The public classes of a module, and its other names that are written as classes are."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                if re.fullmatch(r"[A-Z]\w*[a-z]\w*", name) and len(name) > 2:
                    yield name


def test_no_two_public_types_share_a_name():
    homes = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        for name in types_in(path):
            homes[name].append(path.name)

    assert len(homes) > 200
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_every_type_of_the_glossary_is_there():
    known = {name for path in PACKAGE.rglob("*.py") for name in names_in(path)}
    glossary = (PROJECT / "docs" / "glossary.md").read_text("utf-8")

    assert {*re.findall(r"`([A-Z][a-z]\w*)", glossary)} - known == set()


def test_names_are_seen_in_every_kind_of_file():
    assert {"Retired", "allowed_in", "names_by_file"} <= names_by_file()["tests/test_names.py"]
    seen = {path.rpartition(".")[2] for path, names in names_by_file().items() if names}
    assert seen == {"py", "html", "js"}
