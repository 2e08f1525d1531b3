"""The model and the settings -> the questions of each form. Limits and choices stand there only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example, Section, Supplier
from exempelbank.model.labels import label_of
from exempelbank.model.record import Email, ListSize, MaxLength, Required, YearMonth
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.submission import Attestations
from exempelbank.model.trial_note import TrialNote
from exempelbank.model.wordings import NO, YES
from exempelbank.questionnaire.asked_fields import AnswerShape, choices_of, shape_of
from exempelbank.questionnaire.question import (
    AnswerOption,
    AskedQuestion,
    Condition,
    QuestionGroup,
    Questionnaire,
)
from exempelbank.questionnaire.wordings import attested, help_with
from exempelbank.settings import Settings

_GROUPS = {
    "about": N_("part of a form", "The example in short"),
    "told": N_("part of a form", "Tell us"),
    "learnt": N_("part of a form", "What you learnt"),
    "where": N_("part of a form", "Where and for whom"),
    "contact": N_("part of a form", "Contact"),
    "attested": N_("part of a form", "Before you send"),
    "heard": N_("part of a form", "What have you heard of?"),
    "tried": N_("part of a form", "What came of it"),
}
_PLACE = ("municipality", "district", "organisation")
_CONTACT = ("contact_role", "contact_name", "contact_email", "contact_phone")
_ATTESTED = tuple(Attestations.model_fields)

# Every field that a person can answer in writing: pictures and files are sent otherwise.
_ASKED: Mapping[ResponseKind, Mapping[str, tuple[str, ...]]] = {
    ResponseKind.EXAMPLE: {
        "about": ("title", "summary", "kind", "stage", "started", "ended"),
        "told": tuple(Section),
        "learnt": (
            *("lessons", "evidence", "discussion_questions", "perspectives"),
            *("links", "supplier", "supplier.paid"),
        ),
        "where": (
            *(*_PLACE, "other_municipalities", "unit", "provider", "work_areas", "support"),
            *("target_groups", "roles", "focus_areas", "networks", "keywords"),
        ),
        "contact": ("contact_publish", *_CONTACT, "storyteller"),
        "attested": _ATTESTED,
    },
    ResponseKind.LEAD: {
        "heard": ("title", "summary", *_PLACE, "unit", "work_areas", "contact"),
        "attested": ("no_identifiable_person", "information_read"),
    },
    ResponseKind.TRIAL_NOTE: {
        "tried": ("example", "tried", "worked", "text"),
        "where": (*_PLACE, "unit"),
        "attested": _ATTESTED,
    },
}
_NEEDED_OF_A_LEAD = ("title", "no_identifiable_person", "information_read")
# What the model has no mark for, since another field decides.
_NEEDED = ("example", "municipality", "district", "contact_role", "contact_email")
_YES_NO = {"yes": YES, "no": NO}
_AUTOCOMPLETE = {
    "contact_role": "organization-title",
    "contact_name": "name",
    "contact_email": "email",
    "contact_phone": "tel",
    "contact": "on",
}


def questionnaire_for(form: ResponseKind, settings: Settings) -> Questionnaire:
    """In the order in which they are asked. A question with no choices left is not asked."""
    kind = TrialNote if form is ResponseKind.TRIAL_NOTE else Example
    groups = (
        QuestionGroup(
            id, pgettext("part of a form", _GROUPS[id]), tuple(_asked(names, kind, settings))
        )
        for id, names in _ASKED[form].items()
    )
    questionnaire = Questionnaire(form, tuple(groups))
    return _of_a_lead(questionnaire) if form is ResponseKind.LEAD else questionnaire


def _of_a_lead(questionnaire: Questionnaire) -> Questionnaire:
    """Little is needed of it: the office asks for the rest."""
    groups = (
        replace(
            group,
            questions=tuple(
                replace(
                    one, required=one.id in _NEEDED_OF_A_LEAD, help=help_with(one.id, is_lead=True)
                )
                for one in group.questions
            ),
        )
        for group in questionnaire.groups
    )
    return replace(questionnaire, groups=tuple(groups))


def _asked(
    names: Iterable[str], kind: type[Contribution], settings: Settings
) -> Iterator[AskedQuestion]:
    for name in names:
        question = _question(name, kind, settings)
        if question.choices or question.shape not in (AnswerShape.CHOICE, AnswerShape.CHOICES):
            yield question


def _question(name: str, kind: type[Contribution], settings: Settings) -> AskedQuestion:
    if name in _SPECIAL:
        question = _SPECIAL[name]()
    elif name in Attestations.model_fields:
        question = _attestation(name)
    elif name in {*Section}:
        section = Section(name)
        question = AskedQuestion(
            name,
            section.heading,
            AnswerShape.PROSE,
            required=section.needed,
            most_characters=section.at_most,
        )
    else:
        question = _field(name, kind, settings)
    if question.shape is AnswerShape.YES_NO:
        question = replace(question, choices=_yes_or_no())
    return replace(
        question,
        help="" if name == "municipality" and not question.or_else else help_with(name),
        required=question.required or name in _NEEDED,
        autocomplete=_AUTOCOMPLETE.get(name, ""),
    )


def _yes_or_no() -> tuple[AnswerOption, ...]:
    return tuple(AnswerOption(id, pgettext("answer", word)) for id, word in _YES_NO.items())


def _attestation(name: str) -> AskedQuestion:
    needed = name != "consent_quote_image"  # not everyone quotes
    return AskedQuestion(name, attested(name), AnswerShape.ATTESTATION, required=needed)


def _field(name: str, kind: type[Contribution], settings: Settings) -> AskedQuestion:
    length, size = kind.constraint(name, MaxLength), kind.constraint(name, ListSize)
    choices = _choices(name, kind, settings)
    return AskedQuestion(
        name,
        label_of(kind, name),
        AnswerShape.PROSE if name == "text" else shape_of(kind, name, choices is not None),
        required=kind.constraint(name, Required) is not None,
        or_else="organisation" if name == "municipality" and _has_others(settings) else "",
        most_characters=length.characters if length else None,
        most_items=size.most if size else None,
        choices=choices or (),
        form=_form_of(name, kind),
        not_before="started" if name == "ended" else "",
        condition=_condition(name, settings),
    )


def _has_others(settings: Settings) -> bool:
    return bool(settings.vocabulary("organisations").terms)


def _choices(
    name: str, kind: type[Contribution], settings: Settings
) -> tuple[AnswerOption, ...] | None:
    """None where anything may be written."""
    if name == "district":
        return tuple(
            AnswerOption(one.id, one.label, place.id)
            for place in settings.municipalities
            for one in place.districts
        )
    found = choices_of(kind, name, settings)
    return None if found is None else tuple(AnswerOption(id, label) for id, label in found.items())


def _form_of(name: str, kind: type[Contribution]) -> str:
    if kind.constraint(name, YearMonth):
        return "month"
    if kind.constraint(name, Email):
        return "email"
    return "example" if name == "example" else ""


def _condition(name: str, settings: Settings) -> Condition | None:
    if name == "district":
        divided = (place.id for place in settings.municipalities if place.districts)
        return Condition("municipality", tuple(divided))
    if name == "organisation":
        return Condition("municipality", ("",))
    return Condition("contact_publish", ("yes",)) if name in _CONTACT else None


# ---- Those that are no single field of the contribution ----


def _links() -> AskedQuestion:
    size = Example.constraint("links", ListSize)
    return AskedQuestion(
        "links",
        label_of(Example, "links"),
        AnswerShape.LINES,
        most_items=size.most if size else None,
        form="link",
    )


def _supplier() -> AskedQuestion:
    length = Supplier.constraint("name", MaxLength)
    return AskedQuestion(
        "supplier",
        pgettext("a question", "Supplier"),
        AnswerShape.LINE,
        most_characters=length.characters if length else None,
    )


def _supplier_paid() -> AskedQuestion:
    return AskedQuestion("supplier.paid", pgettext("a question", "Payment"), AnswerShape.YES_NO)


def _contact() -> AskedQuestion:
    return AskedQuestion("contact", _("Your contact"), AnswerShape.LINE, most_characters=200)


_SPECIAL: Mapping[str, Callable[[], AskedQuestion]] = {
    "links": _links,
    "supplier": _supplier,
    "supplier.paid": _supplier_paid,
    "contact": _contact,
}
