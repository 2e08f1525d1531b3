"""Who has seen it: what a file says, held against what the forge and reviewers' keys confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exempelbank.git.trees import FileChange
from exempelbank.i18n import _
from exempelbank.model.review import LogEntry
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.review.gate.approved_publication import ApprovedPublication
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.forge_facts import ForgeFacts
from exempelbank.review.slash_commands.parsing import Command
from exempelbank.review.transitions import check_reviewer
from exempelbank.rules.people import person_name
from exempelbank.rules.publication import is_approved_by_two
from exempelbank.settings import Settings


class Proof(StrEnum):
    """What a reviewer's part in it was seen by."""

    REVIEW = "review"
    COMMAND = "command"
    KEY = "key"

    @property
    def label(self) -> str:
        return {
            Proof.REVIEW: _("a review in the forge"),
            Proof.COMMAND: _("a word in the conversation"),
            Proof.KEY: _("a signature by a key in site_config/reviewers.yml"),
        }[self]


@dataclass(frozen=True, slots=True)
class ForgeVerifier:
    commits: Commits
    settings: Settings
    facts: ForgeFacts | None  # None: there is no forge to ask, as on a laptop
    signers: Mapping[str, str] = field(default_factory=dict)  # commit -> whose key has signed it

    @property
    def _known(self) -> ForgeFacts:
        """What is confirmed; without a forge, what keys confirm of each commit."""
        return self.facts or ForgeFacts(forge="", commits=())

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
        self,
        location: Location,
        change: FileChange,
        by: str,
        problems: Problems,
        paused: LogEntry | None = None,
        id: str = "",
    ) -> None:
        """One has opened it, or has written or approved this very change. `by`: who says to have
        done it; empty: anyone who is listed. `paused`: as the log of this example says it, which a
        slash command of theirs may have asked for.
        """
        if by:
            check_reviewer(location, by, self.settings, problems)
        seen = self._reviewers_behind(change) | self._known.opener(self.settings)
        if by in seen if by else seen:
            return
        if paused and self._has_asked_for(paused, id):
            self._tell_proof(location, by, Proof.COMMAND, problems)
        elif self.facts is None:
            self._warn_unconfirmed(location, by, problems)
        else:
            problems.error(
                location,
                _("no reviewer confirmed by the forge has done this"),
                _("A listed reviewer opens or approves the pull request themselves."),
            )

    def check_reviewers(self, change: FileChange, least: int, problems: Problems) -> None:
        """At least so many have written or approved this very change of a file."""
        location = Location(change.path)
        if len(self._reviewers_behind(change)) >= least:
            return
        if self.facts is None:
            self._warn_unconfirmed(location, "", problems)
        elif least == 1:
            problems.error(
                location,
                _("no reviewer confirmed by the forge has written or approved it as it stands"),
                _("A listed reviewer approves the pull request as it stands now."),
            )
        else:
            problems.error(
                location,
                _("it decides what is published, and two reviewers have not approved it"),
                _("Make it a change of its own, which two listed reviewers approve."),
            )

    def approvers(self, change: FileChange) -> set[str]:
        """The reviewers whose latest verdict is an approval of this very change."""
        verdicts = self._known.verdicts(self.settings)
        return {
            who
            for who, verdict in verdicts.items()
            if verdict.verdict == "approved" and self.commits.shows(verdict.commit, change)
        }

    def _reviewers_behind(self, change: FileChange) -> set[str]:
        """The reviewers that have written or approved this very change."""
        commits = self.commits.commits_making(change)
        if self._known.commits is None:
            by_key = ForgeFacts(forge="", commits=()).signers(commits, self.signers, self.settings)
            return self.approvers(change) | self._known.writers((), self.settings) | by_key
        signed = self._known.signers(commits, self.signers, self.settings)
        return self.approvers(change) | signed

    def check_two_reviewers(self, publication: ApprovedPublication, problems: Problems) -> None:
        """Exactly two different ones: the one who handled it has taken part, and the other has
        approved this very example.
        """
        after, approval = publication.after, publication.approval
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
        self._check_took_part(location, handler, publication, problems)
        self._check_approved(location, second, publication, problems)

    def _check_took_part(
        self,
        location: Location,
        handler: str,
        publication: ApprovedPublication,
        problems: Problems,
    ) -> None:
        """In this very example: anyone may merge what a reviewer once signed of something else."""
        commits = self.commits.commits_touching(*publication.paths)
        if handler in self._known.participants(commits, self.settings):
            return
        if handler in {who for commit, who in self.signers.items() if commit in commits}:
            self._tell_proof(location, handler, Proof.KEY, problems)
        elif self.facts is not None:
            self._report_absent(location, handler, problems)

    def _check_approved(
        self,
        location: Location,
        second: str,
        publication: ApprovedPublication,
        problems: Problems,
    ) -> None:
        """By a verdict on what stood there, or by a signature on the commit that says so."""
        verdict = self._known.verdicts(self.settings).get(second)
        said = verdict if verdict and verdict.verdict == "approved" else None
        signed = [
            commit
            for commit, signer in self.signers.items()
            if signer == second and publication.written_in(commit)
        ]
        if said and publication.stood_at(said.commit, said.what):
            by_review = said in self._known.reviews
            proof = Proof.REVIEW if by_review else Proof.COMMAND
            self._tell_proof(location, second, proof, problems)
        elif any(map(publication.stood_at, signed)):
            self._tell_proof(location, second, Proof.KEY, problems)
        elif self.facts is None:
            self._warn_unconfirmed(location, second, problems)
        elif said or signed:
            problems.error(
                location,
                _("the text has been changed since {name} approved it").format(
                    name=person_name(second, self.settings)
                ),
                _("Read it as it stands now, and approve it again."),
            )
        else:
            self._report_absent(location, second, problems)

    def _has_asked_for(self, paused: LogEntry, id: str) -> bool:
        """Did whoever the log names write so, of this example, at the time that it names?"""
        return any(
            who == paused.by
            and command.name is Command.PAUSE
            and comment.at.replace(microsecond=0) == paused.at
            and comment.about in ("", id)
            for who, comment, command in self._known.commands(self.settings)
        )

    def _tell_proof(
        self, location: Location, reviewer: str, proof: Proof, problems: Problems
    ) -> None:
        problems.found.append(
            Problem(
                location,
                _("{name} is confirmed by {proof}").format(
                    name=person_name(reviewer, self.settings), proof=proof.label
                ),
                severity=Severity.NOTICE,
            )
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
