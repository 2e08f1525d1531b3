"""What the forge has confirmed of a pull request: who wrote in it, and who approved which commit.

    {"forge": "github", "author": "anna-e",
     "commits": [{"commit": "<40 hex digits>", "by": "bo-l"}],
     "reviews": [{"by": "anna-e", "commit": "<40 hex digits>", "verdict": "approved"}],
     "comments": [{"by": "anna-e", "commit": "<40 hex digits>", "at": "2026-03-16T09:15:00+01:00",
                   "says": "/godkänn inte-inblandad"}]}

Names and addresses in git prove nothing, so only accounts are believed, and of a commit only the
one whose signature the forge has verified: `by` is empty when there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import ValidationError

from exempelbank.model.record import FrozenModel, InDigits, Moment, Texts
from exempelbank.review.slash_commands.parsing import SlashCommand, commands_in
from exempelbank.settings import Settings


class ForgeCommit(FrozenModel):
    commit: str
    by: str = ""  # the account that signed it, or empty


class ForgeReview(FrozenModel):
    by: str  # an account
    commit: str  # the head that was reviewed
    verdict: Literal["approved", "changes-requested", "commented", "dismissed"]
    at: Moment | None = None
    what: str = ""  # what it says to readers of a new version


class ForgeComment(FrozenModel):
    """What someone has written in the conversation, or with their review."""

    id: str = ""
    by: str  # an account
    commit: str  # the head that it is about: the newest that had been announced; empty: none had
    at: Moment
    says: str
    edited: bool = False  # by anyone, since it was written: then it counts for nothing
    is_approval: bool = False  # the text of an approving review
    about: str = ""  # the id of the example, when it was written in another pull request


class PullRequestFacts(FrozenModel):
    """The pull request itself, for whoever answers in it."""

    number: Annotated[int, InDigits]
    branch: str
    head: str
    state: Literal["open", "closed", "merged"]
    from_fork: bool = False
    announced: str = ""  # the newest version that the tool has said it has read
    answered: Texts = ()  # ids of comments


class ForgeFacts(FrozenModel):
    forge: str
    author: str = ""  # of the pull request
    commit_authors: Texts = ()  # accounts that have signed commits, where it is not known which
    commits: tuple[ForgeCommit, ...] | None = None  # every commit; None: the forge did not tell
    reviews: tuple[ForgeReview, ...] = ()  # in order of time
    comments: tuple[ForgeComment, ...] = ()
    pull: PullRequestFacts | None = None

    def participants(self, commits: Collection[str], settings: Settings) -> set[str]:
        """The reviewers that have taken part: opened it, signed one of these commits, taken it on
        or approved it.
        """
        verdicts = self.verdicts(settings).items()
        approved = {who for who, review in verdicts if review.verdict == "approved"}
        took_on = {
            who
            for who, comment, command in self.commands(settings)
            if command.takes_on and not comment.about
        }
        return approved | took_on | self.writers(commits, settings)

    def opener(self, settings: Settings) -> set[str]:
        """The reviewer that opened it, if one did."""
        return _reviewers((self.author,), self.forge, settings)

    def writers(self, commits: Collection[str], settings: Settings) -> set[str]:
        """The reviewers that opened it or signed one of these commits in it."""
        signed = (one.by for one in self.commits or () if one.commit in commits)
        return _reviewers((self.author, *self.commit_authors, *signed), self.forge, settings)

    def signers(
        self, commits: Iterable[str], signed_by_key: Mapping[str, str], settings: Settings
    ) -> set[str]:
        """The reviewers that signed these commits; nobody, when one of them is not a reviewer's.
        `signed_by_key`: those whose keys we know ourselves.
        """
        by = {commit.commit: commit.by for commit in self.commits or ()}
        signed = [
            {signed_by_key[commit]}
            if commit in signed_by_key
            else _reviewers((by.get(commit, ""),), self.forge, settings)
            for commit in commits
        ]
        return set().union(*signed) if all(signed) else set()

    def verdicts(self, settings: Settings) -> dict[str, ForgeReview]:
        """Each reviewer's latest verdict, in a review or by a slash command; a comment without one
        changes nothing. Who then writes that more is asked for, or that it is not to be shown, has
        taken an approval back.
        """
        by_command = (
            ForgeReview(
                by=comment.by,
                commit=comment.commit,
                verdict="approved",
                at=comment.at,
                what=command.what_is_new,
            )
            for _who, comment, command in self.commands(settings)
            if command.approves and not comment.about
        )
        latest = {}
        for review in sorted((*by_command, *self.reviews), key=_time_of):
            if review.verdict != "commented":
                for who in _reviewers((review.by,), self.forge, settings):
                    latest[who] = review
        for who, comment, command in self.commands(settings):
            takes_back = command.objects and not comment.about
            if takes_back and _approved_before(comment, latest.get(who)):
                del latest[who]
        return latest

    def reviewer(self, account: str, settings: Settings) -> str:
        """Whose account it is; empty when it is nobody's, or of one who no longer reviews."""
        return next(iter(_reviewers((account,), self.forge, settings)), "")

    def commands(self, settings: Settings) -> Iterator[tuple[str, ForgeComment, SlashCommand]]:
        """The slash commands of reviewers, as they wrote them, and by whom."""
        for comment in self.comments:
            for who in _reviewers((comment.by,), self.forge, settings):
                if not comment.edited:
                    for command in commands_in(comment.says):
                        yield who, comment, command


def _approved_before(comment: ForgeComment, verdict: ForgeReview | None) -> bool:
    return verdict is not None and verdict.verdict == "approved" and comment.at >= _time_of(verdict)


def _time_of(review: ForgeReview) -> datetime:
    """A review whose time is not known comes after all others: it may have been the last."""
    return review.at or datetime.max.replace(tzinfo=UTC)


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
