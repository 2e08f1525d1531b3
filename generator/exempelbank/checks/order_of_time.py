"""What comes before what: occasions, and the first and last days of whatever goes on for a time.

These are warnings: the site shows occasions in order of time, and the rest as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from exempelbank.documents import Document, Keys
from exempelbank.i18n import _
from exempelbank.model.content import Event, FocusArea, Initiative, Network
from exempelbank.model.occasion import LONGEST, Occasion
from exempelbank.model.record import Record
from exempelbank.problems import Problem, Severity


def check_order_of_time(document: Document, record: Record) -> Iterator[Problem]:
    if isinstance(record, Event):
        yield from _check_occasions(document)
    for keys in _early_ends(record):
        yield _warning(document, keys, _("ends before it starts"), _("Correct one of them."))


def _early_ends(record: Record) -> Iterator[Keys]:
    """Where an end stands that comes before the beginning."""
    match record:
        case Initiative(starts=date() as first, ends=date() as last) if last < first:
            yield ("ends",)
        case Initiative(funding=funding):
            for number, one in enumerate(funding):
                if one.first and one.last and one.last < one.first:
                    yield "funding", number, "to"
        case Network(decided=date() as first, ended=date() as last) if last < first:
            yield ("ended",)
        case FocusArea(periods=periods):
            for number, period in enumerate(periods):
                if period.last < period.first:
                    yield "periods", number, "to"


def _check_occasions(document: Document) -> Iterator[Problem]:
    # As they stand in the file: the event has them in order.
    occasions = [Occasion.model_validate(one) for one in document.data["occasions"]]
    if any(one.starts_at < before.starts_at for before, one in pairwise(occasions)):
        yield _warning(
            document,
            ("occasions",),
            _("do not stand in order of time"),
            _("The site shows them in order. See that no day is wrong, and move them here too."),
        )
    for number, one in enumerate(occasions):
        if one.days > LONGEST:
            yield _warning(
                document,
                ("occasions", number, "ends"),
                _("is {n} days after it starts").format(n=one.days - 1),
                _("Correct the day if it is wrong. The calendar marks the first {n} days.").format(
                    n=LONGEST
                ),
            )
    for number, other in _overlaps(occasions):
        if occasions[number] == occasions[other]:
            says = _("is the same time as occasion {n}")
            fix = _("Take one of them away, or correct it.")
        else:
            says = _("begins before occasion {n} is over")
            fix = _("Correct the times, or make an event of its own of one of them.")
        yield _warning(document, ("occasions", number), says.format(n=other + 1), fix)


def _overlaps(occasions: Sequence[Occasion]) -> Iterator[tuple[int, int]]:
    """(an occasion, the one before that is not over when it begins), as places in the list."""
    first, *others = sorted(range(len(occasions)), key=lambda number: occasions[number].starts_at)
    latest = first  # of those gone through, the one that is over last
    for number in others:
        if occasions[number].starts_at < occasions[latest].ends_at:
            yield number, latest
        latest = max(latest, number, key=lambda one: occasions[one].ends_at)


def _warning(document: Document, keys: Keys, says: str, fix: str) -> Problem:
    return Problem(document.location(*keys), says, fix, Severity.WARNING)
