"""How many came to an event: parts that can't be parts of the total. These are warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exempelbank.documents import Document, Keys
from exempelbank.i18n import _
from exempelbank.model.content import Event
from exempelbank.model.record import Record
from exempelbank.problems import Problem, Severity


def check_participants(document: Document, record: Record) -> Iterator[Problem]:
    if not isinstance(record, Event):
        return
    by_role = [(part.role, part.number) for part in record.participants_by_role]
    by_place = [(part.municipality, part.number) for part in record.participants_by_municipality]
    for field, parts in (
        ("participants_by_role", by_role),
        ("participants_by_municipality", by_place),
    ):
        together = sum(number for _name, number in parts)
        if parts and record.participants is None:
            yield _warning(
                document,
                (field,),
                _("has no total, so nothing of it is counted"),
                _("Write in participants how many came in all."),
            )
        elif parts and together > (record.participants or 0):
            yield _warning(
                document,
                (field,),
                _("comes to {n}, and {total} came in all").format(
                    n=together, total=record.participants
                ),
                _("Correct one of the numbers."),
            )
        for name, times in Counter(name for name, _number in parts).items():
            if times > 1:
                yield _warning(
                    document,
                    (field,),
                    _("has “{name}” {n} times").format(name=name, n=times),
                    _("Write one number for each."),
                )


def _warning(document: Document, keys: Keys, says: str, fix: str) -> Problem:
    return Problem(document.location(*keys), says, fix, Severity.WARNING)
