"""The type of a field -> how it is written in a file, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from exempelbank.i18n import pgettext
from exempelbank.model.occasion import DayOrTime
from exempelbank.model.record import (
    Email,
    FrozenModel,
    InVocabulary,
    ListSize,
    MaxLength,
    UrlWithScheme,
    YearMonth,
)
from exempelbank.model.written_as import WrittenAs

_MOMENT = "tidpunkt: `2026-03-05T13:00:00+01:00`"
_PLAIN = {
    bool: "`yes` eller `no`",
    int: "heltal",
    float: "tal: `76` eller `4,5`",
    str: "text",
    date: "datum: `2026-03-05`",
    datetime: _MOMENT,
    AwareDatetime: _MOMENT,
}


def form_of(field: FieldInfo) -> str:
    form = _form(field.annotation, field.metadata)
    for mark in field.metadata:
        match mark:
            case MaxLength(characters):
                form += f", högst {characters} tecken"
            case Ge(least):
                form += f", minst {least}"
            case Le(most):
                form += f", högst {most}"
    return form


def anchor_of(part: type[FrozenModel]) -> str:
    """Where on the page the keys of a part are told of."""
    return part.__name__.lower()


def _form(type_: Any, marks: Iterable[Any] = ()) -> str:
    """`marks`: what `Annotated` puts on it."""
    for mark in marks:
        match mark:
            case InVocabulary(vocabulary):
                words = f"{_list(marks)}: ord" if get_origin(type_) is tuple else "ett ord"
                return f"{words} ur [`{vocabulary}`](installningar.md#ordlistor)"
            case WrittenAs(says=says):
                return pgettext("written as", says)
            case YearMonth():
                return "år och månad: `2026-03`"
            case Email():
                return "e-postadress"
            case UrlWithScheme(schemes):
                return "adress som börjar med " + " eller ".join(f"`{one}:`" for one in schemes)
            case _ if mark in get_args(DayOrTime):
                return "dag, eller dag och klockslag: `2026-06-10 09:00`"
    match get_origin(type_), get_args(type_):
        case None, _:
            return _plain(type_)
        case origin, (first, *rest) if origin is Annotated:
            return _form(first, rest)
        case origin, choices if origin is Literal:
            return _one_of(getattr(choice, "value", choice) for choice in choices)
        case origin, types if origin in (Union, UnionType):
            forms = [_form(one, marks) for one in types if one is not NoneType]
            return " eller ".join(dict.fromkeys(forms))
        case origin, (first, *_) if origin is tuple:
            return f"{_list(marks)}. Varje rad: {_form(first)}"
        case _, (_key, value):
            return f"namn och värden. Varje värde: {_form(value)}"
    raise TypeError(f"nobody has said how {type_} is written")


def _plain(type_: type) -> str:
    if issubclass(type_, FrozenModel):
        return f"[egna nycklar](#{anchor_of(type_)})"
    if issubclass(type_, Enum):
        return _one_of(one.value for one in type_)
    return _PLAIN[type_]


def _list(marks: Iterable[Any]) -> str:
    most = [mark.most for mark in marks if isinstance(mark, ListSize)]
    return f"en lista med högst {most[0]} rader" if most else "en lista"


def _one_of(values: Iterable[Any]) -> str:
    return ", ".join(f"`{value}`" for value in values)
