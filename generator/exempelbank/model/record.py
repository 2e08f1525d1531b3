"""What every record shares, and the constraints its fields carry.

A record takes an answer as it was given: too long, an unknown term or nothing at all is kept. The
constraints say what must hold before the record may be published; `exempelbank.checks.constraints`
and the JSON Schema both read them, so a limit is written once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, LiteralString, TypeVar, get_args

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

from exempelbank.i18n import N_, kept_while_spoken
from exempelbank.model import mending, wordings
from exempelbank.model.written_as import Mend, WrittenAs, refusal, unmended
from exempelbank.text.normalization import SLUG_LENGTH, comparable, slug_from

Constraint = TypeVar("Constraint")
ReadDay = Callable[[str], date]


SchemaVersion = Annotated[Literal[1], BeforeValidator(lambda value: 1 if value == "1" else value)]


class FrozenModel(BaseModel):
    """Something written inside a record: a link, a log entry."""

    # Built when first used: most parts are only ever read as parts of a record, and a command
    # needs few of the records. A default that is a part is therefore made by model_construct.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    # Fields that a content hash holds even at their default. Only those of the first version do, so
    # that approvals from before a field was added stay valid: never put a new one here.
    hashed_at_default: ClassVar[frozenset[str]] = frozenset()

    def hashed_fields(self) -> dict[str, Any]:
        """What a content hash holds of it, as it is written in a file: what differs from the
        default, and `hashed_at_default`.
        """
        return {
            name: value
            for name, value in self.model_dump(mode="json").items()
            if name in self.hashed_at_default
            or getattr(self, name)
            != type(self).model_fields[name].get_default(call_default_factory=True)
        }

    @classmethod
    def constraint(cls, field: str, kind: type[Constraint]) -> Constraint | None:
        """The field's constraint of this kind, if it carries one."""
        for constraint in cls.model_fields[field].metadata:
            if isinstance(constraint, kind):
                return constraint
        return None


def part_in(annotation: object) -> type[FrozenModel] | None:
    """The part that a field of this type holds: Occasion of tuple[Occasion, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, FrozenModel):
        return annotation
    return next(filter(None, map(part_in, get_args(annotation))), None)


class Record(FrozenModel):
    """One file. `id` is the name of the file without its suffix, unless the type says otherwise."""

    folder: ClassVar[str]  # below the project: "content/news"
    schema_version: SchemaVersion = Field(default=1, alias="schema")


# ---- Constraints ----


@dataclass(frozen=True, slots=True)
class Required:
    """Must be answered before approval."""


@dataclass(frozen=True, slots=True)
class MaxLength:
    """Length in characters, of the text or of each item in a list."""

    characters: int


@dataclass(frozen=True, slots=True)
class MinLength:
    """As `MaxLength`, of what is written at all."""

    characters: int


@dataclass(frozen=True, slots=True)
class ListSize:
    """How many items a list may hold."""

    most: int
    least: int = 0


@dataclass(frozen=True, slots=True)
class InVocabulary:
    """Each value is an id in this vocabulary of site_config."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class YearMonth:
    """Written 2026-03."""

    pattern: ClassVar[re.Pattern[str]] = re.compile(r"(19|2[0-2])[0-9]{2}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class UrlWithScheme:
    """An address that a reader can follow, with one of these schemes."""

    schemes: tuple[str, ...] = ("https",)


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    pattern: ClassVar[re.Pattern[str]] = re.compile(r"[^\s@<>\"(),:;\[\]\\]+@([\w-]+\.)+[\w-]{2,}")


# ---- Scalars: the text of a file becomes one of these, or a problem; nothing is guessed ----


def _yes_or_no(value: Any) -> Any:
    match value:
        case "yes" | "true":
            return True
        case "no" | "false":
            return False
        case bool():
            return value
    raise refusal("yes_or_no", mending.mended_yes_or_no(str(value)))


def _iso_day(value: Any) -> Any:
    return _read_as(date.fromisoformat, ISO_DAY, "iso_day", value, mending.mended_day)


# Digits are 0-9 everywhere: \d takes every script's, so that one day could be written in many ways.
_MONTH_AND_DAY, _TIME = "-[0-9]{2}-[0-9]{2}", "[ T][0-9]{2}:[0-9]{2}"
# The years that someone may mean: next to the first and the last that there are, a build would look
# for a day or an hour beyond.
_YEAR = "(?:19|2[0-2])[0-9]{2}"
ISO_DAY = re.compile(_YEAR + _MONTH_AND_DAY)
_MOMENT = re.compile(
    rf"[0-9]{{4}}{_MONTH_AND_DAY}{_TIME}(:[0-9]{{2}}(\.[0-9]{{1,6}})?)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})"
)
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,3})?")


