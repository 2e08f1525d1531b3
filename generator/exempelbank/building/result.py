"""What a build came to, in figures and in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from exempelbank.i18n import _, ngettext
from exempelbank.problems import Problem, Problems
from exempelbank.system_words import system_words


def not_written_message(why: Exception) -> str:
    """`why`: a full disk, a folder that may not be written to, a store that is damaged."""
    return "\n    ".join(
        (
            _("The site could not be written: {why}.").format(
                why=": ".join(
                    str(part) for part in (getattr(why, "filename", ""), system_words(why)) if part
                )
            ),
            _("No file is half written. Put it right, and build again."),
        )
    )


@dataclass(slots=True)
class FileCounts:
    """Of files."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def process_ended_message() -> str:
    """One of those that share the work was ended from outside."""
    return "\n    ".join(
        (
            _("A process that took part in the build was ended, most likely for want of memory."),
            _("Let fewer share the work: exempelbank build --workers 1"),
        )
    )


def strict_message(warnings: int) -> str:
    """Empty when there are none."""
    if not warnings:
        return ""
    return ngettext(
        "{n} warning, which a strict build does not let pass. The site is written all the same.",
        "{n} warnings, which a strict build does not let pass. The site is written all the same.",
        warnings,
    ).format(n=warnings)


class BuildResult(NamedTuple):
    folder: Path
    pages: int
    counts: FileCounts
    problems: tuple[Problem, ...] = ()

    @property
    def failure(self) -> str:
        """In words; empty when nothing is broken."""
        problems = Problems(list(self.problems))
        if not problems.errors:
            return ""
        return _("{summary}: what is broken is not shown, all else is built.").format(
            summary=problems.summary()
        )

    def __str__(self) -> str:
        """The summary."""
        errors = Problems(list(self.problems)).errors
        refused = len({problem.location.path for problem in errors})
        parts = [
            ngettext("{n} page in {folder}", "{n} pages in {folder}", self.pages).format(
                n=self.pages, folder=self.folder
            ),
            _("{written} files written, {unchanged} unchanged, {removed} removed").format(
                **asdict(self.counts)
            ),
        ]
        if refused:
            parts.append(ngettext("{n} is refused", "{n} are refused", refused).format(n=refused))
        return "; ".join(parts) + "."
