"""The series of an indicator: what is not shown, and what can't be right. These are warnings."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.documents import Document, Keys
from exempelbank.i18n import _
from exempelbank.model.content import Indicator, Initiative, Measurement
from exempelbank.model.record import Record
from exempelbank.problems import Problem, Severity
from exempelbank.rules.measurements import (
    is_of_few,
    parts_without_number,
    people_in,
    shown,
)


def check_measurements(document: Document, record: Record) -> Iterator[Problem]:
    if not isinstance(record, Initiative):
        return
    for number, indicator in enumerate(record.indicators):
        keys: Keys = ("indicators", number)
        low, high = indicator.at_least, indicator.at_most
        if low is not None and high is not None and low > high:
            yield _warning(
                document,
                (*keys, "at_most"),
                _("is less than the least"),
                _("Correct one of the numbers."),
            )
        written = document.data["indicators"][number].get("values", ())
        # As they stand in the file: the indicator has them in order of time.
        for place, one in enumerate(written):
            measurement = Measurement.model_validate(one)
            yield from _check_one(document, measurement, indicator, (*keys, "values", place))


def _check_one(
    document: Document, one: Measurement, indicator: Indicator, keys: Keys
) -> Iterator[Problem]:
    if is_of_few(one, indicator):
        yield _warning(
            document,
            keys,
            _("tells of fewer than five people, and is not shown"),
            _("Take the value and the number of people away: the file can be read by others."),
        )
        return
    known = one.people is not None or indicator.counts_people or one.parts
    if indicator.group and one.value is not None and not known:
        yield _warning(
            document,
            keys,
            _("does not say how many people were measured"),
            _("Write it in people: a value for fewer than five is then not shown."),
        )
    total = people_in(one, indicator)
    people = sum(people_in(part, indicator) or 0 for part in one.parts)
    hidden = shown(one, indicator).parts != one.parts
    parts = (*keys, "parts")
    if parts_without_number(one, indicator):
        yield _warning(
            document,
            parts,
            _("does not say how many people each group has, so no group is shown"),
            _("Write it in people for each of them."),
        )
    elif total is not None and people > total:
        yield _warning(
            document,
            parts,
            _("comes to {n}, and {total} were measured in all, so no group is shown").format(
                n=people, total=total
            ),
            _("Correct one of the numbers."),
        )
    elif hidden:
        yield _warning(
            document,
            parts,
            _(
                "has a group of fewer than five people, so it and what it could be worked out from "
                "are not shown"
            ),
            _("Put small groups together, or take the groups away."),
        )


def _warning(document: Document, keys: Keys, says: str, fix: str) -> Problem:
    return Problem(document.location(*keys), says, fix, Severity.WARNING)
