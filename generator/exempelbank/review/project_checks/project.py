"""The whole project -> what is wrong in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from exempelbank.checks import check_record
from exempelbank.problems import Problems
from exempelbank.review.project_checks.dates import check_dates
from exempelbank.review.project_checks.markdown_pages import check_pages
from exempelbank.review.project_checks.mkdocs_config import check_mkdocs_file
from exempelbank.review.project_checks.redirects import check_redirects
from exempelbank.review.project_checks.references import check_links
from exempelbank.review.project_checks.settings import check_settings
from exempelbank.review.project_checks.stray_files import check_files
from exempelbank.review.project_checks.submissions import check_submission
from exempelbank.review.project_checks.texts_outside_records import check_privacy
from exempelbank.review.project_checks.uniqueness import check_names
from exempelbank.review.project_records import Library, load_library
from exempelbank.settings import Settings


def check_project(root: Path, settings: Settings, today: date, problems: Problems) -> None:
    """The files, each record and page by itself, and then what binds them together."""
    check_files(root, problems)
    check_mkdocs_file(root, problems)
    check_settings(root, settings, problems)
    library = load_library(root, problems)
    check_each(library, settings, problems)
    pages = check_pages(root, settings, problems)
    check_privacy(root, problems)
    check_names(library, problems)
    check_links(library, root, problems)
    check_redirects(library, pages, root, settings, problems)
    check_dates(library, today, problems)


def check_each(library: Library, settings: Settings, problems: Problems) -> None:
    for submission in library.submissions:
        check_submission(submission, settings, problems)
    for stored in (*library.published, *library.content):
        check_record(stored.document, stored.record, settings, problems)
