"""What a pull request bears: reviewers, labels, and the tool's own comments.

Every call may raise ForgeError, and may be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from exempelbank.exceptions import ForgeRefused
from exempelbank.forge.protocol import Forge
from exempelbank.forge.types import Comment, PullRequest
from exempelbank.model.kinds import kind_at
from exempelbank.model.submission import Submission
from exempelbank.pull_requests.branches import ResponseBranch
from exempelbank.pull_requests.labels import state_labels, tells_state, with_states
from exempelbank.pull_requests.plan import PlannedBranch
from exempelbank.pull_requests.texts import (
    REPORT_MARK,
    newer_comment,
    newer_mark,
    withdrawn_comment,
    withdrawn_mark,
)
from exempelbank.records import canonical
from exempelbank.settings import Settings


@dataclass
class Conversation:
    """What a pull request bears: reviewers, labels, and the tool's own comments."""

    forge: Forge
    settings: Settings
    ask: tuple[str, ...] | None = None  # reviewers' ids; None: all who have an account there
    not_asked: dict[str, str] = field(default_factory=dict)  # account -> why not

    def ask_and_label(self, pull: PullRequest, branch: ResponseBranch) -> None:
        """The label comes last: a pull request without one has not been seen to."""
        states = _states_in(branch, self.settings)
        wanted = with_states(pull.labels, states)
        if sorted(wanted) == sorted(pull.labels):
            return
        if not tells_state(pull.labels):
            self._ask(pull)
        self.forge.ensure_labels(state_labels(states))
        self.forge.set_labels(pull.number, wanted)

    def tell(self, pull: PullRequest, planned: PlannedBranch, form: str) -> None:
        """Each thing once. `form`: the name of the mapping."""
        comments = self.forge.comments(pull.number)
        texts = {
            **{
                newer_mark(answers): newer_comment(id, planned.name, answers, form)
                for id, answers in planned.newer.items()
            },
            **{withdrawn_mark(id): withdrawn_comment(id, planned.name) for id in planned.withdrawn},
        }
        for mark, text in texts.items():
            if not self._own_comment(comments, mark):
                self.forge.add_comment(pull.number, text)

    def report(self, pull: PullRequest, text: str) -> None:
        """In place of the earlier one."""
        body = f"{REPORT_MARK}\n{text}"
        earlier = self._own_comment(self.forge.comments(pull.number), REPORT_MARK)
        if earlier is None:
            self.forge.add_comment(pull.number, body)
        elif earlier.body.strip() != body.strip():
            self.forge.edit_comment(pull.number, earlier.id, body)

    def _own_comment(self, comments: Iterable[Comment], mark: str) -> Comment | None:
        """Anyone may write a mark, but only this account has written it."""
        for comment in comments:
            if comment.body.startswith(mark) and comment.by == self._own_account:
                return comment
        return None

    def _ask(self, pull: PullRequest) -> None:
        accounts = [account for account in self._reviewers if account != pull.author]
        if not accounts:
            return
        try:
            self.forge.request_reviewers(pull.number, accounts)
        except ForgeRefused:
            for account in accounts:  # who of them it is that can't be asked
                self._ask_one(pull, account)

    def _ask_one(self, pull: PullRequest, account: str) -> None:
        try:
            self.forge.request_reviewers(pull.number, [account])
        except ForgeRefused as why:
            self.not_asked[account] = str(why)

    @cached_property
    def _reviewers(self) -> tuple[str, ...]:
        """The accounts of those at work, in the order of reviewers.yml."""
        accounts = (
            reviewer.accounts.get(self.forge.kind, "")
            for reviewer in self.settings.reviewers.values()
            if reviewer.active and (self.ask is None or reviewer.id in self.ask)
        )
        return tuple(account for account in accounts if account)

    @cached_property
    def _own_account(self) -> str:
        return self.forge.own_account()


def _states_in(branch: ResponseBranch, settings: Settings) -> tuple[str, ...]:
    """Also as people write them."""
    documents = (
        canonical(file.document, kind_at(file.document.path) or Submission, settings)
        for file in branch.files
    )
    reviews = (document.data.get("review") for document in documents)
    return tuple(str(review.get("state", "")) for review in reviews if isinstance(review, dict))
