"""Forgejo, as far as we ask it: its own description is at /api/swagger on every one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.forge.fakes.server import Answer, Asked, FakeForge, Route, z
from tests.forge.fakes.state import Account, Pull, Refusal, Remark, StatusSet, Ticket

REPOSITORY = r"/repos/(?P<name>[^/]+/[^/]+)"
STATUSES = {
    "missing": 404,
    "denied": 403,
    "exists": 409,
    "invalid": 422,
    "unmergeable": 405,
    "moved": 409,
}
VERDICTS = {
    "approved": "APPROVED",
    "changes-requested": "REQUEST_CHANGES",
    "commented": "COMMENT",
    "pending": "PENDING",
    "dismissed": "APPROVED",
}


class FakeForgejo(FakeForge):
    kind = "forgejo"
    api = "/api/v1"

    def token_in(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("token ")

    def refused(self, why: Refusal) -> Answer:
        return Answer(STATUSES[why.kind], {"message": why.says, "url": f"{self.url}/api/swagger"})

    def routes(self) -> list[Route]:
        pull, issue = (
            rf"{REPOSITORY}/pulls/(?P<number>\d+)",
            rf"{REPOSITORY}/issues/(?P<number>\d+)",
        )
        commit = "(?P<commit>[^/]+)"
        return [
            ("GET", "/user", lambda asked: Answer(200, self.user(asked.account.name))),
            ("GET", REPOSITORY, lambda asked: Answer(200, self.repository(asked))),
            ("GET", f"{REPOSITORY}/pulls", self._pulls),
            ("POST", f"{REPOSITORY}/pulls", self._open),
            ("GET", pull, lambda asked: Answer(200, self.pull(self._pull(asked)))),
            ("PATCH", pull, self._edit),
            ("GET", f"{pull}/commits", self._commits),
            ("POST", f"{pull}/requested_reviewers", self._ask_reviewers),
            ("POST", f"{pull}/merge", self._merge),
            ("GET", f"{pull}/reviews", self._reviews),
            ("GET", f"{REPOSITORY}/labels", self._labels),
            ("POST", f"{REPOSITORY}/labels", self._new_label),
            ("PUT", f"{issue}/labels", self._set_labels),
            ("GET", f"{issue}/comments", self._comments),
            ("POST", f"{issue}/comments", self._comment),
            ("PATCH", rf"{REPOSITORY}/issues/comments/(?P<id>\d+)", self._edit_comment),
            ("GET", f"{REPOSITORY}/commits/{commit}/status", self._combined_status),
            ("POST", f"{REPOSITORY}/statuses/{commit}", self._set_status),
            ("GET", f"{REPOSITORY}/issues", self._issues),
            ("POST", f"{REPOSITORY}/issues", self._open_issue),
            ("PATCH", issue, self._edit_issue),
            ("GET", f"{REPOSITORY}/branches/(?P<branch>[^/]+)", self._branch),
            ("GET", f"{REPOSITORY}/branch_protections/(?P<branch>[^/]+)", self._protection),
        ]

    def _listed(self, asked: Asked, items: list[Any]) -> Answer:
        """Without a link to the next page, as some lists of Forgejo's."""
        page, _goes_on = self.page(asked, items, "limit")
        return Answer(200, page, {"X-Total-Count": str(len(items))})

    # ---- Pull requests ----

    def _pull(self, asked: Asked) -> Pull:
        return self.state.pull(asked.number())

    def _pulls(self, asked: Asked) -> Answer:
        state, sort = asked.value("state", "open"), asked.value("sort", "")
        found = [
            pull
            for pull in self.state.pulls
            if state in ("all", "open" if pull.state == "open" else "closed")
        ]
        by_change = sort == "recentupdate"
        found.sort(key=lambda pull: pull.updated_at if by_change else pull.created_at, reverse=True)
        return self._listed(asked, [self.pull(pull) for pull in found])

    def _open(self, asked: Asked) -> Answer:
        head, base, title = asked.value("head"), asked.value("base"), asked.value("title")
        if head not in self.state.heads() or base not in self.state.heads():
            raise Refusal("missing", "The target couldn't be found.")
        body = asked.value("body", "")
        pull = self.state.open_pull(asked.account.name, head, base, title, body)
        return Answer(201, self.pull(pull))

    def _edit(self, asked: Asked) -> Answer:
        number, state = asked.number(), asked.value("state")
        if state == "closed" and self.state.pull(number).state == "merged":
            raise Refusal("invalid", "cannot change state of this pull request, it is merged")
        if state == "closed":
            self.state.close_pull(number)
        pull = self.state.edit_pull(number, asked.value("title"), asked.value("body"))
        return Answer(201, self.pull(pull))

    def _commits(self, asked: Asked) -> Answer:
        asked.value("files")
        newest_first = reversed(self.state.commits_of(self._pull(asked)))
        return self._listed(asked, [self.commit(commit) for commit in newest_first])

    def _ask_reviewers(self, asked: Asked) -> Answer:
        self.state.ask_reviewers(asked.number(), asked.value("reviewers"))
        return Answer(201, [])

    def _merge(self, asked: Asked) -> Answer:
        method, head = asked.value("Do"), asked.value("head_commit_id", "")
        self.state.merge(asked.account.name, asked.number(), head, method)
        return Answer(200)

    # ---- Labels ----

    def _labels(self, asked: Asked) -> Answer:
        return self._listed(asked, [self.label(name) for name in self.state.labels])

    def _new_label(self, asked: Asked) -> Answer:
        name, color = asked.value("name"), asked.value("color")
        if not color.startswith("#"):
            raise Refusal("invalid", "bad color")
        self.state.add_label(name, color[1:], asked.value("description", ""))
        return Answer(201, self.label(name))

    def _names_of(self, ids: list[int]) -> list[str]:
        by_id = {self.label(name)["id"]: name for name in self.state.labels}
        return [by_id[id] for id in ids if id in by_id]  # Forgejo leaves out what it does not know

    def _set_labels(self, asked: Asked) -> Answer:
        names = self._names_of(asked.value("labels"))
        self.state.label_pull(asked.number(), names)
        return Answer(200, [self.label(name) for name in names])

    # ---- Words ----

    def _comments(self, asked: Asked) -> Answer:
        return Answer(200, [self.comment(remark) for remark in self._pull(asked).comments])

    def _comment(self, asked: Asked) -> Answer:
        remark = self.state.comment(asked.account.name, asked.number(), asked.value("body"))
        return Answer(201, self.comment(remark))

    def _edit_comment(self, asked: Asked) -> Answer:
        id, body = int(asked.words["id"]), asked.value("body")
        return Answer(200, self.comment(self.state.edit_comment(asked.account.name, id, body)))

    def _reviews(self, asked: Asked) -> Answer:
        return self._listed(asked, [self.review(remark) for remark in self._pull(asked).reviews])

    # ---- Status ----

    def _combined_status(self, asked: Asked) -> Answer:
        latest = self.state.latest_statuses(asked.words["commit"])
        found = [self.status(status) for status in latest]
        whole = {"sha": asked.words["commit"], "total_count": len(found), "statuses": found or None}
        return Answer(200, whole)

    def _set_status(self, asked: Asked) -> Answer:
        commit = asked.words["commit"]
        words = [
            asked.value(name, "") for name in ("context", "state", "description", "target_url")
        ]
        self.state.set_status(asked.account.name, commit, *words)
        return Answer(201, self.status(self.state.statuses[commit][-1]))

    # ---- Issues ----

    def _issues(self, asked: Asked) -> Answer:
        wanted, state = asked.value("labels", ""), asked.value("state", "open")
        assert asked.value("type") == "issues", "pull requests would be listed too"
        found = [
            self.issue(ticket)
            for ticket in reversed(self.state.issues)
            if wanted in ("", *ticket.labels) and state in ("all", _state(ticket))
        ]
        return self._listed(asked, found)

    def _open_issue(self, asked: Asked) -> Answer:
        labels = self._names_of(asked.value("labels", []))
        title, body = asked.value("title"), asked.value("body")
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
        return Answer(201, self.issue(ticket))

    # ---- Set-up ----

    def _branch(self, asked: Asked) -> Answer:
        branch, rules = asked.words["branch"], self.state.rules
        if branch not in self.state.heads():
            raise Refusal("missing", "branch")
        protected = rules.protected and branch == self.state.main
        shown = {
            "name": branch,
            "protected": protected,
            "required_approvals": rules.least_approvals if protected else 0,
            "enable_status_check": protected and bool(rules.required_statuses),
            "status_check_contexts": list(rules.required_statuses) if protected else [],
            "user_can_push": not protected or rules.may_be_pushed,
            "user_can_merge": True,
            "effective_branch_protection_name": branch if protected else "",
        }
        return Answer(200, shown)

    def _protection(self, asked: Asked) -> Answer:
        if asked.account.role != "admin":
            raise Refusal("denied", "user should be an owner or a collaborator with admin write")
        rules = self.state.rules
        whole = {
            "rule_name": asked.words["branch"],
            "enable_push": rules.may_be_pushed,
            "block_on_outdated_branch": rules.must_be_up_to_date,
            "dismiss_stale_approvals": rules.approvals_fall_at_push,
            "required_approvals": rules.least_approvals,
        }
        return Answer(200, whole)

    # ---- What it answers with ----

    def repository(self, asked: Asked) -> dict[str, Any]:
        name, methods = self.state.name, self.state.rules.merge_methods
        role = asked.account.role
        return {
            "full_name": name,
            "private": self.state.visibility == "private",
            "internal": self.state.visibility == "internal",
            "default_branch": self.state.main,
            "html_url": f"{self.url}/{name}",
            "clone_url": f"{self.url}/{name}.git",
            "permissions": {
                "admin": role == "admin",
                "push": role in ("write", "admin"),
                "pull": True,
            },
            "allow_merge_commits": "merge" in methods,
            "allow_rebase": "rebase" in methods,
            "allow_rebase_explicit": "rebase" in methods,
            "allow_squash_merge": "squash" in methods,
        }

    def user(self, name: str) -> dict[str, Any]:
        gone = Account("Ghost", -1, "", is_person=False)
        account = self.state.accounts.get(name, gone)
        # No account of the forge's own has an id above zero.
        id = account.id if account.is_person or account is gone else -2
        return {"id": id, "login": account.name}

    def label(self, name: str) -> dict[str, Any]:
        color, description = self.state.labels[name]
        id = list(self.state.labels).index(name) + 1
        return {"id": id, "name": name, "color": color, "description": description}

    def pull(self, pull: Pull) -> dict[str, Any]:
        there = pull.head in self.state.heads()
        head = {
            "label": pull.head,
            "ref": pull.head if there else f"refs/pull/{pull.number}/head",
            "sha": self.state.head_of(pull),
            "repo_id": 2 if pull.from_fork else 1,
        }
        return {
            "number": pull.number,
            "state": "open" if pull.state == "open" else "closed",
            "merged": pull.state == "merged",
            "title": pull.title,
            "body": pull.body,
            "user": self.user(pull.author),
            "labels": [self.label(name) for name in pull.labels],
            "head": head,
            "base": {"label": pull.base, "ref": pull.base, "repo_id": 1},
            "created_at": z(pull.created_at),
            "updated_at": z(pull.updated_at),
            "html_url": f"{self.url}/{self.state.name}/pulls/{pull.number}",
        }

    def commit(self, commit: str) -> dict[str, Any]:
        signer = self.state.signers.get(commit)
        verification: dict[str, Any] = {"verified": bool(signer), "reason": "", "signer": None}
        if signer:
            verification["signer"] = {"name": signer, "email": f"{signer}@forge.example"}
        return {"sha": commit, "commit": {"verification": verification}}

    def comment(self, remark: Remark) -> dict[str, Any]:
        return {
            "id": remark.id,
            "user": self.user(remark.by),
            "body": remark.body,
            "created_at": z(remark.written_at),
            "updated_at": z(remark.updated_at),
        }

    def review(self, remark: Remark) -> dict[str, Any]:
        return {
            "id": remark.id,
            "user": self.user(remark.by),
            "state": VERDICTS[remark.verdict],
            "dismissed": remark.verdict == "dismissed",
            "stale": False,
            "commit_id": remark.commit,
            "body": remark.body,
            "submitted_at": z(remark.written_at),
            "updated_at": z(remark.updated_at),
        }

    def status(self, status: StatusSet) -> dict[str, Any]:
        return {
            "context": status.context,
            "status": status.state,
            "description": status.text,
            "target_url": status.url,
            "creator": self.user(status.by),
            "created_at": z(status.written_at),
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
        }


def _state(ticket: Ticket) -> str:
    return "open" if ticket.is_open else "closed"
