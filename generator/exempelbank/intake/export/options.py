"""How a file is read: each habit that a tool may have when it writes one, declared here alone.

A dialect holds the habits that its tool is known to have. The `input:` of a mapping overrides them
by name. A new habit is a field here, and the reader that minds it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel, InDigits

_NULL = {"", "null", "~", "Null", "NULL"}


def none_if_null(value: Any) -> Any:
    """Scalars of a mapping come as text, so an empty value is a word."""
    return None if isinstance(value, str) and value in _NULL else value


def _delimiter(sign: str) -> str | None:
    if sign in ("tab", "\\t"):
        return "\t"
    if len(sign) > 1 or not sign.isascii() or sign in ('"', "\r", "\n"):
        raise ValueError(_("must be one sign, such as ; or tab"))
    return sign or None


class InputOptions(FrozenModel):
    """What a mapping may say of how its file is read. None: nothing, and the dialect decides."""

    sheet: str = ""  # "": the first that can be seen
    # From 1. None in the end, too: look for it.
    header_row: Annotated[int | None, Field(ge=1), InDigits, BeforeValidator(none_if_null)] = None
    # SurveyMonkey has two: the question, and its options.
    header_rows: Annotated[
        int | None, Field(ge=1, le=2), InDigits, BeforeValidator(none_if_null)
    ] = None
    delimiter: Annotated[str | None, AfterValidator(_delimiter)] = None  # in the end: what fits
    quoting: Annotated[Literal["none"] | None, BeforeValidator(none_if_null)] = None
    # LimeSurvey's {newline} and {tab}.
    unescape: Annotated[Literal["limesurvey-vv"] | None, BeforeValidator(none_if_null)] = None
    # SharePoint's ListSchema= before the heading.
    preamble: Annotated[Literal["ListSchema"] | None, BeforeValidator(none_if_null)] = None
    entities: Annotated[Literal["html"] | None, BeforeValidator(none_if_null)] = None  # &amp;
    # The path in JSON, or the element in XML, that repeats; "": the document is the list, or the
    # only response.
    records: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _rows_counted(cls, data: Any) -> Any:
        """`header_rows` is how many, or their numbers: [1, 2]."""
        rows = data.get("header_rows") if isinstance(data, dict) else None
        if isinstance(rows, list) and rows:
            return {"header_row": rows[0], **data, "header_rows": str(len(rows))}
        return data


class ReadOptions(InputOptions):
    """All of it: also what only a tool can be known to do."""

    php_quotes: bool = False  # a quotation mark after a backslash is not doubled
    skips_second_heading: str = ""  # cells of a row below the heading that begin so are no answers

    def overridden_by(self, options: InputOptions | None) -> ReadOptions:
        if options is None:
            return self
        own = {name: getattr(options, name) for name in options.model_fields_set}
        return self.model_copy(
            update={name: value for name, value in own.items() if value is not None}
        )
