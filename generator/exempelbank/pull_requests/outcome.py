"""What has become of an export and its branches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exempelbank.forge.types import PullRequest
from exempelbank.intake.plan import ImportPlan
from exempelbank.pull_requests.plan import BranchAct


@dataclass(frozen=True, slots=True)
class BranchOutcome:
    """Of a branch that something has been done with, or should have been; in a dry run: will be."""

    name: str
    act: BranchAct | None  # None: only its pull request was missing
    ids: tuple[str, ...] = ()
    pull: PullRequest | None = None
    failed: str = ""  # why it is not done, or not all of it


@dataclass(frozen=True, slots=True)
class ProposalOutcome:
    plan: ImportPlan
    branches: tuple[BranchOutcome, ...]
    not_asked: Mapping[str, str]  # a reviewer's account -> why it could not be asked

    @property
    def is_whole(self) -> bool:
        return not any(branch.failed for branch in self.branches)
