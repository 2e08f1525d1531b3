"""One row's answers, all of them: what was told, what has no term, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from exempelbank.exceptions import UnclearAnswer
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.rows import ExportRow
from exempelbank.intake.form.choices import as_text
from exempelbank.intake.form.cleaning import holds_controls, lines, mixes_scripts, one_line
from exempelbank.intake.form.excel import is_cut, is_error, is_shortened_phone, shortened_number
from exempelbank.intake.form.field_kinds import FIELD_KINDS, FieldKind, vocabulary_of
from exempelbank.intake.form.mapping import FieldMapping
from exempelbank.intake.form.sheet import Sheet
from exempelbank.intake.form.values import Unknown, Values
from exempelbank.model.example import Example, Section
from exempelbank.model.record import ListSize, MaxLength, YearMonth
from exempelbank.privacy.advertising import is_advertising
from exempelbank.settings import Settings

CONTACT = ("contact_role", "contact_name", "contact_email", "contact_phone")
_PLACES = ("municipality", "district", "organisation", "other_municipalities")
_PLACES_NAMED = 10  # of those that are not in the list: more are no places
_NOT_RUNNING = {*CONTACT, *_PLACES, "links", "attachments", "image", "image.photographer"}


class Told(NamedTuple):
    """A text to hold the privacy rules against."""

    question: str
    text: str
    running: bool


@dataclass(frozen=True, slots=True)
class Hold:
    why: str
    releasable: bool = False  # a person may say why it may be let through


@dataclass
class Answers:
    """`fields` holds what goes into a Submission under that name."""

    fields: dict[str, Any] = field(default_factory=dict)
    sections: dict[Section, str] = field(default_factory=dict)
    yes_no: dict[str, bool | None] = field(default_factory=dict)
    unmatched: dict[str, list[str]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)  # every text, for the privacy rules
    holds: list[Hold] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        return str(self.fields.get(name, ""))


def read_answers(row: ExportRow, sheet: Sheet, settings: Settings) -> Answers:
    answers = Answers()
    values = Values(row, sheet, settings)
    too_long: list[Told] = []
    for name, how in sheet.mapping.fields.items():
        question = one_line(" ".join(how.column or (name,)))[:80]
        given = [as_text(sheet.given(row, wording)) for wording in how.wordings()]
        if sum(map(len, given)) > limits.RESPONSE:
            says = _("“{question}” holds more than {n} characters, which nobody can review")
            answers.holds.append(Hold(says.format(question=question, n=limits.RESPONSE)))
            too_long += (Told(question, text, False) for text in given)
            continue
        answers.warnings += _damages(name, given, question)
        try:
            value = _value(name, how, values, answers, question)
        except UnclearAnswer:
            answers.yes_no[name] = None
            if name != "consent":  # what is no clear yes is no consent, and says so itself
                says = _("“{question}”: the answer is neither of those that mean yes or no")
                answers.holds.append(Hold(says.format(question=question)))
            continue
        texts = [*_texts_in(value)]
        answers.told += (Told(question, text, name not in _NOT_RUNNING) for text in texts)
        if FIELD_KINDS[name] is FieldKind.LINKS:
            whole = (f"[{link.get('title', '')}]({link['url']})" for link in value)
            answers.told += (Told(question, link, True) for link in whole if is_advertising(link))
        answers.warnings += _warnings(name, value, texts, question)
        if FIELD_KINDS[name] is FieldKind.LINKS and len(value) > limits.LINKS:
            says = _("“{question}” has {n} addresses, which looks like advertising")
            answers.holds.append(Hold(says.format(question=question, n=len(value)), True))
    size = sum(len(each.text) for each in answers.told)
    if size > limits.RESPONSE:
        says = _("the answers are {n} characters, which nobody can review")
        answers.holds.append(Hold(says.format(n=size)))
    if size > limits.RESPONSE or too_long:
        # It can't be let through: of what it holds, only personal numbers are still looked for.
        short = (each._replace(running=False) for each in answers.told)
        answers.told = [*short, *too_long]
    return answers


def _value(name: str, how: FieldMapping, values: Values, answers: Answers, question: str) -> Any:
    """The answer, which has been put in its place."""
    value: Any
    match FIELD_KINDS[name]:
        case FieldKind.SECTION:
            value = lines(values.text(how))
            if value:
                answers.sections[Section(name)] = value
            return value
        case FieldKind.YES_NO:
            answers.yes_no[name] = values.yes_no(how)
            return None
        case FieldKind.TERM | FieldKind.TERMS:
            terms, unknown = values.terms(how, vocabulary_of(name))
            value = _placed(name, terms, unknown, answers, question, values.settings)
        case FieldKind.TEXTS:
            value = values.several(how)
        case FieldKind.LINKS:
            value = values.links(how)
        case FieldKind.FILES:
            value = values.files(how)
        case FieldKind.MONTH:
            value = values.month(how)
        case FieldKind.TEXT:
            value = one_line(values.text(how))
    if value:
        answers.fields[name] = value
    return value


def _placed(
    name: str,
    terms: Sequence[str],
    unknown: Sequence[Unknown],
    answers: Answers,
    question: str,
    settings: Settings,
) -> Any:
    """Ids into the field, what has no term beside it; but a place stays as it was given."""
    if name in _PLACES:
        places = dict.fromkeys(each.text for each in unknown)
        for text in islice(places, _PLACES_NAMED):
            answers.warnings.append(_unknown_place(text, question, name, settings))
        terms = [*terms, *(each.text for each in unknown)]
    else:
        beside = answers.unmatched.setdefault(name, []) if unknown else []
        for each in unknown:
            beside.append(each.text)
            answers.told.append(Told(question, each.text, True))
            if not each.expected:
                says = _("“{question}” has an answer that the mapping does not know")
                answers.warnings.append(says.format(question=question))
    if FIELD_KINDS[name] is FieldKind.TERMS:
        return list(dict.fromkeys(terms))
    if len(terms) > 1:
        answers.unmatched.setdefault(name, []).extend(terms[1:])
    return terms[0] if terms else ""


def _unknown_place(text: str, question: str, field: str, settings: Settings) -> str:
    suggestion = settings.vocabulary(vocabulary_of(field)).suggestion(text)
    says = _("“{question}” names a place that is not in the list").format(question=question)
    return says + (_(" – is it “{word}”?").format(word=suggestion) if suggestion else "")


def _damages(name: str, given: Sequence[str], question: str) -> Iterator[str]:
    """What has happened to an answer on its way, and can't be undone here."""
    if any(map(is_error, given)):
        yield _("“{question}” holds one of Excel's error values, which is no answer").format(
            question=question
        )
    if any(map(is_cut, given)):
        yield _("“{question}” has been cut short by Excel").format(question=question)
    if any(map(shortened_number, given)):
        yield _("“{question}” holds a number that Excel has shortened").format(question=question)
    if name == "contact_phone" and any(map(is_shortened_phone, given)):
        yield _("“{question}” may have lost its first 0 or + in Excel").format(question=question)
    if any(map(holds_controls, given)):
        yield _("“{question}” held control characters, which are taken away").format(
            question=question
        )


