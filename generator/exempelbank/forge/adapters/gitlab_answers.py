"""GitLab's answers -> our types."""

from __future__ import annotations

import re
from typing import Any

from exempelbank.forge.adapters.reading import login_of, moment_from
from exempelbank.forge.protocol import GATE
from exempelbank.forge.types import (
    BranchRules,
    Comment,
    Issue,
    PullRequest,
    PullRequestReview,
    PullRequestState,
    Repository,
    RepositoryRules,
    ReviewVerdict,
    Status,
    StatusState,
    Visibility,
)

# Accounts of tokens are called so by GitLab itself, and nobody may take such a name.
_BOT = re.compile(r"(project|group)_\d+_bot(_|\d|$)|service_account_")
_GONE = "ghost"  # in the place of an account that is deleted
_PULL_STATES = {
    "opened": PullRequestState.OPEN,
    "locked": PullRequestState.OPEN,  # while it is merged
    "closed": PullRequestState.CLOSED,
    "merged": PullRequestState.MERGED,
}
_STATUS_STATES = {
    "success": StatusState.SUCCESS,
    "failed": StatusState.FAILURE,
    "canceled": StatusState.ERROR,
    "skipped": StatusState.ERROR,
}
DEVELOPER = 30


def repository_from(answer: Any) -> Repository:
    access = [each["access_level"] for each in answer["permissions"].values() if each]
    return Repository(
        name=answer["path_with_namespace"],
        visibility=Visibility(answer["visibility"]),
        default_branch=answer["default_branch"],
        url=answer["web_url"],
        clone_url=answer["http_url_to_repo"],
        may_push=max(access, default=0) >= DEVELOPER,
    )


def repository_rules_from(answer: Any) -> RepositoryRules:
    methods = ["merge"] if answer["merge_method"] != "ff" else ["rebase"]
    if answer["squash_option"] != "never":
        methods.append("squash")
    return RepositoryRules(merge_methods=tuple(methods))


def pull_from(answer: Any) -> PullRequest:
    return PullRequest(
        number=answer["iid"],
        head=answer["source_branch"],
        head_commit=answer["sha"] or "",
        from_fork=answer["source_project_id"] != answer["target_project_id"],
        base=answer["target_branch"],
        title=answer["title"],
        body=answer["description"] or "",
        state=_PULL_STATES[answer["state"]],
        author=_username(answer["author"]),
        labels=tuple(answer["labels"]),
        updated_at=moment_from(answer["updated_at"]),
        url=answer["web_url"],
    )


def _username(user: Any) -> str:
    name = login_of(user, "username")
    return "" if name == _GONE else name


def _is_person(name: str) -> bool:
    return bool(name) and not _BOT.match(name)


def comment_from(answer: Any) -> Comment | None:
    """None: GitLab itself tells of something that was done."""
    if answer["system"]:
        return None
    by, written = _username(answer["author"]), moment_from(answer["created_at"])
    edited = moment_from(answer["updated_at"]) != written
    return Comment(answer["id"], by, _is_person(by), answer["body"], written, edited)


def reviews_from(
    approvals: dict[str, Any], reviewers: list[dict[str, Any]], versions: list[dict[str, Any]]
) -> list[PullRequestReview]:
    """GitLab tells when someone approved, but not what: it was the newest version of that moment.
    Where it does not tell when, as older ones, nobody knows what was approved.
    """
    pushed = sorted((moment_from(each["created_at"]), each["head_commit_sha"]) for each in versions)
    reviews = []
    for approval in approvals["approved_by"]:
        at = moment_from(approval["approved_at"]) if approval.get("approved_at") else None
        seen = [commit for moment, commit in pushed if at and moment <= at]
        user, commit = approval["user"], seen[-1] if seen else ""
        by = _username(user)
        verdict = ReviewVerdict.APPROVED
        reviews.append(
            PullRequestReview(user["id"], by, _is_person(by), verdict, commit, "", at, edited=False)
        )
    for reviewer in reviewers:
        if reviewer["state"] == "requested_changes":
            user, verdict = reviewer["user"], ReviewVerdict.CHANGES_REQUESTED
            by = _username(user)
            reviews.append(
                PullRequestReview(user["id"], by, _is_person(by), verdict, "", "", None, False)
            )
    return reviews


def status_from(answer: Any) -> Status:
    return Status(
        context=answer["name"],
        state=_STATUS_STATES.get(answer["status"], StatusState.PENDING),
        text=answer["description"] or "",
        by=_username(answer["author"]),
        written_at=moment_from(answer["created_at"]),
    )


def issue_from(answer: Any) -> Issue:
    return Issue(
        number=answer["iid"],
        title=answer["title"],
        body=answer["description"] or "",
        is_open=answer["state"] == "opened",
        author=_username(answer["author"]),
        url=answer["web_url"],
    )


def branch_rules_from(
    project: dict[str, Any], protection: dict[str, Any], approvals: dict[str, Any]
) -> BranchRules:
    """The gate is part of the pipeline there, so who requires that requires the gate."""
    push = protection.get("push_access_levels")
    required = (GATE,) if project["only_allow_merge_if_pipeline_succeeds"] else ()
    return BranchRules(
        protected=True,
        may_be_forced=protection.get("allow_force_push"),
        may_be_deleted=None,
        may_be_pushed=None if push is None else any(each["access_level"] for each in push),
        required_statuses=required,
        must_be_up_to_date=project["merge_method"] in ("rebase_merge", "ff"),
        approvals_fall_at_push=approvals.get("reset_approvals_on_push"),
        least_approvals=approvals.get("approvals_before_merge"),
    )
