"""The Document: front matter, body, and where each thing stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from exempelbank.documents.yaml_reading import Keys, compose, lines_of, plain
from exempelbank.documents.yaml_writing import appended, edited
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.problems import Location
from exempelbank.text.normalization import composed


class StrictYAMLHandler(YAMLHandler):
    """python-frontmatter's, without YAML's guesses, and with lines of exactly `---`.

    It is asked for the parts of a file, and not `frontmatter.loads` for the whole: that takes the
    space off both ends, by which lines are counted and which an edit must leave as it was; lets a
    file without front matter pass; and hands on no YAML, in which edits are made.
    """

    # Begins with plain text, for speed; the lookbehind says that a line begins with it.
    FM_BOUNDARY = re.compile(r"---(?<![^\n]---)[ \t]*(?:\n|\Z)")

    def load(self, fm: str, **_options: object) -> dict[str, Any]:
        return _data_from(fm, _BELOW_BOUNDARY)


_HANDLER = StrictYAMLHandler()
_BELOW_BOUNDARY = 2  # the line where front matter begins


@dataclass(frozen=True)
class Document:
    """`data` holds str, list and dict only. `front_matter` is the YAML text it was read from."""

    path: str  # relative to the project, with "/"
    front_matter: str
    body: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    body_line: int = 1  # where the body begins
    read: str = field(default="", compare=False)  # the digest of the file that was read, if any

    @property
    def stem(self) -> str:
        """The name of the file without its suffix."""
        name = self.path.rpartition("/")[2]
        return name.rpartition(".")[0] or name

    @cached_property
    def lines(self) -> Mapping[Keys, int]:
        """In the whole file, from 1. Read anew from `front_matter`: in most files nobody asks."""
        first = _first_line(self.path)
        root = compose(self.front_matter, first)
        return dict(lines_of(root, first)) if root else {}

    def location(self, *keys: str | int) -> Location:
        """Where the value stands, or the nearest thing that holds it."""
        label = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys) or None
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Location(self.path, self.lines.get(keys), label)

    @property
    def text(self) -> str:
        """The whole file."""
        return self._around(self.front_matter)

    def with_value(self, keys: Sequence[str], value: object) -> Document:
        """The same file with one value replaced, added, or (None) taken away."""
        return self.with_front_matter(edited(self.front_matter, keys, value))

    def with_item(self, keys: Sequence[str], item: object) -> Document:
        """The same file with one item more, last in the list at `keys`."""
        return self.with_front_matter(appended(self.front_matter, keys, item))

    def with_front_matter(self, front_matter: str) -> Document:
        return replace(document_from(self.path, self._around(front_matter)), read=self.read)

    def _around(self, front_matter: str) -> str:
        return front_matter if is_yaml(self.path) else f"---\n{front_matter}---\n{self.body}"

    def with_body(self, body: str) -> Document:
        return replace(self, body=body)


def is_yaml(path: str) -> bool:
    """YAML alone, without front matter's lines of --- and without a body."""
    return path.endswith((".yml", ".yaml"))


def _first_line(path: str) -> int:
    """Where the YAML begins in the file: at once, or below the first line of ---."""
    return 1 if is_yaml(path) else _BELOW_BOUNDARY


def document_from(path: str, text: str) -> Document:
    """Text -> Document. Raises UnreadableFile."""
    text = composed(text)  # what is read and what is written have one spelling, and one hash
    if is_yaml(path):
        return Document(path, text, data=_data_from(text, 1), body_line=text.count("\n") + 2)
    front_matter, body = _parts_of(path, text)
    line = _BELOW_BOUNDARY + front_matter.count("\n") + 1
    return Document(path, front_matter, body, _HANDLER.load(front_matter), line)


def body_alone(path: str, text: str) -> Document | None:
    """Of a file whose front matter can't be read: the rest, on its lines."""
    try:
        front_matter, body = _parts_of(path, composed(text))
    except UnreadableFile:
        return None
    return Document(path, "", body, body_line=_BELOW_BOUNDARY + front_matter.count("\n") + 1)


def _parts_of(path: str, text: str) -> tuple[str, str]:
    """(front matter, body)"""
    if _HANDLER.detect(text):
        with suppress(ValueError):  # nothing ends the front matter
            return _HANDLER.split(text)
    raise UnreadableFile(
        _("has no front matter"),
        1,
        _("Begin the file with three lines: ---, title: and what the page is called, and ---.")
        if path.startswith(f"{PAGES}/")
        else _("The file must begin with a line --- and have another --- after the facts."),
    )


def _data_from(front_matter: str, first: int) -> dict[str, Any]:
    root = compose(front_matter, first)
    return plain(root, first) if root else {}
