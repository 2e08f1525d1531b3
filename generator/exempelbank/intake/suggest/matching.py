"""Questions -> the field that each probably asks for, by its words and by its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from exempelbank.intake.form.field_kinds import (
    ASKED_FIELDS,
    FIELD_KINDS,
    YES_NO_FIELDS,
    FieldKind,
    vocabulary_of,
)
from exempelbank.intake.suggest.export_column import ExportColumn
from exempelbank.intake.suggest.field_evidence import Evidence, evidence, share_in
from exempelbank.intake.suggest.heading_words import contains, words_of
from exempelbank.intake.suggest.headings import ExportQuestion
from exempelbank.intake.suggest.hints import HINTS
from exempelbank.model.labels import field_label
from exempelbank.settings import Settings

_FIELDS = (*HINTS, *(field for field in ASKED_FIELDS if field not in HINTS))
# Points, of 100 for a heading that is the word itself.
_HINTED = 60  # it holds the word among others, and the more the fewer they are
_GROUP = 50  # the word is in the name of its group
_LISTED = 55  # no word, but the answers are in our list
_FOR, _AGAINST = 20, -55
_LEAST = 50  # for a suggestion
_TELLING = 70  # to be named beside the one that was better


@dataclass(frozen=True, slots=True)
class FieldMatch:
    field: str
    question: ExportQuestion
    points: int  # by its words
    evidence: Evidence

    @property
    def total(self) -> int:
        return self.points + (_FOR, 0, _AGAINST)[1 - self.evidence]


@dataclass(frozen=True, slots=True)
class Matches:
    questions: Mapping[str, ExportQuestion]  # by the field that reads it
    left: Sequence[ExportQuestion]
    doubtful: Sequence[FieldMatch]  # of what is left: the answers speak against the words
    runners_up: Sequence[FieldMatch]  # of what is left: the field reads another question


def match_questions(
    questions: Sequence[ExportQuestion], columns: Mapping[str, ExportColumn], settings: Settings
) -> Matches:
    """Each field takes the question that fits it best, and each question one field."""
    found = [match for question in questions for match in _matches(question, columns, settings)]
    found.sort(
        key=lambda match: (
            -match.total,
            _FIELDS.index(match.field),
        )
    )
    chosen: dict[str, ExportQuestion] = {}
    read: set[str] = set()  # the first header of each question that is read
    for match in found:
        first = match.question.headers[0]
        if match.total >= _LEAST and match.field not in chosen and first not in read:
            chosen[match.field] = match.question
            read.add(first)
    left = [match for match in found if match.question.headers[0] not in read]
    return Matches(
        chosen,
        [question for question in questions if question.headers[0] not in read],
        [match for match in left if match.field not in chosen and match.points >= _LEAST],
        [match for match in left if match.field in chosen and match.points >= _TELLING],
    )


def _matches(
    question: ExportQuestion, columns: Mapping[str, ExportColumn], settings: Settings
) -> Iterator[FieldMatch]:
    if question.is_summary:
        return
    column = None if question.options else columns[question.headers[0]]
    listed = _list_of(column, settings) if column else None
    for field in _FIELDS:
        points = _points(field, question)
        if not points and field == listed:
            points = _LISTED
        if points:
            support = evidence(field, column, settings) if column else Evidence.NONE
            yield FieldMatch(field, question, points, support)


def _list_of(column: ExportColumn, settings: Settings) -> str | None:
    """The one field whose list holds these answers, where there are several different ones."""
    if len(column.counts) < 2 or column.is_yes_no:
        return None
    fields = ("municipality", *(f for f in _FIELDS if FIELD_KINDS[f] is FieldKind.TERM))
    holding = [
        field
        for field in dict.fromkeys(fields)
        if share_in(settings.vocabulary(vocabulary_of(field)), column) > 0.5
    ]
    return holding[0] if holding else None


def _points(field: str, question: ExportQuestion) -> int:
    own, whole = _words(question.own_text), _words(question.text)
    if own in _names(field) or whole in _names(field):
        return 100
    points = 0
    for phrase in _phrases(field):
        if contains(own, phrase):
            points = max(points, _HINTED + 40 * len(phrase) // len(own))
        elif contains(whole, phrase):
            points = max(points, _GROUP)
    return points


def _words(heading: str) -> tuple[str, ...]:
    """Without its number: "1. Rubrik", "Q3 Kommun"."""
    words = words_of(heading)
    start = 0
    while start < len(words) - 1 and words[start].removeprefix("q").isdigit():
        start += 1
    return words[start:]


@cache
def _phrases(field: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(words_of, HINTS.get(field, ())))


def _names(field: str) -> frozenset[tuple[str, ...]]:
    """What the field is called here, and by people; the latter in the language in use."""
    return frozenset({words_of(field), words_of(field_label(field))})


def probable_field(text: str) -> str | None:
    """By its words alone."""
    question = ExportQuestion(text, text, (text,), {})
    points = {field: _points(field, question) for field in _FIELDS}
    best = max(points, key=lambda field: (points[field], -_FIELDS.index(field)))
    return best if points[best] >= _LEAST else None


def asks_yes_or_no(text: str) -> bool:
    return probable_field(text) in YES_NO_FIELDS
