"""Who has seen it: what a file says, held against what the forge has confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents import Refused, document_from, text_from
from generator.model.review import LogEntry
from generator.model.submission import PublishedExample, Submission
from generator.problems import Place, Problems
from generator.records import record_from
from generator.review.approval import public_part
from generator.review.desk import Filed
from generator.review.gate.commits import Commits
from generator.review.gate.facts import Facts
from generator.review.moves import check_reviewer
from generator.settings import Settings
from generator.texts import _


@dataclass(frozen=True, slots=True)
class Witness:
    commits: Commits
    settings: Settings
    facts: Facts | None  # None: there is no forge to ask, as on a laptop

    def nobody_objects(self, problems: Problems) -> None:
        if self.facts is None:
            return
        for who, verdict in self.facts.verdicts(self.settings).items():
            if verdict.verdict == "changes-requested":
                problems.error(
                    Place("."),
                    _("{name} has asked for changes").format(name=self._name(who)),
                    _("Talk to each other; {name} approves or withdraws it in the forge.").format(
                        name=self._name(who)
                    ),
                )

    def one_reviewer(self, place: Place, by: str, problems: Problems) -> None:
        """`by`: who says to have done it; empty: anyone who is listed."""
        if by:
            check_reviewer(place, by, self.settings, problems)
        if self.facts is None:
            self._unconfirmed(place, by, problems)
        else:
            present = self.facts.present(self.settings)
            if not (by in present if by else present):
                problems.error(
                    place,
                    _("no reviewer confirmed by the forge has done this"),
                    _("A listed reviewer opens or approves the pull request themselves."),
                )

    def two_reviewers(
        self, after: Filed[PublishedExample], approved: LogEntry, problems: Problems
    ) -> None:
        """The one who handled it has taken part, and the other has approved this very text."""
        place = after.document.place("review", "approved_by")
        pair = after.example.review.approved_by
        if len(pair) != 2 or pair[0] == pair[1] or not set(pair) <= set(self.settings.reviewers):
            return  # `of_publication` says so
        handler, second = pair
        for reviewer in pair:
            check_reviewer(place, reviewer, self.settings, problems)
        if approved.by not in pair:
            problems.error(
                place, _("{name} approved it and is not named here").format(name=approved.by)
            )
        # When the handler approved too, the other is the group leader, whose note stood for them.
        if approved.by == handler and not self.settings.reviewers[second].leader:
            problems.error(
                place,
                _("{name} handles this example and can't approve it too").format(
                    name=self._name(handler)
                ),
            )
        if self.facts is None:
            self._unconfirmed(place, second, problems)
            return
        if handler not in self.facts.present(self.settings):
            self._not_seen(place, handler, problems)
        verdict = self.facts.verdicts(self.settings).get(second)
        if verdict is None or verdict.verdict != "approved":
            self._not_seen(place, second, problems)
        elif self._hash_at(verdict.commit, after) != after.example.content_hash():
            problems.error(
                place,
                _("the text has been changed since {name} approved it").format(
                    name=self._name(second)
                ),
                _("Read it as it stands now, and approve it again."),
            )

    def _hash_at(self, commit: str, after: Filed[PublishedExample]) -> str | None:
        """Of the text that stood there at that commit, published or still under review."""
        for path, kind in (
            (after.document.path, PublishedExample),
            (f"{Submission.folder}/{after.example.id}.md", Submission),
        ):
            blob = self.commits.at(commit, path)
            raw = self.commits.bytes_of([blob]).get(blob.id) if blob else None
            if raw is None:
                continue
            try:
                document = document_from(path, text_from(raw))
            except Refused:
                return None
            example = record_from(document, kind, Problems())
            return public_part(example).content_hash() if example else None
        return None

    def _not_seen(self, place: Place, reviewer: str, problems: Problems) -> None:
        name = self._name(reviewer)
        problems.error(
            place,
            _("the forge has not confirmed that {name} took part").format(name=name),
            _("{name} approves the pull request with their own account.").format(name=name),
        )

    def _unconfirmed(self, place: Place, reviewer: str, problems: Problems) -> None:
        problems.warning(
            place,
            _("{name} is said to have done this, which no forge has confirmed").format(
                name=self._name(reviewer) if reviewer else _("A reviewer")
            ),
        )

    def _name(self, reviewer: str) -> str:
        known = self.settings.reviewers.get(reviewer)
        return known.name if known else reviewer
