"""What every review command begins with: the settings, the time, and the example it is about."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.cli import Stop, print_lines

if TYPE_CHECKING:
    from generator.documents import Document
    from generator.problems import Problems
    from generator.review.desk import AnyFiled
    from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    root: Path
    settings: Settings
    problems: Problems
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    def example(self, id: str) -> AnyFiled:
        from generator.review.desk import find_example

        filed = find_example(self.root, id, self.problems)
        return filed or self.end()

    def end(self) -> NoReturn:
        print_lines([str(problem) for problem in self.problems], to=sys.stderr)
        raise Stop

    def end_if_wrong(self) -> None:
        if self.problems.errors:
            self.end()
        if self.problems.found:
            print_lines([str(problem) for problem in self.problems], to=sys.stderr)

    def write(self, document: Document) -> None:
        from generator.changes import Change, carry_out

        written, read = {document.path: document.text}, {document.path: document.read}
        carry_out(Change(written, read=read), self.root)


def sit_down(root: Path) -> Desk:
    from generator.problems import Problems
    from generator.settings import load_settings

    problems = Problems()
    settings = load_settings(root, problems)
    if settings is None:
        print_lines([str(problem) for problem in problems], to=sys.stderr)
        raise Stop
    return Desk(root, settings, problems, now_in(settings))


def now_in(settings: Settings) -> datetime:
    """On the sample site, this time of the day it always is."""
    now = datetime.now(settings.zone)
    if fixed := settings.organisation.as_of:
        return datetime.combine(fixed, now.time(), settings.zone)
    return now
