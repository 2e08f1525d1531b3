"""What has become of an export and its branches, for people and for programs. No answer stands in
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exempelbank.i18n import _
from exempelbank.intake.report import plan_json, plan_lines
from exempelbank.pull_requests.outcome import BranchOutcome, ProposalOutcome
from exempelbank.pull_requests.plan import BranchAct


def outcome_lines(
    outcome: ProposalOutcome, export: str, on_forge: bool, dry_run: bool
) -> list[str]:
    """`export`: its file, as the person named it. `on_forge`: there are pull requests."""
    return [*plan_lines(outcome.plan, export, False), *_branch_lines(outcome, on_forge, dry_run)]


def _branch_lines(outcome: ProposalOutcome, on_forge: bool, dry_run: bool) -> Iterator[str]:
    if outcome.branches:
        yield ""
    reasons: dict[str, None] = {}
    for branch in outcome.branches:
        yield f"{branch.name}: " + ", ".join(filter(None, (_did(branch), _pull(branch))))
        if branch.failed:
            yield "    " + _("not done, or not all of it")
            reasons[branch.failed] = None
    yield from reasons
    for account, why in outcome.not_asked.items():
        yield _("{account} could not be asked to review:").format(account=account)
        yield f"    {why}"
    if dry_run:
        yield _("Nothing has been written (--dry-run).")
    elif reasons:
        yield _(
            "Run the same again when that is put right: what is done is found, and nothing is made "
            "twice."
        )
    elif not on_forge:
        new = [branch for branch in outcome.branches if branch.act is BranchAct.CREATE]
        yield from _without_forge(new[:1])


def _did(branch: BranchOutcome) -> str:
    match branch.act:
        case BranchAct.CREATE:
            return _("new branch")
        case BranchAct.ADD_COMMIT:
            return _("one more commit")
        case BranchAct.COMMENT:
            return _("something that people must see to")
    return _("a branch that had no pull request")


def _pull(branch: BranchOutcome) -> str:
    if branch.pull is None:
        return ""
    return _("pull request {n}").format(n=branch.pull.number) + f" {branch.pull.url}"


def _without_forge(new: list[BranchOutcome]) -> Iterator[str]:
    """What to do with one of them, for instance."""
    for branch in new:
        yield _("Git does not tell who may read there: see to it that only you can.")
        yield _("Look at a branch, and merge it when two have approved it:")
        yield "    git fetch"
        yield f"    git switch {branch.name}"
        yield f"    exempelbank show {branch.ids[0]}"
        yield "    git switch main"
        yield f"    git merge --no-ff {branch.name}"
        yield "    git push"


def outcome_json(outcome: ProposalOutcome | None, problems: list[str]) -> dict[str, Any]:
    """As a plan's, and the branches."""
    branches = outcome.branches if outcome else ()
    return {
        **plan_json([outcome.plan] if outcome else [], problems),
        "branches": [
            {
                "branch": branch.name,
                "did": branch.act.value if branch.act else None,
                "ids": list(branch.ids),
                "pull_request": branch.pull.number if branch.pull else None,
                "url": branch.pull.url if branch.pull else None,
                "failed": branch.failed or None,
            }
            for branch in branches
        ],
        "not_asked": sorted(outcome.not_asked) if outcome else [],
    }
