"""Responses without ids -> the same: a copy is skipped, and what can't be told apart is held.

Only equal answers are one, whenever they were sent. Different titles or mail addresses are
different responses; between the two lies what a person must decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from exempelbank.i18n import _
from exempelbank.intake.identity.comparison import (
    SOON,
    copy_of,
    grouped,
    held,
    row_numbers,
    sent_at,
)
from exempelbank.intake.identity.response_key import key_with, letters_of
from exempelbank.intake.response import Response
from exempelbank.text.normalization import comparable

_NEIGHBOURS = 5  # how many of a sender's or unit's responses before it a response is compared with
_ALIKE = 90  # of 100
_COMPARED = 1_000  # characters of a response


def copies_among(
    responses: Sequence[Response], known_keys: Mapping[int, str]
) -> dict[int, Response]:
    """Row -> the copy there, skipped. What is known stays, and else the first that was sent."""

    def precedence(response: Response) -> tuple[bool, int, float, int]:
        is_new = response.row not in known_keys
        return is_new, len(response.holds), sent_at(response), response.row

    copies: dict[int, Response] = {}
    for group in grouped(responses, lambda each: (each.answers_hash, each.sender_hash)):
        first, *rest = sorted(group, key=precedence)
        copies |= {each.row: copy_of(first, each) for each in rest if each.row not in known_keys}
    return copies


def with_own_keys(
    responses: Sequence[Response], known_keys: Mapping[int, str], taken: Collection[str]
) -> list[Response]:
    """The key of what is known of it; else one that no other has, nor any of those `taken`: with
    the title, with the answers too or, which only this computer can tell, with the sender.
    """
    titles = Counter(response.key for response in responses)
    answers = Counter((response.key, response.answers_hash) for response in responses)

    def own_key(response: Response) -> str:
        if response.row in known_keys:
            return known_keys[response.row]
        key = response.key
        if titles[key] == 1 and key not in taken:
            return key
        with_answers = key_with(key, response.answers_hash)
        if answers[key, response.answers_hash] == 1 and with_answers not in taken:
            return with_answers
        return key_with(with_answers, response.sender_hash)

    return [replace(response, key=own_key(response)) for response in responses]


def with_doubts(responses: Sequence[Response], known_keys: Mapping[int, str]) -> Iterator[Response]:
    """What may be another of them is held, unless it is known from before."""
    doubts: dict[int, tuple[int, str]] = {}  # row -> of those it may be: how many, and which
    for group in _doubtful(responses):
        doubt = len(group), row_numbers(group)
        for response in group:
            doubts[response.row] = max(doubt, doubts.get(response.row, doubt))
    for response in responses:
        if response.row in doubts and response.row not in known_keys:
            _count, rows = doubts[response.row]
            says = _why_doubtful(response).format(rows=rows)
            response = held(response, says, releasable=True)
        yield response


def _why_doubtful(response: Response) -> str:
    if response.submitted_at is None:
        return _(
            "rows {rows} can't be told apart: in the mapping, say which column holds the id, "
            "or else the time (submitted_at) and the unit"
        )
    return _(
        "rows {rows} can't be told apart: title, and sender or unit, are the same or nearly so, "
        "but not all answers. If it was sent again with changes, remove the row that no longer "
        "holds from the export; if they are different examples, let them in"
    )


def _doubtful(responses: Sequence[Response]) -> Iterator[Sequence[Response]]:
    """Groups of those that may be one."""
    for by_sender in (_block_title_and_sender, _title_and_sender):
        yield from grouped(responses, by_sender)
    for by_unit in (_block_and_title, _title_and_unit):
        for group in grouped(responses, by_unit):
            if not all(response.sender_hash for response in group):
                yield group
    yield from grouped(responses, _block_without_time)
    for group in grouped(responses, _sender_or_unit):
        yield from _sent_again(group)


def _block_title_and_sender(response: Response) -> tuple[str, ...]:
    return response.blocking_key, letters_of(response.title), response.sender_hash


def _block_and_title(response: Response) -> tuple[str, ...]:
    return response.blocking_key, letters_of(response.title)


def _title_and_sender(response: Response) -> tuple[str, ...] | None:
    return _if_told(letters_of(response.title), response.sender_hash)


def _title_and_unit(response: Response) -> tuple[str, ...] | None:
    return _if_told(letters_of(response.title), comparable(response.unit))


def _block_without_time(response: Response) -> str | None:
    return None if response.submitted_at else response.blocking_key


def _sender_or_unit(response: Response) -> str | None:
    return response.sender_hash or comparable(response.unit) or None


def _if_told(*traits: str) -> tuple[str, ...] | None:
    return traits if all(traits) else None


def _sent_again(of_one: Sequence[Response]) -> Iterator[Sequence[Response]]:
    """With a slip put right in the title."""
    in_order = sorted(of_one, key=lambda each: (sent_at(each), each.answers_hash))
    for place, later in enumerate(in_order):
        for earlier in in_order[max(0, place - _NEIGHBOURS) : place]:
            if sent_at(later) - sent_at(earlier) <= SOON and _nearly_equal(earlier, later):
                yield earlier, later


def _nearly_equal(one: Response, other: Response) -> bool:
    from rapidfuzz import fuzz  # slow to import

    def alike(*texts: str) -> bool:
        return fuzz.ratio(*texts) >= _ALIKE

    titles = comparable(one.title), comparable(other.title)
    numbers = [[*filter(str.isdigit, title)] for title in titles]
    is_series = numbers[0] != numbers[1]
    return not is_series and alike(*titles) and alike(_text(one), _text(other))


def _text(response: Response) -> str:
    return "\n".join(response.values["sections"].values())[:_COMPARED]
