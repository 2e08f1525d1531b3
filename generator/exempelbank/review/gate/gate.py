"""The gate: may this branch become part of the base?

Judged is what the base would be with the branch in it, not what the branch was when it began.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from exempelbank.files.paths import CONFIG, CONTENT, MKDOCS_FILE, SUBMISSIONS, VOCABULARIES
from exempelbank.i18n import _, speech_kept
from exempelbank.model.content import FocusArea, Network
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.review.gate.change_set import ChangeSet, ContributionDiff
from exempelbank.review.gate.change_set_reading import read_change_set
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.example_rules import check_example_diff
from exempelbank.review.gate.forge_facts import ForgeFacts
from exempelbank.review.gate.forge_verifier import ForgeVerifier
from exempelbank.review.gate.invariants import check_unbound_images
from exempelbank.review.gate.path_rules import check_paths, reviewers_needed
from exempelbank.review.gate.signatures import read_signers
from exempelbank.review.gate.state_rules import INITIAL_STATES
from exempelbank.settings import Meaning, Settings, load_settings
from exempelbank.settings.mkdocs_file import read_mkdocs_file

PROJECT_PATHS = (CONFIG, CONTENT, SUBMISSIONS, MKDOCS_FILE)  # what `check` looks at


def check_branch(
    commits: Commits,
    settings: Settings,
    facts: ForgeFacts | None,
    check_project: Callable[[Path, Problems], None],
    problems: Problems,
) -> None:
    """`settings`: those of the base, from `settings_at_base`. `check_project`: what is wrong in the
    project in a folder. Raises MergeConflict.
    """
    file_changes = commits.file_changes()
    problems.found += check_paths(file_changes, commits)
    change_set = read_change_set(file_changes, commits, settings, problems)
    signers = read_signers(commits, settings, problems)
    verifier = ForgeVerifier(commits, settings, facts, signers)
    for diff in change_set.diffs:
        check_example_diff(diff, change_set, verifier, settings, problems)
    if change_set.is_takedown:
        return  # goes out at once, whatever else is wrong
    _check_one_at_a_time(change_set.diffs, problems)
    _check_seen(change_set, verifier, problems)
    _check_consent_marks(commits, change_set, verifier, settings, problems)
    _check_receivers(commits, change_set, verifier, settings, problems)
    verifier.check_no_objection(problems)
    _check_result(commits, change_set, check_project, problems)


def _check_seen(change_set: ChangeSet, verifier: ForgeVerifier, problems: Problems) -> None:
    """What is no example is seen by a reviewer too: news, events, networks, words, the program."""
    with_example = change_set.drafted_news | change_set.new_images | change_set.erased_files
    example_paths = {
        side.document.path
        for diff in change_set.diffs
        for side in (diff.before, diff.after)
        if side
    }
    for change in change_set.file_changes:
        # Among the examples, and none of them.
        astray = change.new is None and change.path not in example_paths
        needed = reviewers_needed(change.path) or int(astray)
        if needed and change.path not in with_example:
            verifier.check_reviewers(change, needed, problems)


def _check_consent_marks(
    commits: Commits,
    change_set: ChangeSet,
    verifier: ForgeVerifier,
    settings: Settings,
    problems: Problems,
) -> None:
    """Which term says that someone tells of themselves decides who is asked for consent: two see
    a change of it.
    """
    for change in change_set.file_changes:
        if change.path == VOCABULARIES:
            after = _proposed_settings(commits)
            own = [
                each.vocabulary("perspectives").meaning(Meaning.OWN_EXPERIENCE)
                for each in (settings, after)
                if each
            ]
            if len(own) == 2 and own[0] != own[1]:
                verifier.check_reviewers(change, 2, problems)


def _check_receivers(
    commits: Commits,
    change_set: ChangeSet,
    verifier: ForgeVerifier,
    settings: Settings,
    problems: Problems,
) -> None:
    """Who gets answers, and with them how senders are reached, is seen by two: a form service, or
    the office's address.
    """
    for change in change_set.file_changes:
        if change.path == _ORGANISATION:
            after = _proposed_settings(commits)
            if after and _receivers(settings) != _receivers(after):
                verifier.check_reviewers(change, 2, problems)


_ORGANISATION = f"{CONFIG}/organisation.yml"


def _receivers(settings: Settings) -> tuple[str, ...]:
    organisation = settings.organisation
    return organisation.form_receiver, organisation.trial_form, organisation.email


def _check_result(
    commits: Commits,
    change_set: ChangeSet,
    check_project: Callable[[Path, Problems], None],
    problems: Problems,
) -> None:
    """What is wrong in the base with the branch in it. What was wrong there before is told, and
    does not stop a branch that has no part in it; but where the settings can't be read, nothing
    else has been looked at.
    """
    found = _problems_in(commits, commits.result, change_set, check_project)
    before = (
        _problems_in(commits, commits.tip, change_set, check_project)
        if found.errors
        else Problems()
    )
    approved_paths = {
        diff.after.document.path for diff in change_set.diffs if diff.after and diff.approval
    }
    known = {
        _but_for_its_line(problem)
        for problem in before.errors
        if problem.location.path not in approved_paths
    }
    if found.errors and _proposed_settings(commits) is None:
        known = set()
    already_found = {(problem.location, problem.says) for problem in problems}
    touched = {change.path for change in change_set.file_changes}
    for problem in found:
        if (problem.location, problem.says) in already_found:
            continue
        if _but_for_its_line(problem) in known:
            problem = replace(problem, severity=Severity.WARNING)
        elif problem.severity is not Severity.ERROR and problem.location.path not in touched:
            continue
        problems.found.append(problem)


def _problems_in(
    commits: Commits,
    tree: str,
    change_set: ChangeSet,
    check_project: Callable[[Path, Problems], None],
) -> Problems:
    found = Problems()
    with TemporaryDirectory(prefix="exempelbank-") as name:
        folder = Path(name)
        commits.write_out(tree, folder, *PROJECT_PATHS)
        seen: frozenset[str] = frozenset()
        while further := frozenset(read_mkdocs_file(folder).code) - seen:  # inherited: names others
            commits.write_out(tree, folder, *further)
            seen |= further
        with speech_kept():
            check_project(folder, found)
        if tree == commits.result:
            check_unbound_images(folder, change_set.file_changes, found)
    return found


def _but_for_its_line(problem: Problem) -> tuple[str, str | None, str]:
    """A problem without its line, which moves when something is written above it."""
    return problem.location.path, problem.location.label, problem.says


def _check_one_at_a_time(diffs: tuple[ContributionDiff, ...], problems: Problems) -> None:
    """One response in each change, so that it can be read and approved by itself. A first load may
    hold many, a revision comes with the submission that it was, and a lead with the answer to it.
    """
    decided = [
        diff
        for diff in diffs
        if not (_is_new(diff) or _was_a_revision(diff) or _was_tied(diff, diffs))
    ]
    for diff in decided[1:]:
        location = diff.after.document.location("id") if diff.after else Location(SUBMISSIONS)
        problems.error(
            location,
            _("{id} and {other} are changed together").format(id=diff.id, other=decided[0].id),
            _("Make a change of its own for each example."),
        )


def _is_new(diff: ContributionDiff) -> bool:
    return bool(
        diff.before is None and diff.after and diff.after.record.review.state in INITIAL_STATES
    )


def _was_a_revision(diff: ContributionDiff) -> bool:
    example = diff.before.record if diff.before and not diff.after else None
    return isinstance(example, UnderReview) and example.revises is not None


def _was_tied(diff: ContributionDiff, diffs: tuple[ContributionDiff, ...]) -> bool:
    """An answer that stands in the file of its lead now."""
    if diff.before is None or diff.after or not (key := diff.before.record.source.key):
        return False
    return any(
        other.after and other.before and other.after.record.source.key == key for other in diffs
    )


def settings_at_base(commits: Commits, problems: Problems) -> Settings | None:
    """The settings that decide, as they are at the base now, with the focus areas and networks
    that it would have. Where they can't be read, those that last could: so that what is wrong can
    be mended, and an example taken away meanwhile. Raises MergeConflict.
    """
    unreadable = Problems()
    if settings := _settings_at(commits.tip, commits, unreadable):
        return settings
    for commit in commits.commits_changing(CONFIG):
        if settings := _settings_at(commit, commits, Problems()):
            return settings
    problems.found += unreadable.found
    return None


def _proposed_settings(commits: Commits) -> Settings | None:
    """Comments are read by the words of the base all the same."""
    with speech_kept():
        return _settings_at(commits.result, commits, Problems())


def _settings_at(commit: str, commits: Commits, problems: Problems) -> Settings | None:
    with TemporaryDirectory(prefix="exempelbank-") as name:
        folder = Path(name)
        commits.write_out(commit, folder, CONFIG)
        commits.write_out(commits.result, folder, FocusArea.folder, Network.folder)
        return load_settings(folder, problems)
