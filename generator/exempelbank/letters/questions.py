"""What is missing -> questions to whoever sent it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from exempelbank.i18n import _
from exempelbank.model.example import Example, Section
from exempelbank.model.labels import field_label
from exempelbank.model.record import InVocabulary
from exempelbank.model.submission import Attestations
from exempelbank.settings import Settings

_MOST_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    choices: tuple[str, ...] = ()
    hint: str = ""  # why it is asked, where the question does not say so


def question_about(
    field: str, asked: Mapping[str, Question], settings: Settings, hint: str = ""
) -> Question:
    """`asked`: how the form asked for each field, where what is missing came by one."""
    if field in asked:
        return replace(asked[field], hint=hint)
    if field in list(Section):
        return Question(Section(field).heading, hint=hint)
    label = field_label(field)
    if field in Attestations.model_fields:
        return Question(_("{statement}: is it so?").format(statement=label), hint=hint)
    return Question(label, _choices(field, settings), hint)


def _choices(field: str, settings: Settings) -> tuple[str, ...]:
    if field not in Example.model_fields:
        return ()
    of = Example.constraint(field, InVocabulary)
    terms = settings.vocabulary(of.vocabulary).terms if of else ()
    return tuple(term.label for term in terms if not term.replaced_by)


def numbered_list(questions: Iterable[Question]) -> str:
    return "\n\n".join(
        f"{number}. {question.text.rstrip(' :')}{_after(question)}"
        for number, question in enumerate(questions, 1)
    )


def _after(question: Question) -> str:
    lines = [question.hint] if question.hint else []
    if 0 < len(question.choices) <= _MOST_CHOICES:
        lines.append(_("Choose among: {choices}.").format(choices="; ".join(question.choices)))
    return "".join(f"\n   {line}" for line in lines)
