"""What can be read of a file that is no whole record, for a check to say all that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from exempelbank.model.record import FrozenModel, Record

R = TypeVar("R", bound=Record)


def sound_part(data: Mapping[str, Any], kind: type[R]) -> tuple[R, frozenset[str]]:
    """(the record, the names of its fields that can't be read). Those are as if they were not
    there, or hold nothing: the record is never to be shown, nor to be written.
    """
    fields = _fields_of(kind)
    values, faulty = {}, set(data.keys() - fields.keys())
    for key, field in fields.items():
        if key in data:
            try:
                values[field.name] = field.reader.validate_python(data[key])
                continue
            except ValidationError:
                faulty.add(key)
        if field.is_required:
            faulty.add(key)
            values[field.name] = _nothing(field.type)
    return kind.model_construct(**values), frozenset(faulty)


class _Field(NamedTuple):
    name: str  # in the type
    type: Any
    is_required: bool
    reader: TypeAdapter[Any]


@cache
def _fields_of(kind: type[Record]) -> Mapping[str, _Field]:
    """By their names in a file."""
    return {
        field.alias or name: _Field(
            name,
            field.annotation,
            field.is_required(),
            TypeAdapter(_with_metadata(field)),
        )
        for name, field in kind.model_fields.items()
    }


def _with_metadata(field: FieldInfo) -> Any:
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _nothing(type_: Any) -> Any:
    """A part with what it has by default, or None."""
    is_part = isinstance(type_, type) and issubclass(type_, FrozenModel)
    return type_.model_construct() if is_part else None
