"""A forge without a network, by the same rules as the fakes: for tests of what uses a `Forge`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from exempelbank.exceptions import ForgeDenied, ForgeNotFound, ForgeRefused
from exempelbank.forge.protocol import GATE
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
    ReviewVerdict,
    SignedCommit,
    Status,
    StatusState,
    Visibility,
)
from tests.forge.fakes.state import BOT, ForgeState, Pull, Refusal, Remark, Ticket

_REFUSALS = {"missing": ForgeNotFound, "denied": ForgeDenied}


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except Refusal as why:
        raise _REFUSALS.get(why.kind, ForgeRefused)("memory", why.says) from why


class MemoryForge:
    kind = "github"
    where = "forge.example/forum-carpe/bank"

    def __init__(self, state: ForgeState, account: str = BOT) -> None:
        self.state, self.account = state, account

    def repository(self) -> Repository:
        role = self.state.accounts[self.account].role
        if not role:
            raise ForgeNotFound("memory", "no such repository")
        name = self.state.name
        return Repository(
            name,
            Visibility(self.state.visibility),
            self.state.main,
            f"https://forge.example/{name}",
            f"https://forge.example/{name}.git",
            role in ("write", "admin"),
        )

    def own_account(self) -> str:
        return self.account

    def pull_requests(
        self,
        state: PullRequestState | None = None,
        head: str = "",
        changed_since: datetime | None = None,
    ) -> list[PullRequest]:
        return [
            self._pull(pull)
            for pull in reversed(self.state.pulls)
            if state in (None, PullRequestState(pull.state))
            and (not head or (pull.head == head and not pull.from_fork))
            and (changed_since is None or pull.updated_at >= changed_since)
        ]

    def pull_request(self, number: int) -> PullRequest:
        with _refusals():
            return self._pull(self.state.pull(number))

    def open_pull_request(self, head: str, base: str, title: str, body: str) -> PullRequest:
        with _refusals():
            return self._pull(self.state.open_pull(self.account, head, base, title, body))

    def edit_pull_request(
        self, number: int, *, title: str | None = None, body: str | None = None
    ) -> PullRequest:
        with _refusals():
            return self._pull(self.state.edit_pull(number, title, body))

    def close_pull_request(self, number: int) -> None:
        with _refusals():
            self.state.close_pull(number)

    def ensure_labels(self, labels: Iterable[Label]) -> None:
        for label in labels:
            if label.name not in self.state.labels:
                self.state.add_label(label.name, label.color, label.description)

    def set_labels(self, number: int, names: Sequence[str]) -> None:
        with _refusals():
            self.state.label_pull(number, list(names))

    def request_reviewers(self, number: int, accounts: Sequence[str]) -> None:
        with _refusals():
            self.state.ask_reviewers(number, list(accounts))

    def merge(self, number: int, expected_head: str) -> None:
        with _refusals():
            self.state.merge(self.account, number, expected_head, "merge")

    def comments(self, number: int) -> list[Comment]:
        with _refusals():
            return [self._comment(remark) for remark in self.state.pull(number).comments]

    def add_comment(self, number: int, body: str) -> Comment:
        with _refusals():
            return self._comment(self.state.comment(self.account, number, body))

    def edit_comment(self, number: int, id: int, body: str) -> None:
        with _refusals():
            self.state.edit_comment(self.account, id, body)

    def reviews(self, number: int) -> list[PullRequestReview]:
        with _refusals():
            return [
                PullRequestReview(
                    remark.id,
                    self._name(remark.by),
                    self._is_person(remark.by),
                    ReviewVerdict(remark.verdict),
                    remark.commit,
                    remark.body,
                    remark.written_at,
                    remark.updated_at != remark.written_at,
                )
                for remark in self.state.pull(number).reviews
                if remark.verdict != "pending"
            ]

    def commits(self, number: int) -> list[SignedCommit]:
        with _refusals():
            commits = self.state.commits_of(self.state.pull(number))
        return [SignedCommit(commit, self.state.signers.get(commit, "")) for commit in commits]

    def statuses(self, commit: str) -> list[Status]:
        return [
            Status(
                remark.context, StatusState(remark.state), remark.text, remark.by, remark.written_at
            )
            for remark in self.state.latest_statuses(commit)
        ]

    def set_status(self, commit: str, state: StatusState, text: str, url: str = "") -> None:
        with _refusals():
            self.state.set_status(self.account, commit, GATE, state, text, url)

    def issues(self, label: str) -> list[Issue]:
        return [
            self._issue(ticket) for ticket in reversed(self.state.issues) if label in ticket.labels
        ]

    def open_issue(self, title: str, body: str, label: str) -> Issue:
        with _refusals():
            return self._issue(self.state.open_issue(self.account, title, body, [label]))

    def edit_issue(self, number: int, title: str, body: str, is_open: bool = True) -> None:
        with _refusals():
            self.state.edit_issue(number, title, body, is_open)

    def branch_rules(self, branch: str) -> BranchRules:
        rules = self.state.rules
        return BranchRules(
            rules.protected,
            rules.may_be_forced,
            rules.may_be_deleted,
            rules.may_be_pushed,
            rules.required_statuses,
            rules.must_be_up_to_date,
            rules.approvals_fall_at_push,
            rules.least_approvals,
            rules.plan_lacks_rules,
        )

    def repository_rules(self) -> RepositoryRules:
        rules = self.state.rules
        return RepositoryRules(
            rules.merge_methods,
            rules.artifact_days,
            rules.workflows_may_write,
            rules.workflows_may_approve,
            starts_workflows=True,
        )

    # ---- In our types ----

    def _name(self, name: str) -> str:
        return name if name in self.state.accounts else ""

    def _is_person(self, name: str) -> bool:
        return name in self.state.accounts and self.state.accounts[name].is_person

    def _pull(self, pull: Pull) -> PullRequest:
        return PullRequest(
            pull.number,
            pull.head,
            self.state.head_of(pull),
            pull.from_fork,
            pull.base,
            pull.title,
            pull.body,
            PullRequestState(pull.state),
            self._name(pull.author),
            tuple(pull.labels),
            pull.updated_at,
            f"https://forge.example/{self.state.name}/pulls/{pull.number}",
        )

    def _comment(self, remark: Remark) -> Comment:
        edited = remark.updated_at != remark.written_at or remark.by_email
        person = self._is_person(remark.by)
        return Comment(
            remark.id, self._name(remark.by), person, remark.body, remark.written_at, edited
        )

    def _issue(self, ticket: Ticket) -> Issue:
        url = f"https://forge.example/{self.state.name}/issues/{ticket.number}"
        number, title, body = ticket.number, ticket.title, ticket.body
        return Issue(number, title, body, ticket.is_open, ticket.author, url)
