"""The whole project -> what is wrong in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from exempelbank.checks import check_record
from exempelbank.problems import Problems
from exempelbank.review.config import check_settings
from exempelbank.review.dates import check_dates
from exempelbank.review.files import check_files
from exempelbank.review.library import Library, load_library
from exempelbank.review.links import check_links
from exempelbank.review.mkdocs_file import check_mkdocs_file
from exempelbank.review.names import check_names
from exempelbank.review.pages import check_pages
from exempelbank.review.privacy import check_privacy
from exempelbank.review.redirects import check_redirects
from exempelbank.review.submitted import check_submission
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
    for filed in (*library.published, *library.content):
        check_record(filed.document, filed.example, settings, problems)
