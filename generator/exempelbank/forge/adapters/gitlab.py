"""GitLab. What others call a pull request is a merge request there, and a comment a note."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from datetime import datetime

from exempelbank.exceptions import ForgeDenied, ForgeNotFound, ForgeRefused
from exempelbank.forge.adapters.gitlab_answers import (
    branch_rules_from,
    comment_from,
    issue_from,
    pull_from,
    repository_from,
    repository_rules_from,
    reviews_from,
    status_from,
)
from exempelbank.forge.adapters.reading import cut, in_path, nothing
from exempelbank.forge.address import ForgeAddress, Token
from exempelbank.forge.client import Client, Sleep
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
    SignedCommit,
    Status,
    StatusState,
)
from exempelbank.i18n import _

_LISTED = {None: "all", PullRequestState.OPEN: "opened"}
_STATES = {StatusState.FAILURE: "failed", StatusState.ERROR: "failed"}


class GitLab:
    kind = "gitlab"

    def __init__(self, address: ForgeAddress, token: Token, sleep: Sleep = time.sleep) -> None:
        self.client = Client(
            address, {"PRIVATE-TOKEN": token.value}, token, {"per_page": 100}, sleep=sleep
        )
        self.address = address
        self.where = address.where
        self._project = f"/projects/{in_path(address.repository)}"

    def _request(self, number: int) -> str:
        return f"{self._project}/merge_requests/{number}"

    def repository(self) -> Repository:
        return self.client.get(self._project, repository_from)

    def own_account(self) -> str:
        return self.client.get("/user", lambda user: str(user["username"]))

    # ---- Pull requests ----

    def pull_requests(
        self,
        state: PullRequestState | None = None,
        head: str = "",
        changed_since: datetime | None = None,
    ) -> list[PullRequest]:
        query = {"state": _LISTED.get(state) or str(state), "order_by": "created_at"}
        if head:
            query["source_branch"] = head
        if changed_since:
            query["updated_after"] = changed_since.isoformat()
        found = self.client.pages(f"{self._project}/merge_requests", pull_from, **query)
        return [pull for pull in found if not head or not pull.from_fork]

    def pull_request(self, number: int) -> PullRequest:
        return self.client.get(self._request(number), pull_from)

    def open_pull_request(self, head: str, base: str, title: str, body: str) -> PullRequest:
        text = {"source_branch": head, "target_branch": base, "title": title}
        text["description"] = without_quick_actions(body)
        return self.client.send("POST", f"{self._project}/merge_requests", text, pull_from)

    def edit_pull_request(
        self, number: int, *, title: str | None = None, body: str | None = None
    ) -> PullRequest:
        text = {} if title is None else {"title": title}
        if body is not None:
            text["description"] = without_quick_actions(body)
        return self.client.send("PUT", self._request(number), text, pull_from)

    def close_pull_request(self, number: int) -> None:
        if self.pull_request(number).state is PullRequestState.OPEN:
            self.client.send("PUT", self._request(number), {"state_event": "close"}, nothing)

    def ensure_labels(self, labels: Iterable[Label]) -> None:
        path = f"{self._project}/labels"
        there = set(self.client.pages(path, lambda label: label["name"]))
        for label in labels:
            if label.name not in there:
                text = {"name": label.name, "color": f"#{label.color}"}
                text["description"] = label.description
                self.client.send("POST", path, text, nothing)

    def set_labels(self, number: int, names: Sequence[str]) -> None:
        self.client.send("PUT", self._request(number), {"labels": list(names)}, nothing)

    def request_reviewers(self, number: int, accounts: Sequence[str]) -> None:
        """On the free plan GitLab keeps one of them."""
        request = self.client.get(self._request(number), dict)
        ids = [person["id"] for person in request["reviewers"]]
        for account in accounts:
            if account == request["author"]["username"]:
                raise ForgeRefused(
                    self.where, _("who opened a pull request can't be asked to review it")
                )
            ids += self._ids_of(account)
        text = {"reviewer_ids": list(dict.fromkeys(ids))}
        self.client.send("PUT", self._request(number), text, nothing)

    def _ids_of(self, account: str) -> list[int]:
        path = f"{self._project}/users"
        found = self.client.pages(path, lambda user: (user["username"], user["id"]), search=account)
        if ids := [id for name, id in found if name == account]:
            return ids
        raise ForgeRefused(
            self.where,
            _("{name} has no right to the project, and can't be asked").format(name=account),
        )

    def merge(self, number: int, expected_head: str) -> None:
        text = {"sha": expected_head, "squash": False}
        path = f"{self._request(number)}/merge"
        self.client.send("PUT", path, text, nothing, repeatable=False)

    # ---- What is said of it ----

    def comments(self, number: int) -> list[Comment]:
        path = f"{self._request(number)}/notes"
        found = self.client.pages(path, comment_from, sort="asc", order_by="created_at")
        return [comment for comment in found if comment is not None]

    def add_comment(self, number: int, body: str) -> Comment:
        text = {"body": without_quick_actions(body)}
        comment = self.client.send("POST", f"{self._request(number)}/notes", text, comment_from)
        if comment is None:
            raise ForgeRefused(self.where, _("the forge did not keep the comment"))
        return comment

    def edit_comment(self, number: int, id: int, body: str) -> None:
        text = {"body": without_quick_actions(body)}
        self.client.send("PUT", f"{self._request(number)}/notes/{id}", text, nothing)

    def reviews(self, number: int) -> list[PullRequestReview]:
        path = self._request(number)
        approvals = self.client.get(f"{path}/approvals", dict)
        reviewers = list(self.client.pages(f"{path}/reviewers", dict))
        versions = list(self.client.pages(f"{path}/versions", dict))
        return self.client.converted(
            lambda _all: reviews_from(approvals, reviewers, versions), None
        )

    def commits(self, number: int) -> list[SignedCommit]:
        """GitLab tells that a signature is right, but not whose account it is."""
        path = f"{self._request(number)}/commits"
        newest_first = list(self.client.pages(path, lambda commit: SignedCommit(commit["id"], "")))
        return newest_first[::-1]

    def statuses(self, commit: str) -> list[Status]:
        path = f"{self._project}/repository/commits/{in_path(commit)}/statuses"
        return list(self.client.pages(path, status_from))

    def set_status(self, commit: str, state: StatusState, text: str, url: str = "") -> None:
        if state is StatusState.PENDING and any(
            said.context == GATE and said.state is state for said in self.statuses(commit)
        ):
            return  # GitLab takes no second one
        said = {"name": GATE, "state": _STATES.get(state, state.value)}
        said["description"] = cut(text, 255)
        if url:
            said["target_url"] = url
        self.client.send("POST", f"{self._project}/statuses/{in_path(commit)}", said, nothing)

    # ---- The reminder ----

    def issues(self, label: str) -> list[Issue]:
        return list(self.client.pages(f"{self._project}/issues", issue_from, labels=label))

    def open_issue(self, title: str, body: str, label: str) -> Issue:
        text = {"title": title, "description": without_quick_actions(body), "labels": label}
        return self.client.send("POST", f"{self._project}/issues", text, issue_from)

    def edit_issue(self, number: int, title: str, body: str, is_open: bool = True) -> None:
        path = f"{self._project}/issues/{number}"
        there = self.client.get(path, issue_from)
        text = {"title": title, "description": without_quick_actions(body)}
        if there.is_open != is_open:
            text["state_event"] = "reopen" if is_open else "close"
        self.client.send("PUT", path, text, nothing)

    # ---- How it is set up ----

    def branch_rules(self, branch: str) -> BranchRules:
        project = self.client.get(self._project, dict)
        try:
            path = f"{self._project}/protected_branches/{in_path(branch)}"
            protection = self.client.get(path, dict)
        except ForgeNotFound:
            return BranchRules(protected=False, may_be_forced=True, may_be_pushed=True)
        except ForgeDenied:
            protection = {}
        try:
            approvals = self.client.get(f"{self._project}/approvals", dict)
        except (ForgeDenied, ForgeNotFound):  # not part of the free plan
            approvals = {}
        return self.client.converted(
            lambda _all: branch_rules_from(project, protection, approvals), None
        )

    def repository_rules(self) -> RepositoryRules:
        return self.client.get(self._project, repository_rules_from)


def without_quick_actions(text: str) -> str:
    """A line that begins with / is an order to GitLab, carried out with the token's rights."""
    return re.sub(r"(?m)^(\s*)/", r"\1\\/", text)
