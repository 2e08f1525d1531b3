"""The model and the settings -> the questions of each form. Limits and choices stand there only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import CONTACT, Example, Section, Supplier
from exempelbank.model.labels import label_of
from exempelbank.model.record import Email, ListSize, MaxLength, MinLength, YearMonth
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
from exempelbank.settings import Fields, Need, Settings
from exempelbank.settings.fields import ASKED_OF_A_LEAD, ORIGIN

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
            *(*ORIGIN, "other_municipalities", "unit", "provider", "work_areas", "support"),
            *("target_groups", "roles", "focus_areas", "networks", "keywords"),
        ),
        "contact": ("contact_publish", *CONTACT, "storyteller"),
        "attested": _ATTESTED,
    },
    ResponseKind.LEAD: {
        "heard": ASKED_OF_A_LEAD,
        "attested": ("no_identifiable_person", "information_read"),
    },
    ResponseKind.TRIAL_NOTE: {
        "tried": ("example", "tried", "worked", "text"),
        "where": (*ORIGIN, "unit"),
        "attested": _ATTESTED,
    },
}
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
    """In the order in which they are asked. What is hidden is not asked, nor is a question with no
    choices left.
    """
    groups = (
        QuestionGroup(
            id, pgettext("part of a form", _GROUPS[id]), tuple(_asked(names, form, settings))
        )
        for id, names in _ASKED[form].items()
    )
    return Questionnaire(form, tuple(groups))


def _asked(names: Iterable[str], form: ResponseKind, settings: Settings) -> Iterator[AskedQuestion]:
    for name in names:
        if (need := _need(name, form, settings.fields)) is not Need.HIDDEN:
            question = _question(name, form, settings)
            question = replace(
                question,
                help=_help(question, form, settings.fields),
                required=need is Need.REQUIRED,
                recommended=need is Need.RECOMMENDED,
                autocomplete=_AUTOCOMPLETE.get(name, ""),
            )
            if question.choices or question.shape not in (AnswerShape.CHOICE, AnswerShape.CHOICES):
                yield question


def _need(name: str, form: ResponseKind, fields: Fields) -> Need | None:
    if name == "consent_quote_image":
        return Need.OPTIONAL  # not everyone quotes
    if name in Attestations.model_fields:
        return fields.attestation_need(name)
    if form is ResponseKind.LEAD:  # little is needed of it: the office asks for the rest
        return fields.lead(name).need
    if name in {*Section}:
        return fields.section(Section(name)).need
    whole, _dot, part = name.partition(".")
    need = fields.need(_kind(form), whole)
    if need is Need.HIDDEN or not (part or name in _NEEDED):
        return need
    return Need.OPTIONAL if part else Need.REQUIRED


def _help(question: AskedQuestion, form: ResponseKind, fields: Fields) -> str:
    name, is_lead = question.id, form is ResponseKind.LEAD
    if name in Attestations.model_fields:
        own = fields.attestation(name).help
    else:
        own = fields.lead(name).help if is_lead else fields.help(_kind(form), name)
    if own or (name == "municipality" and not question.or_else):
        return own
    return help_with(name, is_lead)


def _kind(form: ResponseKind) -> type[Contribution]:
    return TrialNote if form is ResponseKind.TRIAL_NOTE else Example


def _question(name: str, form: ResponseKind, settings: Settings) -> AskedQuestion:
    if name in _SPECIAL:
        question = _SPECIAL[name](settings)
    elif name in Attestations.model_fields:
        statement = settings.fields.attestation(name).statement or attested(name)
        question = AskedQuestion(name, statement, AnswerShape.ATTESTATION)
    elif name in {*Section}:
        section = Section(name)
        rules = settings.fields.section(section)
        question = AskedQuestion(
            name,
            section.heading,
            AnswerShape.PROSE,
            fewest_characters=rules.shortest or None,
            most_characters=rules.longest,
        )
    else:
        question = _field(name, _kind(form), settings)
    if question.shape is AnswerShape.YES_NO:
        question = replace(question, choices=_yes_or_no())
    if form is ResponseKind.LEAD:
        question = replace(question, fewest_characters=None, fewest_items=None)
    return question


def _yes_or_no() -> tuple[AnswerOption, ...]:
    return tuple(AnswerOption(id, pgettext("answer", word)) for id, word in _YES_NO.items())


def _field(name: str, kind: type[Contribution], settings: Settings) -> AskedQuestion:
    fields = settings.fields
    shortest = fields.constraint(kind, name, MinLength)
    length = fields.constraint(kind, name, MaxLength)
    size = fields.constraint(kind, name, ListSize)
    choices = _choices(name, kind, settings)
    is_after = name == "ended" and fields.need(kind, "started") is not Need.HIDDEN
    return AskedQuestion(
        name,
        label_of(kind, name),
        AnswerShape.PROSE if name == "text" else shape_of(kind, name, choices is not None),
        or_else="organisation" if name == "municipality" and _has_others(settings) else "",
        fewest_characters=shortest.characters if shortest else None,
        most_characters=length.characters if length else None,
        fewest_items=(size.least or None) if size else None,
        most_items=size.most if size else None,
        choices=choices or (),
        form=_form_of(name, kind),
        not_before="started" if is_after else "",
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
    return Condition("contact_publish", ("yes",)) if name in CONTACT else None


# ---- Those that are no single field of the contribution ----


def _links(settings: Settings) -> AskedQuestion:
    """Each on a line, its words and its address."""
    return replace(_field("links", Example, settings), shape=AnswerShape.LINES, form="link")


def _supplier(_settings: Settings) -> AskedQuestion:
    length = Supplier.constraint("name", MaxLength)
    return AskedQuestion(
        "supplier",
        pgettext("a question", "Supplier"),
        AnswerShape.LINE,
        most_characters=length.characters if length else None,
    )


def _supplier_paid(_settings: Settings) -> AskedQuestion:
    return AskedQuestion("supplier.paid", pgettext("a question", "Payment"), AnswerShape.YES_NO)


def _contact(_settings: Settings) -> AskedQuestion:
    return AskedQuestion("contact", _("Your contact"), AnswerShape.LINE, most_characters=200)


_SPECIAL: Mapping[str, Callable[[Settings], AskedQuestion]] = {
    "links": _links,
    "supplier": _supplier,
    "supplier.paid": _supplier_paid,
    "contact": _contact,
}
