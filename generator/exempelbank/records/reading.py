"""The files of a folder -> Records, or Problems for what is no record."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from exempelbank.documents import (
    Document,
    body_alone,
    body_sections,
    document_from,
    raw_of,
    text_from,
)
from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.model.content import ContentRecord
from exempelbank.model.example import Example, Section, sections_by_heading
from exempelbank.model.record import Record
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Location, Problems
from exempelbank.records.canonical import Wordings, canonical
from exempelbank.records.damaged import sound_part
from exempelbank.records.file_names import wrong_file_name
from exempelbank.records.headings import heading_nearest
from exempelbank.records.validation import validated

R = TypeVar("R", bound=Record)


def load_records(
    kind: type[R], root: Path, problems: Problems, wordings: Wordings | None = None
) -> Iterator[tuple[Document, R]]:
    """Every readable record of a folder, in order of file name. Broken ones become problems."""
    for path, raw in load_files(kind, root, problems):
        if found := record_in(kind, path, raw, problems, wordings):
            yield found


def load_files(kind: type[Record], root: Path, problems: Problems) -> Iterator[tuple[str, bytes]]:
    """(its path in the project, what stands in it) for each record file, in order of file name."""
    for path in record_paths(kind, root):
        try:
            yield path, raw_of(f"{root}/{path}")
        except UnreadableFile as why:
            problems.error(Location(path), why.says, why.fix)


def record_paths(kind: type[Record], root: Path) -> list[str]:
    """Where in the project the files of this kind lie."""
    return [f"{kind.folder}/{name}" for name in _names_in(root / kind.folder)]


def record_files(folder: Path) -> list[Path]:
    """The record files of one folder, without hidden ones, and what Word keeps of an open file."""
    return [folder / name for name in _names_in(folder)]


def _names_in(folder: Path) -> list[str]:
    try:
        found = os.listdir(folder)
    except OSError:  # there is no such folder
        return []
    return sorted(
        name for name in found if name.endswith(".md") and not name.startswith((".", "~$"))
    )


def record_in(
    kind: type[R],
    path: str,
    raw: bytes,
    problems: Problems,
    wordings: Wordings | None = None,
) -> tuple[Document, R] | None:
    """One file's bytes as a document in its canonical form and as a record. None, and problems,
    when they are neither. Without `wordings`, terms stand by their ids alone.
    """
    document = document_from_bytes(path, raw, problems)
    document = document and canonical(document, kind, wordings)
    record = document and record_from(document, kind, problems)
    return (document, record) if document and record else None


def document_from_bytes(path: str, raw: bytes, problems: Problems) -> Document | None:
    """None, and a problem, when the bytes are none."""
    try:
        return document_from(path, text_from(raw))
    except UnreadableFile as why:
        problems.error(Location(path, why.line), why.says, why.fix)
        return None


def record_from(document: Document, kind: type[R], problems: Problems) -> R | None:
    """None, and a problem for each fault, when the document, in its canonical form, is not such a
    record.
    """
    found = Problems()
    record = validated(_data_of(document, kind, found), kind, document, found)
    problems.found += found.found
    return None if found.errors else record


def body_in(path: str, raw: bytes) -> Document | None:
    """What can be read of bytes that are no document, without a word on why they are none."""
    try:
        return body_alone(path, text_from(raw))
    except UnreadableFile:
        return None


def damaged_record_from(document: Document, kind: type[R]) -> tuple[R, frozenset[str]]:
    """Of a document that is no such record: see `sound_part`. Its sections are one field."""
    found = Problems()
    record, faulty = sound_part(_data_of(document, kind, found), kind)
    is_body = issubclass(kind, Example) and bool(found.errors)
    return record, faulty | {"sections"} if is_body else faulty


def _data_of(document: Document, kind: type[Record], problems: Problems) -> dict[str, Any]:
    """What stands in the front matter, in the body and in the name of the file, as it stands."""
    data = dict(document.data)
    if issubclass(kind, Example):
        data["sections"] = _sections_of(document, problems)
    elif issubclass(kind, TrialNote):
        _check_not_taken({"text"}, document, problems)
        data["text"] = document.body.strip("\n")
    elif issubclass(kind, ContentRecord):
        _check_not_taken({"id", "text"}, document, problems)
        data |= {"id": document.stem, "text": document.body.strip("\n")}
        if wrong := wrong_file_name(document.path):
            problems.found.append(wrong)
            data["id"] = "x"  # it goes no further; what else is wrong is told too
    return data


def _check_not_taken(names: set[str], document: Document, problems: Problems) -> None:
    """What the body and the name of the file say has no field."""
    for taken in document.data.keys() & names:
        problems.error(
            document.location(taken),
            _("there is no field called “{field}” here").format(field=taken),
        )


def _sections_of(document: Document, problems: Problems) -> Mapping[Section, str]:
    by_heading = sections_by_heading()
    sections: dict[Section, str] = {}
    before, found = body_sections(document)
    if before.strip():
        problems.error(
            Location(document.path, document.body_line),
            _("has text before the first heading"),
            _("Move it below a heading such as “## {heading}”.").format(
                heading=Section.BACKGROUND.heading
            ),
        )
    for part in found:
        section = by_heading.get(part.heading)
        if section is None:
            meant, known = (
                heading_nearest(part.heading),
                ", ".join(each.heading for each in Section),
            )
            problems.error(
                Location(document.path, part.line, part.heading),
                _("there is no section called “{heading}”").format(heading=part.heading),
                _("Did you mean “{word}”?").format(word=f"## {meant}")
                if meant
                else _("The headings are: {headings}.").format(headings=known),
            )
        elif section in sections:
            place = Location(document.path, part.line, part.heading)
            problems.error(place, _("the section stands here twice"), _("Join the two texts."))
        elif part.text:
            sections[section] = part.text
    return sections
