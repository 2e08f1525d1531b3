"""The report on what a branch holds, where no workflow of the forge writes one."""

from __future__ import annotations

from exempelbank.documents import Document
from exempelbank.model.kinds import UNDER_REVIEW, kind_at
from exempelbank.problems import Problems
from exempelbank.pull_requests.branches import ResponseBranch
from exempelbank.records import canonical, record_from
from exempelbank.report.build import report_on, report_on_unreadable
from exempelbank.report.markdown import as_comment
from exempelbank.report.report import Report
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredRecord
from exempelbank.settings import Settings

MOST_REPORTS = 20  # in one comment; a larger load is read in the queue


def report_text(branch: ResponseBranch, settings: Settings) -> str:
    """Nothing in it does anything on a forge, whatever a sender has written."""
    files = [file for file in branch.files if not (file.is_newer_answer or file.is_published)]
    return as_comment(_report(file.document, settings) for file in files[:MOST_REPORTS])


def _report(document: Document, settings: Settings) -> Report:
    kind = kind_at(document.path)
    problems = Problems()
    for under_review in UNDER_REVIEW:
        if kind is under_review:
            as_canonical = canonical(document, under_review, settings)
            if record := record_from(as_canonical, under_review, problems):
                check_ready(StoredRecord(as_canonical, record), settings, problems)
                return report_on(as_canonical, record, settings, problems=problems)
    return report_on_unreadable(document.path, problems)
