"""GitHub's answers -> our types."""

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
    ReviewVerdict,
    SignedCommit,
    Status,
    StatusState,
    Visibility,
)


def repository_from(answer: Any) -> Repository:
    return Repository(
        name=answer["full_name"],
        visibility=Visibility(
            answer.get("visibility") or ("private" if answer["private"] else "public")
        ),
        default_branch=answer["default_branch"],
        url=answer["html_url"],
        clone_url=answer["clone_url"],
        may_push=bool((answer.get("permissions") or {}).get("push", True)),
    )


def pull_from(answer: Any) -> PullRequest:
    head, base = answer["head"], answer["base"]
    state = PullRequestState.MERGED if answer["merged_at"] else PullRequestState(answer["state"])
    return PullRequest(
        number=answer["number"],
        head=head["ref"],
        head_commit=head["sha"],
        from_fork=not head["repo"] or head["repo"]["full_name"] != base["repo"]["full_name"],
        base=base["ref"],
        title=answer["title"],
        body=answer.get("body") or "",
        state=state,
        author=login_of(answer["user"]),
        labels=tuple(label["name"] for label in answer["labels"]),
        updated_at=moment_from(answer["updated_at"]),
        url=answer["html_url"],
    )


def comment_from_rest(answer: Any) -> Comment:
    user, written = answer["user"], moment_from(answer["created_at"])
    person = bool(user) and user["type"] == "User"
    edited = moment_from(answer["updated_at"]) != written
    return Comment(answer["id"], login_of(user), person, answer.get("body") or "", written, edited)


def _author(node: Any) -> tuple[str, bool]:
    """Its login as REST writes it, and whether it is a person's."""
    author = node["author"]
    if not author:
        return "", False
    login = str(author["login"])
    if author["__typename"] == "Bot" and not login.endswith("[bot]"):
        login += "[bot]"
    return login, author["__typename"] == "User"


def _is_changed(node: Any) -> bool:
    return bool(node["lastEditedAt"] or node["createdViaEmail"])


def comment_from_graphql(node: Any) -> Comment:
    by, person = _author(node)
    written, changed = moment_from(node["createdAt"]), _is_changed(node)
    return Comment(node["databaseId"], by, person, node["body"], written, changed)


def review_from(node: Any) -> PullRequestReview | None:
    """None: it is not sent yet."""
    if node["state"] == "PENDING":
        return None
    by, person = _author(node)
    return PullRequestReview(
        id=node["databaseId"],
        by=by,
        by_person=person,
        verdict=ReviewVerdict(node["state"].lower().replace("_", "-")),
        commit=node["commit"]["oid"] if node["commit"] else "",
        body=node["body"],
        written_at=moment_from(node["submittedAt"]) if node["submittedAt"] else None,
        edited=_is_changed(node),
    )


def signed_from(answer: Any) -> SignedCommit:
    """Whose signature it is: its committer may call anyone its author. GitHub signs what is edited
    in the browser (as web-flow), and then knows the author. But a merge by its button shows
    nobody who has read anything.
    """
    verification, by = answer["commit"].get("verification"), None
    if verification and verification["verified"] and verification["reason"] == "valid":
        by = answer["committer"]
        if by and by["login"] == "web-flow":
            by = answer["author"] if len(answer["parents"]) < 2 else None
    person = by and by.get("type", "User") == "User"
    return SignedCommit(answer["sha"], login_of(by) if person else "")


def status_from(answer: Any) -> Status:
    return Status(
        context=answer["context"],
        state=StatusState(answer["state"]),
        text=answer["description"] or "",
        by=login_of(answer["creator"]),
        written_at=moment_from(answer["created_at"]),
    )


def issue_from(answer: Any) -> Issue | None:
    """None: it is a pull request."""
    return None if "pull_request" in answer else new_issue_from(answer)


def new_issue_from(answer: Any) -> Issue:
    return Issue(
        number=answer["number"],
        title=answer["title"],
        body=answer.get("body") or "",
        is_open=answer["state"] == "open",
        author=login_of(answer["user"]),
        url=answer["html_url"],
    )


def branch_rules_from(rules: list[Any]) -> BranchRules:
    """Of rulesets, which everyone may see, but not who may pass them by."""
    kinds = {rule["type"] for rule in rules}
    pulls = [rule["parameters"] for rule in rules if rule["type"] == "pull_request"]
    checks = [rule["parameters"] for rule in rules if rule["type"] == "required_status_checks"]
    statuses = [status["context"] for each in checks for status in each["required_status_checks"]]
    return BranchRules(
        protected=bool(rules),
        may_be_forced="non_fast_forward" not in kinds,
        may_be_deleted="deletion" not in kinds,
        may_be_pushed="pull_request" not in kinds,
        required_statuses=tuple(dict.fromkeys(statuses)),
        must_be_up_to_date=any(each["strict_required_status_checks_policy"] for each in checks),
        approvals_fall_at_push=any(each["dismiss_stale_reviews_on_push"] for each in pulls),
        least_approvals=max((each["required_approving_review_count"] for each in pulls), default=0),
    )


def classic_rules_from(answer: dict[str, Any]) -> BranchRules:
    """Of the older "branch protection"; empty when only an owner may see it."""
    if not answer:
        return BranchRules(protected=True)
    pulls, checks = (
        answer.get("required_pull_request_reviews"),
        answer.get("required_status_checks"),
    )
    holds_for_all = bool((answer.get("enforce_admins") or {}).get("enabled"))
    return BranchRules(
        protected=True,
        may_be_forced=bool((answer.get("allow_force_pushes") or {}).get("enabled")),
        may_be_deleted=bool((answer.get("allow_deletions") or {}).get("enabled")),
        may_be_pushed=pulls is None or not holds_for_all,
        required_statuses=tuple((checks or {}).get("contexts", ())),
        must_be_up_to_date=bool((checks or {}).get("strict")),
        approvals_fall_at_push=bool((pulls or {}).get("dismiss_stale_reviews")),
        least_approvals=int((pulls or {}).get("required_approving_review_count", 0)),
    )
