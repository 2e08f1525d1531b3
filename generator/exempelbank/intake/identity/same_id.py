"""Responses with ids -> the same: of those with one id the latest counts, copies are pointed out.

There may be thousands with one id, when a mapping takes another column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from exempelbank.intake.identity.response_key import letters_of
from exempelbank.intake.response import Response


def with_later_answers(responses: Sequence[Response], reuses_ids: bool = True) -> list[Response]:
    """Of those with one id the latest counts."""
    verdicts = {
        verdict.row: verdict
        for group in grouped(responses, lambda response: response.key)
        for verdict in _of_one_id(group, reuses_ids)
    }
    return [verdicts.get(response.row, response) for response in responses]


def with_copies_noted(responses: Sequence[Response]) -> Iterator[Response]:
    """The tool says that they are two, so they are; but one was perhaps sent by a second click."""
    warnings = {}
    sent = (response for response in responses if not response.skipped)
    for group in grouped(sent, lambda response: (response.answers_hash, response.sender_hash)):
        first, *rest = sorted(group, key=lambda response: (sent_at(response), response.row))
        for response in rest:
            if sent_at(response) - sent_at(first) <= SOON:
                says = _("all answers are the same as in row {row}: was it sent twice?")
                warnings[response.row] = says.format(row=first.row)
    for response in responses:
        if response.row in warnings:
            response = replace(response, warnings=(*response.warnings, warnings[response.row]))
        yield response


def _of_one_id(same: Sequence[Response], reuses_ids: bool) -> Iterator[Response]:
    latest = max(same, key=lambda each: (sent_at(each), each.answers_hash))
    first_like = {(each.answers_hash, sent_at(each)): each for each in reversed(same)}
    edits = [each for each in same if not reuses_ids or _is_edit(each, latest)]
    rivals = [each for each in same if sent_at(each) == sent_at(latest) or each not in edits]
    rows = row_numbers(rivals)
    disagree = len({each.answers_hash for each in rivals}) > 1
    for each in same:
        first = first_like[each.answers_hash, sent_at(each)]
        if first is not each:
            yield copy_of(first, each)
        elif sent_at(each) < sent_at(latest) and each in edits:
            says = _("row {row} holds a later answer").format(row=latest.row)
            yield replace(each, skipped=says)
        elif disagree:
            says = _(
                "rows {rows} have the same id but different answers: remove from the export those "
                "that no longer hold, or map another id"
            )
            yield held(each, says.format(rows=rows), releasable=False)
        else:
            yield each


def _is_edit(earlier: Response, later: Response) -> bool:
    """Its title or sender is left, if told. Else the mapping has taken for an id what is none."""
    titles = letters_of(earlier.title), letters_of(later.title)
    pairs = [pair for pair in (titles, (earlier.sender_hash, later.sender_hash)) if all(pair)]
    return not pairs or any(one == other for one, other in pairs)
