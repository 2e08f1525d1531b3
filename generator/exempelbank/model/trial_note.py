"""A trial note: what came of it when others tried what an example tells of.

It has no page: it stands on the page of its example, for as long as that is shown.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from exempelbank.i18n import N_, _, kept_while_spoken, pgettext
from exempelbank.model import wordings
from exempelbank.model.contribution import Contribution
from exempelbank.model.record import ExampleId, InVocabulary, MaxLength, Required, YearMonth


class Outcome(StrEnum):
    """Did it work?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"

    @property
    def label(self) -> str:
        return pgettext("outcome", _LABELS[self])


_LABELS = {
    Outcome.YES: N_("outcome", "Yes"),
    Outcome.PARTLY: N_("outcome", "Partly"),
    Outcome.NO: N_("outcome", "No"),
}


@kept_while_spoken
def outcomes_by_wording() -> Mapping[str, Outcome]:
    """By their labels in every language we speak: a form may ask in another than the site's."""
    return wordings.by_wording("outcome", _LABELS)


class TrialNote(Contribution):
    """The public fields. Order here is order in the file."""

    hashed_as: ClassVar[str] = "trial_note"

    example: ExampleId  # that was tried
    municipality: Annotated[str, InVocabulary("municipalities")] = ""
    district: Annotated[str, InVocabulary("districts")] = ""
    organisation: Annotated[str, InVocabulary("organisations")] = ""
    unit: Annotated[str, MaxLength(100)] = ""
    tried: Annotated[str, Required(), YearMonth()] = ""
    worked: Annotated[Outcome | None, Required()] = None
    text: Annotated[str, Required(), MaxLength(400)] = ""  # the body of the file

    @classmethod
    def public_type(cls) -> type["TrialNote"]:
        return TrialNote

    @property
    def title(self) -> str:
        """What people call it: it has no heading of its own."""
        return _("We have tried {example}").format(example=self.example)
