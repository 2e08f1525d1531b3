"""The fields that a form asks for -> the questions that it lacks, to be added there.

What is needed before approval and not asked for is a letter to the sender, example after example.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from exempelbank.i18n import _, ngettext, pgettext
from exempelbank.intake.form.field_kinds import ASKED_FIELDS, ATTESTATIONS, vocabulary_of
from exempelbank.model.descriptions import description_of
from exempelbank.model.example import Example, Section
from exempelbank.model.labels import field_label
from exempelbank.model.record import Required
from exempelbank.model.submission import Attestations
from exempelbank.model.wordings import NO, YES
from exempelbank.settings import Fields, Need, Settings

_ORIGIN = ("municipality", "organisation")  # one of them is enough
_ONLY_SOMETIMES = "consent_quote_image"  # where there is a quote or a picture


class LackingQuestion(NamedTuple):
    field: str
    text: str
    why: str
    answers: tuple[str, ...]  # to choose among; none: the sender's own words


def lacking_questions(asked: Collection[str], settings: Settings) -> tuple[LackingQuestion, ...]:
    """`asked`: the fields that a question of the form was found for."""
    return tuple(
        LackingQuestion(
            field,
            _wording(field, settings.fields),
            _why(field, settings.fields),
            _answers(field, settings),
        )
        for field in _needed(asked, settings.fields)
        if field not in asked
    )


def _needed(asked: Collection[str], fields: Fields) -> Iterator[str]:
    yield "consent"
    if not any(field in asked for field in _ORIGIN):
        yield _ORIGIN[0]
    yield from (field for field in ASKED_FIELDS if fields.constraint(Example, field, Required))
    yield from (section.value for section in Section if fields.section(section).needed)
    for name in ATTESTATIONS:
        is_needed = fields.attestation_need(name) is Need.REQUIRED
        if is_needed and name not in ("consent", _ONLY_SOMETIMES):
            yield name


def _wording(field: str, fields: Fields) -> str:
    """In the organisation's words, where it has some."""
    if field in list(Section):
        return Section(field).heading
    if field in ATTESTATIONS:
        own = fields.attestation(field).statement
        return own or _("{statement}: is it so?").format(statement=field_label(field))
    return field_label(field)


def _why(field: str, fields: Fields) -> str:
    is_attested = field in ATTESTATIONS
    own = fields.attestation(field).help if is_attested else fields.help(Example, field)
    if own:
        return own.removesuffix(".")
    if field in list(Section):
        return _("In the sender's own words, in several lines")
    return description_of(Attestations if is_attested else Example, field)


def _answers(field: str, settings: Settings) -> tuple[str, ...]:
    if field in ATTESTATIONS:
        return pgettext("answer", YES), pgettext("answer", NO)
    vocabulary = vocabulary_of(field) if field in ASKED_FIELDS else ""
    terms = settings.vocabulary(vocabulary).terms if vocabulary else ()
    return tuple(term.label for term in terms if not term.replaced_by)


def lacking_lines(questions: Collection[LackingQuestion]) -> list[str]:
    """For a person who can change the form."""
    if not questions:
        return [_("The form asks for all that is needed before approval.")]
    n = len(questions)
    says = ngettext(
        "The form lacks {n} question that is needed before approval. Add it there, or the sender "
        "must be asked each time:",
        "The form lacks {n} questions that are needed before approval. Add them there, or the "
        "sender must be asked each time:",
        n,
    )
    lines = [says.format(n=n)]
    for question in questions:
        lines.append(f"  {question.text} ({question.field})")
        lines += [f"      {question.why}."] if question.why else []
        if question.answers:
            answers = " · ".join(question.answers)
            lines.append("      " + _("Answers: {answers}").format(answers=answers))
    return lines
