"""GitHub, also its server for those who run one.

REST for most; GraphQL for comments and reviews, since REST does not tell that someone has changed a
review, nor surely that a comment was changed within the second it was written.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from exempelbank.exceptions import ForgeDenied, ForgeNotFound, ForgeRefused, ForgeUnavailable
from exempelbank.forge.adapters.github_answers import (
    branch_rules_from,
    classic_rules_from,
    comment_from_graphql,
    comment_from_rest,
    issue_from,
    new_issue_from,
    pull_from,
    repository_from,
    review_from,
    signed_from,
    status_from,
)
from exempelbank.forge.adapters.reading import cut, in_path, nothing
from exempelbank.forge.address import ForgeAddress, Token
from exempelbank.forge.client import Client, Convert, Sleep
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

SAID = "databaseId body createdViaEmail lastEditedAt author { __typename login }"
COMMENTS = """query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    comments(first: 100, after: $after) {
      nodes { SAID createdAt } pageInfo { hasNextPage endCursor } } } } }""".replace("SAID", SAID)
REVIEWS = """query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviews(first: 100, after: $after) {
      nodes { SAID submittedAt state commit { oid } }
      pageInfo { hasNextPage endCursor } } } } }""".replace("SAID", SAID)
VIEWER = "query { viewer { login } }"
_GRAPHQL_ERRORS = {
    "NOT_FOUND": ForgeNotFound,
    "FORBIDDEN": ForgeDenied,
    "RATE_LIMITED": ForgeUnavailable,
}
T = TypeVar("T")


class GitHub:
    kind = "github"

    def __init__(self, address: ForgeAddress, token: Token, sleep: Sleep = time.sleep) -> None:
        headers = {
            "Authorization": f"Bearer {token.value}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        self.client = Client(address, headers, token, {"per_page": 100}, sleep=sleep)
        self.address = address
        self.where = address.where
        self._repository = "/repos/" + "/".join(map(in_path, address.repository.split("/")))
        api = address.api
        self._graphql = f"{api.removesuffix('/v3')}/graphql"

    def repository(self) -> Repository:
        return self.client.get(self._repository, repository_from)

    def own_account(self) -> str:
        return self._query(lambda data: str(data["viewer"]["login"]), VIEWER)

    # ---- Pull requests ----

    def pull_requests(
        self,
        state: PullRequestState | None = None,
        head: str = "",
        changed_since: datetime | None = None,
    ) -> list[PullRequest]:
        query: dict[str, str] = {"state": _listed(state), "sort": "created", "direction": "desc"}
        if changed_since:
            query["sort"] = "updated"
        if head:
            query["head"] = f"{self.address.repository.split('/')[0]}:{head}"
        found = []
        for pull in self.client.pages(f"{self._repository}/pulls", pull_from, **query):
            if changed_since and pull.updated_at < changed_since:
                break
            if state in (None, pull.state) and (not head or not pull.from_fork):
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
        text = {"state": "closed"}
        self.client.send("PATCH", f"{self._repository}/pulls/{number}", text, nothing)

    def ensure_labels(self, labels: Iterable[Label]) -> None:
        path = f"{self._repository}/labels"
        there = {name.casefold() for name in self.client.pages(path, lambda label: label["name"])}
        for label in labels:
            if label.name.casefold() not in there:
                text = {"name": label.name, "color": label.color, "description": label.description}
                self.client.send("POST", path, text, nothing)

    def set_labels(self, number: int, names: Sequence[str]) -> None:
        path = f"{self._repository}/issues/{number}/labels"
        self.client.send("PUT", path, {"labels": list(names)}, nothing)

    def request_reviewers(self, number: int, accounts: Sequence[str]) -> None:
        path = f"{self._repository}/pulls/{number}/requested_reviewers"
        self.client.send("POST", path, {"reviewers": list(accounts)}, nothing, repeatable=True)

    def merge(self, number: int, expected_head: str) -> None:
        text = {"sha": expected_head, "merge_method": "merge"}
        path = f"{self._repository}/pulls/{number}/merge"
        self.client.send("PUT", path, text, nothing, repeatable=False)

    # ---- What is said of it ----

    def comments(self, number: int) -> list[Comment]:
        return list(self._said(COMMENTS, "comments", number, comment_from_graphql))

    def add_comment(self, number: int, body: str) -> Comment:
        path = f"{self._repository}/issues/{number}/comments"
        return self.client.send("POST", path, {"body": body}, comment_from_rest)

    def edit_comment(self, number: int, id: int, body: str) -> None:
        path = f"{self._repository}/issues/comments/{id}"
        self.client.send("PATCH", path, {"body": body}, nothing)

    def reviews(self, number: int) -> list[PullRequestReview]:
        found = self._said(REVIEWS, "reviews", number, review_from)
        return [review for review in found if review is not None]

    def commits(self, number: int) -> list[SignedCommit]:
        path = f"{self._repository}/pulls/{number}"
        found = list(self.client.pages(f"{path}/commits", signed_from))
        if self.client.get(path, lambda pull: int(pull["commits"])) > len(found):
            raise ForgeRefused(
                self.where,
                _("GitHub lists only 250 commits of a pull request"),
                _("Make it several pull requests."),
            )
        return found

    def statuses(self, commit: str) -> list[Status]:
        found: dict[str, Status] = {}
        path = f"{self._repository}/commits/{in_path(commit)}/statuses"
        for status in self.client.pages(path, status_from):  # the newest first
            found.setdefault(status.context, status)
        return list(found.values())

    def set_status(self, commit: str, state: StatusState, text: str, url: str = "") -> None:
        said = {"context": GATE, "state": state.value, "description": cut(text, 140)}
        path = f"{self._repository}/statuses/{in_path(commit)}"
        with_url = said | ({"target_url": url} if url else {})
        self.client.send("POST", path, with_url, nothing, repeatable=True)

    # ---- The reminder ----

    def issues(self, label: str) -> list[Issue]:
        path = f"{self._repository}/issues"
        found = self.client.pages(path, issue_from, labels=label, state="all")
        return [issue for issue in found if issue is not None]

    def open_issue(self, title: str, body: str, label: str) -> Issue:
        text = {"title": title, "body": body, "labels": [label]}
        return self.client.send("POST", f"{self._repository}/issues", text, new_issue_from)

    def edit_issue(self, number: int, title: str, body: str, is_open: bool = True) -> None:
        text = {"title": title, "body": body, "state": "open" if is_open else "closed"}
        self.client.send("PATCH", f"{self._repository}/issues/{number}", text, nothing)

    # ---- How it is set up ----

    def branch_rules(self, branch: str) -> BranchRules:
        path = f"{self._repository}/rules/branches/{in_path(branch)}"
        try:
            rules = list(self.client.pages(path, dict))
        except ForgeDenied as why:
            # So GitHub answers of a private repository on a plan without rules.
            return BranchRules(plan_lacks_rules="Upgrade" in str(why))
        if rules:
            return self.client.converted(branch_rules_from, rules)
        shown = self.client.get(f"{self._repository}/branches/{in_path(branch)}", dict)
        if not shown.get("protected"):
            return self.client.converted(branch_rules_from, [])
        classic = self._if_seen(f"{self._repository}/branches/{in_path(branch)}/protection")
        return self.client.converted(classic_rules_from, classic)

    def repository_rules(self) -> RepositoryRules:
        repository = self.client.get(self._repository, dict)
        actions = f"{self._repository}/actions/permissions"
        days = self._if_seen(f"{actions}/artifact-and-log-retention")
        workflow = self._if_seen(f"{actions}/workflow")
        methods = None
        if "allow_merge_commit" in repository:
            named = (
                ("merge", "merge_commit"),
                ("rebase", "rebase_merge"),
                ("squash", "squash_merge"),
            )
            methods = tuple(name for name, key in named if repository.get(f"allow_{key}"))
        return RepositoryRules(
            merge_methods=methods,
            artifact_days=days.get("days"),
            workflows_may_write=_is(workflow, "default_workflow_permissions", "write"),
            workflows_may_approve=workflow.get("can_approve_pull_request_reviews"),
            # GitHub starts no workflow for what a workflow's own token does.
            starts_workflows=self.own_account() != "github-actions[bot]",
        )

    def _if_seen(self, path: str) -> dict[str, Any]:
        try:
            return self.client.get(path, dict)
        except (ForgeDenied, ForgeNotFound):
            return {}

    # ---- GraphQL ----

    def _query(self, convert: Convert[T], query: str, **variables: Any) -> T:
        asked = {"query": query, "variables": variables}
        answer = self.client.send("POST", self._graphql, asked, dict, repeatable=True)
        if errors := answer.get("errors"):
            kind = _GRAPHQL_ERRORS.get(errors[0].get("type"), ForgeRefused)
            says = _("the forge said no") + f": {errors[0]['message'][:200]}"
            raise kind(self.where, says)
        return self.client.converted(lambda whole: convert(whole["data"]), answer)

    def _said(self, query: str, name: str, number: int, convert: Convert[T]) -> Iterator[T]:
        """All in the list of this name, page after page."""

        def page_of(data: Any) -> tuple[list[T], str | None]:
            page = data["repository"]["pullRequest"][name]
            goes_on = page["pageInfo"]["hasNextPage"]
            nodes = [convert(node) for node in page["nodes"]]
            return nodes, page["pageInfo"]["endCursor"] if goes_on else None

        owner, repository = self.address.repository.split("/")
        asked = {"owner": owner, "name": repository, "number": number}
        after = None
        while True:
            nodes, after = self._query(page_of, query, **asked, after=after)
            yield from nodes
            if after is None:
                return


def _listed(state: PullRequestState | None) -> str:
    if state is None:
        return "all"
    return "open" if state is PullRequestState.OPEN else "closed"


def _is(answer: dict[str, Any], key: str, value: str) -> bool | None:
    return answer[key] == value if key in answer else None
