"""A JSON document -> its responses. Each tool has its own way to wrap them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import NoReturn, cast

from generator.documents import Refused
from generator.intake import limits
from generator.intake.export.encoding import text_from
from generator.intake.export.rows import Answer, Export, ExportRow
from generator.intake.export.tree import at_path, paths_in, refuse_odd
from generator.texts import _

Record = Mapping[str, Answer]
Names = Callable[[Record], Record]  # the short names that a tool's answers go by in a mapping


def read_json(path: str, raw: bytes, records: str | None, names: Names) -> Export:
    """`records`: the path to the list; "" when the document is the list or the only record."""
    text, notes = text_from(raw)
    document = _parsed(text)
    refuse_odd(document)
    found = _records(document, records)
    if len(found) > limits.ROWS:
        raise Refused(_("has more than {n} responses").format(n=limits.ROWS))
    rows, headers = [], dict[str, None]()
    for number, record in enumerate(found, 1):
        if not isinstance(record, Mapping):
            raise Refused(_("response {n} is not a set of names and values").format(n=number))
        answers = {**record, **names(record)}
        headers |= dict.fromkeys(paths_in(answers, "."))
        rows.append(ExportRow(path, number, answers))
    return Export(path, tuple(headers), rows, True, "json", {}, notes)


def _records(document: Answer, records: str | None) -> list[Answer]:
    found = at_path(document, records, ".") if records else document
    if records and found is None:
        raise Refused(
            _("has no “{path}”, where the mapping says that the responses are").format(path=records)
        )
    if records is None and isinstance(document, Mapping):
        # A tool's list under a name of its own; the only list of records there is.
        lists = [value for value in document.values() if _are_records(value)]
        found = lists[0] if len(lists) == 1 else document
    return found if isinstance(found, list) else [found]


def _are_records(value: Answer) -> bool:
    return (
        isinstance(value, list) and all(isinstance(each, Mapping) for each in value) and value != []
    )


def _parsed(text: str) -> Answer:
    try:
        # Numbers stay as they are written: an id may have more digits than a number can.
        return cast(
            Answer,
            json.loads(
                text,
                object_pairs_hook=_once,
                parse_constant=_no_number,
                parse_int=str,
                parse_float=str,
            ),
        )
    except json.JSONDecodeError as why:
        raise Refused(
            _("is not JSON, or was cut short on its way"), why.lineno, _("Export it once more.")
        ) from None
    except RecursionError:
        raise Refused(_("has lists within lists too deep to be meant")) from None


def _once(pairs: list[tuple[str, Answer]]) -> dict[str, Answer]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise Refused(_("has “{key}” twice in one response").format(key=twice[:60]))
    return found


def _no_number(name: str) -> NoReturn:
    raise Refused(_("holds {name}, which is no number").format(name=name))
