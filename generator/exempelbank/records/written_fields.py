"""A kind of record -> how each of its fields may be written: as a term, as yes or no, as a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, get_args, get_origin

from exempelbank.i18n import kept_while_spoken
from exempelbank.model.occasion import Occasion
from exempelbank.model.record import (
    Day,
    FrozenModel,
    InVocabulary,
    MaxLength,
    Texts,
    YearMonth,
    part_in,
    yes_or_no_by_wording,
)
from exempelbank.model.review import (
    Answer,
    Check,
    Review,
    ReviewState,
    answers_by_wording,
    states_by_wording,
)
from exempelbank.model.trial_note import Outcome, outcomes_by_wording
from exempelbank.model.typed_days import (
    ReadTyped,
    day_from_words,
    month_from_words,
    time_from_words,
)


class WrittenField(NamedTuple):
    vocabulary: str
    is_list: bool
    is_split: bool  # a list whose items hold no commas of their own
    words: Mapping[str, str]  # what a value is called -> what is written
    part: type[FrozenModel] | None
    typed: ReadTyped | None  # of a day, a month or a time


@kept_while_spoken
def fields_of(kind: type[FrozenModel]) -> Mapping[str, WrittenField]:
    """By their names in a file."""
    found = {}
    for name, field in kind.model_fields.items():
        vocabulary = kind.constraint(name, InVocabulary)
        length = kind.constraint(name, MaxLength)
        found[field.alias or name] = WrittenField(
            vocabulary.vocabulary if vocabulary else "",
            field.annotation == Texts,
            bool(vocabulary or (length and length.characters <= _KEYWORD)),
            _words_for(field.annotation),
            _part_of(kind, name),
            _typed_as(kind, name),
        )
    return found


def _part_of(kind: type[FrozenModel], name: str) -> type[FrozenModel] | None:
    """What stands by names of its own is left as it is, but for the checklist."""
    if (kind, name) == (Review, "checklist"):
        return Check
    annotation = kind.model_fields[name].annotation
    return None if get_origin(annotation) is Mapping else part_in(annotation)


def _typed_as(kind: type[FrozenModel], name: str) -> ReadTyped | None:
    if kind is Occasion:
        return time_from_words
    if kind.constraint(name, YearMonth):
        return month_from_words
    annotation = kind.model_fields[name].annotation
    return day_from_words if annotation in (date, Day | None) else None


_KEYWORD = 40  # characters: what is longer may be a sentence, with commas of its own


def _words_for(annotation: object) -> Mapping[str, str]:
    if annotation is bool or {"yes", "no"} <= {*get_args(annotation)}:
        return yes_or_no_by_wording()
    kind = annotation if isinstance(annotation, type) else type(annotation)
    if issubclass(kind, StrEnum) and kind in _WORDINGS:
        return {wording: value.value for wording, value in _WORDINGS[kind]().items()}
    if get_origin(annotation) is tuple:
        return {}
    return next(filter(None, map(_words_for, get_args(annotation))), {})


_WORDINGS: Mapping[type[StrEnum], Any] = {
    ReviewState: states_by_wording,
    Answer: answers_by_wording,
    Outcome: outcomes_by_wording,
}
