"""The whole project -> what is wrong in it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from exempelbank.checks import check_damaged_record, check_record, check_record_without_settings
from exempelbank.checks.links import PlanSite
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.letters.templates import check_templates
from exempelbank.problems import Location, Problems
from exempelbank.review.project_checks.dates import check_dates
from exempelbank.review.project_checks.event_chains import check_event_chains
from exempelbank.review.project_checks.file_tree import check_file_tree
from exempelbank.review.project_checks.going_live import left_of_the_sample
from exempelbank.review.project_checks.known_pages import known_pages
from exempelbank.review.project_checks.left_answers import left_answers
from exempelbank.review.project_checks.links import check_internal_links
from exempelbank.review.project_checks.markdown_pages import (
    check_markdown_pages,
    check_texts_of_pages,
)
from exempelbank.review.project_checks.mkdocs_config import check_mkdocs_config
from exempelbank.review.project_checks.redirects import check_redirects
from exempelbank.review.project_checks.references import check_references
from exempelbank.review.project_checks.settings import (
    check_services_are_named,
    check_settings,
    check_settings_comments,
)
from exempelbank.review.project_checks.submissions import check_submission
from exempelbank.review.project_checks.texts_outside_records import check_texts_outside_records
from exempelbank.review.project_checks.uniqueness import check_uniqueness
from exempelbank.review.project_checks.unread_settings import unread_settings
from exempelbank.review.project_records import DamagedRecord, ProjectRecords, load_project_records
from exempelbank.settings import Settings
from exempelbank.settings.forge_file import load_forge_file
from exempelbank.settings.redirects import load_redirects


def check_project(
    root: Path,
    settings: Settings,
    today: date,
    problems: Problems,
    plan_site: PlanSite | None = None,
) -> None:
    """The files, each record and page by itself, and then what binds them together. `plan_site`
    tells what a build would make, for links to be looked up in; without it none are.
    """
    plan_site = plan_site and cache(plan_site)
    check_file_tree(root, problems)
    problems.found += unread_settings(root)
    problems.found += left_answers(root)
    check_mkdocs_config(root, problems, settings)
    check_settings(root, settings, problems)
    check_templates(root, problems)
    records = load_project_records(root, problems, settings)
    check_records(records, settings, problems)
    pages = check_markdown_pages(root, settings, problems)
    problems.found += check_services_are_named(root, settings, pages.values())
    check_texts_outside_records(root, problems)
    problems.found += left_of_the_sample(root, settings)
    check_uniqueness(records, problems)
    check_references(records, root, problems)
    check_event_chains(records, problems)
    names = known_pages(records, root, settings)
    load_forge_file(root, problems)
    check_redirects(frozenset(names.values()), root, settings, plan_site, problems)
    if plan_site:
        check_internal_links(
            root, records, pages.values(), names, settings, today, plan_site, problems
        )
    check_dates(records, today, problems)


def check_without_settings(root: Path, problems: Problems) -> None:
    """All that does not depend on the settings, where they can't be used."""
    problems.warning(
        Location(CONFIG),
        _("can't be used yet, so words in lists, addresses and links have not been looked at"),
        _("Put the settings right, and run the check again."),
    )
    check_file_tree(root, problems)
    problems.found += unread_settings(root)
    check_mkdocs_config(root, problems)
    check_settings_comments(root, problems)
    load_forge_file(root, problems)
    load_redirects(root, problems)
    records = load_project_records(root, problems)
    for stored in records.all_records():
        faulty = stored.faulty if isinstance(stored, DamagedRecord) else frozenset[str]()
        check_record_without_settings(stored.document, stored.record, faulty, problems)
    check_texts_of_pages(root, problems)
    check_texts_outside_records(root, problems)
    check_uniqueness(records, problems)
    check_references(records, root, problems)
    check_event_chains(records, problems)


def check_records(records: ProjectRecords, settings: Settings, problems: Problems) -> None:
    for submission in records.submissions:
        check_submission(submission, settings, problems)
    for stored in (*records.published, *records.content_records):
        check_record(stored.document, stored.record, settings, problems)
    for damaged in records.damaged:
        document, record, faulty = damaged.document, damaged.record, damaged.faulty
        check_damaged_record(document, record, faulty, settings, problems)
