"""GitLab, as far as we ask it. docs.gitlab.com/api says what each answer holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tests.forge.fakes.server import Answer, Asked, FakeForge, Route
from tests.forge.fakes.state import Pull, Refusal, Remark, StatusSet, Ticket

PROJECT = r"/projects/(?P<name>[^/]+)"
STATUSES = {
    "missing": 404,
    "denied": 403,
    "exists": 409,
    "invalid": 400,
    "unmergeable": 405,
    "moved": 409,
}
STATES = {"open": "opened", "closed": "closed", "merged": "merged"}
LEVELS = {"": 0, "read": 20, "write": 30, "admin": 40}


class FakeGitLab(FakeForge):
    kind = "gitlab"
    api = "/api/v4"

    def token_in(self, headers: Mapping[str, str]) -> str:
        return headers.get("PRIVATE-TOKEN", "")

    def refused(self, why: Refusal) -> Answer:
        return Answer(STATUSES[why.kind], {"message": [why.says]})

    def routes(self) -> list[Route]:
        request = rf"{PROJECT}/merge_requests/(?P<number>\d+)"
        commit = "(?P<commit>[^/]+)"
        return [
            ("GET", "/user", lambda asked: Answer(200, self.user(asked.account.name))),
            ("GET", PROJECT, lambda asked: Answer(200, self.project(asked))),
            ("GET", f"{PROJECT}/users", self._users),
            ("GET", f"{PROJECT}/merge_requests", self._pulls),
            ("POST", f"{PROJECT}/merge_requests", self._open),
            ("GET", request, lambda asked: Answer(200, self.pull(self._pull(asked)))),
            ("PUT", request, self._edit),
            ("GET", f"{request}/commits", self._commits),
            ("GET", f"{request}/versions", self._versions),
            ("GET", f"{request}/approvals", self._approvals),
            ("GET", f"{request}/reviewers", self._reviewers),
            ("PUT", f"{request}/merge", self._merge),
            ("GET", f"{request}/notes", self._notes),
            ("POST", f"{request}/notes", self._note),
            ("PUT", rf"{request}/notes/(?P<id>\d+)", self._edit_note),
            ("GET", f"{PROJECT}/labels", self._labels),
            ("POST", f"{PROJECT}/labels", self._new_label),
            ("GET", f"{PROJECT}/repository/commits/{commit}/statuses", self._statuses),
            ("POST", f"{PROJECT}/statuses/{commit}", self._set_status),
            ("GET", f"{PROJECT}/issues", self._issues),
            ("POST", f"{PROJECT}/issues", self._open_issue),
            ("GET", rf"{PROJECT}/issues/(?P<number>\d+)", self._issue),
            ("PUT", rf"{PROJECT}/issues/(?P<number>\d+)", self._edit_issue),
            ("GET", f"{PROJECT}/protected_branches/(?P<branch>[^/]+)", self._protection),
            (
                "GET",
                f"{PROJECT}/approvals",
                lambda asked: Answer(404, {"message": "404 Not Found"}),
            ),
        ]

    def _listed(self, asked: Asked, items: list[Any]) -> Answer:
        page, goes_on = self.page(asked, items, "per_page")
        return Answer(200, page, self.next_link(asked) if goes_on else {})

    # ---- Merge requests ----

    def _pull(self, asked: Asked) -> Pull:
        return self.state.pull(asked.number())

    def _pulls(self, asked: Asked) -> Answer:
        state, branch = asked.value("state", "all"), asked.value("source_branch", "")
        since = asked.value("updated_after")
        asked.value("order_by")
        found = [
            self.pull(pull)
            for pull in reversed(self.state.pulls)
            if state in ("all", STATES[pull.state])
            and branch in ("", pull.head)
            and (since is None or pull.updated_at >= datetime.fromisoformat(since))
        ]
        return self._listed(asked, found)

    def _open(self, asked: Asked) -> Answer:
        pull = self.state.open_pull(
            asked.account.name,
            asked.value("source_branch"),
            asked.value("target_branch"),
            asked.value("title"),
            self._without_orders(asked.value("description", "")),
        )
        return Answer(201, self.pull(pull))

    def _edit(self, asked: Asked) -> Answer:
        number, event = asked.number(), asked.value("state_event")
        if event == "close":
            if self.state.pull(number).state != "open":
                raise Refusal("invalid", "state cannot transition via close")
            self.state.close_pull(number)
        if (labels := asked.value("labels")) is not None:
            for name in labels:  # GitLab makes those that are missing
                self.state.labels.setdefault(name, ("ededed", ""))
            self.state.label_pull(number, labels)
        if (ids := asked.value("reviewer_ids")) is not None:
            by_id = {account.id: name for name, account in self.state.accounts.items()}
            self.state.pull(number).reviewers = [by_id[id] for id in ids]
        description = asked.value("description")
        text = None if description is None else self._without_orders(description)
        return Answer(200, self.pull(self.state.edit_pull(number, asked.value("title"), text)))

    def _users(self, asked: Asked) -> Answer:
        found = [
            self.user(name)
            for name, account in self.state.accounts.items()
            if asked.value("search", "") in name and account.role
        ]
        return self._listed(asked, found)

    def _commits(self, asked: Asked) -> Answer:
        newest_first = reversed(self.state.commits_of(self._pull(asked)))
        return self._listed(asked, [{"id": commit} for commit in newest_first])

    def _versions(self, asked: Asked) -> Answer:
        pull = self._pull(asked)
        pushed = [(commit, at) for branch, commit, at in self.state.pushes if branch == pull.head]
        found = [
            {"id": number, "head_commit_sha": commit, "created_at": _ms(at)}
            for number, (commit, at) in enumerate(pushed)
        ]
        return self._listed(asked, found[::-1])

    def _approvals(self, asked: Asked) -> Answer:
        found = [
            {"user": self.user(remark.by), "approved_at": _ms(remark.written_at)}
            for remark in self._pull(asked).reviews
            if remark.verdict == "approved"
        ]
        return Answer(200, {"iid": asked.number(), "approved": bool(found), "approved_by": found})

    def _reviewers(self, asked: Asked) -> Answer:
        pull = self._pull(asked)
        states = dict.fromkeys(pull.reviewers, "unreviewed")
        named = {"changes-requested": "requested_changes", "commented": "reviewed"}
        states |= {remark.by: named.get(remark.verdict, "approved") for remark in pull.reviews}
        found = [{"user": self.user(name), "state": state} for name, state in states.items()]
        return self._listed(asked, found)

    def _merge(self, asked: Asked) -> Answer:
        method = "squash" if asked.value("squash") else "merge"
        sha = asked.value("sha", "")
        pull = self.state.merge(asked.account.name, asked.number(), sha, method)
        return Answer(200, self.pull(pull))

    # ---- Labels ----

    def _labels(self, asked: Asked) -> Answer:
        return self._listed(asked, [self.label(name) for name in self.state.labels])

    def _new_label(self, asked: Asked) -> Answer:
        name, color = asked.value("name"), asked.value("color")
        if not re.fullmatch("#[0-9a-f]{6}", color):
            raise Refusal("invalid", "color")
        self.state.add_label(name, color[1:], asked.value("description", ""))
        return Answer(201, self.label(name))

    # ---- Words ----

    def _without_orders(self, text: str) -> str:
        """A line that is an order is carried out with the rights of the token, and taken away."""
        for order in re.findall(r"(?m)^\s*/(\w+)", text):
            if order in ("approve", "close", "merge", "label", "assign"):
                self.state.orders.append(order)
        return re.sub(r"(?m)^\s*/(approve|close|merge|label|assign)\b.*\n?", "", text)

    def _notes(self, asked: Asked) -> Answer:
        newest_first = asked.value("sort", "desc") == "desc"
        asked.value("order_by")
        found = [self.note(remark) for remark in self._pull(asked).comments]
        moved = self.note(Remark(1, "ghost", "added 1 commit", self.state.start, self.state.start))
        found.insert(0, moved | {"system": True})
        return self._listed(asked, found[::-1] if newest_first else found)

    def _note(self, asked: Asked) -> Answer:
        body = self._without_orders(asked.value("body"))
        return Answer(201, self.note(self.state.comment(asked.account.name, asked.number(), body)))

    def _edit_note(self, asked: Asked) -> Answer:
        id, body = int(asked.words["id"]), asked.value("body")
        return Answer(200, self.note(self.state.edit_comment(asked.account.name, id, body)))

    # ---- Status ----

    def _statuses(self, asked: Asked) -> Answer:
        found = self.state.latest_statuses(asked.words["commit"])
        return self._listed(asked, [self.status(status) for status in found])

    def _set_status(self, asked: Asked) -> Answer:
        commit, context = asked.words["commit"], asked.value("name", "default")
        state = asked.value("state")
        for said in self.state.latest_statuses(commit):
            if (said.context, said.state, state) == (context, "pending", "pending"):
                raise Refusal("invalid", "Cannot transition status via :enqueue from :pending")
        ours = {"failed": "failure"}.get(state, state)
        text, url = asked.value("description", ""), asked.value("target_url", "")
        if len(text) > 255:
            raise Refusal("invalid", "description is too long")
        self.state.set_status(asked.account.name, commit, context, ours, text, url)
        return Answer(201, self.status(self.state.statuses[commit][-1]))

    # ---- Issues ----

    def _issues(self, asked: Asked) -> Answer:
        wanted = asked.value("labels", "")
        found = [
            self.issue(ticket)
            for ticket in reversed(self.state.issues)
            if wanted in ("", *ticket.labels)
        ]
        return self._listed(asked, found)

    def _open_issue(self, asked: Asked) -> Answer:
        labels = asked.value("labels", "").split(",")
        for name in labels:
            self.state.labels.setdefault(name, ("ededed", ""))
        title, body = asked.value("title"), self._without_orders(asked.value("description"))
        return Answer(
            201, self.issue(self.state.open_issue(asked.account.name, title, body, labels))
        )

    def _ticket(self, asked: Asked) -> Ticket:
        for ticket in self.state.issues:
            if ticket.number == asked.number():
                return ticket
        raise Refusal("missing", "404 Not Found")

    def _issue(self, asked: Asked) -> Answer:
        return Answer(200, self.issue(self._ticket(asked)))

    def _edit_issue(self, asked: Asked) -> Answer:
        ticket, event = self._ticket(asked), asked.value("state_event")
        if (event == "close") != ticket.is_open and event:
            raise Refusal("invalid", f"state cannot transition via {event}")
        is_open = {"close": False, "reopen": True}.get(event, ticket.is_open)
        title, body = asked.value("title"), self._without_orders(asked.value("description"))
        return Answer(200, self.issue(self.state.edit_issue(ticket.number, title, body, is_open)))

    # ---- Set-up ----

    def _protection(self, asked: Asked) -> Answer:
        rules = self.state.rules
        if not rules.protected:
            raise Refusal("missing", "404 Not Found")
        push = [{"access_level": 30 if rules.may_be_pushed else 0}]
        found = {"name": asked.words["branch"], "push_access_levels": push}
        return Answer(200, found | {"allow_force_push": rules.may_be_forced})

    # ---- What it answers with ----

    def project(self, asked: Asked) -> dict[str, Any]:
        name, rules = self.state.name, self.state.rules
        level = LEVELS[asked.account.role]
        return {
            "id": 1,
            "path_with_namespace": name,
            "visibility": self.state.visibility,
            "default_branch": self.state.main,
            "web_url": f"{self.url}/{name}",
            "http_url_to_repo": f"{self.url}/{name}.git",
            "permissions": {"project_access": {"access_level": level}, "group_access": None},
            "merge_method": "rebase_merge" if rules.must_be_up_to_date else "merge",
            "squash_option": "default_off" if "squash" in rules.merge_methods else "never",
            "only_allow_merge_if_pipeline_succeeds": bool(rules.required_statuses),
        }

    def user(self, name: str) -> dict[str, Any]:
        account = self.state.accounts.get(name)
        if account is None:
            return {"id": 0, "username": "ghost"}
        # So GitLab calls the account of a project's token.
        return {
            "id": account.id,
            "username": name if account.is_person else f"project_1_bot_{name}",
        }

    def label(self, name: str) -> dict[str, Any]:
        color, description = self.state.labels[name]
        return {"name": name, "color": f"#{color}", "description": description}

    def pull(self, pull: Pull) -> dict[str, Any]:
        return {
            "iid": pull.number,
            "state": STATES[pull.state],
            "title": pull.title,
            "description": pull.body,
            "author": self.user(pull.author),
            "labels": list(pull.labels),
            "reviewers": [self.user(name) for name in pull.reviewers],
            "source_branch": pull.head,
            "target_branch": pull.base,
            "source_project_id": 2 if pull.from_fork else 1,
            "target_project_id": 1,
            "sha": self.state.head_of(pull),
            "created_at": _ms(pull.created_at),
            "updated_at": _ms(pull.updated_at),
            "web_url": f"{self.url}/{self.state.name}/-/merge_requests/{pull.number}",
        }

    def note(self, remark: Remark) -> dict[str, Any]:
        return {
            "id": remark.id,
            "author": self.user(remark.by),
            "body": remark.body,
            "system": False,
            "created_at": _ms(remark.written_at),
            "updated_at": _ms(remark.updated_at),
        }

    def status(self, status: StatusSet) -> dict[str, Any]:
        return {
            "name": status.context,
            "status": "failed" if status.state in ("failure", "error") else status.state,
            "description": status.text,
            "author": self.user(status.by),
            "created_at": _ms(status.written_at),
        }

    def issue(self, ticket: Ticket) -> dict[str, Any]:
        return {
            "iid": ticket.number,
            "title": ticket.title,
            "description": ticket.body,
            "state": "opened" if ticket.is_open else "closed",
            "author": self.user(ticket.author),
            "labels": ticket.labels,
            "web_url": f"{self.url}/{self.state.name}/-/issues/{ticket.number}",
        }


def _ms(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
