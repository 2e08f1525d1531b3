"""mkdocs.yml -> what stands in it and where, for those who may not know MkDocs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from exempelbank.documents import Document, document_from, text_of
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Location

# Harmless tags that MkDocs knows. Of others some run programs, and none is allowed.
_HARMLESS_TAG = re.compile(
    r"!(?:ENV|relative)\b|!!python/name:|!!python/object/apply:pymdownx\.slugs\.slugify\b"
)
_MOST_ANCESTORS = 9


@dataclass(frozen=True)
class MkDocsFile:
    """`values` are those of the files it inherits from too. What comes from the environment or
    names a function is None there.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    document: Document = field(default_factory=lambda: Document(MKDOCS_FILE, ""))

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
    values = _values(root / MKDOCS_FILE, _MOST_ANCESTORS)
    try:
        return MkDocsFile(values, mkdocs_document(root))
    except UnreadableFile:  # it uses more of YAML than our own files may
        return MkDocsFile(values)


class _Loader(yaml.SafeLoader):
    """Makes nothing of tags."""


_Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def _values(path: Path, ancestors: int) -> dict[str, Any]:
    try:
        values = yaml.load(path.read_bytes(), _Loader)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return {}
    if not isinstance(values, dict):
        return {}
    parent = values.pop("INHERIT", None)
    if isinstance(parent, str) and ancestors:
        return _merged(_values(path.parent / parent, ancestors - 1), values)
    return values


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs does it: mappings are merged, all else is replaced."""
    merged = dict(below)
    for name, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(name), dict)
        merged[name] = _merged(merged[name], value) if both else value
    return merged
