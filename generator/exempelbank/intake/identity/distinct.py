"""The responses of an export -> the same, told apart, each with a key that is so next time too."""

from __future__ import annotations

from collections.abc import Sequence

from exempelbank.intake.identity.duplicates import copies_among, with_doubts, with_own_keys
from exempelbank.intake.identity.matching import keys_by_answers, keys_by_traits
from exempelbank.intake.identity.same_id import with_copies_noted, with_later_answers
from exempelbank.intake.known_records import KnownRecord
from exempelbank.intake.response import Response


def distinct_responses(
    responses: Sequence[Response], known: Sequence[KnownRecord], reuses_ids: bool = True
) -> list[Response]:
    """In the same order; copies are skipped and doubts are held. `known`: of the form.
    `reuses_ids`: two responses of one id may be of two senders.
    """
    sent = [response for response in responses if not (response.fault or response.skipped)]
    with_ids = [response for response in sent if response.has_id]
    without_ids = [response for response in sent if not response.has_id]

    by_answers = keys_by_answers(without_ids, known)
    copies = copies_among(without_ids, by_answers)
    different = [response for response in without_ids if response.row not in copies]
    unmatched = [response for response in different if response.row not in by_answers]
    found = {*by_answers.values()}
    keys = by_answers | keys_by_traits(
        unmatched, (record for record in known if record.key not in found)
    )
    told_apart = with_own_keys(different, keys, {record.key for record in known})

    latest = with_later_answers(with_ids, reuses_ids)
    judged = (*with_copies_noted(latest), *with_doubts(told_apart, keys))
    by_row = copies | {response.row: response for response in judged}
    return [by_row.get(response.row, response) for response in responses]
