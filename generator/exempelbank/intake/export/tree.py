"""Values within values, as JSON and XML hold them: what lies at a path, and how deep one may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake import limits
from exempelbank.intake.export.elements import whole_number
from exempelbank.intake.export.rows import ExportRow, RawValue, heading

_ABSENT = object()


def at_path(value: RawValue, path: str, divider: str) -> RawValue:
    """What lies at "data.title" or "Values/rubrik/Rubrik"; None when nothing does.

    A name may itself hold the divider. In a list a number picks one; a name is looked up in each.
    """
    inner = _at(value, path.strip(divider).split(divider), divider)
    return None if inner is _ABSENT else inner


def path_exists(value: RawValue, path: str, divider: str) -> bool:
    """Something lies there, be it nothing: a question that was asked and not answered."""
    return _at(value, path.strip(divider).split(divider), divider) is not _ABSENT


def _at(value: RawValue, steps: Sequence[str], divider: str) -> RawValue:
    if not steps:
        return value
    if isinstance(value, Mapping):
        for length in range(len(steps), 0, -1):
            key = _key(value, divider.join(steps[:length]))
            if key is not None:
                inner = _at(value[key], steps[length:], divider)
                if inner is not _ABSENT:
                    return inner
        return _ABSENT
    if isinstance(value, list):
        index = whole_number(steps[0], -1)
        if index >= 0:
            return _at(value[index], steps[1:], divider) if index < len(value) else _ABSENT
        values = [inner for item in value if (inner := _at(item, steps, divider)) is not _ABSENT]
        flat = [
            item for inner in values for item in (inner if isinstance(inner, list) else [inner])
        ]
        return (flat if len(flat) > 1 else flat[0]) if flat else _ABSENT
    return _ABSENT


def _key(value: Mapping[str, RawValue], name: str) -> str | None:
    if name in value:
        return name
    plain = heading(name)
    return next((key for key in value if heading(key) == plain), None)


def paths_in(value: RawValue, divider: str, before: str = "") -> Iterator[str]:
    """Every path that leads to an answer; a list is an answer."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from paths_in(inner, divider, f"{before}{divider}{key}" if before else key)
    elif before:
        yield before


def headers_of(rows: Iterable[ExportRow], divider: str) -> tuple[str, ...]:
    """Every path in any of the rows. Raises UnreadableFile."""
    headers: dict[str, None] = {}
    characters = 0  # a path repeats the names that lead to it
    for row in rows:
        for path in paths_in(row.answers, divider):
            if path not in headers:
                headers[path] = None
                characters += len(path)
            if len(headers) > limits.PATHS or characters > limits.CHARACTERS:
                raise UnreadableFile(
                    _("has more than {n} different questions").format(n=limits.PATHS)
                )
    return tuple(headers)


def refuse_deep(value: RawValue, depth: int = 0) -> None:
    if depth > limits.DEPTH:
        raise UnreadableFile(_("has lists within lists too deep to be meant"))
    if isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            refuse_deep(inner, depth + 1)
