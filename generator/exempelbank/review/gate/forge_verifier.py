"""Who has seen it: what a file says, held against what the forge has confirmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exempelbank.git.trees import FileChange
from exempelbank.i18n import _
from exempelbank.model.review import LogEntry
from exempelbank.model.submission import Published
from exempelbank.problems import Location, Problems
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.forge_facts import ForgeFacts
from exempelbank.review.repository import StoredRecord
from exempelbank.review.transitions import check_reviewer
from exempelbank.rules.people import person_name
from exempelbank.rules.publication import is_approved_by_two
from exempelbank.settings import Settings


@dataclass(frozen=True, slots=True)
class ForgeVerifier:
    commits: Commits
    settings: Settings
    facts: ForgeFacts | None  # None: there is no forge to ask, as on a laptop

    def check_no_objection(self, problems: Problems) -> None:
        if self.facts is None:
            return
        for who, verdict in self.facts.verdicts(self.settings).items():
            if verdict.verdict == "changes-requested":
                problems.error(
                    Location("."),
                    _("{name} has asked for changes").format(name=person_name(who, self.settings)),
                    _("Talk to each other; {name} approves or withdraws it in the forge.").format(
                        name=person_name(who, self.settings)
                    ),
                )

    def check_one_reviewer(
        self, location: Location, change: FileChange, by: str, problems: Problems
    ) -> None:
        """One has opened it, or has written or approved this very change. `by`: who says to have
        done it; empty: anyone who is listed.
        """
        if by:
            check_reviewer(location, by, self.settings, problems)
        if self.facts is None:
            self._warn_unconfirmed(location, by, problems)
            return
        seen = self._reviewers_behind(change) | self.facts.opener(self.settings)
        if not (by in seen if by else seen):
            problems.error(
                location,
                _("no reviewer confirmed by the forge has done this"),
                _("A listed reviewer opens or approves the pull request themselves."),
            )

    def check_reviewers(self, change: FileChange, least: int, problems: Problems) -> None:
        """At least so many have written or approved this very change of a file."""
        location = Location(change.path)
        if self.facts is None:
            self._warn_unconfirmed(location, "", problems)
            return
        if len(self._reviewers_behind(change)) < least:
            problems.error(
                location,
                _("no reviewer confirmed by the forge has written or approved it as it stands")
                if least == 1
                else _("it decides what is published, and two reviewers have not approved it"),
                _("A listed reviewer approves the pull request as it stands now."),
            )

    def approvers(self, change: FileChange) -> set[str]:
        """The reviewers whose latest verdict is an approval of this very change."""
        verdicts = self.facts.verdicts(self.settings) if self.facts else {}
        return {
            who
            for who, verdict in verdicts.items()
            if verdict.verdict == "approved" and self.commits.shows(verdict.commit, change)
        }

    def _reviewers_behind(self, change: FileChange) -> set[str]:
        """The reviewers that have written or approved this very change."""
        if self.facts is None:
            return set()
        if self.facts.commits is None:
            return self.approvers(change) | self.facts.writers(self.settings)
        signed = self.facts.signers(self.commits.commits_making(change), self.settings)
        return self.approvers(change) | signed

    def check_two_reviewers(
        self,
        after: StoredRecord[Published],
        approval: LogEntry,
        stood_at: Callable[[str], bool],
        problems: Problems,
    ) -> None:
        """Exactly two different ones: the one who handled it has taken part, and the other has
        approved this very example. `stood_at`: is it what stood there at that commit?
        """
        location = after.document.location("review", "approved_by")
        approved_by = after.record.review.approved_by
        if not is_approved_by_two(approved_by):
            return  # `check_publication` says so
        handler, second = approved_by
        for reviewer in approved_by:
            check_reviewer(location, reviewer, self.settings, problems)
        if not set(approved_by) <= set(self.settings.reviewers):
            return
        if approval.by not in approved_by:
            problems.error(
                location, _("{name} approved it and is not named here").format(name=approval.by)
            )
        # When the handler approved too, the other is the group leader, whose note stood for them.
        if approval.by == handler and not self.settings.reviewers[second].leader:
            problems.error(
                location,
                _("{name} handles this example and can't approve it too").format(
                    name=person_name(handler, self.settings)
                ),
            )
        if self.facts is None:
            self._warn_unconfirmed(location, second, problems)
            return
        if handler not in self.facts.participants(self.settings):
            self._report_absent(location, handler, problems)
        verdict = self.facts.verdicts(self.settings).get(second)
        if verdict is None or verdict.verdict != "approved":
            self._report_absent(location, second, problems)
        elif not stood_at(verdict.commit):
            problems.error(
                location,
                _("the text has been changed since {name} approved it").format(
                    name=person_name(second, self.settings)
                ),
                _("Read it as it stands now, and approve it again."),
            )

    def _report_absent(self, location: Location, reviewer: str, problems: Problems) -> None:
        name = person_name(reviewer, self.settings)
        problems.error(
            location,
            _("the forge has not confirmed that {name} took part").format(name=name),
            _("{name} approves the pull request with their own account.").format(name=name),
        )

    def _warn_unconfirmed(self, location: Location, reviewer: str, problems: Problems) -> None:
        problems.warning(
            location,
            _("{name} is said to have done this, which no forge has confirmed").format(
                name=person_name(reviewer, self.settings) if reviewer else _("A reviewer")
            ),
        )
