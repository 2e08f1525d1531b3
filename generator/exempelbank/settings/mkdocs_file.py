"""mkdocs.yml -> what stands in it and where, for those who may not know MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import yaml

from exempelbank.documents import Document, document_from, text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.ignored import is_ignored
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.problems import Location

# Harmless tags that MkDocs knows. Of others some run programs, and none is allowed.
_HARMLESS_TAG = re.compile(
    r"!(?:ENV|relative)\b|!!python/name:|!!python/object/apply:pymdownx\.slugs\.slugify\b"
)
_MOST_ANCESTORS = 9
# What a theme may bring along; all else in custom_dir stays there.
THEME_FILES = (
    *(".css", ".js", ".mjs", ".woff", ".woff2", ".ttf", ".otf", ".webmanifest"),
    *(".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif", ".ico"),
)


@dataclass(frozen=True)
class MkDocsFile:
    """`values` are those of the files it inherits from too. What comes from the environment or
    names a function is None there.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    document: Document = field(default_factory=lambda: Document(MKDOCS_FILE, ""))
    root: Path = Path()  # of the project
    inherited: tuple[str, ...] = ()  # files that INHERIT names, and theirs: from the project

    def get(self, *keys: str) -> Any:
        value: Any = self.values
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def has(self, *keys: str) -> bool:
        holder = self.get(*keys[:-1]) if keys[1:] else self.values
        return isinstance(holder, Mapping) and keys[-1] in holder

    def text(self, *keys: str) -> str:
        value = self.get(*keys)
        return value.strip() if isinstance(value, str) else ""

    def location(self, *keys: str | int) -> Location:
        return self.document.location(*keys)

    @property
    def custom_dir(self) -> Path | None:
        """The folder of templates and files that come before the theme's own."""
        name = self.text("theme", "custom_dir")
        return Path(normpath(self.root / name)) if name else None

    def files(self, key: str) -> list[str]:
        """Those of a list: extra_css, extra_javascript, extra_templates, hooks."""
        entries = self.get(key)
        paths = [
            one.get("path") if isinstance(one, dict) else one
            for one in (entries if isinstance(entries, list) else ())
        ]
        return [path for path in paths if isinstance(path, str)]

    @property
    def named_files(self) -> frozenset[str]:
        """Those that may lie beside the pages whatever their kind, by their paths there."""
        lists = (self.files(key) for key in ("extra_css", "extra_javascript", "extra_templates"))
        pictures = (self.text("theme", "logo"), self.text("theme", "favicon"))
        return frozenset(normpath(path) for path in (*pictures, *chain(*lists)) if path)

    @property
    def code(self) -> list[str]:
        """The folder of templates, hooks, and files that may name others: from the project."""
        names = (self.text("theme", "custom_dir"), *self.files("hooks"), *self.inherited)
        return [normpath(name) for name in names if name]

    def find(self, path: str) -> Path | None:
        """A file that extra_css and its like name: beside the pages, or in custom_dir."""
        for folder in (self.root / PAGES, self.custom_dir):
            if folder and (folder / path).is_file():
                return folder / path
        return None

    def theme_file(self, path: str) -> Path | None:
        """What custom_dir publishes at this address, if anything."""
        folder = self.custom_dir
        if folder is None or not path.lower().endswith(THEME_FILES):
            return None
        file = folder / path
        inside = file.is_file() and file.resolve().is_relative_to(folder.resolve())
        return file if inside and not is_ignored(file.relative_to(folder)) else None

    def lists(self, key: str, path: str) -> bool:
        """Whether it is among the files that `exclude_docs` or `draft_docs` names. `path`: below
        the pages' folder.
        """
        if not (lines := self.text(key).splitlines()):
            return False
        from pathspec.gitignore import GitIgnoreSpec  # as MkDocs reads them; few projects do this

        return GitIgnoreSpec.from_lines(lines).match_file(path)

    @property
    def plugins(self) -> Iterator[tuple[str, Location]]:
        """Their names and where they stand, also those in a group."""
        yield from self._named(self.get("plugins"), ("plugins",))

    @property
    def markdown_extensions(self) -> Iterator[tuple[str, Location]]:
        yield from self._named(self.get("markdown_extensions"), ("markdown_extensions",))

    def _named(self, value: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[str, Location]]:
        pairs: list[tuple[tuple[str | int, ...], object]]
        match value:
            case dict():
                pairs = [((*keys, name), {name: options}) for name, options in value.items()]
            case list():
                pairs = [((*keys, number), entry) for number, entry in enumerate(value)]
            case _:
                pairs = []
        for inner, entry in pairs:
            name, options = (
                next(iter(entry.items()), ("", None)) if isinstance(entry, dict) else (entry, None)
            )
            name = str(name).removeprefix("material/")
            place = self.location(*inner)
            yield name, Location(place.path, place.line, f"{keys[0]}: {name}")
            if name == "group" and isinstance(options, dict):
                yield from self._named(options.get("plugins"), (*inner, "group", "plugins"))


def mkdocs_document(root: Path) -> Document:
    """Raises UnreadableFile."""
    return document_from(MKDOCS_FILE, _HARMLESS_TAG.sub("", text_of(root / MKDOCS_FILE)))


def read_mkdocs_file(root: Path) -> MkDocsFile:
    """As much of it as can be read: MkDocs and `exempelbank check` say what can't."""
    values, inherited = _values(root, MKDOCS_FILE, _MOST_ANCESTORS)
    try:
        return MkDocsFile(values, mkdocs_document(root), root, inherited)
    except UnreadableFile:  # it uses more of YAML than our own files may
        return MkDocsFile(values, root=root, inherited=inherited)


class _Loader(yaml.SafeLoader):
    """Makes nothing of tags."""


_Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def _values(root: Path, name: str, ancestors: int) -> tuple[dict[str, Any], tuple[str, ...]]:
    """(what stands there, the files that it inherits from)"""
    try:
        values = yaml.load((root / name).read_bytes(), _Loader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return {}, ()
    if not isinstance(values, dict):
        return {}, ()
    parent = values.pop("INHERIT", None)
    if isinstance(parent, str) and ancestors:
        above = normpath(join(dirname(name), parent))
        inherited, further = _values(root, above, ancestors - 1)
        return _merged(inherited, values), (above, *further)
    return values, ()


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs does it: mappings are merged, all else is replaced."""
    merged = dict(below)
    for name, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(name), dict)
        merged[name] = _merged(merged[name], value) if both else value
    return merged
