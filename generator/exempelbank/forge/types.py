"""What a forge holds, in one shape for GitHub, Forgejo, Gitea and GitLab.

A pull request is GitLab's merge request; its number is GitLab's iid. Accounts are named as people
log in; times have a time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Visibility(StrEnum):
    PRIVATE = "private"
    INTERNAL = "internal"  # open to all who log in
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Repository:
    name: str  # "owner/name"; on GitLab with every group: "group/part/name"
    visibility: Visibility
    default_branch: str
    url: str  # of its page
    clone_url: str  # over https, without any token
    may_push: bool  # the token's account may push branches


class PullRequestState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"  # and never merged
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class PullRequest:
    number: int
    head: str  # the branch, without refs/heads/
    head_commit: str  # the newest one; of a closed pull request, as it was closed
    from_fork: bool  # `head` is then a branch of another repository
    base: str
    title: str
    body: str
    state: PullRequestState
    author: str  # "" when the account is gone
    labels: tuple[str, ...]
    updated_at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Label:
    name: str
    color: str  # six hex digits
    description: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """In the conversation of a pull request. What is said of a line of a file is not among them."""

    id: int
    by: str  # "" when the account is gone
    by_person: bool  # not by an app, a bot or an account that is gone
    body: str
    written_at: datetime
    # Someone may have changed it since it was written, or it came by e-mail, which no login guards:
    # it is nobody's word.
    edited: bool


class ReviewVerdict(StrEnum):
    APPROVED = "approved"
    CHANGES_REQUESTED = "changes-requested"
    COMMENTED = "commented"
    DISMISSED = "dismissed"  # it was a verdict, and counts no more


@dataclass(frozen=True, slots=True)
class PullRequestReview:
    id: int  # its own, or on GitLab the account's
    by: str
    by_person: bool
    verdict: ReviewVerdict
    commit: str  # the head that was reviewed; "" when the forge can't tell
    body: str  # always "" on GitLab, where a review has no text
    written_at: datetime | None  # None when the forge can't tell
    edited: bool


@dataclass(frozen=True, slots=True)
class SignedCommit:
    commit: str
    by: str  # the account whose signature the forge has verified; "" when there is none


class StatusState(StrEnum):
    PENDING = "pending"
    SUCCESS = "success"
    FAILURE = "failure"  # judged, and no
    ERROR = "error"  # could not be judged


@dataclass(frozen=True, slots=True)
class Status:
    context: str
    state: StatusState
    text: str
    by: str  # "" when the forge can't tell
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Issue:
    number: int
    title: str
    body: str
    is_open: bool
    author: str
    url: str


@dataclass(frozen=True, slots=True)
class BranchRules:
    """How a branch is guarded. None: it can't be seen with this token."""

    protected: bool | None = None
    may_be_forced: bool | None = None  # by someone, also an administrator
    may_be_deleted: bool | None = None
    may_be_pushed: bool | None = None  # without a pull request
    required_statuses: tuple[str, ...] | None = None
    must_be_up_to_date: bool | None = None
    approvals_fall_at_push: bool | None = None
    least_approvals: int | None = None
    plan_lacks_rules: bool = False  # what is paid for holds no protected branches here


@dataclass(frozen=True, slots=True)
class RepositoryRules:
    """How the repository is set up. None: it can't be seen with this token."""

    merge_methods: tuple[str, ...] | None = None  # of "merge", "rebase", "squash"
    artifact_days: int | None = None
    workflows_may_write: bool | None = None  # where they say nothing else
    workflows_may_approve: bool | None = None
    starts_workflows: bool | None = None  # what the token's account opens is checked at once
