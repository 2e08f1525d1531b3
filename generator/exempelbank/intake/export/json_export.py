"""A JSON document -> its responses. Each tool has its own way to wrap them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import NoReturn, cast

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.elements import too_many_values
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.export.file_type import read_bytes
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.export.tree import at_path, headers_of, refuse_deep

_BEFORE_VALUE = (b",", b"[", b"{")
_TEXT_OR_SIGN = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[,\[{]', re.DOTALL)
_EMOJI = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
_MOST = 500_000  # of them; where there are more, they are much of the text anyway
_QUOTE = ord('"')

JsonRecord = Mapping[str, RawValue]
# The names that a tool's answers go by in a mapping, where they lie deep in the record.
ShortNames = Callable[[JsonRecord], JsonRecord]


def no_short_names(_record: JsonRecord) -> JsonRecord:
    return {}


def read_json(path: Path, records: str | None, short_names: ShortNames) -> Export:
    """`records`: the path to the list; "" when the document is the list or the only record."""
    document, notes = read_json_document(path)
    responses = _records(document, records)
    if len(responses) > limits.ROWS:
        raise UnreadableFile(_("has more than {n} responses").format(n=limits.ROWS))
    rows = []
    for number, record in enumerate(responses, 1):
        if not isinstance(record, Mapping):
            raise UnreadableFile(
                _("response {n} is not a set of names and values").format(n=number)
            )
        rows.append(ExportRow(path.name, number, {**record, **short_names(record)}))
    return Export(path.name, headers_of(rows, "."), rows, True, "json", {}, notes)


def read_json_document(path: Path) -> tuple[RawValue, tuple[str, ...]]:
    """(what the file holds, notes). Raises UnreadableFile."""
    utf8, notes = utf8_from(read_bytes(path))
    if _holds_too_much(utf8):
        raise too_many_values()
    document = _parsed(_without_emoji(utf8).decode("utf-8", "surrogatepass"))
    refuse_deep(document)
    return document, notes


def _holds_too_much(raw: bytes) -> bool:
    """An empty list takes two bytes in a file, and sixty in memory."""
    if sum(map(raw.count, _BEFORE_VALUE)) <= limits.CELLS:
        return False
    # Commas are common in texts, too: those do not count.
    outside = (match for match in _TEXT_OR_SIGN.finditer(raw) if raw[match.start()] != _QUOTE)
    return next(islice(outside, limits.CELLS, None), None) is not None


def _without_emoji(raw: bytes) -> bytes:
    """As \\ud83d\\ude00. With one of them, a text of 50 MB takes 200."""
    return _EMOJI.sub(lambda match: json.dumps(match[0].decode()).strip('"').encode(), raw, _MOST)


def _records(document: RawValue, records: str | None) -> list[RawValue]:
    value = at_path(document, records, ".") if records else document
    if records and value is None:
        raise UnreadableFile(
            _("has no “{path}”, where the mapping says that the responses are").format(path=records)
        )
    if records is None and isinstance(document, Mapping):
        # A tool's list under a name of its own; the only list of records there is.
        lists = [value for value in document.values() if _are_records(value)]
        value = lists[0] if len(lists) == 1 else document
    return value if isinstance(value, list) else [value]


def _are_records(value: RawValue) -> bool:
    return (
        isinstance(value, list)
        and all(isinstance(record, Mapping) for record in value)
        and value != []
    )


def _parsed(text: str) -> RawValue:
    try:
        # Numbers stay as they are written: an id may have more digits than a number can.
        return cast(
            RawValue,
            json.loads(
                text,
                object_pairs_hook=_without_repeated_keys,
                parse_constant=_no_number,
                parse_int=str,
                parse_float=str,
                strict=False,  # a control character in a text is taken away when it is read
            ),
        )
    except json.JSONDecodeError as why:
        raise UnreadableFile(
            _("is not JSON, or was cut short on its way"), why.lineno, _("Export it once more.")
        ) from None
    except RecursionError:
        raise UnreadableFile(_("has lists within lists too deep to be meant")) from None


def _without_repeated_keys(pairs: list[tuple[str, RawValue]]) -> dict[str, RawValue]:
    record = dict(pairs)
    if len(record) < len(pairs):
        counts = Counter(key for key, _value in pairs)
        twice = counts.most_common(1)[0][0]
        raise UnreadableFile(_("has “{key}” twice in one response").format(key=twice[:60]))
    return record


def _no_number(name: str) -> NoReturn:
    raise UnreadableFile(_("holds {name}, which is no number").format(name=name))
