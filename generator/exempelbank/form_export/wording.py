"""A question -> its words in another tool, where it is known by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exempelbank.i18n import _, pgettext
from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.model.wordings import NO, YES
from exempelbank.questionnaire import AnswerOption, AskedQuestion, Questionnaire
from exempelbank.questionnaire.asked_fields import AnswerShape

IS_YES_OR_NO = (AnswerShape.YES_NO, AnswerShape.ATTESTATION)


def titles_of(questionnaire: Questionnaire) -> Mapping[str, str]:
    """By id. No two questions are called the same, and none as a column of a tool's own: answers
    are found by the title alone.
    """
    taken = {name.casefold() for dialect in DIALECTS.values() for name in dialect.own_columns}
    titles: dict[str, str] = {}
    for group in questionnaire.groups:
        for question in group.questions:
            title = question.label
            if title.casefold() in taken:
                title = f"{group.title}: {title}"
            taken.add(title.casefold())
            titles[question.id] = title
    return titles


def choices_of(question: AskedQuestion) -> tuple[AnswerOption, ...]:
    """Yes and no are choices too, in other tools."""
    if question.shape in IS_YES_OR_NO:
        return AnswerOption("yes", pgettext("answer", YES)), AnswerOption(
            "no", pgettext("answer", NO)
        )
    return question.choices


def is_needed(question: AskedQuestion) -> bool:
    """A tool can't be told that another question's answer does as well."""
    return question.required and not question.or_else


def how_to_answer(question: AskedQuestion) -> str:
    """What kind of question it is to be, and its limits, as one line."""
    return "; ".join([_kind(question), *_limits(question)])


def _kind(question: AskedQuestion) -> str:
    match question.shape:
        case AnswerShape.CHOICES:
            return _("several may be chosen")
        case AnswerShape.CHOICE | AnswerShape.YES_NO | AnswerShape.ATTESTATION:
            return _("one is chosen")
        case AnswerShape.PROSE:
            return _("long text")
        case AnswerShape.LINES:
            return _("long text, one thing on each line")
    return _("short text")


def _limits(question: AskedQuestion) -> Iterator[str]:
    if most := question.most_items:
        yield _("at most {n}").format(n=most)
    if most := question.most_characters:
        each = _("each at most {n} characters")
        yield (each if question.several else _("at most {n} characters")).format(n=most)


def when_asked(question: AskedQuestion, titles: Mapping[str, str], asked: Questionnaire) -> str:
    """In words; empty when it always is."""
    condition = question.condition
    if condition is None:
        return ""
    other = asked.by_id[condition.question]
    labels = {choice.id: choice.label for choice in choices_of(other)}
    answers = [labels.get(id, "") for id in condition.one_of]
    if answers == [""]:
        return _("asked only when “{question}” is not answered").format(question=titles[other.id])
    return _("asked only when the answer to “{question}” is: {answers}").format(
        question=titles[other.id], answers=", ".join(answers)
    )
