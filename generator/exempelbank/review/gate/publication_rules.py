"""What is published, is published by two, as a new version when the text has changed."""

from __future__ import annotations

from dataclasses import replace

from exempelbank.i18n import _
from exempelbank.model.review import HASH_VERSION, LogEntry, ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.privacy.rules import rules_version
from exempelbank.problems import Location, Problems
from exempelbank.review.gate.approved_publication import Publishing
from exempelbank.review.gate.change_set import Proposal, Step
from exempelbank.review.gate.forge_verifier import Witness
from exempelbank.review.gate.invariants import check_taken_away
from exempelbank.review.gate.revision_rules import check_history
from exempelbank.review.publish import months_later
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredRecord
from exempelbank.review.transitions import check_legal
from exempelbank.settings import Settings


def check_published(
    step: Step,
    after: StoredRecord[PublishedExample],
    new: tuple[LogEntry, ...],
    proposal: Proposal,
    witness: Witness,
    settings: Settings,
    problems: Problems,
) -> None:
    review, old = after.record.review, step.before.record if step.before else None
    approved = step.approved
    was_public = isinstance(old, PublishedExample)
    if isinstance(old, PublishedExample):
        check_history(old, after, approved, problems)
    if approved:
        submission = step.reviewed.document.path if step.reviewed else ""
        publishing = Publishing(after, approved, submission, witness.commits, settings)
        witness.two_reviewers(after, approved, publishing.was_at, problems)
        _check_bound(after, approved, settings, problems)
        _check_time(step, after, approved, problems)
        if not was_public:
            _check_first(after, approved, problems)
            _check_news(publishing, proposal, witness, problems)
    elif not was_public:
        problems.error(
            after.document.location("review", "log"), _("the log does not say who approved it")
        )
    if approved or not was_public:
        _check_review_behind(step, after, settings, problems)
    change = proposal.changes[after.document.path]
    if old and review.state not in (old.review.state, ReviewState.APPROVED):
        check_taken_away(after, new, change, witness, problems)
    elif not approved and was_public:
        witness.reviewers(change, 1, problems)  # its log, or what import knows it by


def _check_bound(
    after: StoredRecord[PublishedExample],
    approved: LogEntry,
    settings: Settings,
    problems: Problems,
) -> None:
    """An approval binds all that readers meet, and only for so long."""
    months = settings.organisation.review_months
    latest = months_later(approved.at.date(), months)
    if (after.record.review.review_by - latest).days > 1:  # zones differ
        problems.error(
            after.document.location("review", "review_by"),
            _("lies more than {n} months after the approval").format(n=months),
        )
    if after.record.review.hash_version < HASH_VERSION:
        problems.error(
            after.document.location("review", "hash_version"),
            _("an earlier version of the program has approved it, which bound less of it"),
            _("Approve it again with this version."),
        )
    # Without a version the build holds it to the rules itself.
    if after.record.review.privacy_rules not in ("", rules_version()):
        problems.error(
            after.document.location("review", "privacy_rules"),
            _("names other privacy rules than those it has been held to here"),
            _("Approve it again with this version."),
        )


def _check_time(
    step: Step, after: StoredRecord[PublishedExample], approved: LogEntry, problems: Problems
) -> None:
    """An approval comes after what led to it: it decides which day readers are told."""
    behind = [stored.record.review for stored in (step.before, step.reviewed) if stored]
    earlier = [entry.at.date() for review in behind for entry in review.log]
    if earlier and approved.at.date() < max(earlier):
        problems.error(
            after.document.location("review", "log"),
            _("the approval is dated before what led to it"),
            _("Put back the time when it was approved."),
        )


def _check_first(
    after: StoredRecord[PublishedExample], approved: LogEntry, problems: Problems
) -> None:
    review, day = after.record.review, approved.at.date()
    for name, right in (("version", 1), ("published", day), ("updated", day)):
        if getattr(review, name) != right:
            problems.error(
                after.document.location("review", name), _("must be {n}").format(n=right)
            )
    if [version.number for version in review.versions] != [1]:
        problems.error(
            after.document.location("review", "versions"), _("must tell of the first version alone")
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
    for stored in proposal.news_of(publishing.after.record.id):
        path = stored.document.path
        as_drafted = (path, stored.document.text) == drafted
        if not as_drafted and not witness.approvers(proposal.changes[path]):
            problems.error(
                Location(path),
                _("the news has been changed, and nobody has approved it as it stands"),
                _("A listed reviewer approves the pull request as it stands now."),
            )


def _check_review_behind(
    step: Step, after: StoredRecord[PublishedExample], settings: Settings, problems: Problems
) -> None:
    """Behind a first publication, and a revision sent in, stands a submission whose review was
    complete. Its text may have been mended since: two have approved the one that is published.
    """
    location = Location(after.document.path)
    if step.reviewed and step.reviewed.record.id != step.id:
        check_legal(step.reviewed, ReviewState.APPROVED, problems)
    if step.reviewed is None:
        if step.before is None:
            problems.error(
                location,
                _("there is no submission behind this example, so nobody has reviewed it"),
                _("Publish it with exempelbank approve, which moves it from submissions."),
            )
        return
    example = step.reviewed.record
    missing = Problems()
    check_ready(step.reviewed, settings, missing)
    seen = _("The finished review must stand in a commit before the one that publishes.")
    problems.found += [
        replace(
            problem,
            location=replace(problem.location, path=location.path, line=None),
            fix="\n".join(filter(None, (problem.fix, seen))),
        )
        for problem in missing.errors
    ]
    handled = example.review.handled
    if (
        handled is None
        or not handled.not_involved
        or after.record.review.approved_by[:1] != (handled.by,)
    ):
        problems.error(
            after.document.location("review", "approved_by"),
            _("the first one named has not handled it, or not declared that they are not involved"),
        )
