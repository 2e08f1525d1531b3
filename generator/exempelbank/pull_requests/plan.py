"""A planned import, and what stands in branches and pull requests -> what to do with each branch.

Nothing here touches git or the forge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import count

from exempelbank.files.paths import MEDIA, NEWER
from exempelbank.forge.types import PullRequest, PullRequestState
from exempelbank.i18n import _
from exempelbank.intake.importing import PlannedExport
from exempelbank.intake.plan import ImportAction, ImportPlan, PlannedImport
from exempelbank.intake.write import submission_file
from exempelbank.pull_requests.branches import ResponseBranch
from exempelbank.pull_requests.shared import SharedProject
from exempelbank.rules.branch_names import batch_branch, branch_of

PullOf = Callable[[str], PullRequest | None]  # branch -> its newest pull request, open if one is


class BranchAct(StrEnum):
    CREATE = "create"
    ADD_COMMIT = "add-commit"  # to a branch that only import has touched
    COMMENT = "comment"  # people work in it: they are told


@dataclass(frozen=True, slots=True)
class PlannedBranch:
    act: BranchAct
    name: str
    parent: str  # the commit that it grows from
    ids: tuple[str, ...]  # of the contributions it is about
    files: Mapping[str, bytes] = field(default_factory=dict)  # path -> what is to stand there
    newer: Mapping[str, str] = field(default_factory=dict)  # id -> hash of the answers to tell of
    withdrawn: tuple[str, ...] = ()  # ids without consent any longer


@dataclass(frozen=True, slots=True)
class ProposalPlan:
    plan: ImportPlan  # as it is in branches
    branches: tuple[PlannedBranch, ...]


def plan_proposals(
    planned: PlannedExport,
    shared: SharedProject,
    pull_of: PullOf,
    now: datetime,
    batch: bool = False,
) -> ProposalPlan:
    """`batch`: all that is new comes in one branch, for a first load."""
    planner = _ProposalPlanner(planned, shared, pull_of, now)
    decided = [planner.plan_for(step) for step in planned.plan.planned]
    branches = [branch for _step, branch in decided if branch]
    if batch:
        branches = [*_joined_in_one(branches, shared, pull_of, planned.plan)]
    steps = tuple(step for step, _branch in decided)
    return ProposalPlan(replace(planned.plan, planned=steps), tuple(_by_name(branches)))


@dataclass(frozen=True)
class _ProposalPlanner:
    planned: PlannedExport
    shared: SharedProject
    pull_of: PullOf
    now: datetime

    def plan_for(self, step: PlannedImport) -> tuple[PlannedImport, PlannedBranch | None]:
        if step.urgent:
            return self._without_consent(step)
        if not (step.action.writes or step.newer):
            return step, None
        home = self.shared.branch_with(step.id) or self.shared.branch_with(step.revises)
        if home is None:
            return self._in_new_branch(step)
        pull = self.pull_of(home.name)
        if pull and pull.state is PullRequestState.CLOSED:
            return _left_alone(step, _closed(pull)), None
        if home.untouched and self.shared.branch_with(step.id):
            branch = PlannedBranch(
                BranchAct.ADD_COMMIT, home.name, home.tip, (step.id,), self._files(step)
            )
            return step, branch
        return self._told_of(step, home)

    def _without_consent(self, step: PlannedImport) -> tuple[PlannedImport, PlannedBranch | None]:
        """What stands on main is told of by the plan."""
        home = self.shared.branch_with(step.id)
        if home is None:
            return step, None
        says = _("It stands in the branch {branch}: run git switch {branch} first.")
        reasons = (*step.reasons, says.format(branch=home.name))
        branch = PlannedBranch(
            BranchAct.COMMENT, home.name, home.tip, (step.id,), withdrawn=(step.id,)
        )
        return replace(step, reasons=reasons), branch

    def _in_new_branch(self, step: PlannedImport) -> tuple[PlannedImport, PlannedBranch | None]:
        names = _names(branch_of(step.id))
        name = next(name for name in names if name not in self.shared.done)
        if self.shared.is_open(name):
            says = _("the branch {branch} no longer holds it, and is left alone")
            return _left_alone(step, says.format(branch=name)), None
        if pull := self.pull_of(name):
            if pull.state is PullRequestState.CLOSED:
                return _left_alone(step, _closed(pull)), None
            if step.action is ImportAction.NEW:
                says = _("pull request {n} was merged, and it has been taken away since")
                return _left_alone(step, says.format(n=pull.number)), None
        branch = PlannedBranch(
            BranchAct.CREATE, name, self.shared.main, (step.id,), self._files(step)
        )
        if step.newer:
            says = _("a person has begun to edit the file; a branch brings the newer answers")
            return replace(step, reasons=(says,)), branch
        return step, branch

    def _told_of(
        self, step: PlannedImport, home: ResponseBranch
    ) -> tuple[PlannedImport, PlannedBranch]:
        says = _("the answers have changed, and people work in the branch {branch}: see there")
        id = step.id if self.shared.branch_with(step.id) else step.revises
        branch = PlannedBranch(
            BranchAct.COMMENT,
            home.name,
            home.tip,
            (id,),
            newer={id: step.response.answers_hash},
        )
        return _left_alone(step, says.format(branch=home.name)), branch

    def _files(self, step: PlannedImport) -> dict[str, bytes]:
        path = f"{NEWER}/{step.id}.md" if step.newer else step.path
        files = {path: submission_file(step, self.planned.plan, self.now).encode()}
        picture = f"{MEDIA}/{step.id}.jpg"
        if picture in self.planned.images:
            files[picture] = self.planned.images[picture]
        return files


def _left_alone(step: PlannedImport, why: str) -> PlannedImport:
    return replace(step, action=ImportAction.KEPT, reasons=(why,), newer=False)


def _closed(pull: PullRequest) -> str:
    says = _("pull request {n} is closed, and is left alone: open it again to go on")
    return says.format(n=pull.number)


def _names(name: str) -> Iterator[str]:
    """EX-2026-7K2QX, and -2 once that branch is done with."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _joined_in_one(
    branches: Iterable[PlannedBranch], shared: SharedProject, pull_of: PullOf, plan: ImportPlan
) -> Iterator[PlannedBranch]:
    """The gate takes many responses at once if all are new on main."""
    digest = hashlib.sha256(f"{plan.dialect}:{plan.form}".encode()).hexdigest()[:8]
    name = next(
        free
        for free in (batch_branch(digest, number) for number in count(1))
        if free not in shared.done and not shared.is_open(free) and not pull_of(free)
    )
    new = {step.id for step in plan.planned if step.action is ImportAction.NEW}
    for branch in branches:
        joined = branch.act is BranchAct.CREATE and {*branch.ids} <= new
        yield replace(branch, name=name) if joined else branch


def _by_name(branches: Iterable[PlannedBranch]) -> Iterator[PlannedBranch]:
    """One for each branch and act, in order of appearance."""
    joined: dict[tuple[str, BranchAct], PlannedBranch] = {}
    for branch in branches:
        key = branch.name, branch.act
        if before := joined.get(key):
            branch = replace(
                before,
                ids=(*before.ids, *branch.ids),
                files={**before.files, **branch.files},
                newer={**before.newer, **branch.newer},
                withdrawn=(*before.withdrawn, *branch.withdrawn),
            )
        joined[key] = branch
    yield from joined.values()
