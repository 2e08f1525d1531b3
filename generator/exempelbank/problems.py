"""What is wrong, where it is, and what to do about it.

Content yields problems; only our own mistakes raise. Whoever reads content is handed a `Problems`
and adds to it, so that one run tells a person everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from exempelbank.i18n import _, ngettext


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"  # all is as it should be: nothing counts it, and no strict build fails

    @property
    def word(self) -> str:
        words = {Severity.ERROR: _("error"), Severity.WARNING: _("warning")}
        return words.get(self, _("notice"))


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where in the project a person should look."""

    path: str  # relative to the project's folder, always with "/"
    line: int | None = None  # from 1; in a table, the row as the spreadsheet shows it
    label: str | None = None  # the field, column or section, in the words the file uses

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        label = f" ({self.label})" if self.label else ""
        return f"{self.path}{line}{label}"


@dataclass(frozen=True, slots=True)
class Problem:
    location: Location
    says: str  # one sentence, no full stop
    fix: str = ""  # what to do about it, whole sentences
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        first = f"{self.location}: {self.severity.word}: {self.says}"
        return "\n    ".join([first, *self.fix.splitlines()])


@dataclass(slots=True)
class Problems:
    """Everything found so far, in the order it was met."""

    found: list[Problem] = field(default_factory=list)

    def error(self, location: Location, says: str, fix: str = "") -> None:
        self.found.append(Problem(location, says, fix))

    def warning(self, location: Location, says: str, fix: str = "") -> None:
        self.found.append(Problem(location, says, fix, Severity.WARNING))

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.found if problem.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.found if problem.severity is Severity.WARNING]

    def by_place(self) -> list[Problem]:
        """Each once: file after file as they were met, those of a file by line."""
        met: dict[str, int] = {}
        for problem in self.found:
            met.setdefault(problem.location.path, len(met))
        return sorted(
            dict.fromkeys(self.found),
            key=lambda one: (met[one.location.path], one.location.line or 0),
        )

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def summary(self) -> str:
        """ "2 errors, 1 warning", in the language in use."""
        errors, warnings = len(self.errors), len(self.warnings)
        return ", ".join(
            [
                ngettext("{n} error", "{n} errors", errors).format(n=errors),
                ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
            ]
        )
