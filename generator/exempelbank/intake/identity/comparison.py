"""What the ways to tell responses apart share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from itertools import islice

from exempelbank.i18n import _
from exempelbank.intake.parsing.parsed_row import Hold
from exempelbank.intake.response import Response

SOON = 600  # seconds: as long as it takes to see one's own slip and send again
_ROWS_NAMED = 10  # in one message


def grouped(
    responses: Iterable[Response], trait: Callable[[Response], Hashable]
) -> list[list[Response]]:
    """Two or more that share the trait; None is shared with nobody."""
    groups: defaultdict[Hashable, list[Response]] = defaultdict(list)
    for response in responses:
        if (value := trait(response)) is not None:
            groups[value].append(response)
    return [group for group in groups.values() if len(group) > 1]


def copy_of(first: Response, response: Response) -> Response:
    return replace(response, skipped=_("is the same as row {row}").format(row=first.row))


def held(response: Response, why: str, releasable: bool) -> Response:
    return replace(response, holds=(Hold(why, releasable), *response.holds))


def row_numbers(responses: Iterable[Response]) -> str:
    rows = sorted(each.row for each in responses)
    named = ", ".join(map(str, islice(rows, _ROWS_NAMED)))
    return named + (" …" if len(rows) > _ROWS_NAMED else "")


def sent_at(response: Response) -> float:
    moment = response.modified_at or response.submitted_at
    return moment.timestamp() if moment else 0.0
