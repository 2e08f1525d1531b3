"""Two pairs of eyes on exactly this text."""

from __future__ import annotations

from exempelbank.i18n import _
from exempelbank.model.review import Answer, Approval, Handling
from exempelbank.model.submission import Published
from exempelbank.problems import Location, Problems
from exempelbank.review.repository import StoredContribution
from exempelbank.review.transitions import check_reviewer
from exempelbank.rules.people import person_name
from exempelbank.rules.publication import approved_by_recorder, public_view
from exempelbank.settings import Settings


def check_four_eyes(
    stored: StoredContribution,
    handling: Handling | None,
    approval: Approval,
    settings: Settings,
    problems: Problems,
    leader: str = "",
) -> None:
    """Two different reviewers, neither of them involved. With one at hand, the group leader's note
    stands for the second pair of eyes.
    """
    location = stored.document.location("review", "handled")
    check_reviewer(location, approval.by, settings, problems)
    if handling is None:
        fix = (
            _("Say who has edited or read it, and has no part in it: --handled-by COLLEAGUE.")
            if isinstance(stored.record, Published)
            else _(
                "A colleague takes it on: exempelbank handle {id} --by COLLEAGUE --not-involved."
            ).format(id=stored.record.id)
        )
        problems.error(location, _("nobody handles this example yet"), fix)
    else:
        if handling.by != approval.by:
            check_reviewer(location, handling.by, settings, problems)
        _check_not_involved(location, handling.by, handling.not_involved, settings, problems)
        if leader:
            _check_leader(location, handling.by, approval, leader, settings, problems)
        elif handling.by == approval.by:
            problems.error(
                location,
                _("{name} handles this example and can't approve it too").format(
                    name=person_name(handling.by, settings)
                ),
                _(
                    "Another reviewer approves. When only one is free, the group leader's note "
                    "counts: --leader LEADER --note “why”."
                ),
            )
    if handling is None or handling.by != approval.by:
        _check_not_involved(location, approval.by, approval.not_involved, settings, problems)
    recorded_by = stored.record.source.recorded_by
    if approved_by_recorder(recorded_by, approval.by, leader):
        problems.error(
            location,
            _("{name} wrote down what was told, and can't approve it").format(
                name=person_name(recorded_by, settings)
            ),
            _("Another reviewer approves it."),
        )
    if approval.content_hash != public_view(stored.record).content_hash():
        problems.error(
            stored.document.location("review", "state"),
            _("the text has been changed since {name} approved it").format(
                name=person_name(approval.by, settings)
            ),
            _("Read it as it stands now, and approve it again."),
        )


def _check_leader(
    location: Location,
    handler: str,
    approval: Approval,
    leader: str,
    settings: Settings,
    problems: Problems,
) -> None:
    check_reviewer(location, leader, settings, problems)
    listed = settings.reviewers.get(leader)
    if listed and not listed.leader:
        problems.error(
            location,
            _("{name} is not a group leader").format(name=listed.name),
            _("A leader has “{line}” in site_config/reviewers.yml.").format(
                line=f"leader: {Answer.YES.label.lower()}"
            ),
        )
    if leader in (handler, approval.by):
        problems.error(
            location, _("the leader's note must come from someone else than the reviewer")
        )
    if handler != approval.by:
        problems.error(
            location,
            _("there are two reviewers already, so no leader's note is needed"),
            _("Leave --leader out."),
        )
    if not approval.note.strip():
        problems.error(
            location, _("the leader's note is missing"), _("Write --note and why one is enough.")
        )


def _check_not_involved(
    location: Location, reviewer: str, not_involved: bool, settings: Settings, problems: Problems
) -> None:
    if not not_involved:
        problems.error(
            location,
            _("{name} has not declared that they are not involved").format(
                name=person_name(reviewer, settings)
            ),
            _(
                "Whoever is not involved adds --not-involved: it is not their own work, not their "
                "own unit and nobody close. Otherwise a colleague takes it on."
            ),
        )
