"""An example on the desk -> its Report: gathers what the report is handed from the other rooms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import stop
from exempelbank.cli.versions import Versions, before_of, example_at
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.desk import Desk
    from exempelbank.model.example import Example
    from exempelbank.problems import Problem, Problems
    from exempelbank.report.report import Report
    from exempelbank.review.repository import StoredExample


@dataclass(frozen=True)
class Gathering:
    """What every report is made with."""

    desk: Desk
    versions: Versions
    found: Sequence[Problem] = ()  # by the gate, in any file

    def report_at(self, path: str) -> Report:
        from exempelbank.problems import Problems
        from exempelbank.report.build import report_on_unreadable

        problems = Problems()
        if stored := example_at(path, self.desk, problems):
            return self.report_of(stored)
        return report_on_unreadable(path, self._with_found(path, problems))

    def report_of(self, stored: StoredExample) -> Report:
        from exempelbank.report.build import report_on
        from exempelbank.rules.publication import public_view

        return report_on(
            stored.document,
            stored.record,
            self.desk.settings,
            problems=self._with_found(stored.document.path, _in_the_way(stored, self.desk)),
            others=self._others,
            before=before_of(stored, self.desk, self.versions),
            approved_hash=public_view(stored.record).content_hash(),
        )

    @cached_property
    def _others(self) -> tuple[tuple[str, Example], ...]:
        """All there are, with their files: read once, however many the reports."""
        from exempelbank.problems import Problems
        from exempelbank.review.repository import published_examples, submissions

        unheard = Problems()  # `check` tells what is wrong with other files
        root = self.desk.root
        return (
            *((one.document.path, one.record) for one in submissions(root, unheard)),
            *((one.document.path, one.record) for one in published_examples(root, unheard)),
        )

    def _with_found(self, path: str, problems: Iterable[Problem]) -> list[Problem]:
        """What the gate has found here as well, each once."""
        known = list(problems)
        said = {(problem.location, problem.says) for problem in known}
        here = (problem for problem in self.found if problem.location.path == path)
        return known + [one for one in here if (one.location, one.says) not in said]


def problems_in(file: Path) -> list[Problem]:
    """As `check --format json` wrote them."""
    from exempelbank.problems import Location, Problem, Severity

    try:
        return [
            Problem(
                Location(one["path"], one["line"], one["label"]),
                one["says"],
                one["fix"],
                Severity(one["severity"]),
            )
            for one in json.loads(file.read_text("utf-8"))
        ]
    except (OSError, ValueError, KeyError, TypeError):
        stop(
            _("{path} does not hold what check has found.").format(path=file),
            _("Write it with exempelbank check --since REF --format json."),
        )


def _in_the_way(stored: StoredExample, desk: Desk) -> Problems:
    """All that stands between the example and its approval, or its page."""
    from exempelbank.checks import check_record
    from exempelbank.model.submission import Submission
    from exempelbank.problems import Problems
    from exempelbank.review.readiness import check_ready
    from exempelbank.review.repository import StoredRecord

    problems = Problems()
    if isinstance(stored.record, Submission):
        check_ready(StoredRecord(stored.document, stored.record), desk.settings, problems)
    else:
        check_record(stored.document, stored.record, desk.settings, problems)
    return problems
