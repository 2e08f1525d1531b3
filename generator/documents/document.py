"""The Document: front matter, body, and where each thing stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from frontmatter.default_handlers import BaseHandler

from generator.documents.yaml_reading import Keys, Refused, compose, lines_of, plain
from generator.documents.yaml_writing import appended, as_yaml, edited
from generator.problems import Place
from generator.texts import _


class StrictFrontMatter(BaseHandler):
    """python-frontmatter's way in and out, without YAML's guesses.

    The front matter ends at the first line that is exactly `---`; any later one is text.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    FM_END = re.compile(r"\n---[ \t]*$", re.MULTILINE)  # begins with plain text, for speed
    START_DELIMITER = END_DELIMITER = "---"

    def split(self, text: str) -> tuple[str, str]:
        """(front matter, body), or ValueError when there is no front matter."""
        begins = self.FM_BOUNDARY.match(text)
        ends = begins and self.FM_END.search(text, begins.end())
        if not begins or not ends:
            raise ValueError("there are not two lines of ---, of which one is the first")
        front = text[begins.end() : ends.start()] + "\n"
        return front.removeprefix("\n"), text[ends.end() :].removeprefix("\n")

    def load(self, fm: str) -> dict[str, Any]:
        root = compose(fm)
        return plain(root) if root else {}

    def export(self, metadata: Mapping[str, object], **_options: object) -> str:
        return as_yaml(metadata).rstrip("\n")


HANDLER = StrictFrontMatter()


@dataclass(frozen=True)
class Document:
    """`data` holds str, list and dict only. `front` is the YAML text it was read from."""

    path: str  # relative to the project, with "/"
    front: str
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
        """In the whole file, from 1. Read anew from `front`: in most files nobody asks."""
        first = _first_line(self.path)
        root = compose(self.front, first)
        return dict(lines_of(root, first)) if root else {}

    def place(self, *keys: str | int) -> Place:
        """Where the value stands, or the nearest thing that holds it."""
        label = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys) or None
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Place(self.path, self.lines.get(keys), label)

    @property
    def text(self) -> str:
        """The whole file."""
        return self._around(self.front)

    def with_value(self, keys: Sequence[str], value: object) -> Document:
        """The same file with one value replaced, added, or (None) taken away."""
        return self._with_front(edited(self.front, keys, value))

    def with_item(self, keys: Sequence[str], item: object) -> Document:
        """The same file with one item more, last in the list at `keys`."""
        return self._with_front(appended(self.front, keys, item))

    def _with_front(self, front: str) -> Document:
        return replace(document_from(self.path, self._around(front)), read=self.read)

    def _around(self, front: str) -> str:
        return front if is_yaml(self.path) else f"---\n{front}---\n{self.body}"

    def with_body(self, body: str) -> Document:
        return replace(self, body=body)


def is_yaml(path: str) -> bool:
    """YAML alone, without front matter's lines of --- and without a body."""
    return path.endswith((".yml", ".yaml"))


def _first_line(path: str) -> int:
    """Where the YAML begins in the file: at once, or below the first line of ---."""
    return 1 if is_yaml(path) else 2


def document_from(path: str, text: str) -> Document:
    """Text -> Document. Raises Refused."""
    first = _first_line(path)
    if is_yaml(path):
        front, body = text, ""
    else:
        try:
            front, body = HANDLER.split(text)
        except ValueError:
            raise Refused(
                _("has no front matter"),
                1,
                _("The file must begin with a line --- and have another --- after the facts."),
            ) from None
    root = compose(front, first)
    data = plain(root, first) if root else {}
    return Document(path, front, body, data, body_line=first + front.count("\n") + 1)
