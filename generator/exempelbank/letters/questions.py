"""What is missing -> questions to whoever sent it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.descriptions import description_of
from exempelbank.model.example import Example, Section
from exempelbank.model.labels import field_label
from exempelbank.model.record import InVocabulary
from exempelbank.settings import Fields, Settings

_MOST_CHOICES = 12

# Of what no form has asked, in words that one can answer. Other fields are asked for by their name.
_ASKED = {
    Section.BACKGROUND: N_("question to a sender", "How was it before, and why did you begin?"),
    Section.HOW: N_("question to a sender", "What did you do, step by step?"),
    Section.PARTICIPATION: N_(
        "question to a sender", "How have those whom it concerns taken part? “Not yet” will do."
    ),
    Section.RESULTS: N_("question to a sender", "What became better, and how do you know?"),
    Section.DID_NOT_WORK: N_("question to a sender", "What did not work?"),
    Section.ADVICE: N_(
        "question to a sender", "What would you say to those who want to do the same?"
    ),
    Section.RESOURCES: N_("question to a sender", "What did it take of time, money and skills?"),
    Section.EASY_READ: N_("question to a sender", "Can you tell it in a few easy sentences?"),
    "consent": N_("question to a sender", "May we publish the example? Yes or no."),
    "no_identifiable_person": N_(
        "question to a sender",
        "Can you promise that nobody can be recognised in the text, not even by colleagues or "
        "neighbours? Yes or no.",
    ),
    "consent_quote_image": N_(
        "question to a sender",
        "Have those who are quoted or seen in a picture said yes to it? Yes or no.",
    ),
    "manager_informed": N_(
        "question to a sender", "Does your manager know that you tell of this? Yes or no."
    ),
    "rights": N_(
        "question to a sender",
        "May the text and the pictures be used: are they your own, or have you been given leave? "
        "Yes or no.",
    ),
    "information_read": N_(
        "question to a sender",
        "Have you read the information for those who tell us of their work? Yes or no.",
    ),
    "contact_role": N_(
        "question to a sender", "What role has the person whom readers may ask? It stands there."
    ),
    "contact_name": N_("question to a sender", "What is the name of the person readers may ask?"),
    "contact_email": N_(
        "question to a sender", "To which address at work may readers write with questions?"
    ),
}


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
    if own := _own_question(field, hint, settings.fields):
        return own
    if field in _ASKED:
        text = pgettext("question to a sender", _ASKED[field])
        return Question(text, hint=hint)
    about = description_of(Example, field)
    help = settings.fields.help(Example, field) or (about and f"{about}.")
    return Question(field_label(field), _choices(field, settings), hint or help)


def _own_question(field: str, hint: str, fields: Fields) -> Question | None:
    """Of a section or an attestation that the organisation has worded anew."""
    if statement := fields.attestation(field).statement:
        return Question(_("{statement} Yes or no.").format(statement=statement), hint=hint)
    if field in {*Section} and (section := Section(field)) in fields.file.sections:
        help = fields.help(Example, field)
        if help or fields.file.sections[section].name:
            return Question(section.heading, hint=hint or help)
    return None


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
