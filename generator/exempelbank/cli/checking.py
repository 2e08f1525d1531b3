"""Looks everything over, or what a branch changes, and says what is wrong."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import file_in_project, print_lines, stop
from exempelbank.cli.formats import formatted
from exempelbank.cli.search import notice_of_unused_synonyms
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.problems import Problems
    from exempelbank.settings import Settings
    from exempelbank.site.planned_site import PlannedSite


def check(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.problems import Problems
    from exempelbank.transactions import JOURNAL

    problems = Problems()
    if chosen.since:
        _check_branch(chosen, root, problems)
    else:
        check_folder(root, problems)
        if chosen.format == "text" and not problems.errors:  # no fault: only people need hear it
            notice_of_unused_synonyms(root, problems)
    if chosen.paths:
        wanted = [JOURNAL, *(_below(root, path) for path in chosen.paths)]
        problems.found = [
            problem
            for problem in problems
            if any(_is_within(problem.location.path, path) for path in wanted)
        ]
    if problems.found or chosen.format == "json":
        print_lines(formatted(problems, chosen.format))
    if chosen.format == "text":
        counted = problems.errors or problems.warnings
        print(problems.summary() if counted else _("Everything is in order."))
    return 1 if problems.errors else 0


def check_folder(root: Path, problems: Problems) -> None:
    """Everything that is wrong in a project. Nothing in it is written or carried out."""
    from exempelbank.review.project_checks.project import check_project, check_without_settings
    from exempelbank.rules.clock import site_today
    from exempelbank.settings import load_settings
    from exempelbank.transactions import cut_short

    settings = load_settings(root, problems)
    _check_package_settings(root, settings, problems)
    if half_done := cut_short(root):  # what the files say now would be true of nothing
        problems.found.append(half_done.problem)
    elif settings:
        today = site_today(settings)
        check_project(root, settings, today, problems, partial(_plan_site, root, settings, today))
    else:
        check_without_settings(root, problems)
    problems.found = problems.by_place()  # what two of these met is told once


def _plan_site(root: Path, settings: Settings, today: date) -> PlannedSite:
    """Imported when a link asks: it is half of the program."""
    from exempelbank.site.planned_site import plan_site

    return plan_site(root, settings, today)


def _check_package_settings(root: Path, settings: Settings | None, problems: Problems) -> None:
    """Of one package each: forms, synonyms, letters sent, and what MkDocs begins with."""
    from exempelbank.files.paths import FORMS, SENT
    from exempelbank.intake.form.mapping import load_mapping
    from exempelbank.plugin.faults import config_faults
    from exempelbank.problems import Location
    from exempelbank.search.synonyms import read_synonyms
    from exempelbank.settings.mkdocs_file import read_mkdocs_file

    if (root / SENT).exists():
        from exempelbank.mail.mailout import read_sent

        read_sent(root, problems)
    for path in sorted((root / FORMS).glob("*.yml")):
        load_mapping(root, path.stem, problems, settings)
    read_synonyms(root, problems)
    if (root / MKDOCS_FILE).exists():
        problems.found += config_faults(read_mkdocs_file(root))
    elif (root / PAGES).is_dir():
        problems.warning(Location(MKDOCS_FILE), _("the file is missing, and nothing is built"))


def _check_branch(chosen: argparse.Namespace, root: Path, problems: Problems) -> None:
    from exempelbank.exceptions import GitError, MergeConflict
    from exempelbank.problems import Location
    from exempelbank.review.gate.commits import Commits
    from exempelbank.review.gate.forge_facts import facts_from
    from exempelbank.review.gate.gate import check_branch, settings_at_base

    facts = None
    if chosen.facts:
        try:
            facts = facts_from(chosen.facts.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            stop(_("{path} can't be read.").format(path=chosen.facts))
        if facts is None:
            stop(
                _("{path} does not hold what a forge has confirmed.").format(path=chosen.facts),
                _("See docs/granskning.md for its form."),
            )
    try:
        commits = Commits(root, chosen.since, chosen.head)
        if settings := settings_at_base(commits, problems):
            check_branch(commits, settings, facts, check_folder, problems)
    except GitError as why:
        stop(why.says)
    except MergeConflict:
        problems.error(
            Location("."),
            _("the branch and {since} have changed the same thing").format(since=chosen.since),
            _(
                "Merge {since} into the branch, choose what holds, and have it approved again."
            ).format(since=chosen.since),
        )


def _below(root: Path, path: str) -> str:
    if found := file_in_project(root, path):
        return found.relative_to(root).as_posix()
    stop(_("{path} is not in the project.").format(path=path))


def _is_within(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(f"{folder}/")
