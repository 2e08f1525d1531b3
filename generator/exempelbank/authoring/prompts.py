"""A field of the model -> what is asked of it: its name, its use and its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from exempelbank.authoring.kinds import AddedKind
from exempelbank.i18n import _, pgettext
from exempelbank.model.content import ContentRecord
from exempelbank.model.descriptions import description_of
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.labels import label_of
from exempelbank.model.occasion import Occasion
from exempelbank.model.record import (
    Email,
    FrozenModel,
    ListSize,
    MaxLength,
    MinLength,
    Required,
    Texts,
    UrlWithScheme,
    YearMonth,
    part_in,
)
from exempelbank.model.submission import Attestations
from exempelbank.model.trial_note import TrialNote
from exempelbank.model.written_as import WrittenAs
from exempelbank.questionnaire.asked_fields import (
    AnswerShape,
    choices_of,
    districts_of,
    shape_of,
)
from exempelbank.settings import Fields, Need, PlaceKind, Settings
from exempelbank.settings.descriptions import SETTING_DESCRIPTIONS

# What the program writes, what is asked for elsewhere, and pictures, which are files.
_NOT_ASKED = {
    *("id", "schema_version", "releases", "sections", "text", "image"),
    *("revises", "attachments", "unmatched", "attestations", "review", "source"),
}


@dataclass(frozen=True, slots=True)
class Prompt:
    keys: tuple[str, ...]  # where the answer stands in the front matter
    label: str
    shape: AnswerShape
    about: str = ""  # what it is for
    required: bool = False  # else nothing is written
    awaited: bool = False  # can wait, and is asked for before approval
    recommended: bool = False  # asked for, and never needed
    choices: Mapping[str, str] | None = None  # what is written -> what it is called
    limits: tuple[str, ...] = ()  # how it is written, in words
    part: tuple[Prompt, ...] = ()
    in_body: bool = False  # `keys` is then its heading, or "text"
    of_contribution: bool = False  # its contact is kept when it is to be shown, and else not

    @property
    def needed(self) -> str:
        """Whether it must be answered, in words; empty when it need not be."""
        if self.required:
            return _("must be answered")
        if self.awaited:
            return _("needed before approval")
        return _("good to have") if self.recommended else ""

    @property
    def written_as(self) -> str:
        """How it is written, as a sentence; empty when there is nothing to say."""
        text = "; ".join(self.limits)
        return f"{text[:1].upper()}{text[1:]}." if text else ""

    @property
    def name(self) -> str:
        """What a problem's place is labelled with."""
        return ".".join(self.keys)


def prompts_of(kind: AddedKind, settings: Settings) -> tuple[Prompt, ...]:
    """In the order in which they are asked: consent first, for without it nothing else matters."""
    attested = [*_attestations(settings.fields)] if kind.needs_consent else []
    first = [prompt for prompt in attested if prompt.keys[-1] == "consent"]
    rest = [prompt for prompt in attested if prompt not in first]
    return (*first, *_fields(kind, settings), *rest, *_body(kind, settings.fields))


def _attestations(fields: Fields) -> Iterator[Prompt]:
    for name in fields.attestations:
        is_needed = fields.attestation_need(name) is Need.REQUIRED
        yield Prompt(
            ("attestations", name),
            label_of(Attestations, name),
            AnswerShape.ATTESTATION,
            _as_part(fields.attestation(name).help) or description_of(Attestations, name),
            required=name == "consent",
            awaited=is_needed and name != "consent_quote_image",
            limits=(_("yes or no; and the day, if it was not today: yes, 2026-03-05"),),
        )


def _body(kind: AddedKind, fields: Fields) -> Iterator[Prompt]:
    if kind.fields:
        return
    if issubclass(kind.record, Example):
        for section in fields.sections:
            rules = fields.section(section)
            yield Prompt(
                (section.heading,),
                section.heading,
                AnswerShape.PROSE,
                _as_part(fields.help(Example, section)),
                awaited=rules.needed,
                recommended=rules.need is Need.RECOMMENDED,
                limits=(_at_most(rules.longest),),
                in_body=True,
            )
    elif issubclass(kind.record, TrialNote):
        length = fields.constraint(kind.record, "text", MaxLength)
        most = (_at_most(length.characters),) if length else ()
        label = label_of(TrialNote, "text")
        yield Prompt(("text",), label, AnswerShape.PROSE, awaited=True, limits=most, in_body=True)
    elif issubclass(kind.record, ContentRecord):
        label = pgettext("a field", "The text of the page")
        yield Prompt(("text",), label, AnswerShape.PROSE, in_body=True)


