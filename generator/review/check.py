"""The whole project -> what is wrong in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.checks import check_record
from generator.problems import Problems
from generator.review.config import check_settings
from generator.review.dates import check_dates
from generator.review.files import check_files
from generator.review.library import Library, load_library
from generator.review.links import check_links
from generator.review.mkdocs_file import check_mkdocs_file
from generator.review.names import check_names
from generator.review.pages import check_pages
from generator.review.privacy import check_privacy
from generator.review.redirects import check_redirects
from generator.review.submitted import check_submission
from generator.settings import Settings


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
    problems.found = [*dict.fromkeys(problems.found)]  # what two of these met is told once


def check_each(library: Library, settings: Settings, problems: Problems) -> None:
    for submission in library.submissions:
        check_submission(submission, settings, problems)
    for filed in (*library.published, *library.content):
        check_record(filed.document, filed.example, settings, problems)
