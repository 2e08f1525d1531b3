"""Responses without ids -> the same: a copy is skipped, and what can't be told apart is held.

Only equal answers are one, whenever they were sent. Different titles or mail addresses are
different responses; between the two lies what a person must decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
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
    """The key of what is known of it. Where another has its own key, or one of those `taken`, only
    the sender differs, which this computer alone can tell.
    """
    uses = Counter(response.key for response in responses)

    def with_own_key(response: Response) -> Response:
        key = known_keys.get(response.row, response.key)
        if response.row not in known_keys and (uses[key] > 1 or key in taken):
            key = key_with(key, response.sender_hash)
        return response if key == response.key else replace(response, key=key)

    return [*map(with_own_key, responses)]


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
    yield from grouped(responses, lambda each: None if each.submitted_at else each.blocking_key)
    for same_title in grouped(responses, lambda each: letters_of(each.title)):
        yield from _of_one_title(same_title)
    for of_one in grouped(
        responses, lambda each: each.sender_hash or comparable(each.unit) or None
    ):
        yield from _sent_again(of_one)


def _of_one_title(responses: Sequence[Response]) -> Iterator[Sequence[Response]]:
    """Those of one sender; of one unit, when a sender is not told. Without a title they must share
    the minute too.
    """
    has_title = bool(letters_of(responses[0].title))

    def sender(response: Response) -> Hashable:
        scope = has_title or response.blocking_key
        return (scope, response.sender_hash) if response.sender_hash else None

    def unit(response: Response) -> Hashable:
        return comparable(response.unit) or None if has_title else response.blocking_key

    yield from grouped(responses, sender)
    for group in (*grouped(responses, unit), *grouped(responses, lambda each: each.blocking_key)):
        if not all(response.sender_hash for response in group):
            yield group


def _sent_again(of_one: Iterable[Response]) -> Iterator[Sequence[Response]]:
    """With a slip put right in the title."""
    in_order = sorted(
        ((sent_at(response), response) for response in of_one),
        key=lambda pair: (pair[0], pair[1].answers_hash),
    )
    for place, (moment, response) in enumerate(in_order):
        for before, earlier in in_order[max(0, place - _NEIGHBOURS) : place]:
            if moment - before <= SOON and _nearly_equal(earlier, response):
                yield earlier, response


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
