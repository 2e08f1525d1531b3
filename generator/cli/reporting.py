"""An example on the desk -> its Report: gathers what the report is handed from the other rooms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import stop
from generator.cli.versions import Versions, before_of, example_at
from generator.texts import _

if TYPE_CHECKING:
    from generator.cli.desk import Desk
    from generator.model.example import Example
    from generator.problems import Problem, Problems
    from generator.report.report import Report
    from generator.review.desk import AnyFiled


@dataclass(frozen=True)
class Gathering:
    """What every report is made with."""

    desk: Desk
    versions: Versions
    found: Sequence[Problem] = ()  # by the gate, in any file

    def report_at(self, path: str) -> Report:
        from generator.problems import Problems
        from generator.report.build import report_on_unreadable

        problems = Problems()
        if filed := example_at(path, self.desk, problems):
            return self.report_of(filed)
        return report_on_unreadable(path, self._with_found(path, problems))

    def report_of(self, filed: AnyFiled) -> Report:
        from generator.report.build import report_on
        from generator.review.approval import public_part

        return report_on(
            filed.document,
            filed.example,
            self.desk.settings,
            problems=self._with_found(filed.document.path, _in_the_way(filed, self.desk)),
            others=self._others,
            before=before_of(filed, self.desk, self.versions),
            approved_hash=public_part(filed.example).content_hash(),
        )

    @cached_property
    def _others(self) -> tuple[tuple[str, Example], ...]:
        """All there are, with their files: read once, however many the reports."""
        from generator.problems import Problems
        from generator.review.desk import published_examples, submissions

        unheard = Problems()  # `check` tells what is wrong with other files
        root = self.desk.root
        return (
            *((one.document.path, one.example) for one in submissions(root, unheard)),
            *((one.document.path, one.example) for one in published_examples(root, unheard)),
        )

    def _with_found(self, path: str, problems: Iterable[Problem]) -> list[Problem]:
        """What the gate has found here as well, each once."""
        known = list(problems)
        said = {(problem.place, problem.says) for problem in known}
        here = (problem for problem in self.found if problem.place.path == path)
        return known + [one for one in here if (one.place, one.says) not in said]


def problems_in(file: Path) -> list[Problem]:
    """As `check --format json` wrote them."""
    from generator.problems import Place, Problem, Severity

    try:
        return [
            Problem(
                Place(one["path"], one["line"], one["label"]),
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


def _in_the_way(filed: AnyFiled, desk: Desk) -> Problems:
    """All that stands between the example and its approval, or its page."""
    from generator.checks import check_record
    from generator.model.submission import Submission
    from generator.problems import Problems
    from generator.review.approval import check_ready
    from generator.review.desk import Filed

    problems = Problems()
    if isinstance(filed.example, Submission):
        check_ready(Filed(filed.document, filed.example), desk.settings, problems)
    else:
        check_record(filed.document, filed.example, desk.settings, problems)
    return problems