def _read_as(
    read: ReadDay, form: re.Pattern[str], fault: LiteralString, value: Any, mend: Mend = unmended
) -> Any:
    if isinstance(value, list | dict):
        raise refusal(fault, "")
    if not isinstance(value, str):
        return value
    if found := _read(read, form, value):
        return found
    meant = mend(value)
    raise refusal(fault, meant if _read(read, form, meant) else "")


@lru_cache(maxsize=4096)  # of a few years there are not many days
def _read(read: ReadDay, form: re.Pattern[str], text: str) -> date | None:
    """A text of exactly this form; Python itself would take others too, such as 20260305."""
    try:
        return read(text) if form.fullmatch(text) else None
    except ValueError:  # the form is right, but there is no such day
        return None


def _iso_moment(value: Any) -> Any:
    return _read_as(datetime.fromisoformat, _MOMENT, "iso_moment", value)


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise refusal("whole_number", mending.mended_number(value))
    return value


def _decimal(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _DECIMAL.fullmatch(value):
        raise refusal("decimal_number", mending.mended_decimal(value))
    return value.replace(",", ".")


@kept_while_spoken
def yes_or_no_by_wording() -> Mapping[str, str]:
    """Comparable, in every language we speak: "ja" -> "yes"."""
    return wordings.by_wording("answer", {"yes": wordings.YES, "no": wordings.NO})


def typed_yes_or_no(answer: str) -> bool | None:
    """What someone typed at a question, also by its first letter: j, y, n. None: neither."""
    typed = comparable(answer)
    found = {value for word, value in yes_or_no_by_wording().items() if typed in (word, word[0])}
    return found == {"yes"} if len(found) == 1 else None


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_or_no, json_schema_input_type=Literal["yes", "no"]),
    PlainSerializer(lambda value: "yes" if value else "no", return_type=str),
]
Day = Annotated[date, BeforeValidator(_iso_day)]
Moment = Annotated[
    AwareDatetime,
    BeforeValidator(_iso_moment),
    PlainSerializer(lambda value: value.isoformat(timespec="seconds"), return_type=str),
]
InDigits = BeforeValidator(_whole_number)  # of an int: 1_000, +5 and 5.0 are none
Decimal = Annotated[  # 76, 4.5 or 4,5
    float,
    BeforeValidator(_decimal),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_DECIMAL.pattern}$"}]}
    ),
]
ExampleId = Annotated[
    str,
    WrittenAs(
        r"[A-Z]{1,6}-[0-9]{4}-[0-9A-Z]{3,8}",
        N_("written as", "must be an example's id, such as EX-2026-014"),
        mending.mended_example_id,
    ),
]
Slug = Annotated[
    str,
    Field(max_length=SLUG_LENGTH),
    WrittenAs(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        N_("written as", "may hold only a–z, 0–9 and a hyphen between words"),
        slug_from,
    ),
]
ContentHash = Annotated[
    str,
    WrittenAs(
        r"sha256:[0-9a-f]{64}",
        N_("written as", "must be a checksum, as the program wrote it"),
    ),
]
Texts = tuple[str, ...]
