"""The habits of a form tool: what a mapping need not say, and what gives the tool away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exempelbank.intake.export.json_export import JsonRecord, ShortNames, no_short_names
from exempelbank.intake.export.options import ReadOptions

_AS_USUAL = ReadOptions()
ISO_LIKE = ("iso", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M")


@dataclass(frozen=True, slots=True)
class FormulaPrefix:
    """What is put before a text that a spreadsheet would take for a formula."""

    pattern: str  # of the prefix
    before: str = ""  # in front of one of these characters; "": any
    in_text_only: bool = True  # in CSV, and in no workbook


@dataclass(frozen=True)
class Dialect:
    """Columns are given in every language seen; the first that is in the file is meant."""

    tool: str  # as people call it
    file_types: tuple[str, ...] = ("text",)
    id: tuple[str, ...] = ()
    submitted_at: tuple[str, ...] = ()
    modified_at: tuple[str, ...] = ()
    formats: tuple[str, ...] = ISO_LIKE  # of times; tried in order
    timezone: str = ""  # of times without one; "": the organisation's
    no_time: str = ""  # what the tool writes for a time that it has not kept
    # Rows that may be imported: the column, and the values it may have (None: any but empty).
    only_if: tuple[tuple[str, ...], tuple[str, ...] | None] | None = None
    formula_prefix: FormulaPrefix | None = None
    fixed: tuple[str, ...] = ()  # the tool's other columns: no questions, never imported
    sep: str = ""  # between joined answers
    read: ReadOptions = _AS_USUAL
    short_names: ShortNames = no_short_names  # of answers that lie deep in JSON
    absent_is_unanswered: bool = True  # in JSON and XML
    holds_all: bool = True  # an export holds every response; else what it lacks means nothing
    reuses_ids: bool = True  # a form that is copied or emptied begins its numbers anew

    # ---- What gives the tool away to `inspect` ----

    signatures: tuple[tuple[str, ...], ...] = ()  # headers: all of one set
    first_headers: tuple[str, ...] = ()  # one of them comes first
    fits_headers: Callable[[Sequence[str], Sequence[str], str], bool] | None = None
    fits_text: Callable[[str], bool] | None = None  # a table alone would say nothing
    fits_json: Callable[[JsonRecord], bool] | None = None
    fits_xml: Callable[[bytes], bool] | None = None

    @property
    def own_columns(self) -> tuple[str, ...]:
        """Those that the tool writes by itself: no question of a form should be called so."""
        return (*self.id, *self.submitted_at, *self.modified_at, *self.fixed)
