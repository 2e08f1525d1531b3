"""When an event takes place: hours of a day, or whole days, by the clock on the wall where the
organisation is. Settings know the zone.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Self

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from exempelbank.model.mending import mended_clock_time, mended_day
from exempelbank.model.record import ISO_DAY, FrozenModel
from exempelbank.model.written_as import refusal

# Days of one occasion that a calendar marks: a slip of the pen must not fill the years.
LONGEST = 31

# A day, and perhaps a time: 09:00, and as people write it, 9.00 or kl. 9. Before seven it takes two
# digits: someone who writes 2:00 may mean the afternoon.
_WRITTEN = (
    rf"({ISO_DAY.pattern})"
    r"(?:(?:T|,?\s+)(?:kl[.]?\s*)?([01][0-9]|2[0-3]|[07-9])(?:[:.]([0-5][0-9])(?::00)?)?)?"
)
_PATTERN = re.compile(_WRITTEN)


def _day_or_time(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = value if isinstance(value, str) else ""
    if found := _read(text):
        return found
    meant = mended_clock_time(text) or mended_day(text)
    raise refusal("day_or_time", meant if _read(meant) else "")


def _read(text: str) -> date | None:
    with suppress(ValueError):  # the form is right, but there is no such day
        if found := _PATTERN.fullmatch(text):
            day, hour, minute = date.fromisoformat(found[1]), found[2], found[3]
            return datetime.combine(day, time(int(hour), int(minute or 0))) if hour else day
    return None


def _written(when: date) -> str:
    return when.strftime("%Y-%m-%d %H:%M") if isinstance(when, datetime) else when.isoformat()


DayOrTime = Annotated[
    date,  # a datetime, when it has a time
    PlainValidator(_day_or_time),
    PlainSerializer(_written, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_WRITTEN}$"}),
]


class Occasion(FrozenModel):
    """From one time to another, or whole days, the last one included."""

    starts: DayOrTime
    ends: DayOrTime

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if isinstance(self.starts, datetime) != isinstance(self.ends, datetime):
            raise PydanticCustomError("one_without_time", "must both have a time, or neither")
        if self.ends_at <= self.starts_at:
            raise PydanticCustomError("ends_first", "must end after it starts")
        return self

    @property
    def whole_days(self) -> bool:
        return not isinstance(self.starts, datetime)

    @property
    def first_day(self) -> date:
        return _day_of(self.starts)

    @property
    def last_day(self) -> date:
        return _day_of(self.ends)

    @property
    def days(self) -> int:
        """How many it touches."""
        return (self.last_day - self.first_day).days + 1

    @property
    def starts_at(self) -> datetime:
        """A whole day starts at its midnight."""
        return self.starts if isinstance(self.starts, datetime) else _midnight(self.starts)

    @property
    def ends_at(self) -> datetime:
        """A whole day ends at the next midnight."""
        if isinstance(self.ends, datetime):
            return self.ends
        return _midnight(self.ends) + timedelta(days=1)


def _day_of(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def in_order_of_time(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    return tuple(sorted(occasions, key=lambda one: one.starts_at))
