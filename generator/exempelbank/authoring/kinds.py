"""What can be added, and what is asked of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exempelbank.i18n import N_, kept_while_spoken, pgettext
from exempelbank.model.content import Event, FocusArea, Initiative, Network, NewsItem, Tip
from exempelbank.model.record import FrozenModel, Record
from exempelbank.model.submission import Submission, TrialNoteSubmission, UnderReview
from exempelbank.model.wordings import by_wording
from exempelbank.settings import Municipality
from exempelbank.settings.fields import LEAD_FIELDS
from exempelbank.text.normalization import comparable


@dataclass(frozen=True, slots=True)
class AddedKind:
    name: str
    record: type[FrozenModel]
    needs_consent: bool = False
    fields: tuple[str, ...] = ()  # those that are asked for, when not all of them are

    @property
    def label(self) -> str:
        return pgettext("kind to add", _LABELS[self.name])

    @property
    def typed(self) -> str:
        """What people write for it in a command."""
        return self.label.casefold()

    @property
    def folder(self) -> str:
        """Where its files lie; empty for what stands in a list, as municipalities do."""
        return self.record.folder if issubclass(self.record, Record) else ""

    @property
    def is_contribution(self) -> bool:
        return issubclass(self.record, UnderReview)


_LABELS = {
    "example": N_("kind to add", "Example"),
    "lead": N_("kind to add", "Lead"),
    "trial-note": N_("kind to add", "Trial note"),
    "event": N_("kind to add", "Event"),
    "news": N_("kind to add", "News"),
    "network": N_("kind to add", "Network"),
    "focus-area": N_("kind to add", "Focus area"),
    "tip": N_("kind to add", "Tip"),
    "initiative": N_("kind to add", "Initiative"),
    "municipality": N_("kind to add", "Municipality"),
    "party": N_("kind to add", "Party"),  # in the same list as municipalities
}
_OF_A_PLACE = ("label", "kind", "code", "member", "aliases", "contact_email")

ADDED_KINDS: Mapping[str, AddedKind] = {
    kind.name: kind
    for kind in (
        AddedKind("example", Submission, needs_consent=True),
        AddedKind("lead", Submission, fields=LEAD_FIELDS),
        AddedKind("trial-note", TrialNoteSubmission, needs_consent=True),
        AddedKind("event", Event),
        AddedKind("news", NewsItem),
        AddedKind("network", Network),
        AddedKind("focus-area", FocusArea),
        AddedKind("tip", Tip),
        AddedKind("initiative", Initiative),
        AddedKind("municipality", Municipality, fields=_OF_A_PLACE),
        AddedKind("party", Municipality, fields=_OF_A_PLACE),
    )
}


@kept_while_spoken
def kinds_by_wording() -> Mapping[str, AddedKind]:
    """By name, and by label in every language we speak, as `comparable` has them."""
    named = {comparable(name): kind for name, kind in ADDED_KINDS.items()}
    labelled = by_wording("kind to add", _LABELS)
    return named | {wording: ADDED_KINDS[name] for wording, name in labelled.items()}
