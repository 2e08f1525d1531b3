"""What we ask of a forge, the same of each.

Every call may raise ForgeError (exempelbank.exceptions), whose words are for people:

    ForgeDenied       no token, or one that may not do this
    ForgeNotFound     there is no such thing, or the token may not see it
    ForgeRefused      the forge understood, and said no: what was asked does not hold (any longer)
    ForgeUnavailable  no answer in time, or too many questions; the same may be asked again later

Reading may be repeated at will. Of what writes, each says what becomes of it when it is repeated;
whoever has been cut short looks first what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from exempelbank.forge.types import (
    BranchRules,
    Comment,
    Issue,
    Label,
    PullRequest,
    PullRequestReview,
    PullRequestState,
    Repository,
    RepositoryRules,
    SignedCommit,
    Status,
    StatusState,
)

GATE = "exempelbank/gate"  # the status by which the gate says yes or no


class Forge(Protocol):
    """One repository on one forge, as the token's account sees it."""

    @property
    def kind(self) -> str:
        """As `accounts:` in reviewers.yml names it: github, forgejo or gitlab."""

    @property
    def where(self) -> str:
        """The forge and the repository, as people name them: github.com/office/bank."""

    def repository(self) -> Repository: ...

    def own_account(self) -> str:
        """Whose token it is; what this account has written is the tool's own."""

    # ---- Pull requests ----

    def pull_requests(
        self,
        state: PullRequestState | None = None,
        head: str = "",
        changed_since: datetime | None = None,
    ) -> list[PullRequest]:
        """The newest first. None: in every state. `head`: only those of this branch of the
        repository itself, never a fork's of the same name.
        """

    def pull_request(self, number: int) -> PullRequest: ...

    def open_pull_request(self, head: str, base: str, title: str, body: str) -> PullRequest:
        """Raises ForgeRefused when one is open for the branch."""

    def edit_pull_request(
        self, number: int, *, title: str | None = None, body: str | None = None
    ) -> PullRequest: ...

    def close_pull_request(self, number: int) -> None:
        """Closing a closed one changes nothing."""

    def ensure_labels(self, labels: Iterable[Label]) -> None:
        """Makes those that are missing; the others stay as they are."""

    def set_labels(self, number: int, names: Sequence[str]) -> None:
        """All that it is to have, also those of others. One that is not there may be refused."""

    def request_reviewers(self, number: int, accounts: Sequence[str]) -> None:
        """Asks these beside those who have been asked. Raises ForgeRefused when one of them can't
        be asked: no such account, no right to the repository, or the author's own.
        """

    def merge(self, number: int, expected_head: str) -> None:
        """By a merge commit. Raises ForgeRefused when the head is another, or a rule says no."""

    # ---- What is said of it ----

    def comments(self, number: int) -> list[Comment]:
        """The oldest first."""

    def add_comment(self, number: int, body: str) -> Comment:
        """A second time there are two."""

    def edit_comment(self, number: int, id: int, body: str) -> None: ...

    def reviews(self, number: int) -> list[PullRequestReview]:
        """Those that are sent, the oldest first."""

    def commits(self, number: int) -> list[SignedCommit]:
        """All of them, or ForgeRefused when there are more than the forge lists."""

    def statuses(self, commit: str) -> list[Status]:
        """The latest of each context."""

    def set_status(self, commit: str, state: StatusState, text: str, url: str = "") -> None:
        """The gate's. A text that is too long for the forge is cut off."""

    # ---- The reminder ----

    def issues(self, label: str) -> list[Issue]:
        """Open and closed ones with this label, the newest first; never a pull request."""

    def open_issue(self, title: str, body: str, label: str) -> Issue:
        """A second time there are two. The label must be there."""

    def edit_issue(self, number: int, title: str, body: str, is_open: bool = True) -> None: ...

    # ---- How it is set up ----

    def branch_rules(self, branch: str) -> BranchRules: ...

    def repository_rules(self) -> RepositoryRules: ...
