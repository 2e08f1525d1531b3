"""The responses of an export -> the same, told apart, each with a key that is so next time too."""

from __future__ import annotations

from collections.abc import Sequence

from exempelbank.intake.identity.duplicates import copies_among, with_doubts, with_own_keys
from exempelbank.intake.identity.matching import known_keys
from exempelbank.intake.identity.response_key import as_far_as_title
from exempelbank.intake.identity.same_id import with_copies_noted, with_later_answers
from exempelbank.intake.known_records import KnownRecords
from exempelbank.intake.response import Response


def distinct_responses(
    responses: Sequence[Response], known: KnownRecords, form: str
) -> list[Response]:
    """In the same order; copies are skipped and doubts are held. `form`: how its keys begin."""
    sent = [response for response in responses if not (response.skipped or response.fault)]
    with_ids = [response for response in sent if response.has_id]
    without_ids = [response for response in sent if not response.has_id]
    keys = known_keys(without_ids, known, form)
    copies = copies_among(without_ids, keys)
    different = [response for response in without_ids if response.row not in copies]
    of_tool = with_copies_noted(with_later_answers(with_ids))
    taken = {part for key in known.keys for part in (key, as_far_as_title(key))}
    judged = with_doubts(with_own_keys(different, keys, taken), keys)
    by_row = copies | {response.row: response for response in (*of_tool, *judged)}
    return [by_row.get(response.row, response) for response in responses]
