"""A moment as a spreadsheet stores it -> text, to whole seconds: 2026-03-02 09:15:00."""

from __future__ import annotations

from datetime import datetime, timedelta


def moment_as_text(stored: str) -> str:
    """Of one in ISO 8601, as ODS and Strict workbooks have it. A day without a time stays so."""
    try:
        moment = datetime.fromisoformat(stored) if "T" in stored else None
    except ValueError:
        moment = None
    return rounded(moment) if moment else stored.replace("T", " ")


def rounded(moment: datetime) -> str:
    """A spreadsheet counts in fractions of days, which come out as 09:14:59.9996."""
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0).isoformat(sep=" ")
