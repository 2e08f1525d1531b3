"""The gate: may this branch become part of the base?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.checks import check_record
from generator.documents import write_atomically
from generator.model.submission import PublishedExample, Submission
from generator.problems import Place, Problems
from generator.review.desk import Filed
from generator.review.gate.commits import Commits
from generator.review.gate.facts import Facts
from generator.review.gate.paths import of_paths
from generator.review.gate.rules import check_step
from generator.review.gate.states import BEGINNINGS
from generator.review.gate.steps import Step, proposal_in
from generator.review.gate.witness import Witness
from generator.review.submitted import check_submission
from generator.settings import CONFIG, Settings, load_settings
from generator.texts import _

_SETTINGS = re.compile(rf"{CONFIG}/[a-z_]+\.yml")
_TERMS = re.compile(r"content/(focus_areas|networks)/[a-z0-9-]+\.md")


def check_branch(
    commits: Commits, settings: Settings, facts: Facts | None, problems: Problems
) -> None:
    """`settings`: those of the base, from `settings_of`."""
    changed = commits.changed()
    problems.found += of_paths(changed, commits)
    proposal = proposal_in(changed, commits, problems)
    for filed in proposal.content:
        check_record(filed.document, filed.example, settings, problems)
    witness = Witness(commits, settings, facts)
    published = {
        step.id
        for step in proposal.steps
        if step.after and isinstance(step.after.example, PublishedExample)
    }
    for step in proposal.steps:
        _check_record(step, settings, problems)
        check_step(step, published, witness, settings, problems)
    _check_one_at_a_time(proposal.steps, problems)
    witness.nobody_objects(problems)


def _check_record(step: Step, settings: Settings, problems: Problems) -> None:
    if step.after is None:
        return
    if isinstance(step.after.example, Submission):
        submission = Filed(step.after.document, step.after.example)
        check_submission(submission, settings, problems)
    else:
        check_record(step.after.document, step.after.example, settings, problems)


def _check_one_at_a_time(steps: tuple[Step, ...], problems: Problems) -> None:
    """One response in each change, so that it can be read and approved by itself. A first load may
    hold many, and a revision comes with the submission that it was.
    """
    decided = [step for step in steps if not (_has_just_come(step) or _was_a_revision(step))]
    for step in decided[1:]:
        place = step.after.document.place("id") if step.after else Place(Submission.folder)
        problems.error(
            place,
            _("{id} and {other} are changed together").format(id=step.id, other=decided[0].id),
            _("Make a change of its own for each example."),
        )


def _has_just_come(step: Step) -> bool:
    return bool(
        step.before is None and step.after and step.after.example.review.state in BEGINNINGS
    )


def _was_a_revision(step: Step) -> bool:
    example = step.before.example if step.before and not step.after else None
    return isinstance(example, Submission) and example.revises is not None


@contextmanager
def settings_of(commits: Commits, problems: Problems) -> Iterator[Settings | None]:
    """The base's settings, with the focus areas and networks that the branch would have."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = commits.files(commits.base, CONFIG)
        terms = commits.files(commits.head, "content/focus_areas", "content/networks")
        files = {path: blob for path, blob in settings.items() if _SETTINGS.fullmatch(path)}
        files |= {path: blob for path, blob in terms.items() if _TERMS.fullmatch(path)}
        texts = commits.bytes_of(files.values())
        for path, blob in files.items():
            if blob.id in texts:
                write_atomically(folder / path, texts[blob.id])
        yield load_settings(folder, problems)
