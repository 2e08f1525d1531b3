"""What is published, is published by two, as a new version when the text has changed."""

from __future__ import annotations

from dataclasses import replace

from exempelbank.i18n import _
from exempelbank.model.review import HASH_VERSION, LogEntry, ReviewState
from exempelbank.model.submission import Published
from exempelbank.privacy.rules import rules_version
from exempelbank.problems import Location, Problems
from exempelbank.review.gate.approved_publication import ApprovedPublication
from exempelbank.review.gate.change_set import ChangeSet, ContributionDiff
from exempelbank.review.gate.forge_verifier import ForgeVerifier
from exempelbank.review.gate.invariants import check_takedown
from exempelbank.review.gate.revision_rules import check_revision
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredRecord
from exempelbank.review.transitions import check_legal
from exempelbank.rules.publication import next_review
from exempelbank.settings import Settings


def check_published(
    diff: ContributionDiff,
    after: StoredRecord[Published],
    new_entries: tuple[LogEntry, ...],
    change_set: ChangeSet,
    verifier: ForgeVerifier,
    settings: Settings,
    problems: Problems,
) -> None:
    review, old = after.record.review, diff.before.record if diff.before else None
    approval = diff.approval
    was_public = isinstance(old, Published)
    if isinstance(old, Published) and not diff.is_erasure:
        check_revision(old, after, approval, problems)
    if approval:
        submission = diff.reviewed.document.path if diff.reviewed else ""
        publication = ApprovedPublication(after, approval, submission, verifier.commits, settings)
        verifier.check_two_reviewers(publication, problems)
        _check_bound(after, approval, settings, problems)
        _check_time(diff, after, approval, problems)
        if not was_public:
            _check_first(after, approval, problems)
            _check_news(publication, change_set, verifier, problems)
    elif not was_public:
        problems.error(
            after.document.location("review", "log"), _("the log does not say who approved it")
        )
    if approval or not was_public:
        _check_review_behind(diff, after, settings, problems)
    change = change_set.change_of[after.document.path]
    if old and review.state not in (old.review.state, ReviewState.APPROVED):
        check_takedown(after, new_entries, change, verifier, problems)
    elif not approval and was_public:
        verifier.check_reviewers(change, 1, problems)  # its log, or what import knows it by


def _check_bound(
    after: StoredRecord[Published],
    approval: LogEntry,
    settings: Settings,
    problems: Problems,
) -> None:
    """An approval binds all that readers meet, and only for so long."""
    months = settings.organisation.review_months
    latest = next_review(approval.at.date(), settings)
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
    diff: ContributionDiff, after: StoredRecord[Published], approval: LogEntry, problems: Problems
) -> None:
    """An approval comes after what led to it: it decides which day readers are told."""
    behind = [stored.record.review for stored in (diff.before, diff.reviewed) if stored]
    earlier = [entry.at.date() for review in behind for entry in review.log]
    if earlier and approval.at.date() < max(earlier):
        problems.error(
            after.document.location("review", "log"),
            _("the approval is dated before what led to it"),
            _("Put back the time when it was approved."),
        )


def _check_first(after: StoredRecord[Published], approval: LogEntry, problems: Problems) -> None:
    review, day = after.record.review, approval.at.date()
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
    publication: ApprovedPublication,
    change_set: ChangeSet,
    verifier: ForgeVerifier,
    problems: Problems,
) -> None:
    """The news of an example is published with it: as it was drafted, or as a reviewer has
    approved it.
    """
    if verifier.facts is None:
        return
    drafted = publication.drafted_news_file()
    for stored in change_set.news_of(publication.after.record.id):
        path = stored.document.path
        as_drafted = (path, stored.document.text) == drafted
        if not as_drafted and not verifier.approvers(change_set.change_of[path]):
            problems.error(
                Location(path),
                _("the news has been changed, and nobody has approved it as it stands"),
                _("A listed reviewer approves the pull request as it stands now."),
            )


def _check_review_behind(
    diff: ContributionDiff, after: StoredRecord[Published], settings: Settings, problems: Problems
) -> None:
    """Behind a first publication, and a revision sent in, stands a submission whose review was
    complete. Its text may have been mended since: two have approved the one that is published.
    """
    location = Location(after.document.path)
    if diff.reviewed and diff.reviewed.record.id != diff.id:
        check_legal(diff.reviewed, ReviewState.APPROVED, problems)
    if diff.reviewed is None:
        if diff.before is None:
            problems.error(
                location,
                _("there is no submission behind this example, so nobody has reviewed it"),
                _("Publish it with exempelbank approve, which moves it from submissions."),
            )
        return
    example = diff.reviewed.record
    missing = Problems()
    check_ready(diff.reviewed, settings, missing)
    in_a_commit = _("The finished review must stand in a commit before the one that publishes.")
    problems.found += [
        replace(
            problem,
            location=replace(problem.location, path=location.path, line=None),
            fix="\n".join(filter(None, (problem.fix, in_a_commit))),
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
