"""GitHub, as far as we ask it. docs.github.com says what each answer holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.forge.fakes.graphql import answer_to
from tests.forge.fakes.server import Answer, Asked, FakeForge, Route, z
from tests.forge.fakes.state import Account, Pull, Refusal, Remark, Ticket

REPOSITORY = r"/repos/(?P<name>[^/]+/[^/]+)"
STATUSES = {
    "missing": 404,
    "denied": 403,
    "exists": 422,
    "invalid": 422,
    "unmergeable": 405,
    "moved": 409,
}


class FakeGitHub(FakeForge):
    kind = "github"
    api = "/api(?:/v3)?"

    def token_in(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")

    def refused(self, why: Refusal) -> Answer:
        body: dict[str, Any] = {
            "message": "Validation Failed" if why.kind == "exists" else why.says
        }
        if why.kind == "exists":
            body["errors"] = [{"message": "A pull request already exists for it."}]
        return Answer(STATUSES[why.kind], body | {"documentation_url": "https://docs.github.com"})

    def routes(self) -> list[Route]:
        pull, issue = (
            rf"{REPOSITORY}/pulls/(?P<number>\d+)",
            rf"{REPOSITORY}/issues/(?P<number>\d+)",
        )
        actions = f"{REPOSITORY}/actions/permissions"
        return [
            ("POST", "/graphql", self._graphql),
            ("GET", REPOSITORY, lambda asked: Answer(200, self.repository(asked))),
            ("GET", f"{REPOSITORY}/pulls", self._pulls),
            ("POST", f"{REPOSITORY}/pulls", self._open),
            ("GET", pull, lambda asked: Answer(200, self.whole_pull(self._pull(asked)))),
            ("PATCH", pull, self._edit),
            ("GET", f"{pull}/commits", self._commits),
            ("POST", f"{pull}/requested_reviewers", self._ask_reviewers),
            ("PUT", f"{pull}/merge", self._merge),
            ("GET", f"{REPOSITORY}/labels", self._labels),
            ("POST", f"{REPOSITORY}/labels", self._new_label),
            ("PUT", f"{issue}/labels", self._set_labels),
            ("POST", f"{issue}/comments", self._comment),
            ("PATCH", rf"{REPOSITORY}/issues/comments/(?P<id>\d+)", self._edit_comment),
            ("GET", f"{REPOSITORY}/commits/(?P<commit>[^/]+)/statuses", self._statuses),
            ("POST", f"{REPOSITORY}/statuses/(?P<commit>[^/]+)", self._set_status),
            ("GET", f"{REPOSITORY}/issues", self._issues),
            ("POST", f"{REPOSITORY}/issues", self._open_issue),
            ("PATCH", issue, self._edit_issue),
            ("GET", f"{REPOSITORY}/rules/branches/(?P<branch>[^/]+)", self._rules),
            ("GET", f"{REPOSITORY}/branches/(?P<branch>[^/]+)", self._branch),
            (
                "GET",
                f"{REPOSITORY}/branches/(?P<branch>[^/]+)/protection",
                self._classic_protection,
            ),
            ("GET", f"{actions}/workflow", self._workflow),
            ("GET", f"{actions}/artifact-and-log-retention", self._retention),
        ]

    def _listed(self, asked: Asked, items: list[Any]) -> Answer:
        page, goes_on = self.page(asked, items, "per_page")
        return Answer(200, page, self.next_link(asked) if goes_on else {})

    # ---- Pull requests ----

    def _pull(self, asked: Asked) -> Pull:
        return self.state.pull(asked.number())

    def _pulls(self, asked: Asked) -> Answer:
        state, head = asked.value("state", "open"), asked.value("head", "")
        by_change = asked.value("sort", "created") == "updated"
        found = [
            pull
            for pull in self.state.pulls
            if state in ("all", "open" if pull.state == "open" else "closed")
            and (not head or head == f"{self._owner(pull)}:{pull.head}")
        ]
        newest_first = asked.value("direction", "desc") == "desc"
        found.sort(
            key=lambda pull: pull.updated_at if by_change else pull.created_at, reverse=newest_first
        )
        return self._listed(asked, [self.pull(pull) for pull in found])

    def _owner(self, pull: Pull) -> str:
        return pull.author if pull.from_fork else self.state.name.split("/")[0]

    def _open(self, asked: Asked) -> Answer:
        pull = self.state.open_pull(
            asked.account.name,
            asked.value("head"),
            asked.value("base"),
            asked.value("title"),
            asked.value("body", ""),
        )
        return Answer(201, self.whole_pull(pull))

    def _edit(self, asked: Asked) -> Answer:
        number = asked.number()
        if asked.value("state") == "closed":
            self.state.close_pull(number)
        pull = self.state.edit_pull(number, asked.value("title"), asked.value("body"))
        return Answer(200, self.whole_pull(pull))

    def _commits(self, asked: Asked) -> Answer:
        commits = self.state.commits_of(self._pull(asked))[:250]
        return self._listed(asked, [self.commit(commit) for commit in commits])

    def _ask_reviewers(self, asked: Asked) -> Answer:
        self.state.ask_reviewers(asked.number(), asked.value("reviewers"))
        return Answer(201, self.pull(self._pull(asked)))

    def _merge(self, asked: Asked) -> Answer:
        method, sha = asked.value("merge_method", "merge"), asked.value("sha", "")
        pull = self.state.merge(asked.account.name, asked.number(), sha, method)
        message = "Pull Request successfully merged"
        return Answer(200, {"sha": pull.merge_commit, "merged": True, "message": message})

    # ---- Labels ----

    def _labels(self, asked: Asked) -> Answer:
        return self._listed(asked, [self.label(name) for name in self.state.labels])

    def _new_label(self, asked: Asked) -> Answer:
        name = asked.value("name")
        self.state.add_label(name, asked.value("color", "ededed"), asked.value("description", ""))
        return Answer(201, self.label(name))

    def _set_labels(self, asked: Asked) -> Answer:
        names = asked.value("labels")
        for name in names:  # GitHub makes those that are missing
            self.state.labels.setdefault(name, ("ededed", ""))
        self.state.label_pull(asked.number(), names)
        return Answer(200, [self.label(name) for name in names])

    # ---- Words ----

    def _comment(self, asked: Asked) -> Answer:
        remark = self.state.comment(asked.account.name, asked.number(), asked.value("body"))
        return Answer(201, self.comment(remark))

    def _edit_comment(self, asked: Asked) -> Answer:
        id, body = int(asked.words["id"]), asked.value("body")
        return Answer(200, self.comment(self.state.edit_comment(asked.account.name, id, body)))

    def _graphql(self, asked: Asked) -> Answer:
        variables = asked.value("variables") or {}
        graph = self.graph(asked.account, variables)
        return Answer(200, answer_to(asked.value("query"), variables, graph))

    def graph(self, account: Account, variables: dict[str, Any]) -> dict[str, Any]:
        """All that can be asked for, with the page that is asked for."""
        viewer = {"viewer": {"login": self._login(account)}}
        if "number" not in variables:
            return viewer
        named = f"{variables['owner']}/{variables['name']}"
        if named != self.state.name or not account.role:
            return viewer | {"repository": None}
        try:
            pull = self.state.pull(variables["number"])
        except Refusal:
            return viewer | {"repository": {"pullRequest": None}}
        said = {
            "comments": self._connection([self._node(each) for each in pull.comments], variables),
            "reviews": self._connection([self._review(each) for each in pull.reviews], variables),
        }
        return viewer | {"repository": {"pullRequest": said}}

    def _connection(self, nodes: list[Any], variables: dict[str, Any]) -> dict[str, Any]:
        start = int(variables.get("after") or 0)
        end = start + self.page_size
        more = {"hasNextPage": len(nodes) > end, "endCursor": str(end)}
        return {"nodes": nodes[start:end], "pageInfo": more}

    def _node(self, remark: Remark) -> dict[str, Any]:
        account = self.state.accounts.get(remark.by)
        kind = "User" if account and account.is_person else "Bot"
        changed = z(remark.updated_at) if remark.updated_at != remark.written_at else None
        return {
            "databaseId": remark.id,
            "body": remark.body,
            "createdAt": z(remark.written_at),
            "createdViaEmail": remark.by_email,
            "lastEditedAt": changed,
            "author": {"__typename": kind, "login": remark.by} if account else None,
        }

    def _review(self, remark: Remark) -> dict[str, Any]:
        return self._node(remark) | {
            "submittedAt": None if remark.verdict == "pending" else z(remark.written_at),
            "state": remark.verdict.upper().replace("-", "_"),
            "commit": {"oid": remark.commit},
        }

    # ---- Status ----

    def _statuses(self, asked: Asked) -> Answer:
        found = reversed(self.state.statuses.get(asked.words["commit"], []))
        return self._listed(asked, [self.status(each) for each in found])

    def _set_status(self, asked: Asked) -> Answer:
        if len(asked.value("description", "")) > 140:
            raise Refusal("invalid", "description is too long (maximum is 140 characters)")
        self.state.set_status(
            asked.account.name,
            asked.words["commit"],
            asked.value("context", "default"),
            asked.value("state"),
            asked.value("description", ""),
            asked.value("target_url", ""),
        )
        return Answer(201, self.status(self.state.statuses[asked.words["commit"]][-1]))

    # ---- Issues ----

    def _issues(self, asked: Asked) -> Answer:
        wanted, state = asked.value("labels", ""), asked.value("state", "open")
        found: list[Any] = [
            self.issue(ticket)
            for ticket in self.state.issues
            if wanted in ("", *ticket.labels) and state in ("all", _state(ticket))
        ]
        found += [  # a pull request is an issue too
            self.issue_of(pull)
            for pull in self.state.pulls
            if wanted in ("", *pull.labels) and state in ("all", "open")
        ]
        found.sort(key=lambda issue: -int(issue["number"]))
        return self._listed(asked, found)

    def _open_issue(self, asked: Asked) -> Answer:
        for name in asked.value("labels", []):
            self.state.labels.setdefault(name, ("ededed", ""))
        title, body, labels = asked.value("title"), asked.value("body"), asked.value("labels", [])
        return Answer(
            201, self.issue(self.state.open_issue(asked.account.name, title, body, labels))
        )

    def _edit_issue(self, asked: Asked) -> Answer:
        ticket = self.state.edit_issue(
            asked.number(),
            asked.value("title"),
            asked.value("body"),
            asked.value("state") == "open",
        )
        return Answer(200, self.issue(ticket))

    # ---- Set-up ----

    def _rules(self, asked: Asked) -> Answer:
        rules = self.state.rules
        if rules.plan_lacks_rules:
            says = "Upgrade to GitHub Pro or make this repository public to enable this feature."
            return Answer(403, {"message": says})
        in_force = rules.protected and not rules.classic
        return self._listed(asked, list(self._rules_in_force()) if in_force else [])

    def _branch(self, asked: Asked) -> Answer:
        branch, rules = asked.words["branch"], self.state.rules
        protected = rules.protected and rules.classic and branch == self.state.main
        return Answer(200, {"name": branch, "protected": protected})

    def _classic_protection(self, asked: Asked) -> Answer:
        self._owners_only(asked)
        rules = self.state.rules
        whole: dict[str, Any] = {
            "enforce_admins": {"enabled": True},
            "allow_force_pushes": {"enabled": rules.may_be_forced},
            "allow_deletions": {"enabled": rules.may_be_deleted},
            "required_status_checks": {
                "strict": rules.must_be_up_to_date,
                "contexts": list(rules.required_statuses),
            },
        }
        if not rules.may_be_pushed:
            whole["required_pull_request_reviews"] = {
                "dismiss_stale_reviews": rules.approvals_fall_at_push,
                "required_approving_review_count": rules.least_approvals,
            }
        return Answer(200, whole)

    def _rules_in_force(self) -> Iterator[dict[str, Any]]:
        rules = self.state.rules
        if not rules.may_be_deleted:
            yield {"type": "deletion"}
        if not rules.may_be_forced:
            yield {"type": "non_fast_forward"}
        if not rules.may_be_pushed:
            yield {
                "type": "pull_request",
                "parameters": {
                    "dismiss_stale_reviews_on_push": rules.approvals_fall_at_push,
                    "require_code_owner_review": True,
                    "require_last_push_approval": False,
                    "required_approving_review_count": rules.least_approvals,
                    "required_review_thread_resolution": False,
                },
            }
        if rules.required_statuses:
            yield {
                "type": "required_status_checks",
                "parameters": {
                    "required_status_checks": [
                        {"context": context, "integration_id": 15368}
                        for context in rules.required_statuses
                    ],
                    "strict_required_status_checks_policy": rules.must_be_up_to_date,
                },
            }

    def _owners_only(self, asked: Asked) -> None:
        if asked.account.role != "admin":
            raise Refusal("denied", "Resource not accessible by integration")

    def _workflow(self, asked: Asked) -> Answer:
        self._owners_only(asked)
        rules = self.state.rules
        written = "write" if rules.workflows_may_write else "read"
        approve = rules.workflows_may_approve
        both = {
            "default_workflow_permissions": written,
            "can_approve_pull_request_reviews": approve,
        }
        return Answer(200, both)

    def _retention(self, asked: Asked) -> Answer:
        self._owners_only(asked)
        return Answer(200, {"days": self.state.rules.artifact_days, "maximum_allowed_days": 400})

    # ---- What it answers with ----

    def repository(self, asked: Asked) -> dict[str, Any]:
        rules, role = self.state.rules, asked.account.role
        full = self._repository_of(self.state.name)
        if role in ("write", "admin"):
            named = (
                ("merge", "merge_commit"),
                ("rebase", "rebase_merge"),
                ("squash", "squash_merge"),
            )
            full |= {f"allow_{key}": method in rules.merge_methods for method, key in named}
        write = role in ("write", "admin")
        return full | {"permissions": {"admin": role == "admin", "push": write, "pull": True}}

    def _repository_of(self, name: str) -> dict[str, Any]:
        return {
            "full_name": name,
            "name": name.split("/")[1],
            "private": self.state.visibility != "public",
            "visibility": self.state.visibility,
            "default_branch": self.state.main,
            "html_url": f"{self.url}/{name}",
            "clone_url": f"{self.url}/{name}.git",
        }

    def user(self, name: str) -> dict[str, Any] | None:
        account = self.state.accounts.get(name)
        if account is None:
            return None
        kind = "User" if account.is_person else "Bot"
        return {"login": self._login(account), "id": account.id, "type": kind, "site_admin": False}

    def _login(self, account: Account) -> str:
        """An app's ends so, but not in GraphQL where it has written something."""
        return account.name if account.is_person else f"{account.name}[bot]"

    def label(self, name: str) -> dict[str, Any]:
        color, description = self.state.labels[name]
        return {"name": name, "color": color, "description": description, "default": False}

    def pull(self, pull: Pull) -> dict[str, Any]:
        fork = f"{pull.author}/{self.state.name.split('/')[1]}"
        head = self._repository_of(fork if pull.from_fork else self.state.name)
        merged = z(pull.updated_at) if pull.state == "merged" else None
        return {
            "number": pull.number,
            "state": "open" if pull.state == "open" else "closed",
            "title": pull.title,
            "body": pull.body or None,
            "user": self.user(pull.author),
            "labels": [self.label(name) for name in pull.labels],
            "head": {
                "ref": pull.head,
                "sha": self.state.head_of(pull),
                "label": f"{self._owner(pull)}:{pull.head}",
                "repo": head,
            },
            "base": {"ref": pull.base, "repo": self._repository_of(self.state.name)},
            "created_at": z(pull.created_at),
            "updated_at": z(pull.updated_at),
            "merged_at": merged,
            "merge_commit_sha": pull.merge_commit or None,
            "requested_reviewers": [self.user(name) for name in pull.reviewers],
            "html_url": f"{self.url}/{self.state.name}/pull/{pull.number}",
            "draft": False,
        }

    def whole_pull(self, pull: Pull) -> dict[str, Any]:
        count = len(self.state.commits_of(pull)) if pull.state == "open" else 1
        return self.pull(pull) | {"merged": pull.state == "merged", "commits": count}

    def commit(self, commit: str) -> dict[str, Any]:
        signer = self.state.signers.get(commit)
        reason = "valid" if signer else "unsigned"
        user = self.user(signer) if signer else None
        return {
            "sha": commit,
            "commit": {"verification": {"verified": bool(signer), "reason": reason}},
            "author": user,
            "committer": user,
            "parents": [{"sha": "0" * 40}],
        }

    def comment(self, remark: Remark) -> dict[str, Any]:
        return {
            "id": remark.id,
            "body": remark.body,
            "user": self.user(remark.by),
            "created_at": z(remark.written_at),
            "updated_at": z(remark.updated_at),
        }

    def status(self, said: Any) -> dict[str, Any]:
        return {
            "context": said.context,
            "state": said.state,
            "description": said.text or None,
            "target_url": said.url or None,
            "creator": self.user(said.by),
            "created_at": z(said.written_at),
        }

    def issue(self, ticket: Ticket) -> dict[str, Any]:
        return {
            "number": ticket.number,
            "title": ticket.title,
            "body": ticket.body,
            "state": _state(ticket),
            "user": self.user(ticket.author),
            "labels": [self.label(name) for name in ticket.labels],
            "html_url": f"{self.url}/{self.state.name}/issues/{ticket.number}",
            "created_at": z(ticket.created_at),
            "updated_at": z(ticket.updated_at),
        }

    def issue_of(self, pull: Pull) -> dict[str, Any]:
        url = f"{self.url}/api/v3/repos/{self.state.name}/pulls/{pull.number}"
        issue = {key: value for key, value in self.pull(pull).items() if key in _SHARED}
        links = {"url": url, "html_url": url, "diff_url": url, "patch_url": url}
        return issue | {"pull_request": links}


_SHARED = (
    "number",
    "title",
    "body",
    "state",
    "user",
    "labels",
    "html_url",
    "created_at",
    "updated_at",
)


def _state(ticket: Ticket) -> str:
    return "open" if ticket.is_open else "closed"
