"""The gate: may this branch become part of the base?

Judged is what the base would be with the branch in it, not what the branch was when it began.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from exempelbank.i18n import _
from exempelbank.model.content import FocusArea, Network
from exempelbank.model.submission import Submission
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.review.gate.change_set import Proposal, Step
from exempelbank.review.gate.change_set_reading import proposal_in
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.example_rules import check_example_change
from exempelbank.review.gate.forge_facts import Facts
from exempelbank.review.gate.forge_verifier import Witness
from exempelbank.review.gate.invariants import check_unbound_pictures
from exempelbank.review.gate.path_rules import of_paths, reviewers_needed
from exempelbank.review.gate.state_rules import BEGINNINGS
from exempelbank.settings import CONFIG, Settings, load_settings

PROJECT = (CONFIG, "content", "submissions", "mkdocs.yml")  # what `check` looks at


def check_branch(
    commits: Commits,
    settings: Settings,
    facts: Facts | None,
    check_project: Callable[[Path, Problems], None],
    problems: Problems,
) -> None:
    """`settings`: those of the base, from `settings_of`. `check_project`: what is wrong in the
    project in a folder. Raises MergeConflict.
    """
    changed = commits.changed()
    problems.found += of_paths(changed, commits)
    proposal = proposal_in(changed, commits, problems)
    witness = Witness(commits, settings, facts)
    for step in proposal.steps:
        check_example_change(step, proposal, witness, settings, problems)
    if proposal.takes_away:
        return  # goes out at once, whatever else is wrong
    _check_one_at_a_time(proposal.steps, problems)
    _check_seen(proposal, witness, problems)
    witness.nobody_objects(problems)
    _check_result(commits, proposal, check_project, problems)


def _check_seen(proposal: Proposal, witness: Witness, problems: Problems) -> None:
    """What is no example is seen by a reviewer too: news, events, networks, words, the program."""
    with_example = proposal.drafted_news | proposal.new_pictures
    stored = {
        one.document.path for step in proposal.steps for one in (step.before, step.after) if one
    }
    for change in proposal.changed:
        astray = change.new is None and change.path not in stored  # among the records, and none
        needed = reviewers_needed(change.path) or int(astray)
        if needed and change.path not in with_example:
            witness.reviewers(change, needed, problems)


def _check_result(
    commits: Commits,
    proposal: Proposal,
    check_project: Callable[[Path, Problems], None],
    problems: Problems,
) -> None:
    """What is wrong in the base with the branch in it. What was wrong there before is told, and
    does not stop a branch that has no part in it; but where the settings can't be read, nothing
    else has been looked at.
    """
    found = _found_in(commits, commits.result, proposal, check_project)
    before = (
        _found_in(commits, commits.tip, proposal, check_project) if found.errors else Problems()
    )
    approved = {step.after.document.path for step in proposal.steps if step.after and step.approved}
    known = {_what(problem) for problem in before.errors if problem.location.path not in approved}
    if found.errors and _settings_at(commits.result, commits, Problems()) is None:
        known = set()
    said = {(problem.location, problem.says) for problem in problems}
    touched = {change.path for change in proposal.changed}
    for problem in found:
        if (problem.location, problem.says) in said:
            continue
        if _what(problem) in known:
            problem = replace(problem, severity=Severity.WARNING)
        elif problem.severity is Severity.WARNING and problem.location.path not in touched:
            continue
        problems.found.append(problem)


def _found_in(
    commits: Commits,
    tree: str,
    proposal: Proposal,
    check_project: Callable[[Path, Problems], None],
) -> Problems:
    found = Problems()
    with TemporaryDirectory(prefix="exempelbank-") as name:
        folder = Path(name)
        commits.write_out(tree, folder, *PROJECT)
        check_project(folder, found)
        if tree == commits.result:
            check_unbound_pictures(folder, proposal.changed, found)
    return found


def _what(problem: Problem) -> tuple[str, str | None, str]:
    """A problem without its line, which moves when something is written above it."""
    return problem.location.path, problem.location.label, problem.says


def _check_one_at_a_time(steps: tuple[Step, ...], problems: Problems) -> None:
    """One response in each change, so that it can be read and approved by itself. A first load may
    hold many, and a revision comes with the submission that it was.
    """
    decided = [step for step in steps if not (_has_just_come(step) or _was_a_revision(step))]
    for step in decided[1:]:
        location = step.after.document.location("id") if step.after else Location(Submission.folder)
        problems.error(
            location,
            _("{id} and {other} are changed together").format(id=step.id, other=decided[0].id),
            _("Make a change of its own for each example."),
        )


def _has_just_come(step: Step) -> bool:
    return bool(step.before is None and step.after and step.after.record.review.state in BEGINNINGS)


def _was_a_revision(step: Step) -> bool:
    example = step.before.record if step.before and not step.after else None
    return isinstance(example, Submission) and example.revises is not None


def settings_of(commits: Commits, problems: Problems) -> Settings | None:
    """The settings that decide, as they are at the base now, with the focus areas and networks
    that it would have. Where they can't be read, those that last could: so that what is wrong can
    be mended, and an example taken away meanwhile. Raises MergeConflict.
    """
    unreadable = Problems()
    if settings := _settings_at(commits.tip, commits, unreadable):
        return settings
    for commit in commits.past(CONFIG):
        if settings := _settings_at(commit, commits, Problems()):
            return settings
    problems.found += unreadable.found
    return None


def _settings_at(commit: str, commits: Commits, problems: Problems) -> Settings | None:
    with TemporaryDirectory(prefix="exempelbank-") as name:
        folder = Path(name)
        commits.write_out(commit, folder, CONFIG)
        commits.write_out(commits.result, folder, FocusArea.folder, Network.folder)
        return load_settings(folder, problems)
