"""A response, and the records of its id -> may it be another, of a form with numbers begun anew?"""

from __future__ import annotations

from collections.abc import Sequence

from exempelbank.i18n import _
from exempelbank.intake.identity.response_key import letters_of
from exempelbank.intake.known_records import KnownRecord
from exempelbank.intake.parsing.parsed_row import Hold
from exempelbank.intake.response import Response

_MINUTE = 60  # seconds, which Excel drops


def doubts_of_id(response: Response, records: Sequence[KnownRecord]) -> list[Hold]:
    """`records`: what has its id, in the library and in the queue. An edited answer keeps its title
    or the time when it was sent.
    """
    if not response.has_id or not records or any(_is_of(response, record) for record in records):
        return []
    says = _(
        "has the number of {path}, but another title and time. If the form has begun its numbers "
        "anew, make a copy of the mapping with another name and another “form:”, and import with "
        "that; if it is an edited answer, let it in"
    )
    return [Hold(says.format(path=records[0].path), releasable=True)]


def _is_of(response: Response, record: KnownRecord) -> bool:
    if response.answers_hash in (record.answers_hash, record.newer_hash):
        return True
    if response.submitted_at and record.submitted_at:
        apart = abs((response.submitted_at - record.submitted_at).total_seconds())
        if apart < _MINUTE:
            return True
    titles = letters_of(response.title), letters_of(record.title)
    return not all(titles) or titles[0] == titles[1]
