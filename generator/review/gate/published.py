"""What is published, is published by two, as a new version when the text has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from generator.model.review import HASH_VERSION, LogEntry, ReviewState
from generator.model.submission import PublishedExample
from generator.problems import Place, Problems
from generator.review.approval import check_ready, public_part
from generator.review.desk import Filed
from generator.review.gate.approved import Publishing
from generator.review.gate.states import APPROVALS
from generator.review.gate.steps import Proposal, Step
from generator.review.gate.witness import Witness
from generator.review.moves import NEEDS_REASON
from generator.review.publish import months_later
from generator.settings import Settings
from generator.texts import _

BY_APPROVAL = (
    "review_by",
    "approved_by",
    "hash_version",
    "content_hash",
    "image_hash",
    "privacy_rules",
    "releases",
)


def check_published(
    step: Step,
    after: Filed[PublishedExample],
    new: tuple[LogEntry, ...],
    proposal: Proposal,
    witness: Witness,
    settings: Settings,
    problems: Problems,
) -> None:
    review, old = after.example.review, step.before.example if step.before else None
    approved = next((entry for entry in reversed(new) if entry.did in APPROVALS), None)
    was_public = isinstance(old, PublishedExample)
    if isinstance(old, PublishedExample):
        _check_history(old, after, approved, problems)
    if approved:
        submission = step.reviewed.document.path if step.reviewed else ""
        publishing = Publishing(after, approved, submission, witness.commits, settings)
        witness.two_reviewers(after, approved, publishing.was_at, problems)
        _check_bound(after, approved, settings, problems)
        if not was_public:
            _check_first(after, approved, problems)
            _check_news(publishing, proposal, witness, problems)
    elif not was_public:
        problems.error(
            after.document.place("review", "log"), _("the log does not say who approved it")
        )
    if approved or not was_public:
        _check_review_behind(step, after, settings, problems)
    if old and review.state not in (old.review.state, ReviewState.APPROVED):
        _check_taken_away(after, new, witness, problems)


def _check_bound(
    after: Filed[PublishedExample], approved: LogEntry, settings: Settings, problems: Problems
) -> None:
    """An approval binds all that readers meet, and only for so long."""
    months = settings.organisation.review_months
    latest = months_later(approved.at.date(), months) + timedelta(days=1)  # zones differ
    if after.example.review.review_by > latest:
        problems.error(
            after.document.place("review", "review_by"),
            _("lies more than {n} months after the approval").format(n=months),
        )
    if after.example.review.hash_version < HASH_VERSION:
        problems.error(
            after.document.place("review", "hash_version"),
            _("an earlier version of the program has approved it, which bound less of it"),
            _("Approve it again with this version."),
        )


def _check_first(after: Filed[PublishedExample], approved: LogEntry, problems: Problems) -> None:
    review, day = after.example.review, approved.at.date()
    for name, right in (("version", 1), ("published", day), ("updated", day)):
        if getattr(review, name) != right:
            problems.error(after.document.place("review", name), _("must be {n}").format(n=right))
    if [version.number for version in review.versions] != [1]:
        problems.error(
            after.document.place("review", "versions"), _("must tell of the first version alone")
        )


def _check_news(
    publishing: Publishing, proposal: Proposal, witness: Witness, problems: Problems
) -> None:
    """The news of an example is published with it: as it was drafted, or as a reviewer has
    approved it.
    """
    if witness.facts is None:
        return
    drafted = publishing.draft()
    for filed in proposal.news_of(publishing.after.example.id):
        path, change = filed.document.path, proposal.change_of(filed.document.path)
        as_drafted = (path, filed.document.text) == drafted
        if change and not as_drafted and not witness.approvers(change):
            problems.error(
                Place(path),
                _("the news has been changed, and nobody has approved it as it stands"),
                _("A listed reviewer approves the pull request as it stands now."),
            )


def _check_review_behind(
    step: Step, after: Filed[PublishedExample], settings: Settings, problems: Problems
) -> None:
    """Behind a first publication, and a revision sent in, stands a submission whose review was
    complete. Its text may have been mended since: two have approved the one that is published.
    """
    place = Place(after.document.path)
    if step.reviewed is None:
        if step.before is None:
            problems.error(
                place,
                _("there is no submission behind this example, so nobody has reviewed it"),
                _("Publish it with exempelbank approve, which moves it from submissions."),
            )
        return
    example = step.reviewed.example
    missing = Problems()
    check_ready(step.reviewed, settings, missing)
    seen = _("The finished review must stand in a commit before the one that publishes.")
    problems.found += [
        replace(
            problem,
            place=replace(problem.place, path=place.path, line=None),
            fix="\n".join(filter(None, (problem.fix, seen))),
        )
        for problem in missing.errors
    ]
    handled = example.review.handled
    if (
        handled is None
        or not handled.not_involved
        or after.example.review.approved_by[:1] != (handled.by,)
    ):
        problems.error(
            after.document.place("review", "approved_by"),
            _("the first one named has not handled it, or not declared that they are not involved"),
        )


def _check_history(
    old: PublishedExample,
    after: Filed[PublishedExample],
    approved: LogEntry | None,
    problems: Problems,
) -> None:
    """What readers meet changes with a new version, approved anew; what they were told stays."""
    review, document = after.example.review, after.document
    changed = (
        public_part(after.example).told() != public_part(old).told()
        or review.releases != old.review.releases
        or not old.review.binds_picture(review.image_hash)
    )
    if changed and not approved:
        problems.error(
            document.place("review", "content_hash"),
            _("the text has been changed, and nobody has approved the change"),
            _("Approve it as a new version: exempelbank approve {id} --help shows how.").format(
                id=old.id
            ),
        )
    number = old.review.version + 1 if changed else old.review.version
    day = approved.at.date() if approved and changed else old.review.updated
    for name, right in (
        ("version", number),
        ("updated", day),
        ("published", old.review.published),
    ):
        if getattr(review, name) != right:
            problems.error(document.place("review", name), _("must be {n}").format(n=right))
    told, added = old.review.versions, [number] if changed else []
    if (
        review.versions[: len(told)] != told
        or [version.number for version in review.versions[len(told) :]] != added
    ):
        problems.error(
            document.place("review", "versions"),
            _("may only grow, by one with each text that is approved"),
        )
    if approved:
        return
    if review.state is ReviewState.APPROVED and old.review.state is not ReviewState.APPROVED:
        problems.error(
            document.place("review", "state"),
            _("comes back by an approval, and nothing else"),
            _("Approve it: exempelbank approve {id} --help shows how.").format(id=old.id),
        )
    for name in BY_APPROVAL:
        if getattr(review, name) != getattr(old.review, name):
            problems.error(
                document.place("review", name), _("is changed by an approval, and nothing else")
            )


def _check_taken_away(
    after: Filed[PublishedExample],
    new: tuple[LogEntry, ...],
    witness: Witness,
    problems: Problems,
) -> None:
    """One reviewer may do it at once, and says in the log that they did."""
    state, place = after.example.review.state, after.document.place("review", "log")
    entry = next((entry for entry in reversed(new) if entry.did == state), None)
    if entry is None:
        problems.error(
            place,
            _("the log does not say who made it “{state}”").format(state=state.label),
            _("Use the commands pause, withdraw, archive or set-state, which write it."),
        )
        return
    if state in NEEDS_REASON and not entry.note.strip():
        problems.error(place, _("the reason is missing"))
    witness.one_reviewer(place, entry.by, problems)
