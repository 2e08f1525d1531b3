"""Responses without ids, and the records of their form -> the key of the record that is its own.

Answers that are the same are the same response, wherever it stands. For the rest, records are
compared with the responses that share their blocking key (record linkage's term), by one trait
after the other. A match is made when one response and one record share the trait; what stays
unmatched is new, or doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exempelbank.intake.identity.response_key import (
    as_far_as_title,
    blocking_key_in,
    key_with_title,
)
from exempelbank.intake.known_records import KnownRecord
from exempelbank.intake.response import Response


def keys_by_answers(
    responses: Iterable[Response], records: Iterable[KnownRecord]
) -> dict[int, str]:
    """Row -> key, where all answers and the sender are the same. Of copies, all that are known; or
    else one, which may be known by another that is no longer in the export.
    """
    keys: defaultdict[Hashable, dict[str, None]] = defaultdict(dict)
    for record in records:
        for answers_hash in _answers(record):
            keys[answers_hash, record.sender_hash][record.key] = None
    copies: defaultdict[Hashable, list[Response]] = defaultdict(list)
    for response in responses:
        if (response.answers_hash, response.sender_hash) in keys:
            copies[response.answers_hash, response.sender_hash].append(response)
    found: dict[int, str] = {}
    for answers, same in copies.items():
        of_block = {blocking_key_in(key): key for key in keys[answers]}
        first = {each.blocking_key: each for each in reversed(same)}
        own = {first[block].row: of_block[block] for block in first.keys() & of_block.keys()}
        found |= own or {same[0].row: next(iter(keys[answers]))}
    return found


@dataclass(frozen=True)
class _Trait:
    of_response: Callable[[Response], Hashable]
    of_record: Callable[[KnownRecord], Iterable[Hashable]]
    across_senders: bool = False  # on another computer, one sender's hashes differ


def _answers(record: KnownRecord) -> Iterator[str]:
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
    _Trait(lambda response: response.answers_hash, _answers, across_senders=True),
    _Trait(
        lambda response: (as_far_as_title(response.key), response.sender_hash),
        lambda record: ((title, record.sender_hash) for title in _titles(record)),
    ),
    _Trait(lambda response: as_far_as_title(response.key), _titles),
    _Trait(lambda response: response.blocking_key, _key_from_before),
)


def keys_by_traits(responses: Iterable[Response], records: Iterable[KnownRecord]) -> dict[int, str]:
    """Row -> key, of responses with different answers."""
    known: defaultdict[str, defaultdict[str, list[KnownRecord]]]
    known = defaultdict(lambda: defaultdict(list))
    for record in records:
        known[blocking_key_in(record.key)][record.key].append(record)
    blocks: defaultdict[str, list[Response]] = defaultdict(list)
    for response in responses:
        if response.blocking_key in known:
            blocks[response.blocking_key].append(response)
    return {
        row: key
        for block, candidates in blocks.items()
        for row, key in _matches(candidates, known[block])
    }


def _matches(
    responses: Sequence[Response], records: Mapping[str, Sequence[KnownRecord]]
) -> Iterator[tuple[int, str]]:
    """Row and key, of those that share a blocking key. `records`: by key."""
    rows, keys = {response.row for response in responses}, {*records}  # those left
    for trait in _TRAITS:
        candidates: defaultdict[Hashable, list[Response]] = defaultdict(list)
        for response in responses:
            if response.row in rows:
                candidates[trait.of_response(response)].append(response)
        sharing: defaultdict[Hashable, dict[str, None]] = defaultdict(dict)
        for key, of_key in records.items():
            for value in (value for record in of_key for value in trait.of_record(record)):
                sharing[value][key] = None
        for value in sharing:
            free = [key for key in sharing[value] if key in keys]
            if len(candidates[value]) == len(free) == 1:
                (response,), (key,) = candidates[value], free
                if trait.across_senders or _may_be_sender(response, records[key]):
                    yield response.row, key
                    rows.remove(response.row)
                    keys.remove(key)


def _may_be_sender(response: Response, records: Sequence[KnownRecord]) -> bool:
    senders = {record.sender_hash for record in records} - {""}
    return not response.sender_hash or not senders or response.sender_hash in senders
