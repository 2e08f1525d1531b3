"""An XML document -> its responses, as values within values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from exempelbank.exceptions import MalformedXml, UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.cleaning import without_unseen
from exempelbank.intake.export.elements import (
    End,
    Listener,
    Start,
    read_elements,
    too_many_values,
)
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.export.tree import headers_of
from exempelbank.intake.export.xml_characters import declared_encoding

_BLOCK = 1 << 16
_DECLARATION = re.compile(rb"\A\s*<\?xml\s[^>]*\?>")


def read_xml(path: str, raw: bytes, records: str | None) -> Export:
    """`records`: the name of the element that repeats, or a path to it."""
    raw, notes = xml_text(raw)
    document = _Document(records.rstrip("/").rsplit("/", 1)[-1] if records else "")
    try:
        read_elements((raw[at : at + _BLOCK] for at in range(0, len(raw), _BLOCK)), document)
    except MalformedXml as why:
        raise UnreadableFile(
            _("is not well-formed XML, or was cut short on its way"),
            why.line,
            _("Export it once more."),
        ) from None
    responses = document.records if records else _records_in(document.root)
    if not responses:
        raise UnreadableFile(
            _("has no “{path}”, where the mapping says that the responses are").format(path=records)
        )
    if len(responses) > limits.ROWS:
        raise UnreadableFile(_("has more than {n} responses").format(n=limits.ROWS))
    rows = [
        ExportRow(path, number, value if isinstance(value, dict) else {"#text": value})
        for number, value in enumerate(responses, 1)
    ]
    return Export(path, headers_of(rows, "/"), rows, True, "xml", {}, notes)


def xml_text(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """(UTF-8, notes). What it says of its encoding is believed where it is not UTF-8 all the same.
    Raises UnreadableFile.
    """
    declared = declared_encoding(raw[:200])
    utf8, notes = utf8_from(raw, "" if declared.startswith("utf") else declared)
    return _DECLARATION.sub(b"", utf8, count=1), notes


def _records_in(root: RawValue) -> list[RawValue]:
    """The children, where they are a list and nothing else."""
    children = {
        name: value
        for name, value in (root.items() if isinstance(root, dict) else ())
        if not name.startswith(("@", "#"))
    }
    only = next(iter(children.values())) if len(children) == 1 else None
    return only if isinstance(only, list) else [root]


@dataclass(slots=True)
class _Element:
    name: str
    is_in_record: bool  # it is a response, or lies in one
    inner: dict[str, RawValue]
    texts: list[str] = field(default_factory=list)

    def add(self, name: str, value: RawValue) -> None:
        if name not in self.inner:
            self.inner[name] = value
            return
        before = self.inner[name]
        if isinstance(before, list):
            before.append(value)
        else:
            self.inner[name] = [before, value]

    def value(self, last_text: str) -> RawValue:
        text = "".join([*self.texts, last_text]).strip()
        if not self.inner:
            return text
        return self.inner | {"#text": text} if without_unseen(text) else self.inner


class _Document(Listener):
    """Leaves are text; children of the same name a list; an attribute is "@name"."""

    def __init__(self, record: str) -> None:
        super().__init__()
        self.records: list[RawValue] = []
        self.root: RawValue = ""
        self._record = record
        self._open: list[_Element] = []
        self._count = 0

    def start_of(self, word: str) -> Start:
        return partial(self._start, word)

    def end_of(self, word: str) -> End:
        return self._end

    def _start(self, word: str, attributes: dict[str, str]) -> None:
        self._count += 1 + len(attributes)
        if self._count > limits.CELLS:
            raise too_many_values()
        parent = self._open[-1] if self._open else None
        if parent and (text := self.take_text()):
            parent.texts.append(text)
        is_in_record = (
            not self._record or word == self._record or bool(parent and parent.is_in_record)
        )
        inner: dict[str, RawValue] = {_attribute(name): text for name, text in attributes.items()}
        self._open.append(_Element(word, is_in_record, inner))
        self.reads = is_in_record

    def _end(self) -> None:
        element = self._open.pop()
        value = element.value(self.take_text())
        parent = self._open[-1] if self._open else None
        if element.name == self._record:
            self.records.append(value)
        if parent is None:
            self.root = value
        elif parent.is_in_record:
            parent.add(element.name, value)
        self.reads = bool(parent and parent.is_in_record)


def _attribute(name: str) -> str:
    space, _space, word = name.rpartition(" ")
    return f"@{{{space}}}{word}" if space else f"@{word}"
