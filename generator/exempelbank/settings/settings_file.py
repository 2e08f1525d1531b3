"""One file of site_config -> what stands in it, or every problem of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from exempelbank.documents import Document, Keys, read_document
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel
from exempelbank.problems import Location, Problem, Problems
from exempelbank.records import canonical, validated

P = TypeVar("P", bound=FrozenModel)


def read_settings_file(
    root: Path,
    name: str,
    kind: type[P],
    problems: Problems,
    optional: bool = False,
    check: Callable[[P, Document], Iterable[Problem]] | None = None,
) -> P | None:
    """`check`: finds what the type can't say by itself."""
    path = root / CONFIG / f"{name}.yml"
    if not path.exists():
        if optional:
            return kind()
        problems.error(
            Location(f"{CONFIG}/{name}.yml"),
            _("the file is missing"),
            _("Stand in the project's folder, the one that holds site_config."),
        )
        return None
    document = read_document(path, root, problems)
    document = document and canonical(document, kind, None)
    if document is None or (read := validated(document.data, kind, document, problems)) is None:
        return None
    _refuse_twins(document, problems)
    if check and (found := [*check(read, document)]):
        problems.found += found
        return None
    return read


def _refuse_twins(document: Document, problems: Problems) -> None:
    """Two entries of one list must not share an id."""
    known: dict[Keys, set[str]] = {}
    for keys, entries in _lists_in(document.data):
        # The districts of all municipalities make one list: each has a page of examples.
        seen = known.setdefault(keys if keys[-1] != "districts" else keys[-1:], set())
        for number, entry in enumerate(entries):
            entry_id = entry.get("id") if isinstance(entry, dict) else None
            if entry_id in seen:
                problems.error(
                    document.location(*keys, number),
                    _("“{id}” stands here twice").format(id=entry_id),
                )
            elif entry_id:
                seen.add(entry_id)


def _lists_in(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, list[Any]]]:
    """Every list, however deep, and the way to it."""
    if isinstance(value, list):
        yield keys, value
        inner: Iterable[tuple[str | int, Any]] = enumerate(value)
    elif isinstance(value, dict):
        inner = value.items()
    else:
        return
    for key, one in inner:
        yield from _lists_in(one, (*keys, key))
