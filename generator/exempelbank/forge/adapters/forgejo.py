"""Forgejo, and Gitea, which it was once a copy of."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import datetime

from exempelbank.exceptions import ForgeDenied, ForgeNotFound, ForgeRefused
from exempelbank.forge.adapters.forgejo_answers import (
    branch_rules_from,
    comment_from,
    issue_from,
    pull_from,
    repository_from,
    repository_rules_from,
    review_from,
    signed_from,
    status_from,
)
from exempelbank.forge.adapters.reading import in_path, nothing
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


class Forgejo:
    def __init__(self, address: ForgeAddress, token: Token, sleep: Sleep = time.sleep) -> None:
        headers = {"Authorization": f"token {token.value}"}
        # Not every list tells whether it goes on, and a server may give fewer than were asked for.
        self.client = Client(
            address, headers, token, {"limit": 50}, pages_by_link=False, sleep=sleep
        )
        self.kind = address.kind
        self.address = address
        self.where = address.where
        self._repository = "/repos/" + "/".join(map(in_path, address.repository.split("/")))

    def repository(self) -> Repository:
        return self.client.get(self._repository, repository_from)

    def own_account(self) -> str:
        try:
            return self.client.get("/user", lambda user: str(user["login"]))
        except (ForgeDenied, ForgeNotFound):  # a workflow's own token may not ask
            return f"{self.kind}-actions"

    # ---- Pull requests ----

    def pull_requests(
        self,
        state: PullRequestState | None = None,
        head: str = "",
        changed_since: datetime | None = None,
    ) -> list[PullRequest]:
        listed = {None: "all", PullRequestState.OPEN: "open"}.get(state, "closed")
        found = []
        for pull in self.client.pages(
            f"{self._repository}/pulls", pull_from, state=listed, sort="recentupdate"
        ):
            if changed_since and pull.updated_at < changed_since:
                break
            if state in (None, pull.state) and (
                not head or (pull.head == head and not pull.from_fork)
            ):
                found.append(pull)
        return sorted(found, key=lambda pull: -pull.number)

    def pull_request(self, number: int) -> PullRequest:
        return self.client.get(f"{self._repository}/pulls/{number}", pull_from)

    def open_pull_request(self, head: str, base: str, title: str, body: str) -> PullRequest:
        text = {"head": head, "base": base, "title": title, "body": body}
        return self.client.send("POST", f"{self._repository}/pulls", text, pull_from)

    def edit_pull_request(
        self, number: int, *, title: str | None = None, body: str | None = None
    ) -> PullRequest:
        text = {
            name: value for name, value in (("title", title), ("body", body)) if value is not None
        }
        return self.client.send("PATCH", f"{self._repository}/pulls/{number}", text, pull_from)

    def close_pull_request(self, number: int) -> None:
        if self.pull_request(number).state is PullRequestState.OPEN:
            path = f"{self._repository}/pulls/{number}"
            self.client.send("PATCH", path, {"state": "closed"}, nothing)

    def ensure_labels(self, labels: Iterable[Label]) -> None:
        there = {name.casefold() for name in self._label_ids()}
        for label in labels:
            if label.name.casefold() not in there:
                text = {"name": label.name, "color": f"#{label.color}"}
                text["description"] = label.description
                self.client.send("POST", f"{self._repository}/labels", text, nothing)

    def set_labels(self, number: int, names: Sequence[str]) -> None:
        path = f"{self._repository}/issues/{number}/labels"
        self.client.send("PUT", path, {"labels": self._ids_of(names)}, nothing)

    def _label_ids(self) -> dict[str, int]:
        path = f"{self._repository}/labels"
        return dict(self.client.pages(path, lambda label: (label["name"], label["id"])))

    def _ids_of(self, names: Sequence[str]) -> list[int]:
        ids = self._label_ids()
        if missing := [name for name in names if name not in ids]:
            raise ForgeRefused(
                self.where, _("there is no label called “{name}”").format(name=missing[0])
            )
        return [ids[name] for name in names]

    def request_reviewers(self, number: int, accounts: Sequence[str]) -> None:
        path = f"{self._repository}/pulls/{number}/requested_reviewers"
        self.client.send("POST", path, {"reviewers": list(accounts)}, nothing, repeatable=True)

    def merge(self, number: int, expected_head: str) -> None:
        text = {"Do": "merge", "head_commit_id": expected_head}
        self.client.send("POST", f"{self._repository}/pulls/{number}/merge", text, nothing)

    # ---- What is said of it ----

    def comments(self, number: int) -> list[Comment]:
        path = f"{self._repository}/issues/{number}/comments"  # all at once: it has no pages
        return self.client.get(path, lambda answer: [comment_from(each) for each in answer])

    def add_comment(self, number: int, body: str) -> Comment:
        path = f"{self._repository}/issues/{number}/comments"
        return self.client.send("POST", path, {"body": body}, comment_from)

    def edit_comment(self, number: int, id: int, body: str) -> None:
        path = f"{self._repository}/issues/comments/{id}"
        self.client.send("PATCH", path, {"body": body}, nothing)

    def reviews(self, number: int) -> list[PullRequestReview]:
        path = f"{self._repository}/pulls/{number}/reviews"
        found = [review for review in self.client.pages(path, review_from) if review is not None]
        return sorted(found, key=lambda review: review.id)

    def commits(self, number: int) -> list[SignedCommit]:
        path = f"{self._repository}/pulls/{number}/commits"
        newest_first = list(self.client.pages(path, signed_from, files=False))
        return newest_first[::-1]

    def statuses(self, commit: str) -> list[Status]:
        path = f"{self._repository}/commits/{in_path(commit)}/status"
        return self.client.get(
            path, lambda answer: [status_from(each) for each in answer["statuses"] or ()]
        )

    def set_status(self, commit: str, state: StatusState, text: str, url: str = "") -> None:
        said = {"context": GATE, "state": state.value, "description": text, "target_url": url}
        path = f"{self._repository}/statuses/{in_path(commit)}"
        self.client.send("POST", path, said, nothing, repeatable=True)

    # ---- The reminder ----

    def issues(self, label: str) -> list[Issue]:
        path = f"{self._repository}/issues"
        asked = {"labels": label, "state": "all", "type": "issues"}
        return list(self.client.pages(path, issue_from, **asked))

    def open_issue(self, title: str, body: str, label: str) -> Issue:
        text = {"title": title, "body": body, "labels": self._ids_of([label])}
        return self.client.send("POST", f"{self._repository}/issues", text, issue_from)

    def edit_issue(self, number: int, title: str, body: str, is_open: bool = True) -> None:
        text = {"title": title, "body": body, "state": "open" if is_open else "closed"}
        self.client.send("PATCH", f"{self._repository}/issues/{number}", text, nothing)

    # ---- How it is set up ----

    def branch_rules(self, branch: str) -> BranchRules:
        shown = self.client.get(f"{self._repository}/branches/{in_path(branch)}", dict)
        if not shown.get("protected"):
            return BranchRules(
                protected=False, may_be_forced=True, may_be_deleted=True, may_be_pushed=True
            )
        rule = in_path(shown.get("effective_branch_protection_name") or branch)
        try:
            whole = self.client.get(f"{self._repository}/branch_protections/{rule}", dict)
        except (ForgeDenied, ForgeNotFound):  # shown to administrators only
            whole = {}
        return branch_rules_from(shown, whole)

    def repository_rules(self) -> RepositoryRules:
        return self.client.get(self._repository, repository_rules_from)
