"""Lists of terms, and the finding of one by what people call it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from exempelbank.files.paths import CONFIG, CONTENT
from exempelbank.i18n import N_, pgettext
from exempelbank.model import mending
from exempelbank.model.record import FrozenModel, Slug, Texts
from exempelbank.model.written_as import WrittenAs
from exempelbank.text.choices import choices_text
from exempelbank.text.normalization import comparable, nearest, normalised


class Meaning(StrEnum):
    """What a term may mean to the program, whatever it is called: see `exempelbank.rules.terms`."""

    ENDED = "ended"
    ONGOING = "ongoing"
    NONE_OF_THESE = "none-of-these"
    OWN_EXPERIENCE = "own-experience"
    LEARNING_EXAMPLE = "learning-example"


class Term(FrozenModel):
    id: Slug
    label: str
    short: str = ""  # where there is little room
    aliases: Texts = ()
    about: str = ""
    replaced_by: Slug | None = None  # a retired term keeps its id
    means: Meaning | None = None
    icon: Slug | None = None  # of Material Design Icons, where the term is shown with one
    contact_email: str = ""  # a function's address: where letters go; whom colleagues may ask

    @property
    def short_label(self) -> str:
        return self.short or self.label


def _municipality_code(pattern: str) -> WrittenAs:
    """Statistics Sweden's."""
    return WrittenAs(
        pattern, N_("written as", "must be four digits, such as 0180"), mending.mended_code
    )


MunicipalityCode = Annotated[str, _municipality_code("[0-9]{4}")]


class PlaceKind(StrEnum):
    MUNICIPALITY = "municipality"
    REGION = "region"
    AUTHORITY = "authority"
    OTHER = "other"

    @property
    def label(self) -> str:
        return pgettext("kind of place", _KINDS_OF_PLACE[self])


_KINDS_OF_PLACE = {
    PlaceKind.MUNICIPALITY: N_("kind of place", "Municipality"),
    PlaceKind.REGION: N_("kind of place", "Region"),
    PlaceKind.AUTHORITY: N_("kind of place", "Public authority"),
    PlaceKind.OTHER: N_("kind of place", "Party"),
}


class Municipality(Term):
    """A place that takes part: a municipality, or by its `kind` another party."""

    kind: PlaceKind = PlaceKind.MUNICIPALITY
    code: Annotated[str, _municipality_code("([0-9]{4})?")] = ""
    member: Literal["yes", "no", "unknown"] = "unknown"
    member_from: str = ""
    member_to: str = ""
    districts: tuple[Term, ...] = ()

    @property
    def is_municipality(self) -> bool:
        return self.kind is PlaceKind.MUNICIPALITY


_PLACES = {
    "municipalities": f"{CONFIG}/municipalities.yml",
    "districts": f"{CONFIG}/municipalities.yml",
    "focus_areas": f"{CONTENT}/focus_areas",
    "networks": f"{CONTENT}/networks",
}
_MUNICIPALITY = re.compile(r"(.+?) (?:kommun|stad)", re.IGNORECASE)


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one list, in the order of the file."""

    name: str
    terms: tuple[Term, ...] = ()
    # By the id that it would have: a record that can't be read, and makes no term before it can.
    damaged_files: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        return {term.id: term for term in self.terms}

    def meaning(self, meaning: Meaning) -> frozenset[str]:
        """The ids of the terms that are marked so, and of those that they have replaced."""
        marked = {term.id for term in self.terms if term.means is meaning}
        replaced = {term.id for term in self.terms if term.replaced_by in marked}
        return frozenset(marked | replaced)

    @cached_property
    def _by_wording(self) -> Mapping[str, tuple[Term, ...]]:
        wordings: dict[str, dict[str, Term]] = {}
        for term in self.terms:
            for wording in filter(None, (term.id, term.label, term.short, *term.aliases)):
                wordings.setdefault(comparable(wording), {})[term.id] = term
        return {wording: tuple(terms.values()) for wording, terms in wordings.items()}

    def called(self, wording: str) -> tuple[Term, ...]:
        """Those with this id, label or alias, without regard to capitals and spacing. A
        municipality is known as “Ekby kommun” and “Ekby stad” too.
        """
        if found := self._by_wording.get(comparable(wording)):
            return found
        named = _MUNICIPALITY.fullmatch(normalised(wording))
        if named is None or self.name != "municipalities":
            return ()
        name = comparable(named[1])
        return self._by_wording.get(name) or self._by_wording.get(name.removesuffix("s")) or ()

    def find(self, wording: str) -> Term | None:
        """The first of those that are `called` so."""
        return next(iter(self.called(wording)), None)

    def meant_by(self, wording: str) -> Term | None:
        """The only one that is `called` so; of several, the only one that is still in use."""
        if wording in self.by_id:
            return self.by_id[wording]
        found = self.called(wording)
        in_use = tuple(term for term in found if not term.replaced_by) or found
        return in_use[0] if len(in_use) == 1 else None

    def label(self, id: str) -> str:
        """The words for an id; the id itself when no term has it."""
        return self.by_id[id].label if id in self.by_id else id

    def choices(self, written: str) -> str:
        """What one may write instead of this, or of nothing."""
        in_use = [term for term in self.terms if not term.replaced_by]
        return choices_text(
            written,
            (term.label for term in in_use),
            _PLACES.get(self.name, f"{CONFIG}/vocabularies.yml"),
            {term.label: (term.id, *filter(None, (term.short, *term.aliases))) for term in in_use},
        )

    def suggestion(self, wording: str) -> str | None:
        """The label most like a wording that nothing matches."""
        return nearest(wording, (term.label for term in self.terms))

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)
