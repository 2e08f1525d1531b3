"""Times as a country's spreadsheet writes them -> the formats that read them all.

3/4/2026 is a day in March or in April. Other times in the same column may tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from exempelbank.intake.cleaning import one_line

_ORDERS = ("Y m d", "d m Y", "m d Y", "d m y", "m d y", "y m d")
_IN_DIGITS = re.compile(r"(\d{1,4})([-/.] ?)(\d{1,2})\2(\d{1,4})(\.?)(?:(,? (?:kl\.? )?|T)(\S.*))?")
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})([ -])([A-Za-z]{3,9})([ -])|([A-Za-z]{3,9}) (\d{1,2})(, ?| ))(\d{4}|\d\d)"
    r"(?:(,? (?:at )?)(\d.*))?"
)
_CLOCK = re.compile(r"(\d{1,2})([:.])\d\d(?:\2(\d\d))?(?:( ?)([AaPp][Mm]))?")
_LONGEST = 60  # characters


def orders_fitting(times: Iterable[str]) -> list[tuple[str, ...]]:
    """Each order of day, month and year that fits all the times, as the formats it takes: one, or
    more where some of them have seconds and others have none. Empty when no order fits all.
    """
    plain = [one_line(time) for time in times]
    orders = (_formats(plain, order) for order in _ORDERS)
    return [*dict.fromkeys(order for order in orders if order)]


def _formats(times: Iterable[str], order: str) -> tuple[str, ...]:
    formats: dict[str, None] = {}
    for time in times:
        notation = _format(time, order)
        if not notation:
            return ()
        formats[notation] = None
    return tuple(formats)


def order_of(notation: str) -> str:
    """ "%d/%m/%Y %H:%M" -> dmY"""
    return "".join(re.findall(r"%([dmbByY])", notation)).replace("B", "m").replace("b", "m")


def as_read(time: str, notation: str) -> str:
    """The day, as everyone reads it."""
    moment = datetime.strptime(one_line(time), notation)  # noqa: DTZ007 - only its day is shown
    return moment.strftime("%Y-%m-%d")


def same_order(orders: Sequence[tuple[str, ...]], formats: Iterable[str]) -> list[tuple[str, ...]]:
    """Those that write the day as one of the formats does; all of them when none does."""
    wanted = set(map(order_of, formats))
    return [order for order in orders if order_of(order[0]) in wanted] or [*orders]


def days_of(time: str) -> list[str]:
    """Every day that it may be."""
    return [*dict.fromkeys(as_read(time, order[0]) for order in orders_fitting([time]))]


def is_the_other_order(time: str, formats: Iterable[str]) -> bool:
    """Whether its day and month can only be read the other way round than the formats say."""
    orders = [order_of(order[0]) for order in orders_fitting([time])]
    exchanged = {order[1::-1] + order[2:] for order in orders}
    return len(orders) == 1 and not exchanged.isdisjoint(map(order_of, formats))


def _format(time: str, order: str) -> str:
    """How the time is written when its day is written in this order; "" when it can't be."""
    notation = ""
    if len(time) > _LONGEST or not time.isascii():
        return ""
    if match := _IN_DIGITS.fullmatch(time):
        _first, divider, _second, _third, dot, joint, clock = match.groups()
        day = divider.join(f"%{part}" for part in order.split())
        notation = day + dot + _joined(joint, clock)
    elif match := _IN_WORDS.fullmatch(time):
        month = "%b" if len(match[3] or match[5]) == 3 else "%B"
        year = "%Y" if len(match[8]) == 4 else "%y"
        day = f"%d{match[2]}{month}{match[4]}{year}" if match[1] else f"{month} %d{match[7]}{year}"
        notation = day + _joined(match[9], match[10])
    try:
        datetime.strptime(time, notation)  # noqa: DTZ007 - only whether it can be read
    except ValueError:
        return ""
    return notation


def _joined(joint: str | None, clock: str | None) -> str:
    if clock is None:
        return ""
    match = _CLOCK.fullmatch(clock)
    if not match:
        return "%"  # no format: strptime refuses it
    hours, divider, seconds, gap, half = match.groups()
    hour = "%I" if half and 1 <= int(hours) <= 12 else "%H"
    parts = [hour, "%M", *(["%S"] if seconds else [])]
    return f"{joint}{divider.join(parts)}" + (f"{gap or ''}%p" if half else "")
