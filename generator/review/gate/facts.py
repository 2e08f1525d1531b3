"""What the forge has confirmed of a pull request: who wrote in it, and who approved which commit.

    {"forge": "github", "author": "anna-e", "commit_authors": ["bo-l"],
     "reviews": [{"by": "anna-e", "commit": "<40 hex digits>", "verdict": "approved"}]}

Names and addresses in git prove nothing, so only accounts are believed, and of commits only those
that the forge has verified.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ValidationError

from generator.model.record import Part, Texts
from generator.settings import Settings


class ForgeReview(Part):
    by: str  # an account
    commit: str  # the head that was reviewed
    verdict: Literal["approved", "changes-requested", "commented", "dismissed"]


class Facts(Part):
    forge: str
    author: str = ""
    commit_authors: Texts = ()  # accounts, of commits whose signature the forge has verified
    reviews: tuple[ForgeReview, ...] = ()  # in order of time

    def present(self, settings: Settings) -> set[str]:
        """The reviewers that have taken part: opened it, written in it, or approved it."""
        accounts = (self.author, *self.commit_authors)
        wrote = {who for account in accounts if (who := self._reviewer(account, settings))}
        verdicts = self.verdicts(settings).items()
        return wrote | {who for who, review in verdicts if review.verdict == "approved"}

    def verdicts(self, settings: Settings) -> dict[str, ForgeReview]:
        """Each reviewer's latest verdict; a comment changes nothing."""
        latest = {}
        for review in self.reviews:
            who = self._reviewer(review.by, settings)
            if who and review.verdict != "commented":
                latest[who] = review
        return latest

    def _reviewer(self, account: str, settings: Settings) -> str | None:
        for reviewer in settings.reviewers.values():
            known = reviewer.accounts.get(self.forge, "")
            if known and known.casefold() == account.casefold():
                return reviewer.id
        return None


def facts_from(text: str) -> Facts | None:
    """None when the text is no such facts: then nothing is confirmed."""
    try:
        return Facts.model_validate_json(text)
    except ValidationError:
        return None
