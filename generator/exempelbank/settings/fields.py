"""site_config/fields.yml: what people are asked for, and what it is called.

`Fields` answers for every field what holds there: the constraints of the model, as the file has
changed them. Whoever asks, tells or checks goes by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field

from exempelbank.i18n import N_
from exempelbank.model.example import CONTACT, Example, Section
from exempelbank.model.record import (
    Constraint,
    FrozenModel,
    InDigits,
    ListSize,
    MaxLength,
    MinLength,
    Required,
)
from exempelbank.model.submission import Attestations, Published
from exempelbank.model.trial_note import TrialNote
from exempelbank.model.written_as import WrittenAs
from exempelbank.text.normalization import normalised


class Need(StrEnum):
    REQUIRED = "required"  # before approval
    RECOMMENDED = "recommended"  # asked for, and missed by a word
    OPTIONAL = "optional"
    HIDDEN = "hidden"  # nobody asks


Number = Annotated[int | None, Field(ge=1, le=10_000), InDigits]
# Stands before a colon in a file, and alone on the line of a heading.
Name = Annotated[
    str,
    WrittenAs(
        r"([^\W_]([^\n:#*_<>\[\]{}|`]{0,58}[^\s:#*_<>\[\]{}|`])?)?",
        N_("written as", "may hold at most 60 characters, and none of : # * _ < > [ ] { } | `"),
    ),
]

# It becomes a question, a column or a comment elsewhere: on one line, whatever lines the file has.
OneLine = Annotated[str, AfterValidator(normalised)]


class Asked(FrozenModel):
    """How something is asked for. What is left out is as the program has it."""

    help: OneLine = ""
    need: Need | None = None


class FieldSetting(Asked):
    name: Name = ""
    shortest: Number = None  # in characters, of the text or of each in a list
    longest: Number = None
    fewest: Number = None  # items of a list, when there are any
    most: Number = None

    @property
    def constrains(self) -> bool:
        """Otherwise it is called or explained in another way, and that is all."""
        return any((self.need, self.shortest, self.longest, self.fewest, self.most))


class SectionSetting(Asked):
    name: Name = ""  # its heading
    aliases: tuple[Name, ...] = ()  # other headings, by which files are read
    shortest: Number = None
    longest: Number = None

    @property
    def constrains(self) -> bool:
        return any((self.need, self.shortest, self.longest))


class AttestationSetting(Asked):
    name: Name = ""
    statement: OneLine = ""  # what the sender says yes to


class FieldsFile(FrozenModel):
    """site_config/fields.yml: what you ask for, and what you call it."""

    examples: Mapping[str, FieldSetting] = Field(default_factory=dict)
    sections: Mapping[Section, SectionSetting] = Field(default_factory=dict)
    leads: Mapping[str, Asked] = Field(default_factory=dict)
    trial_notes: Mapping[str, FieldSetting] = Field(default_factory=dict)
    attestations: Mapping[str, AttestationSetting] = Field(default_factory=dict)


# ---- What the file can't change ----

# Pages, lists, letters and news stand on them.
ALWAYS_NEEDED: Mapping[type[FrozenModel], frozenset[str]] = {
    Example: frozenset({"title", "summary"}),
    TrialNote: frozenset({"example", "tried", "worked", "text"}),
}
ORIGIN = ("municipality", "district", "organisation")  # the checks know which is needed
LEAD_FIELDS = ("title", "summary", *ORIGIN, "unit", "work_areas")
# What the form of a lead asks for. `contact` is left in the form's own answer.
ASKED_OF_A_LEAD = (*LEAD_FIELDS, "contact")
# What protects people. Theirs can be worded anew, and never be left unsaid.
PROTECTING = frozenset(
    {"consent", "no_identifiable_person", "consent_quote_image", "information_read"}
)
# In characters. The others go as far as the model does: letters, news and pictures have room for no
# more. All sections and lists together stay below what one response may hold when it is read in.
_ROOM: Mapping[str, int] = {
    "lessons": 300,
    "discussion_questions": 300,
    "keywords": 40,  # so much is one word on a label
    "text": 1000,
}
SECTION_ROOM = 5000
MOST_ITEMS = 10


def room(kind: type[FrozenModel], field: str) -> int | None:
    """How long a text may be allowed to be; None where it has no length."""
    length = kind.constraint(field, MaxLength)
    return _ROOM.get(field, length.characters) if length else None


def _kind_of(kind: type[FrozenModel]) -> type[FrozenModel]:
    return next((one for one in (Example, TrialNote) if issubclass(kind, one)), kind)


@dataclass(frozen=True, slots=True)
class TextRules:
    """Of a section."""

    need: Need
    longest: int
    shortest: int = 0

    @property
    def needed(self) -> bool:
        return self.need is Need.REQUIRED


@dataclass(frozen=True, eq=False)  # by identity, for those that keep what follows from it
class Fields:
    """What holds of each field."""

    file: FieldsFile = field(default_factory=FieldsFile)

    def __reduce__(self) -> tuple[type[Fields], tuple[FieldsFile]]:
        """To another process goes the file alone; what follows from it is worked out there."""
        return Fields, (self.file,)

    def setting(self, kind: type[FrozenModel], field: str) -> FieldSetting:
        named = {Example: self.file.examples, TrialNote: self.file.trial_notes}
        return named.get(_kind_of(kind), {}).get(field, _AS_IT_IS)

    def need(self, kind: type[FrozenModel], field: str) -> Need:
        is_contact = field in CONTACT and issubclass(kind, Example)
        if is_contact and self.need(kind, "contact_publish") is Need.HIDDEN:
            return Need.HIDDEN
        of_model = Need.REQUIRED if kind.constraint(field, Required) else Need.OPTIONAL
        return self.setting(kind, field).need or of_model

    def constraint(
        self, kind: type[FrozenModel], field: str, of: type[Constraint]
    ) -> Constraint | None:
        """As `FrozenModel.constraint`."""
        for constraint in self.constraints(kind)[field]:
            if isinstance(constraint, of):
                return constraint
        return None

    def constraints(self, kind: type[FrozenModel]) -> Mapping[str, tuple[object, ...]]:
        """By the name of the field. What is published was approved by the rules of its day: of a
        field that the file names, only what no file could have changed is asked of it.
        """
        if kind not in self._constraints:
            self._constraints[kind] = {
                name: tuple(self._constraints_of(kind, name)) for name in kind.model_fields
            }
        return self._constraints[kind]

    @cached_property
    def _constraints(self) -> dict[type[FrozenModel], Mapping[str, tuple[object, ...]]]:
        return {}

    def _constraints_of(self, kind: type[FrozenModel], field: str) -> Iterator[object]:
        setting, of_model = self.setting(kind, field), kind.model_fields[field].metadata
        if not setting.constrains:
            yield from of_model
        elif issubclass(kind, Published):
            if field in ALWAYS_NEEDED[_kind_of(kind)]:
                yield Required()
            yield from _replaced(of_model, room(kind, field), MOST_ITEMS, 0)
        else:
            if self.need(kind, field) is Need.REQUIRED:
                yield Required()
            if setting.shortest:
                yield MinLength(setting.shortest)
            fewest = setting.fewest or 0
            yield from _replaced(of_model, setting.longest, setting.most, fewest)
            if (setting.most or fewest) and not kind.constraint(field, ListSize):
                yield ListSize(setting.most or MOST_ITEMS, fewest)

    def help(self, kind: type[FrozenModel], field: str) -> str:
        """The organisation's own, of a field or a section; empty where it has none."""
        if _kind_of(kind) is Example and field in {*Section}:
            return self._section(Section(field)).help
        return self.setting(kind, field).help

    def lead(self, field: str) -> Asked:
        """How the form of a lead asks. What is never asked of examples is not asked of leads."""
        asked = self.file.leads.get(field, Asked.model_construct())
        if asked.need:
            return asked
        is_asked = field not in Example.model_fields or (
            self.need(Example, field) is not Need.HIDDEN
        )
        need = Need.REQUIRED if field == "title" else Need.OPTIONAL if is_asked else Need.HIDDEN
        return asked.model_copy(update={"need": need})

    def section(self, section: Section) -> TextRules:
        setting = self._section(section)
        need = setting.need or (Need.REQUIRED if section.needed else Need.OPTIONAL)
        return TextRules(need, setting.longest or section.at_most, setting.shortest or 0)

    def _section(self, section: Section) -> SectionSetting:
        return self.file.sections.get(section, _SECTION_AS_IT_IS)

    def published_section(self, section: Section) -> TextRules:
        """Of what has been approved: see `constraints`."""
        if self._section(section).constrains:
            return TextRules(Need.OPTIONAL, SECTION_ROOM)
        return self.section(section)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Those that are asked for, in order."""
        return tuple(one for one in Section if self.section(one).need is not Need.HIDDEN)

    def attestation(self, name: str) -> AttestationSetting:
        return self.file.attestations.get(name, _ATTESTED_AS_IT_IS)

    def attestation_need(self, name: str) -> Need:
        """Without regard to whether anyone is quoted."""
        return self.attestation(name).need or Need.REQUIRED

    @property
    def attestations(self) -> tuple[str, ...]:
        """Those that are asked for, in order."""
        asked = Attestations.model_fields
        return tuple(one for one in asked if self.attestation_need(one) is not Need.HIDDEN)


_AS_IT_IS = FieldSetting.model_construct()
_SECTION_AS_IT_IS = SectionSetting.model_construct()
_ATTESTED_AS_IT_IS = AttestationSetting.model_construct()


def _replaced(
    constraints: Iterable[object], longest: int | None, most: int | None, fewest: int
) -> Iterator[object]:
    """Those of the model, with these limits instead of its own; None: its own."""
    for constraint in constraints:
        match constraint:
            case Required():
                pass  # the need says it
            case MaxLength(characters):
                yield MaxLength(longest or characters)
            case ListSize(size):
                yield ListSize(most or size, fewest)
            case _:
                yield constraint
