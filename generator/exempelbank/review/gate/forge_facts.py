"""What the forge has confirmed of a pull request: who wrote in it, and who approved which commit.

    {"forge": "github", "author": "anna-e",
     "commits": [{"commit": "<40 hex digits>", "by": "bo-l"}],
     "reviews": [{"by": "anna-e", "commit": "<40 hex digits>", "verdict": "approved"}]}

Names and addresses in git prove nothing, so only accounts are believed, and of a commit only the
one whose signature the forge has verified: `by` is empty when there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import ValidationError

from exempelbank.model.record import FrozenModel, Texts
from exempelbank.settings import Settings


class ForgeCommit(FrozenModel):
    commit: str
    by: str = ""  # the account that signed it, or empty


class ForgeReview(FrozenModel):
    by: str  # an account
    commit: str  # the head that was reviewed
    verdict: Literal["approved", "changes-requested", "commented", "dismissed"]


class ForgeFacts(FrozenModel):
    forge: str
    author: str = ""  # of the pull request
    commit_authors: Texts = ()  # accounts that have signed commits, where it is not known which
    commits: tuple[ForgeCommit, ...] | None = None  # every commit; None: the forge did not tell
    reviews: tuple[ForgeReview, ...] = ()  # in order of time

    def participants(self, settings: Settings) -> set[str]:
        """The reviewers that have taken part: opened it, written in it, or approved it."""
        verdicts = self.verdicts(settings).items()
        approved = {who for who, review in verdicts if review.verdict == "approved"}
        return approved | self.writers(settings)

    def opener(self, settings: Settings) -> set[str]:
        """The reviewer that opened it, if one did."""
        return _reviewers((self.author,), self.forge, settings)

    def writers(self, settings: Settings) -> set[str]:
        """The reviewers that opened it or signed a commit in it."""
        signed = (commit.by for commit in self.commits or ())
        return _reviewers((self.author, *self.commit_authors, *signed), self.forge, settings)

    def signers(self, commits: Iterable[str], settings: Settings) -> set[str]:
        """The reviewers that signed these commits; nobody, when one of them is not a reviewer's."""
        by = {commit.commit: commit.by for commit in self.commits or ()}
        signed = [_reviewers((by.get(commit, ""),), self.forge, settings) for commit in commits]
        return set().union(*signed) if all(signed) else set()

    def verdicts(self, settings: Settings) -> dict[str, ForgeReview]:
        """Each reviewer's latest verdict; a comment changes nothing."""
        latest = {}
        for review in self.reviews:
            if review.verdict != "commented":
                for who in _reviewers((review.by,), self.forge, settings):
                    latest[who] = review
        return latest


def _reviewers(accounts: Iterable[str], forge: str, settings: Settings) -> set[str]:
    """Those at work who have these accounts. An account that two share is nobody's."""
    wanted = {account.casefold() for account in accounts if account}
    owners: dict[str, list[str]] = {}
    for reviewer in settings.reviewers.values():
        if account := reviewer.accounts.get(forge, "").casefold():
            owners.setdefault(account, []).append(reviewer.id)
    return {
        owner
        for account in wanted
        if len(known := owners.get(account, [])) == 1
        for owner in known
        if settings.reviewers[owner].active
    }


def facts_from(text: str) -> ForgeFacts | None:
    """None when the text is no such facts: then nothing is confirmed."""
    try:
        return ForgeFacts.model_validate_json(text)
    except ValidationError:
        return None
