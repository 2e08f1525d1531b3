"""A column of an export -> its answers, and what they are evidence of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from exempelbank.intake.export.rows import Export
from exempelbank.intake.export.tree import at_path
from exempelbank.intake.parsing.choices import as_text
from exempelbank.text.normalization import comparable

YES = frozenset({
    "ja", "yes", "y", "true", "sant", "1", "x", "✓", "✔", "markerat", "ikryssad", "checked",
    "selected", "on",
})  # fmt: skip
NO = frozenset({
    "nej", "no", "n", "0", "false", "falskt", "inte markerat", "unchecked", "not selected", "off",
})  # fmt: skip
_MAIL = re.compile(r"\S+@\S+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DIGITS = re.compile(r"[+(]?\d[\d\s.,()+/-]*")


@dataclass(frozen=True)
class ExportColumn:
    header: str
    question: str  # the same in plain letters, where a tool has coded them
    answers: tuple[str, ...]  # in the order of rows; empty ones left out

    @cached_property
    def counts(self) -> Counter[str]:
        """How many rows have each answer."""
        return Counter(self.answers)

    def all(self, test: Callable[[str], object]) -> bool:
        """Whether there are answers, and each passes."""
        return bool(self.counts) and all(map(test, self.counts))

    @cached_property
    def is_yes_no(self) -> bool:
        return self.all(is_yes_or_no)


def columns_of(export: Export) -> dict[str, ExportColumn]:
    questions = {header: alias for alias, header in export.aliases.items()}
    return {
        header: ExportColumn(header, questions.get(header, header), tuple(_answers(export, header)))
        for header in export.headers
    }


def _answers(export: Export, header: str) -> Iterator[str]:
    divider = "/" if export.file_type == "xml" else "."
    for row in export.rows:
        answer = at_path(row.answers, header, divider) if export.nested else row.answers.get(header)
        if text := as_text(answer).strip():
            yield text


def is_yes_or_no(answer: str) -> bool:
    return comparable(answer) in YES | NO


def is_mail(answer: str) -> bool:
    return bool(_MAIL.fullmatch(answer))


def is_web_address(answer: str) -> bool:
    return bool(_ADDRESS.fullmatch(answer))


def is_number(answer: str) -> bool:
    return bool(_DIGITS.fullmatch(answer))