def _warnings(name: str, value: Any, texts: Sequence[str], question: str) -> Iterator[str]:
    """What blocks approval, but not import: an answer is kept as it was given."""
    if any(mixes_scripts(text) for text in texts):
        yield _("“{question}” mixes letters of different alphabets in a word").format(
            question=question
        )
    longest, most, month = _room(name)
    if most and len(value) > most:
        yield _("“{question}” has {n} answers; there is room for {most}").format(
            question=question, n=len(value), most=most
        )
    if month and value and not YearMonth.pattern.fullmatch(value):
        yield _("“{question}” is not a month such as 2026-03").format(question=question)
    if longest and any(len(text) > longest for text in texts):
        yield _("“{question}” is longer than {n} characters").format(question=question, n=longest)


@cache
def _room(name: str) -> tuple[int, int, bool]:
    """(characters, answers, whether it is a month); 0: no limit."""
    if FIELD_KINDS[name] is FieldKind.SECTION:
        return Section(name).at_most, 0, False
    if name not in Example.model_fields:
        return 0, 0, False
    at_most, items = Example.constraint(name, MaxLength), Example.constraint(name, ListSize)
    return (
        at_most.characters if at_most else 0,
        items.most if items else 0,
        Example.constraint(name, YearMonth) is not None,
    )


def _texts_in(value: Any) -> Iterator[str]:
    match value:
        case str():
            if value:
                yield value
        case Mapping():
            for inner in value.values():
                yield from _texts_in(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts_in(inner)
