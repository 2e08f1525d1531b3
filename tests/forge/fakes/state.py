"""What a forge holds and what it refuses, whichever it is: the fakes and MemoryForge share it.

Beside a bare repository the branches are those of the repository, also when someone pushes to it;
without one they are the commits that `push` has named.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

BOT = "exempel-bot"  # the tool's own account
ANNA, BO, STRANGER = "anna-e", "bo-l", "frank-s"


class Refusal(Exception):
    """`kind`: missing, denied, exists, invalid, unmergeable or moved."""

    def __init__(self, kind: str, says: str) -> None:
        super().__init__(f"{kind}: {says}")
        self.kind, self.says = kind, says


@dataclass
class Account:
    name: str
    id: int
    token: str
    is_person: bool = True
    role: str = "write"  # "read", "write", "admin"; "" may not see the repository


@dataclass
class Remark:
    """A comment or a review; `verdict` only of reviews."""

    id: int
    by: str
    body: str
    written_at: datetime
    updated_at: datetime
    verdict: str = ""
    commit: str = ""
    by_email: bool = False


@dataclass
class Pull:
    number: int
    head: str
    base: str
    title: str
    body: str
    author: str
    created_at: datetime
    updated_at: datetime
    state: str = "open"
    from_fork: bool = False
    last_head: str = ""  # the head, once it is closed
    merge_commit: str = ""
    labels: list[str] = field(default_factory=list)
    reviewers: list[str] = field(default_factory=list)
    comments: list[Remark] = field(default_factory=list)
    reviews: list[Remark] = field(default_factory=list)


@dataclass
class Ticket:
    """An issue."""

    number: int
    title: str
    body: str
    author: str
    labels: list[str]
    created_at: datetime
    updated_at: datetime
    is_open: bool = True


@dataclass
class StatusSet:
    context: str
    state: str
    text: str
    url: str
    by: str
    written_at: datetime


@dataclass
class Rules:
    """How the repository is set up, as the guide wants it unless a test says otherwise."""

    protected: bool = True
    may_be_forced: bool = False
    may_be_deleted: bool = False
    may_be_pushed: bool = False
    required_statuses: tuple[str, ...] = ("exempelbank/gate",)
    must_be_up_to_date: bool = True
    approvals_fall_at_push: bool = False
    least_approvals: int = 0
    plan_lacks_rules: bool = False
    classic: bool = False  # GitHub's older "branch protection", and no ruleset
    merge_methods: tuple[str, ...] = ("merge",)
    artifact_days: int = 14
    workflows_may_write: bool = False
    workflows_may_approve: bool = False


@dataclass
class ForgeState:
    repository: Path | None = None  # a bare one
    name: str = "forum-carpe/bank"
    visibility: str = "private"
    main: str = "main"
    rules: Rules = field(default_factory=Rules)
    accounts: dict[str, Account] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)  # without a repository
    pulls: list[Pull] = field(default_factory=list)
    issues: list[Ticket] = field(default_factory=list)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)  # name: color, description
    statuses: dict[str, list[StatusSet]] = field(default_factory=dict)  # by commit
    signers: dict[str, str] = field(default_factory=dict)  # commit: account
    pushes: list[tuple[str, str, datetime]] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)  # that GitLab has read in a text, and obeyed
    start: datetime = datetime(2026, 12, 1, 8, tzinfo=UTC)
    _last_id: int = 100

    def __post_init__(self) -> None:
        self._moment = self.start
        for name, role in ((BOT, "write"), (ANNA, "write"), (BO, "read"), (STRANGER, "")):
            self.add_account(name, role, is_person=name != BOT)

    def add_account(self, name: str, role: str = "write", is_person: bool = True) -> Account:
        """Its token is "t_" and its name."""
        account = Account(name, len(self.accounts) + 1, f"t_{name}", is_person, role)
        self.accounts[name] = account
        return account

    def now(self) -> datetime:
        """A second later each time."""
        self._moment += timedelta(seconds=1)
        return self._moment

    def new_id(self) -> int:
        self._last_id += 1
        return self._last_id

    # ---- Branches ----

    def heads(self) -> dict[str, str]:
        """Branch -> its newest commit."""
        if self.repository is None:
            return dict(self.branches)
        listed = self.git(
            "for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/heads"
        )
        return {name: commit for commit, name in (line.split(" ", 1) for line in listed)}

    def push(self, branch: str, commit: str) -> None:
        assert self.repository is None, "push to the repository itself"
        self.branches[branch] = commit
        self.note_pushes()

    def note_pushes(self) -> None:
        """Keeps when each head came, for those who tell by time what someone has seen."""
        for branch, commit in self.heads().items():
            if not any(push[:2] == (branch, commit) for push in self.pushes):
                self.pushes.append((branch, commit, self.now()))

    def git(self, *arguments: str) -> list[str]:
        done = subprocess.run(
            ["git", "-C", str(self.repository), *arguments],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.splitlines()

    def commits_of(self, pull: Pull) -> list[str]:
        """The oldest first."""
        if self.repository is None:
            return [self.head_of(pull)]
        return self.git("rev-list", "--reverse", f"{self.heads()[pull.base]}..{self.head_of(pull)}")

    def sign(self, commit: str, account: str) -> None:
        """The forge has verified that this account signed it."""
        self.signers[commit] = account

    # ---- Pull requests ----

    def pull(self, number: int) -> Pull:
        for pull in self.pulls:
            if pull.number == number:
                return pull
        raise Refusal("missing", "no such pull request")

    def head_of(self, pull: Pull) -> str:
        return pull.last_head or self.heads().get(pull.head, "")

    def open_pull(
        self, by: str, head: str, base: str, title: str, body: str, from_fork: bool = False
    ) -> Pull:
        if self.accounts[by].role == "":
            raise Refusal("denied", "no right to the repository")
        heads = self.heads()
        if base not in heads:
            raise Refusal("invalid", "base")
        if head not in heads:
            raise Refusal("invalid", "head")
        if not title:
            raise Refusal("invalid", "title")
        for pull in self.pulls:
            same = (pull.head, pull.base, pull.from_fork) == (head, base, from_fork)
            if same and pull.state == "open":
                raise Refusal("exists", f"{pull.number}")
        at = self.now()
        pull = Pull(self._next_number(), head, base, title, body, by, at, at, from_fork=from_fork)
        if heads[head] == heads[base] or not self.commits_of(pull):
            raise Refusal("invalid", "no commits")
        self.pulls.append(pull)
        return pull

    def _next_number(self) -> int:
        return len(self.pulls) + len(self.issues) + 1

    def edit_pull(self, number: int, title: str | None, body: str | None) -> Pull:
        pull = self.pull(number)
        pull.title = pull.title if title is None else title
        pull.body = pull.body if body is None else body
        pull.updated_at = self.now()
        return pull

    def close_pull(self, number: int) -> Pull:
        pull = self.pull(number)
        if pull.state == "open":
            pull.last_head = self.head_of(pull)
            pull.state, pull.updated_at = "closed", self.now()
        return pull

    def label_pull(self, number: int, names: list[str]) -> Pull:
        if unknown := [name for name in names if name not in self.labels]:
            raise Refusal("invalid", f"label {unknown[0]}")
        pull = self.pull(number)
        pull.labels, pull.updated_at = list(names), self.now()
        return pull

    def add_label(self, name: str, color: str, description: str) -> None:
        if name.casefold() in (each.casefold() for each in self.labels):
            raise Refusal("exists", name)
        self.labels[name] = (color, description)

    def ask_reviewers(self, number: int, names: list[str]) -> None:
        pull = self.pull(number)
        for name in names:
            if name not in self.accounts or not self.accounts[name].role:
                raise Refusal("invalid", f"reviewer {name}")
            if name == pull.author:
                raise Refusal("invalid", "author")
        pull.reviewers += [name for name in names if name not in pull.reviewers]

    # ---- Words ----

    def comment(self, by: str, number: int, body: str) -> Remark:
        if self.accounts[by].role == "":
            raise Refusal("denied", "no right to the repository")
        at = self.now()
        remark = Remark(self.new_id(), by, body, at, at)
        pull = self.pull(number)
        pull.comments.append(remark)
        pull.updated_at = at
        return remark

    def comment_with(self, id: int) -> Remark:
        for pull in self.pulls:
            for remark in pull.comments:
                if remark.id == id:
                    return remark
        raise Refusal("missing", "no such comment")

    def edit_comment(self, by: str, id: int, body: str) -> Remark:
        """Also one of others: who may write in the repository may change their words."""
        remark = self.comment_with(id)
        if by != remark.by and self.accounts[by].role not in ("write", "admin"):
            raise Refusal("denied", "someone else's comment")
        remark.body, remark.updated_at = body, self.now()
        return remark

    def review(self, by: str, number: int, verdict: str, body: str = "") -> Remark:
        """`verdict`: approved, changes-requested or commented; pending is not sent yet."""
        pull = self.pull(number)
        if by == pull.author and verdict in ("approved", "changes-requested"):
            raise Refusal("invalid", "own pull request")
        if pull.state != "open" and verdict in ("approved", "changes-requested"):
            raise Refusal("invalid", "closed")
        at = self.now()
        remark = Remark(self.new_id(), by, body, at, at, verdict, self.head_of(pull))
        pull.reviews.append(remark)
        pull.updated_at = at
        return remark

    def edit_review(self, number: int, id: int, body: str) -> None:
        for remark in self.pull(number).reviews:
            if remark.id == id:
                remark.body, remark.updated_at = body, self.now()

    def dismiss(self, number: int, id: int) -> None:
        for remark in self.pull(number).reviews:
            if remark.id == id:
                remark.verdict = "dismissed"

    # ---- Status and merge ----

    def set_status(
        self, by: str, commit: str, context: str, state: str, text: str, url: str
    ) -> None:
        if self.accounts[by].role not in ("write", "admin"):
            raise Refusal("denied", "no right to set it")
        if self.repository is None:
            known = commit in self.branches.values()
        else:
            known = (
                bool(commit)
                and not subprocess.run(
                    ["git", "-C", str(self.repository), "cat-file", "-e", f"{commit}^{{commit}}"],
                    capture_output=True,
                    check=False,
                ).returncode
            )
        if not known:
            raise Refusal("invalid", "no such commit")
        remark = StatusSet(context, state, text, url, by, self.now())
        self.statuses.setdefault(commit, []).append(remark)

    def latest_statuses(self, commit: str) -> list[StatusSet]:
        latest = {status.context: status for status in self.statuses.get(commit, [])}
        return list(latest.values())

    def merge(self, by: str, number: int, expected_head: str, method: str) -> Pull:
        pull = self.pull(number)
        head = self.head_of(pull)
        if self.accounts[by].role not in ("write", "admin"):
            raise Refusal("denied", "no right to merge")
        if pull.state != "open":
            raise Refusal("unmergeable", "not open")
        if method not in self.rules.merge_methods:
            raise Refusal("unmergeable", "method")
        if expected_head and expected_head != head:
            raise Refusal("moved", "head")
        approvals = {remark.by for remark in pull.reviews if remark.verdict == "approved"}
        if len(approvals) < self.rules.least_approvals:
            raise Refusal("unmergeable", "approvals")
        green = {
            status.context for status in self.latest_statuses(head) if status.state == "success"
        }
        if not set(self.rules.required_statuses) <= green:
            raise Refusal("unmergeable", "status")
        pull.merge_commit = self._merge_in_git(pull, head)
        pull.last_head, pull.state, pull.updated_at = head, "merged", self.now()
        return pull

    def _merge_in_git(self, pull: Pull, head: str) -> str:
        if self.repository is None:
            self.branches[pull.base] = f"{len(self.pulls):039d}f"
            return self.branches[pull.base]
        base = self.heads()[pull.base]
        try:
            tree = self.git("merge-tree", "--write-tree", base, head)[0]
        except subprocess.CalledProcessError as why:
            raise Refusal("unmergeable", "conflict") from why
        who = ("-c", "user.name=forge", "-c", "user.email=forge@forge.example")
        words = ("-p", base, "-p", head, "-m", f"Merge pull request {pull.number}")
        (commit,) = self.git(*who, "commit-tree", tree, *words)
        self.git("update-ref", f"refs/heads/{pull.base}", commit, base)
        return commit

    # ---- Issues ----

    def open_issue(self, by: str, title: str, body: str, labels: list[str]) -> Ticket:
        if unknown := [name for name in labels if name not in self.labels]:
            raise Refusal("invalid", f"label {unknown[0]}")
        at = self.now()
        ticket = Ticket(self._next_number(), title, body, by, labels, at, at)
        self.issues.append(ticket)
        return ticket

    def edit_issue(self, number: int, title: str, body: str, is_open: bool) -> Ticket:
        for ticket in self.issues:
            if ticket.number == number:
                ticket.title, ticket.body, ticket.is_open = title, body, is_open
                ticket.updated_at = self.now()
                return ticket
        raise Refusal("missing", "no such issue")
