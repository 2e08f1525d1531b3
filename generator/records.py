"""Document <-> Record; what pydantic finds is retold as Problems a coordinator can act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.documents import (
    Document,
    as_yaml,
    body_from,
    body_sections,
    document_from,
    read_document,
)
from generator.model.content import ContentRecord
from generator.model.example import Example, Section, sections_by_heading
from generator.model.record import Part, Record
from generator.problems import Place, Problems
from generator.spelling import nearest
from generator.texts import _

P = TypeVar("P", bound=Part)
R = TypeVar("R", bound=Record)


def load_records(kind: type[R], root: Path, problems: Problems) -> Iterator[tuple[Document, R]]:
    """Every readable record of a folder, in order of file name. Broken ones become problems."""
    for path in record_files(root / kind.folder):
        document = read_document(path, root, problems)
        record = document and record_from(document, kind, problems)
        if document and record:
            yield document, record


def record_files(folder: Path) -> list[Path]:
    """The record files of one folder, hidden ones and folders left out."""
    return sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))


def record_from(document: Document, kind: type[R], problems: Problems) -> R | None:
    """None, and a problem for each fault, when the document is not such a record."""
    data = dict(document.data)
    found = Problems()
    if issubclass(kind, Example):
        data["sections"] = _sections_of(document, found)
    elif issubclass(kind, ContentRecord):
        for taken in {"id", "text"} & data.keys():
            found.error(
                document.place(taken),
                _("there is no field called “{field}” here").format(field=taken),
            )
        data |= {"id": Path(document.path).stem, "text": document.body.strip("\n")}
    record = validated(data, kind, document, found)
    problems.found += found.found
    return None if found.errors else record


def validated(
    data: Mapping[str, Any], kind: type[P], document: Document, problems: Problems
) -> P | None:
    """The data as this type, or None and a problem for each fault, placed in the document."""
    try:
        return kind.model_validate(data)
    except ValidationError as why:
        errors = why.errors(include_url=False, include_context=True)
        within = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
        for error in errors:
            if error["type"] == "too_short" and error["loc"] in within:
                continue  # pydantic counts only the items that are well
            _retell(error, document, kind, problems)
        return None


def _sections_of(document: Document, problems: Problems) -> Mapping[Section, str]:
    by_heading = sections_by_heading()
    sections: dict[Section, str] = {}
    before, found = body_sections(document)
    if before.strip():
        problems.error(
            Place(document.path, document.body_line),
            _("has text before the first heading"),
            _("Move it below a heading such as “## {heading}”.").format(
                heading=Section.BACKGROUND.heading
            ),
        )
    for part in found:
        place = Place(document.path, part.line, part.heading)
        section = by_heading.get(part.heading)
        if section is None:
            known = ", ".join(each.heading for each in Section)
            problems.error(
                place,
                _("there is no section called “{heading}”").format(heading=part.heading),
                _("The headings are: {headings}.").format(headings=known),
            )
        elif section in sections:
            problems.error(place, _("the section stands here twice"), _("Join the two texts."))
        elif part.text:
            sections[section] = part.text
    return sections


def _retell(error: ErrorDetails, document: Document, kind: type[Part], problems: Problems) -> None:
    keys = tuple(key for key in error["loc"] if key != "[key]")
    name = str(keys[-1]) if keys else ""
    fix = ""
    match error["type"]:
        case "missing":
            says = _("the field “{field}” is missing").format(field=name)
        case "extra_forbidden":
            says = _("there is no field called “{field}” here").format(field=name)
            fix = _did_you_mean(name, _names(kind))
        case "yes_or_no":
            says = _("must be yes or no")
        case "iso_day":
            says = _("must be a date such as 2026-03-05")
        case "clock_time":
            says = _("must be a day and a time such as 2026-03-05 13:00")
        case "iso_moment":
            says = _("must be a moment with its zone, such as 2026-03-05T13:00:00+01:00")
        case "ends_first":
            says = _("must end after it starts")
        case "same_word":
            says = _("uses the word “{word}” twice").format(word=error["ctx"]["word"])
            fix = _("Two pages can't have one address.")
        case "enum" | "literal_error":
            says = _("must be one of {expected}").format(
                expected=error["ctx"]["expected"].replace(" or ", ", ")
            )
        case "int_parsing" | "int_type" | "int_from_float":
            says = _("must be a whole number")
        case "string_type":
            says = _("must be a text, not a list")
        case "tuple_type" | "list_type":
            says = _("must be a list")
            fix = _("Write each item on a line of its own that begins with “- ”.")
        case "model_type" | "dict_type" | "mapping_type" | "model_attributes_type":
            says = _("must hold names and values, each on a line of its own")
        case "too_short" | "string_too_short":
            says = _("must not be empty")
        case "string_too_long":
            says = _("is longer than {n} characters").format(n=error["ctx"]["max_length"])
        case "greater_than_equal" | "less_than_equal":
            says = _("is outside what is possible")
        case "string_pattern_mismatch":
            says = _("is not written as it must be: {pattern}").format(
                pattern=error["ctx"]["pattern"]
            )
        case "value_error":  # our own words
            says = str(error["ctx"]["error"])
        case _:
            says = _("can't be understood: {why}").format(why=error["msg"])
    problems.error(document.place(*keys), says, fix)


def _names(kind: type[Part]) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()]


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = nearest(word, known)
    return _("Did you mean “{word}”?").format(word=close) if close else ""


# ---- Writing ----


def front_matter_of(record: Record) -> dict[str, Any]:
    """The record's facts in the order of its type; what is empty is left out."""
    data = record.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude={"sections", "text"}
    )
    return {
        name: kept
        for name, value in data.items()
        if (kept := _without_empty(value)) not in ({}, [], "")
    }


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            k: kept for k, v in value.items() if (kept := _without_empty(v)) not in ({}, [], "")
        }
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


def document_of(record: Record, path: str) -> Document:
    """A new file for this record."""
    data = front_matter_of(record)
    body = ""
    if isinstance(record, Example):
        told = record.sections
        body = body_from((section.heading, told.get(section, "")) for section in Section)
    elif isinstance(record, ContentRecord):
        del data["id"]
        body = f"\n{record.text}\n" if record.text else ""
    return document_from(path, f"---\n{as_yaml(data)}---\n{body}")
