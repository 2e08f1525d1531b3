"""The types of the settings -> every key and what it is for, as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from exempelbank.i18n import _
from exempelbank.model.descriptions import Descriptions, description_of
from exempelbank.model.record import FrozenModel

_COLUMN = 22


def key_lines(
    kind: type[FrozenModel], descriptions: Descriptions, width: int, depth: int = 1
) -> Iterator[str]:
    """Each key, and below it those of its own parts."""
    for name, field in kind.model_fields.items():
        text = description_of(kind, name, descriptions)
        if choices := [*choices_of(field.annotation)]:
            text += f": {', '.join(choices)}"
        if field.is_required():
            text += ". " + _("Must be there.")
        begins = f"{'  ' * depth}{field.alias or name}".ljust(_COLUMN) + " "
        space = " " * (_COLUMN + 1)
        yield from textwrap.wrap(text, width, initial_indent=begins, subsequent_indent=space)
        for part in _parts(field.annotation):
            yield from key_lines(part, descriptions, width, depth + 1)


def choices_of(type_: Any) -> Iterator[str]:
    """The words of which one must stand there, if there are such."""
    if isinstance(type_, type) and issubclass(type_, Enum):
        yield from (str(one.value) for one in type_)
    elif type_ is bool:
        yield from ("yes", "no")
    elif get_origin(type_) is Literal:
        yield from (str(getattr(one, "value", one)) for one in get_args(type_))
    else:
        for argument in get_args(type_):
            yield from choices_of(argument)


def _parts(type_: Any) -> Iterator[type[FrozenModel]]:
    """The models that it holds, each once, however deep in lists and choices."""
    found: dict[type[FrozenModel], None] = {}
    for one in (type_, *get_args(type_)):
        if isinstance(one, type) and issubclass(one, FrozenModel):
            found[one] = None
        elif one is not type_:
            found |= dict.fromkeys(_parts(one))
    yield from found
