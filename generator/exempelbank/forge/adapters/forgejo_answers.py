"""Forgejo's and Gitea's answers -> our types."""

from __future__ import annotations

from typing import Any

from exempelbank.forge.adapters.reading import login_of, moment_from
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
    SignedCommit,
    Status,
    StatusState,
    Visibility,
)

_VERDICTS = {
    "APPROVED": ReviewVerdict.APPROVED,
    "REQUEST_CHANGES": ReviewVerdict.CHANGES_REQUESTED,
    "COMMENT": ReviewVerdict.COMMENTED,
}


def repository_from(answer: Any) -> Repository:
    visibility = Visibility.PRIVATE if answer["private"] else Visibility.PUBLIC
    if not answer["private"] and answer["internal"]:  # its owner is shown to who logs in
        visibility = Visibility.INTERNAL
    return Repository(
        name=answer["full_name"],
        visibility=visibility,
        default_branch=answer["default_branch"],
        url=answer["html_url"],
        clone_url=answer["clone_url"],
        may_push=bool(answer["permissions"]["push"]),
    )


def repository_rules_from(answer: Any) -> RepositoryRules:
    keys = (
        ("merge", "allow_merge_commits"),
        ("rebase", "allow_rebase"),
        ("rebase", "allow_rebase_explicit"),
        ("squash", "allow_squash_merge"),
    )
    methods = [name for name, key in keys if answer.get(key)]
    return RepositoryRules(merge_methods=tuple(dict.fromkeys(methods)))


def pull_from(answer: Any) -> PullRequest:
    head, base = answer["head"], answer["base"]
    state = PullRequestState.MERGED if answer["merged"] else PullRequestState(answer["state"])
    return PullRequest(
        number=answer["number"],
        head=head["label"] or head["ref"],  # when the branch is gone, ref is pull/1/head
        head_commit=head["sha"],
        from_fork=head["repo_id"] != base["repo_id"],
        base=base["ref"],
        title=answer["title"],
        body=answer["body"] or "",
        state=state,
        author=_login(answer["user"]),
        labels=tuple(label["name"] for label in answer["labels"] or ()),
        updated_at=moment_from(answer["updated_at"]),
        url=answer["html_url"],
    )


def _login(user: Any) -> str:
    """ "" when the account is gone: then its id is below zero, as is that of the workflows' own."""
    return "" if user and user["id"] == -1 else login_of(user)


def _is_person(user: Any) -> bool:
    return bool(user) and user["id"] > 0


def comment_from(answer: Any) -> Comment:
    user, written = answer["user"], moment_from(answer["created_at"])
    return Comment(
        id=answer["id"],
        by=_login(user),
        by_person=_is_person(user),
        body=answer["body"],
        written_at=written,
        edited=moment_from(answer["updated_at"]) != written,
    )


def review_from(answer: Any) -> PullRequestReview | None:
    """None: it is not sent yet, or a review that someone has only asked for."""
    verdict = _VERDICTS.get(answer["state"])
    if verdict is None or not answer["user"]:  # of a team
        return None
    written = moment_from(answer["submitted_at"])
    return PullRequestReview(
        id=answer["id"],
        by=_login(answer["user"]),
        by_person=_is_person(answer["user"]),
        verdict=ReviewVerdict.DISMISSED if answer["dismissed"] else verdict,
        commit=answer["commit_id"] or "",
        body=answer["body"] or "",
        written_at=written,
        edited=moment_from(answer["updated_at"]) != written,
    )


def signed_from(answer: Any) -> SignedCommit:
    """Whose key signed it, not who is said to have written it. The forge's own key names nobody."""
    verification = answer["commit"]["verification"]
    signer = verification["signer"] if verification and verification["verified"] else None
    return SignedCommit(answer["sha"], signer["name"] if signer else "")


def status_from(answer: Any) -> Status:
    state = answer["status"]
    return Status(
        context=answer["context"],
        state=StatusState.FAILURE if state == "warning" else StatusState(state),
        text=answer["description"],
        by=_login(answer["creator"]),
        written_at=moment_from(answer["created_at"]),
    )


def issue_from(answer: Any) -> Issue:
    return Issue(
        number=answer["number"],
        title=answer["title"],
        body=answer["body"] or "",
        is_open=answer["state"] == "open",
        author=_login(answer["user"]),
        url=answer["html_url"],
    )


def branch_rules_from(shown: dict[str, Any], whole: dict[str, Any]) -> BranchRules:
    """`shown`: what everyone sees of the branch; `whole`: the rule, or nothing."""
    checks = shown["status_check_contexts"] or () if shown["enable_status_check"] else ()
    return BranchRules(
        protected=True,
        may_be_forced=False,  # no protected branch may be, or be deleted
        may_be_deleted=False,
        may_be_pushed=whole["enable_push"] if whole else None,
        required_statuses=tuple(checks),
        must_be_up_to_date=whole.get("block_on_outdated_branch"),
        approvals_fall_at_push=whole.get("dismiss_stale_approvals"),
        least_approvals=shown["required_approvals"],
    )
