"""What the answers of a column say of the field that its heading points to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import islice

from exempelbank.intake.form.field_kinds import FIELD_KINDS, FieldKind, vocabulary_of
from exempelbank.intake.suggest.assent import meanings_of
from exempelbank.intake.suggest.export_column import (
    ExportColumn,
    is_mail,
    is_number,
    is_web_address,
)
from exempelbank.settings import Settings, Vocabulary

_DIVIDERS = re.compile(r"\s*[;,|\n]\s*|\s+/\s+")
_PLACE = re.compile(r"(.+?)s? (?:kommun|stad|municipality)", re.IGNORECASE)
_LONGEST_NAME = 80  # characters; what is longer is no answer of a list
_ENOUGH = 200  # different answers, to know what a column holds
_FEW = 3  # different answers, at most, to a question of yes and no


class Evidence(IntEnum):
    AGAINST = -1
    NONE = 0
    FOR = 1


def evidence(field: str, column: ExportColumn, settings: Settings) -> Evidence:
    """NONE where nobody has answered, or where the answers may be anything."""
    if not column.answers:
        return Evidence.NONE
    kind = FIELD_KINDS[field]
    if kind is FieldKind.YES_NO:
        unclear = meanings_of(column.counts).unclear
        if len(unclear) > _FEW:
            return Evidence.AGAINST
        return Evidence.NONE if unclear else Evidence.FOR
    if field == "contact_email":
        return _for_all_against_none(column, [*map(is_mail, column.counts)])
    if field == "contact_phone":
        return _for_all_against_none(column, [*map(is_number, column.counts)])
    if column.is_yes_no:
        return Evidence.AGAINST
    match kind:
        case FieldKind.TERM | FieldKind.TERMS:
            return _of_terms(field, column, settings.vocabulary(vocabulary_of(field)))
        case FieldKind.MONTH:
            has_digit = [any(map(str.isdigit, answer)) for answer in column.counts]
            return _for_all_against_none(column, has_digit)
        case FieldKind.LINKS:
            return Evidence.FOR if any(map(is_web_address, column.counts)) else Evidence.NONE
        case FieldKind.TEXT | FieldKind.SECTION | FieldKind.TEXTS:
            if column.all(lambda answer: is_mail(answer) or is_number(answer)):
                return Evidence.AGAINST
    return Evidence.NONE


def _for_all_against_none(column: ExportColumn, fits: list[bool]) -> Evidence:
    if all(fits):
        return Evidence.FOR
    return Evidence.NONE if any(fits) else Evidence.AGAINST


def _of_terms(field: str, column: ExportColumn, vocabulary: Vocabulary) -> Evidence:
    share = share_in(vocabulary, column)
    if 2 * share >= 1:
        return Evidence.FOR
    if field == "municipality" and not share and vocabulary.terms:
        return Evidence.AGAINST  # they are all known: no answer is one
    return Evidence.NONE


def share_in(vocabulary: Vocabulary, column: ExportColumn) -> float:
    """Of its different answers, how many are in the list, from 0 to 1."""
    answers = [*islice(column.counts, _ENOUGH)]
    names = (answer for answer in answers if len(answer) <= _LONGEST_NAME)
    found = sum(any(map(vocabulary.find, _wordings(name))) for name in names)
    return found / len(answers) if answers else 0


def _wordings(answer: str) -> Iterator[str]:
    """The answer, its parts, and what it calls a place: “Storstads stad”, “Ekby kommun”."""
    for wording in {answer, *_DIVIDERS.split(answer)}:
        yield wording
        if place := _PLACE.fullmatch(wording):
            yield place[1]
            yield place[1] + "s"
