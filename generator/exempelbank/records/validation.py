"""Data -> a type of ours; what pydantic finds is retold as Problems a coordinator can act on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from exempelbank.documents import Document
from exempelbank.i18n import _, pgettext
from exempelbank.model.labels import fields_by_label, label_of
from exempelbank.model.record import FrozenModel, part_in
from exempelbank.model.review import Answer, ReviewState
from exempelbank.model.submission import Attestation
from exempelbank.model.trial_note import Outcome
from exempelbank.problems import Problems
from exempelbank.text.choices import SHOWN, choices_text, nearest_first
from exempelbank.text.normalization import nearest, words_alone

P = TypeVar("P", bound=FrozenModel)


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


def _retell(
    error: ErrorDetails, document: Document, kind: type[FrozenModel], problems: Problems
) -> None:
    keys = tuple(key for key in error["loc"] if key != "[key]")
    name = str(keys[-1]) if keys else ""
    fix = ""
    match error["type"]:
        case "missing":
            says = _("the field “{field}” is missing").format(field=name)
        case "extra_forbidden":
            says = _("there is no field called “{field}” here").format(field=name)
            fix = _instead_of_field(name, kind, keys[:-1], document)
        case "yes_or_no" | "bool_type" | "bool_parsing":
            says = _("must be a yes or a no")
        case "iso_day":
            says = _("must be a date such as 2026-03-05")
        case "day_or_time":
            says = _("must be a day and a time such as 2026-03-05 09:00, or a whole day")
            fix = _("Write the time as 09:00 or 21:00. For whole days, write 2026-03-05 alone.")
        case "one_without_time":
            says = _("has a time where it starts or where it ends, but not in both")
            fix = _("Write a time in both, or in neither if it takes whole days.")
        case "iso_moment":
            says = _("must be a moment with its zone, such as 2026-03-05T13:00:00+01:00")
        case "ends_first":
            says = _("must end after it starts")
        case "same_word":
            says = _("uses the word “{word}” twice").format(word=error["ctx"]["word"])
            fix = _("Two pages can't have one address.")
        case "enum" | "literal_error":
            says = _("must be one of the words that may stand here")
            fix = choices_text(str(error["input"]), _labels_of(error["ctx"]["expected"]))
        case "whole_number" | "int_type" | "int_from_float":
            says = _("must be a whole number")
        case "decimal_number" | "float_type":
            says = _("must be a number, such as 76 or 4,5")
        case "string_type":
            says = _("must be a text, not a list")
            if isinstance(error["input"], dict):
                fix = _("A text that holds “: ” must stand within quotation marks.")
        case "tuple_type" | "list_type":
            says = _("must be a list")
            fix = _("Write each item on a line of its own that begins with “- ”.")
        case "model_type" if error["ctx"]["class_name"] == Attestation.__name__:
            says = _("must be a yes or a no, and perhaps the day: yes, 2026-03-05")
        case "model_type" | "dict_type" | "mapping_type" | "model_attributes_type":
            says = _("must hold names and values, each on a line of its own")
        case "too_short" | "string_too_short":
            says = _("must not be empty")
        case "string_too_long":
            says = _("is longer than {n} characters").format(n=error["ctx"]["max_length"])
        case "greater_than_equal":
            says = _("must be {n} or more").format(n=error["ctx"]["ge"])
        case "less_than_equal":
            says = _("must be {n} or less").format(n=error["ctx"]["le"])
        case "written_as":
            wanted = error["ctx"]["says"]
            says = pgettext("written as", wanted)
        case "value_error":  # our own words
            says = str(error["ctx"]["error"])
        case _:  # pydantic's own words are English, and may hold a pattern
            says = _("can't be understood")
    if meant := error.get("ctx", {}).get("meant"):
        fix = _("Did you mean “{word}”?").format(word=meant)
    problems.error(document.location(*keys), says, fix)


def _labels_of(expected: str) -> list[str]:
    """ "'received', 'in-review' or 'x'" -> what people call them, where they have a name."""
    values = re.findall(r"'([^']*)'", expected)
    kind = next((kind for kind in (ReviewState, Answer, Outcome) if {*values} <= {*kind}), None)
    return [kind(value).label for value in values] if kind else values


def _instead_of_field(
    name: str, kind: type[FrozenModel], above: tuple[str | int, ...], document: Document
) -> str:
    part = kind
    for key in above:
        if field := _fields(part).get(str(key)):
            part = part_in(field.annotation) or part
    fields = _fields(part)
    if same := fields_by_label(part).get(words_alone(name)):
        return _(
            "It is the same as “{field}” on line {line}. Move what stands below here to there, and "
            "take this line away, so that nothing is lost."
        ).format(field=same, line=document.location(*above, same).line)
    labels = [label for each in part.model_fields if (label := label_of(part, each))]
    if close := nearest(name, (*fields, *labels)):
        return _("Did you mean “{word}”?").format(word=close)
    if part is not kind and (name in _fields(kind) or words_alone(name) in fields_by_label(kind)):
        return _("It belongs at the edge, with no space before it.")
    shown = nearest_first(name, labels or fields)[:SHOWN]
    if len(labels or fields) <= SHOWN:
        return _("The fields are: {fields}.").format(fields=", ".join(labels or fields))
    return _("Some of the fields: {fields}.").format(fields=", ".join(shown))


def _fields(kind: type[FrozenModel]) -> Mapping[str, FieldInfo]:
    """By their names in the file."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}
