"""Times as form tools write them -> moments with a zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from exempelbank.intake.cleaning import one_line

_GOOGLE = re.compile(
    r"(\d{4})/(\d{1,2})/(\d{1,2}) (\d{1,2}):(\d\d):(\d\d) (fm|em|AM|PM) ?"
    r"([A-Za-z]*)([+\-−]\d{1,2}(?::?\d\d)?)?",
    re.IGNORECASE,
)
# The names that Google writes for the zones its Nordic and British users live in, in hours.
_ZONES = {
    "": None, "GMT": 0, "UTC": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "WET": 0, "WEST": 1,
    "BST": 1, "MEZ": 1, "MESZ": 2,
}  # fmt: skip
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")  # Excel's day number: 2009 and later
_EXCEL_EPOCH, _EPOCH_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone
_UNIX = re.compile(r"\d{9,10}")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")  # of another script
_YEARS = range(1900, 9999)
_LONGEST = 100  # characters
_ISO_FRACTION = re.compile(r"(\.\d{1,6})\d*(?=$|[Z+-])")


@dataclass(frozen=True, slots=True)
class ReadTime:
    moment: datetime
    ambiguous: bool = False  # the clock showed this twice (or never) when summer time changed


def time_from(
    text: str, formats: tuple[str, ...], zone: ZoneInfo, from_1904: bool = False
) -> ReadTime | None:
    """By the first of the formats that fits. A time that names no zone is in `zone`. What lies
    outside any form's lifetime is no time: .NET writes the year 1 for none, and 9999 for ever.
    `from_1904`: numbers of days are counted from then.
    """
    if len(text) > _LONGEST:
        return None
    plain = one_line(text)
    if _OTHER_DIGIT.search(plain):
        return None
    for notation in formats:
        moment = _read(plain, notation, from_1904)
        if moment is None:
            continue
        if moment.year not in _YEARS:
            return None
        if moment.tzinfo:
            return ReadTime(moment.astimezone(zone).replace(microsecond=0))
        return _in_zone(moment.replace(microsecond=0), zone)
    return None


def _in_zone(wall: datetime, zone: ZoneInfo) -> ReadTime:
    """An hour that comes twice is taken as the first; one that never came, as an hour later."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    ambiguous = first.utcoffset() != second.utcoffset()
    # By way of UTC, so that a time that never was becomes one that is.
    return ReadTime(first.astimezone(UTC).astimezone(zone), ambiguous)


def _read(text: str, notation: str, from_1904: bool) -> datetime | None:
    try:
        match notation:
            case "iso":
                return datetime.fromisoformat(_ISO_FRACTION.sub(r"\1", text))
            case "excel":
                if _SERIAL.fullmatch(text):
                    days = timedelta(days=float(text.replace(",", ".")))
                    epoch = _EPOCH_OF_1904 if from_1904 else _EXCEL_EPOCH
                    return epoch + days + timedelta(milliseconds=500)
                return datetime.fromisoformat(text)
            case "unix":
                return datetime.fromtimestamp(int(text), UTC) if _UNIX.fullmatch(text) else None
            case "google-direct":
                return _google(text)
            case _:
                return datetime.strptime(text, notation)  # noqa: DTZ007 - the zone comes after
    except (ValueError, OverflowError):
        return None


def _google(text: str) -> datetime | None:
    """2022/03/22 8:53:03 fm CET: no zero in the hour, 12 fm is midnight."""
    match = _GOOGLE.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    am_or_pm, name, offset = match[7].lower(), match[8].upper(), match[9]
    if not 1 <= hour <= 12 or name not in _ZONES:
        return None
    hour = hour % 12 + (12 if am_or_pm in ("em", "pm") else 0)
    moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - zone below
    hours = _ZONES[name]
    if hours is None and not offset:
        return moment
    shift = timedelta(hours=hours or 0)
    if offset:
        sign = 1 if offset[0] == "+" else -1
        whole, _colon, minutes = offset[1:].partition(":")
        shift += sign * timedelta(hours=int(whole[:2]), minutes=int(minutes or whole[2:] or 0))
    return (moment - shift).replace(tzinfo=UTC)
