"""Responses without ids, and what is known -> each with the key of the record that is its own.

Records are compared with the responses that share their blocking key (record linkage's term), by
one trait after the other: the answers, the title and sender. A match is made when the trait has one
response and one record; what stays unmatched is new, or doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exempelbank.intake.identity.response_key import (
    as_far_as_title,
    blocking_key_in,
    key_with_title,
)
from exempelbank.intake.known_records import KnownRecord, KnownRecords
from exempelbank.intake.response import Response


@dataclass(frozen=True)
class _Trait:
    of_response: Callable[[Response], Hashable]
    of_record: Callable[[KnownRecord], Iterable[Hashable]]
    across_senders: bool = False  # by other secrets, one sender's hashes differ


def _hashes(record: KnownRecord) -> Iterator[str]:
    yield from filter(None, (record.answers_hash, record.newer_hash))


def _titles(record: KnownRecord) -> Iterator[str]:
    """As it was sent, which its key tells, before what it is now."""
    yield as_far_as_title(record.key)
    yield key_with_title(blocking_key_in(record.key), record.title)


def _key_from_before(record: KnownRecord) -> Iterator[str]:
    """It tells no title. Where a person has changed the title, the only one there is must be it."""
    if record.key == blocking_key_in(record.key) and not record.untouched:
        yield record.key


_TRAITS = (
    _Trait(
        lambda response: (response.answers_hash, response.sender_hash),
        lambda record: ((answers, record.sender_hash) for answers in _hashes(record)),
    ),
    _Trait(lambda response: response.answers_hash, _hashes, across_senders=True),
    _Trait(
        lambda response: (response.key, response.sender_hash),
        lambda record: ((title, record.sender_hash) for title in _titles(record)),
    ),
    _Trait(lambda response: response.key, _titles),
    _Trait(lambda response: response.blocking_key, _key_from_before),
)


def known_keys(responses: Iterable[Response], known: KnownRecords, form: str) -> Mapping[int, str]:
    """Row -> the key of what is known of it. `form`: how the form's keys begin."""
    by_block: defaultdict[str, defaultdict[str, list[KnownRecord]]]
    by_block = defaultdict(lambda: defaultdict(list))
    by_answers: dict[Hashable, str] = {}
    for record in known.of_form(form):
        by_block[blocking_key_in(record.key)][record.key].append(record)
        for answers in _hashes(record):
            by_answers.setdefault((answers, record.sender_hash), record.key)

    blocks: defaultdict[str, list[Response]] = defaultdict(list)
    for response in responses:
        blocks[response.blocking_key].append(response)
    found: dict[int, str] = {}
    for block, candidates in blocks.items():
        if block in by_block:
            found |= _matches(candidates, by_block[block])
    # Sent twice, and only the second is in this export.
    taken = set(found.values())
    for response in (response for each in blocks.values() for response in each):
        key = by_answers.get((response.answers_hash, response.sender_hash))
        if response.row not in found and key and key not in taken:
            found[response.row] = key
            taken.add(key)
    return found


def _matches(
    responses: Collection[Response], records: Mapping[str, Sequence[KnownRecord]]
) -> dict[int, str]:
    """Row -> key, of those that share a blocking key. Copies count once."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for trait in _TRAITS:
        by_trait: defaultdict[Hashable, dict[Hashable, Response]] = defaultdict(dict)
        for response in responses:
            if response.row not in found:
                answers = response.answers_hash, response.sender_hash
                by_trait[trait.of_response(response)].setdefault(answers, response)
        keys: defaultdict[Hashable, dict[str, None]] = defaultdict(dict)
        for key in records:
            for record in records[key]:
                for value in trait.of_record(record):
                    keys[value][key] = None
        for value, sharing in keys.items():
            candidates = [*by_trait[value].values()]
            free = [key for key in sharing if key not in taken]
            if len(candidates) == len(free) == 1:
                (response,), (key,) = candidates, free
                if trait.across_senders or _may_be_sender(response, records[key]):
                    found[response.row] = key
                    taken.add(key)
    return found


def _may_be_sender(response: Response, records: Sequence[KnownRecord]) -> bool:
    senders = {record.sender_hash for record in records} - {""}
    return not response.sender_hash or not senders or response.sender_hash in senders
