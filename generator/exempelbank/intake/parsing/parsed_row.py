"""What one row of an export says, in full: all that a response is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from exempelbank.intake.parsing.file_names import FileName
from exempelbank.model.example import Section


class ScannedText(NamedTuple):
    """A text to hold the privacy rules against."""

    question: str
    text: str
    is_running: bool  # words in sentences, and no name, address or place


@dataclass(frozen=True, slots=True)
class Hold:
    why: str
    releasable: bool = False  # a person may say why it may be let through


@dataclass(frozen=True)
class ParsedRow:
    number: int  # as the spreadsheet shows it
    fault: str = ""  # why it can't be read, and what to do; then there is nothing else
    skipped: str = ""  # why it is no response that was sent in; then only its id and times are read
    response_id: str = ""
    submitted_at: datetime | None = None
    modified_at: datetime | None = None
    values: Mapping[str, Any] = field(default_factory=dict)  # of a Submission's fields
    sections: Mapping[Section, str] = field(default_factory=dict)
    yes_no: Mapping[str, bool | None] = field(default_factory=dict)
    unmatched: Mapping[str, Sequence[str]] = field(default_factory=dict)  # without a term
    lost: frozenset[str] = frozenset()  # fields in which an error value stands for the answer
    image_names: tuple[str, ...] = ()  # of files
    pictures: tuple[FileName, ...] = ()  # those that the form asked for first
    scanned_texts: tuple[ScannedText, ...] = ()
    holds: tuple[Hold, ...] = ()
    warnings: tuple[str, ...] = ()

    def text(self, field: str) -> str:
        return str(self.values.get(field, ""))

    def says_yes(self, field: str) -> bool:
        return self.yes_no.get(field) is True


@dataclass
class AnswersSoFar:
    """A ParsedRow in the making."""

    values: dict[str, Any] = field(default_factory=dict)
    sections: dict[Section, str] = field(default_factory=dict)
    yes_no: dict[str, bool | None] = field(default_factory=dict)
    unmatched: dict[str, list[str]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    pictures: list[FileName] = field(default_factory=list)
    scanned_texts: list[ScannedText] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def hold(self, why: str, releasable: bool = False) -> None:
        """`releasable`: a person may give their word that it is let through."""
        self.holds.append(Hold(why, releasable))

    def parsed(self, **identity: Any) -> ParsedRow:
        """`identity`: its number, its id and its times, and why it is skipped."""
        values = dict(self.values)
        return ParsedRow(
            **identity,
            image_names=tuple(values.pop("image", ())),
            pictures=tuple(self.pictures),
            values=values,
            sections=self.sections,
            yes_no=self.yes_no,
            unmatched=self.unmatched,
            lost=frozenset(self.lost),
            scanned_texts=tuple(self.scanned_texts),
            holds=tuple(self.holds),
            warnings=tuple(self.warnings),
        )
