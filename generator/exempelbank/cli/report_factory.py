"""An example -> its Report: gathers what the report is handed from the other packages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import stop
from exempelbank.cli.baseline import Baseline, earlier_version_of, example_at
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.model.contribution import Contribution
    from exempelbank.problems import Problem, Problems
    from exempelbank.report.report import Report
    from exempelbank.review.repository import StoredContribution


@dataclass(frozen=True)
class ReportFactory:
    """What every report is made with."""

    context: ReviewContext
    baseline: Baseline
    gate_problems: Sequence[Problem] = ()  # in any file

    def report_at(self, path: str) -> Report:
        from exempelbank.problems import Problems
        from exempelbank.report.build import report_on_unreadable

        problems = Problems()
        if stored := example_at(path, self.context, problems):
            return self.report_of(stored)
        return report_on_unreadable(path, self._with_gate_problems(path, problems))

    def report_of(self, stored: StoredContribution) -> Report:
        from exempelbank.report.build import report_on
        from exempelbank.rules.publication import public_view

        return report_on(
            stored.document,
            stored.record,
            self.context.settings,
            problems=self._with_gate_problems(
                stored.document.path, _obstacles(stored, self.context)
            ),
            others=self._others,
            earlier=earlier_version_of(stored, self.context, self.baseline),
            approved_hash=public_view(stored.record).content_hash(),
        )

    @cached_property
    def _others(self) -> tuple[tuple[str, Contribution], ...]:
        """All there are, with their files: read once, however many the reports."""
        from exempelbank.problems import Problems
        from exempelbank.review.repository import published, submissions

        ignored = Problems()  # `check` tells what is wrong with other files
        root, settings = self.context.root, self.context.settings
        return (
            *((one.document.path, one.record) for one in submissions(root, ignored, settings)),
            *((one.document.path, one.record) for one in published(root, ignored, settings)),
        )

    def _with_gate_problems(self, path: str, problems: Iterable[Problem]) -> list[Problem]:
        """What the gate has found here as well, each once."""
        known = list(problems)
        reported = {(problem.location, problem.says) for problem in known}
        here = (problem for problem in self.gate_problems if problem.location.path == path)
        return known + [
            problem for problem in here if (problem.location, problem.says) not in reported
        ]


def problems_in(file: Path) -> list[Problem]:
    """As `check --format json` wrote them."""
    from exempelbank.problems import Location, Problem, Severity

    try:
        return [
            Problem(
                Location(problem["path"], problem["line"], problem["label"]),
                problem["says"],
                problem["fix"],
                Severity(problem["severity"]),
            )
            for problem in json.loads(file.read_text("utf-8"))
        ]
    except (OSError, ValueError, KeyError, TypeError):
        stop(
            _("{path} does not hold what check has found.").format(path=file),
            _("Write it with exempelbank check --since REF --format json."),
        )


def _obstacles(stored: StoredContribution, context: ReviewContext) -> Problems:
    """All that stands between the example and its approval, or its page."""
    from exempelbank.checks import check_record
    from exempelbank.model.submission import UnderReview
    from exempelbank.problems import Problems
    from exempelbank.review.readiness import check_ready
    from exempelbank.review.repository import StoredRecord

    problems = Problems()
    if isinstance(stored.record, UnderReview):
        check_ready(StoredRecord(stored.document, stored.record), context.settings, problems)
    else:
        check_record(stored.document, stored.record, context.settings, problems)
    return problems
