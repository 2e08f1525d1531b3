"""A row of an export -> a ParsedRow: each answer in its place, and what is wrong with the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from exempelbank.exceptions import UnclearAnswer
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.cleaning import holds_odd_characters, lines, one_line
from exempelbank.intake.export.error_values import error_values_in, may_hold_error_value
from exempelbank.intake.form.field_kinds import NOT_RUNNING_TEXT, PLACES, FieldKind, vocabulary_of
from exempelbank.intake.form.resolved import (
    ResolvedField,
    ResolvedMapping,
)
from exempelbank.intake.parsing.answer_warnings import (
    warn_of_characters,
    warn_of_damage,
    warn_of_value,
)
from exempelbank.intake.parsing.choices import as_text
from exempelbank.intake.parsing.field_values import (
    UnknownAnswer,
    read_example,
    read_links,
    read_month,
    read_outcome,
    read_terms,
    read_text,
    read_texts,
    read_yes_no,
)
from exempelbank.intake.parsing.file_names import file_names_in
from exempelbank.intake.parsing.mapped_export import MappedRow, quoted
from exempelbank.intake.parsing.parsed_row import AnswersSoFar, ParsedRow, ScannedText
from exempelbank.intake.parsing.row_metadata import MetadataReader, lost_answer
from exempelbank.model.example import Section
from exempelbank.privacy.advertising import is_advertising
from exempelbank.settings import Settings

_PLACES_NAMED = 10  # of those that are not in the list: more are no places


@dataclass(frozen=True)
class RowParser:
    mapping: ResolvedMapping
    settings: Settings
    metadata: MetadataReader

    def parse(self, row: MappedRow) -> ParsedRow:
        if row.fault:
            return ParsedRow(row.number, row.fault)
        answers = AnswersSoFar()
        skipped = self.metadata.reason_to_skip(row, answers)
        if not skipped:
            self._read_fields(row, answers)
        submitted = self.metadata.submitted_at(row, answers)
        modified = self.metadata.modified_at(row, answers)
        response_id = self.metadata.response_id(row, submitted, answers)
        return answers.parsed(
            number=row.number,
            skipped=skipped,
            response_id=response_id,
            submitted_at=submitted,
            modified_at=modified,
        )

    # ---- The answers ----

    def _read_fields(self, row: MappedRow, answers: AnswersSoFar) -> None:
        too_long: list[ScannedText] = []
        written = [
            [row.raw(column) for column in field.mapping.column_names()]
            for field in self.mapping.fields
        ]
        is_sound = _is_sound("".join(_texts_in(written)))
        for field, raw in zip(self.mapping.fields, written, strict=True):
            raw_texts = [*map(as_text, raw)]
            if sum(map(len, raw_texts)) > limits.RESPONSE:
                says = _("“{question}” holds more than {n} characters, which nobody can review")
                answers.hold(says.format(question=field.question, n=limits.RESPONSE))
                too_long += (ScannedText(field.question, text, False) for text in raw_texts)
                continue
            if not is_sound and (errors := error_values_in(raw)):
                answers.lost.add(field.name)
                # Nobody can give their word for a consent that can't be read.
                is_releasable = field.kind is not FieldKind.YES_NO
                answers.hold(lost_answer(quoted(field.question), errors[0]), is_releasable)
            answers.warnings += warn_of_damage(field, raw_texts)
            if not is_sound:
                answers.warnings += warn_of_characters(field.question, [*_texts_in(raw)])
            self._read_field(row, field, answers)
        size = sum(len(scanned.text) for scanned in answers.scanned_texts)
        if size > limits.RESPONSE:
            says = _("the answers are {n} characters, which nobody can review")
            answers.hold(says.format(n=size))
        if size > limits.RESPONSE or too_long:
            # It can't be let through: of what it holds, only personal numbers are still looked for.
            short = (scanned._replace(is_running=False) for scanned in answers.scanned_texts)
            answers.scanned_texts = [*short, *too_long]

    def _read_field(self, row: MappedRow, field: ResolvedField, answers: AnswersSoFar) -> None:
        name, question = field.name, field.question
        try:
            value = self._place_value(row, field, answers)
        except UnclearAnswer:
            answers.yes_no[name] = None
            says = _("“{question}”: the answer is neither of those that mean yes or no")
            answers.hold(says.format(question=question))
            return
        texts = [*_texts_in(value)]
        if field.kind not in (FieldKind.TERM, FieldKind.TERMS):  # terms are our own words
            is_running = name not in NOT_RUNNING_TEXT
            answers.scanned_texts += (ScannedText(question, text, is_running) for text in texts)
        if field.kind is FieldKind.LINKS:
            whole = (f"[{link.get('title', '')}]({link['url']})" for link in value)
            answers.scanned_texts += (
                ScannedText(question, link, True) for link in whole if is_advertising(link)
            )
        answers.warnings += warn_of_value(field, value, texts, self.settings.fields)
        if field.kind is FieldKind.LINKS and len(value) > limits.LINKS:
            says = _("“{question}” has {n} addresses, which looks like advertising")
            answers.hold(says.format(question=question, n=len(value)), releasable=True)

    def _place_value(self, row: MappedRow, field: ResolvedField, answers: AnswersSoFar) -> Any:
        """The answer, which has been put in its place."""
        value: Any
        match field.kind:
            case FieldKind.SECTION:
                value = lines(read_text(row, field))
                if value:
                    answers.sections[Section(field.name)] = value
                return value
            case FieldKind.YES_NO:
                answers.yes_no[field.name] = read_yes_no(row, field)
                return None
            case FieldKind.TERM | FieldKind.TERMS:
                vocabulary = vocabulary_of(field.name)
                terms, unknown = read_terms(row, field, vocabulary, self.settings)
                if party := self._party(row, field, unknown):
                    answers.values["municipality"] = party
                    return party
                value = self._place_terms(field, terms, unknown, answers)
            case FieldKind.TEXTS:
                value = read_texts(row, field)
            case FieldKind.LINKS:
                value = read_links(row, field)
            case FieldKind.FILES:
                raw = map(row.answer, field.columns)
                files = [file for answer in raw for file in file_names_in(answer, field.mapping)]
                if field.name == "image":
                    answers.pictures[:0] = files
                else:
                    answers.pictures += (file for file in files if file.is_picture)
                value = [file.name for file in files]
            case FieldKind.MONTH:
                value = read_month(row, field)
            case FieldKind.PROSE:
                value = lines(read_text(row, field))
            case FieldKind.EXAMPLE:
                value = read_example(row, field)
                if not value:
                    says = _("“{question}” does not say the number of one example")
                    answers.hold(says.format(question=field.question))
            case FieldKind.OUTCOME:
                value, unknown_outcome = read_outcome(row, field)
                if unknown_outcome:
                    unknown = [UnknownAnswer(unknown_outcome, False)]
                    value = self._place_terms(field, (), unknown, answers)
            case FieldKind.TEXT:
                value = one_line(read_text(row, field))
        if value:
            answers.values[field.name] = value
        return value

    def _party(
        self, row: MappedRow, field: ResolvedField, unknown: Sequence[UnknownAnswer]
    ) -> str | None:
        """That an answer about the organisation names, when no municipality is named beside it."""
        if field.name != "organisation" or len(unknown) != 1:
            return None
        for other in self.mapping.fields:
            if other.name == "municipality" and read_text(row, other).strip():
                return None
        return self.settings.term_id("municipalities", unknown[0].text)

    def _place_terms(
        self,
        field: ResolvedField,
        terms: Sequence[str],
        unknown: Sequence[UnknownAnswer],
        answers: AnswersSoFar,
    ) -> Any:
        """Ids into the field, what has no term beside it; but a place stays as it was given."""
        name, question = field.name, field.question
        is_running = name not in NOT_RUNNING_TEXT
        answers.scanned_texts += (
            ScannedText(question, answer.text, is_running) for answer in unknown
        )
        if name in PLACES:
            places = dict.fromkeys(answer.text for answer in unknown)
            for text in islice(places, _PLACES_NAMED):
                answers.warnings.append(_unknown_place(text, question, name, self.settings))
            terms = [*terms, *(answer.text for answer in unknown)]
        else:
            for answer in unknown:
                answers.unmatched.setdefault(name, []).append(answer.text)
                if not answer.is_expected:
                    says = _("“{question}” has an answer that the mapping does not know")
                    answers.warnings.append(says.format(question=question))
        if field.kind is FieldKind.TERMS:
            return list(dict.fromkeys(terms))
        if len(terms) > 1:
            answers.unmatched.setdefault(name, []).extend(terms[1:])
        return terms[0] if terms else ""


def _is_sound(text: str) -> bool:
    """There is no error value in it, and no character that does not belong in a text."""
    return not (may_hold_error_value(text) or holds_odd_characters(text))


def _unknown_place(text: str, question: str, name: str, settings: Settings) -> str:
    suggestion = settings.vocabulary(vocabulary_of(name)).suggestion(text)
    says = _("“{question}” names a place that is not in the list").format(question=question)
    return says + (_(" – is it “{word}”?").format(word=suggestion) if suggestion else "")


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