def _fields(kind: AddedKind, settings: Settings) -> Iterator[Prompt]:
    names = kind.fields or kind.record.model_fields
    for name in names:
        need = _need(kind, name, settings.fields)
        if name not in _NOT_ASKED and need is not Need.HIDDEN:
            prompt = _prompt(kind.record, name, (), settings)
            if kind.fields and (own_help := settings.fields.lead(name).help):
                prompt = replace(prompt, about=_as_part(own_help))
            if kind.is_contribution and name in ("title", "example"):
                prompt = replace(prompt, required=True)
            # A lead is no example yet: nothing more is needed of it.
            awaited = prompt.awaited and not kind.fields
            recommended = need is Need.RECOMMENDED
            yield replace(
                prompt,
                awaited=awaited,
                recommended=recommended,
                of_contribution=kind.is_contribution,
            )


def _need(kind: AddedKind, name: str, fields: Fields) -> Need | None:
    if kind.fields and kind.is_contribution:
        return fields.lead(name).need
    return fields.need(kind.record, name)


def _as_part(sentences: str) -> str:
    """As `Prompt.about` is written."""
    return sentences.removesuffix(".")


def _prompt(
    kind: type[FrozenModel], name: str, above: tuple[str, ...], settings: Settings
) -> Prompt:
    field = kind.model_fields[name]
    part = part_in(field.annotation)
    choices = choices_of(kind, name, settings)
    keys = (*above, field.alias or name)
    return Prompt(
        keys,
        label_of(kind, name) or name,
        shape_of(kind, name, choices is not None),
        _as_part(settings.fields.help(kind, name))
        or description_of(kind, name)
        or description_of(kind, name, SETTING_DESCRIPTIONS),
        required=field.is_required(),
        awaited=settings.fields.constraint(kind, name, Required) is not None,
        choices=choices,
        limits=tuple(_limits(kind, name, settings.fields)),
        # What has parts of its own is written in the file, when there is something to write.
        part=tuple(
            _prompt(part, inner, (), settings)
            for inner, field in part.model_fields.items()
            if not part_in(field.annotation)
        )
        if part
        else (),
    )


def _limits(kind: type[FrozenModel], name: str, fields: Fields) -> Iterator[str]:
    """How it is written, and how much there may be of it."""
    field = kind.model_fields[name]
    if date in (field.annotation, *get_args(field.annotation)):
        yield (
            _("a day and a time, such as 2026-03-05 13:00; or a whole day: 5 March 2026")
            if kind is Occasion
            else _("a day, such as 2026-03-05, 5 March 2026 or today")
        )
    for constraint in fields.constraints(kind)[name]:
        match constraint:
            case YearMonth():
                yield _("a month, such as 2026-03 or March 2026")
            case MaxLength(characters=most) if field.annotation == Texts:
                yield _("each at most {n} characters").format(n=most)
            case MaxLength(characters=most):
                yield _at_most(most)
            case MinLength(characters=fewest):
                yield _("at least {n} characters").format(n=fewest)
            case ListSize(most=most, least=least):
                if least:
                    yield _("at least {n}").format(n=least)
                yield _("at most {n}").format(n=most)
            case UrlWithScheme(schemes=("https",)):
                yield _("begins with https://")
            case Email():
                yield _("an e-mail address")
            case WrittenAs(says=says):
                yield pgettext("written as", says)


def _at_most(characters: int) -> str:
    return _("at most {n} characters").format(n=characters)


def is_asked(prompt: Prompt, data: Mapping[str, Any], settings: Settings) -> bool:
    """Whether it is worth asking, with what has been answered."""
    match prompt.keys:
        case (name,) if name in CONTACT and prompt.of_contribution:
            return bool(data.get("contact_publish") == "yes")
        case ("district",):
            return bool(districts_of(str(data.get("municipality", "")), settings))
        case ("code",):
            return data.get("kind") in (None, PlaceKind.MUNICIPALITY)
        case ("organisation",):
            return not data.get("municipality")
        case _:
            return True
