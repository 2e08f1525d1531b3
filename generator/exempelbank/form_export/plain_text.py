"""A questionnaire -> a text to build the form from, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exempelbank.form_export.wording import (
    choices_of,
    how_to_answer,
    is_needed,
    titles_of,
    when_asked,
)
from exempelbank.i18n import _
from exempelbank.questionnaire import AskedQuestion, Questionnaire


def plain_text(questionnaire: Questionnaire, title: str, advice: str) -> str:
    """Choices stand alone on their lines, so that they can be marked and pasted all at once.
    `advice`: on the tool, first of all.
    """
    return "\n".join(_lines(questionnaire, title, advice)) + "\n"


def _lines(questionnaire: Questionnaire, title: str, advice: str) -> Iterator[str]:
    titles = titles_of(questionnaire)
    yield from (title, "=" * len(title), "")
    yield _("Copy each question, its help and its answers as they stand. Change no word of them.")
    yield _("Answers are read by their words: a question that is worded anew is not found.")
    yield advice
    number = 0
    for group in questionnaire.groups:
        yield from ("", "", group.title, "-" * len(group.title))
        for question in group.questions:
            number += 1
            yield from ("", *_question(question, number, titles, questionnaire))


def _question(
    question: AskedQuestion, number: int, titles: Mapping[str, str], asked: Questionnaire
) -> Iterator[str]:
    needed = _("must be answered") if is_needed(question) else _("optional")
    yield f"{number}. [{how_to_answer(question)}; {needed}]"
    if when := when_asked(question, titles, asked):
        yield f"   [{when}]"
    yield titles[question.id]
    if question.help:
        yield _("Help: {text}").format(text=question.help)
    if choices := choices_of(question):
        yield _("Answers:")
        yield from (choice.label for choice in choices)
