"""What was found of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from exempelbank.i18n import _
from exempelbank.problems import Problem, Severity


class Standing(StrEnum):
    """In the order they are told: what matters most stands last, nearest to the prompt."""

    IN_ORDER = "in-order"
    BEFORE_LIVE = "before-live"
    LOOK_OVER = "look-over"
    MEND = "mend"

    @property
    def heading(self) -> str:
        headings = {
            Standing.IN_ORDER: _("In order"),
            Standing.BEFORE_LIVE: _("Before the site goes live"),
            Standing.LOOK_OVER: _("Should be looked over"),
        }
        return headings.get(self, _("Must be mended"))


@dataclass(frozen=True, slots=True)
class Diagnosis:
    about: str
    says: str  # no full stop
    fix: str = ""  # whole sentences
    standing: Standing = Standing.IN_ORDER

    def __str__(self) -> str:
        return "\n      ".join([f"  {self.about}: {self.says}", *self.fix.splitlines()])


_STANDINGS = {Severity.ERROR: Standing.MEND, Severity.WARNING: Standing.LOOK_OVER}


def diagnosis_of(problem: Problem, standing: Standing | None = None) -> Diagnosis:
    """`standing`: instead of the one that follows from how bad it is."""
    found = standing or _STANDINGS.get(problem.severity, Standing.IN_ORDER)
    return Diagnosis(str(problem.location), problem.says, problem.fix, found)
