"""A column of times -> the format that reads them all; or what must be asked, where several do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from exempelbank.i18n import _, ngettext
from exempelbank.intake.form.dialect import Dialect
from exempelbank.intake.parsing.time_formats import as_read, orders_fitting
from exempelbank.intake.parsing.times import time_from
from exempelbank.intake.suggest.export_column import ExportColumn

_SINGLE = ("iso", "excel", "unix", "google-direct")
_ZONE = ZoneInfo("UTC")  # which one does not matter: only whether a time can be read


@dataclass(frozen=True, slots=True)
class TimeDraft:
    formats: tuple[str, ...]  # none: it must be asked, or nobody can tell
    orders: tuple[tuple[str, ...], ...] = ()  # that all fit, where it must be asked
    unread: int = 0  # rows whose time fits nothing
    example: str = ""  # that each of the orders reads as another day


def draft_time(column: ExportColumn, dialect: Dialect) -> TimeDraft:
    times = [time for time in column.counts if time != dialect.no_time]
    draft = _draft_of_all(times, dialect)
    if draft:
        return draft
    readable = [t for t in times if time_from(t, _known(dialect), _ZONE) or orders_fitting([t])]
    unread = sum(column.counts[time] for time in {*times} - {*readable})
    if draft := _draft_of_all(readable, dialect):
        return replace(draft, unread=unread)
    # In several orders: what the tool would not have written is held, and says why.
    others = sum(column.counts[t] for t in readable if not time_from(t, dialect.formats, _ZONE))
    return TimeDraft(dialect.formats[:1], unread=unread + others)


def _known(dialect: Dialect) -> tuple[str, ...]:
    return (*dialect.formats, *_SINGLE)


def _draft_of_all(times: list[str], dialect: Dialect) -> TimeDraft | None:
    """None when no format, and no order of a date, fits them all."""
    for notation in _known(dialect):
        if all(time_from(time, (notation,), _ZONE) for time in times):
            return TimeDraft((notation,))
    orders = orders_fitting(times)
    if len(orders) > 1:
        return TimeDraft((), tuple(orders), example=_example(times, orders))
    return TimeDraft(orders[0]) if orders else None


def is_time(column: ExportColumn) -> bool:
    """Whether at least one answer, of those there are, is a day or a moment."""
    return not column.answers or any(
        time_from(time, ("iso", "excel", "google-direct"), _ZONE) or orders_fitting([time])
        for time in column.counts
    )


def _example(times: list[str], orders: list[tuple[str, ...]]) -> str:
    differ = (time for time in times if len({_day(time, order) for order in orders}) > 1)
    return next(differ, times[0])


def _day(time: str, order: tuple[str, ...]) -> str:
    return next(
        as_read(time, notation) for notation in order if time_from(time, (notation,), _ZONE)
    )


def remarks_on(key: str, draft: TimeDraft) -> Iterator[str]:
    """What a person must choose, a line each."""
    if draft.orders:
        says = _("{key}: the times can be read in several ways, and nobody but you knows which.")
        yield says.format(key=key)
        yield _("Write one of these lines under “column”; until then every response is held:")
        for order in draft.orders:
            quoted = [f'"{notation}"' for notation in order]
            written = quoted[0] if len(order) == 1 else f"[{', '.join(quoted)}]"
            meant = _("{time} is then {day}").format(
                time=draft.example, day=_day(draft.example, order)
            )
            yield f"    format: {written}  # {meant}"
    if draft.unread:
        yield ngettext(
            "{key}: {n} time is written in another way, and will be held.",
            "{key}: {n} times are written in another way, and will be held.",
            draft.unread,
        ).format(key=key, n=draft.unread)
