"""Times that can't be read, or in more ways than one -> what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exempelbank.i18n import _
from exempelbank.intake.form.resolved import TimeSource
from exempelbank.intake.parsing.mapped_export import MappedRow
from exempelbank.intake.parsing.time_formats import (
    as_read,
    is_the_other_order,
    order_of,
    orders_fitting,
    same_order,
)
from exempelbank.intake.parsing.times import time_from


def unread_time(time: str, text: str, source: TimeSource) -> str:
    """What to write in the mapping, where the text tells."""
    orders = same_order(orders_fitting([text]), source.formats)
    if not orders:
        return _("{time} can't be read; see “format” in the mapping").format(time=time)
    formats = _(" or ").join(f'format: "{order[0]}"' for order in orders)
    days = [*dict.fromkeys(as_read(text, order[0]) for order in orders)]
    if len(days) == 1:
        says = _("{time} can't be read as the mapping says; write under its column: {formats}")
        return says.format(time=time, formats=formats)
    says = _("{time} may be {days}; write under its column in the mapping: {formats}")
    return says.format(time=time, days=_(" or ").join(days), formats=formats)


def in_both_orders(time: str, days: Sequence[str]) -> str:
    says = _("{time} may be {days}: the file writes day and month in both orders")
    return says.format(time=time, days=_(" or ").join(days))


def mixes_orders(rows: Iterable[MappedRow], source: TimeSource) -> bool:
    """Whether not all times of a file can be meant as the mapping says."""
    if not any({"dm", "md"} & {order_of(notation)[:2]} for notation in source.formats):
        return False
    times = (row.text_of(source.columns) for row in rows)
    return any(
        time
        and not time_from(time, source.formats, source.zone)
        and is_the_other_order(time, source.formats)
        for time in times
    )
