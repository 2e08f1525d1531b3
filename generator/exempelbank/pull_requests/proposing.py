"""The walk: an export -> what is known where the project is shared -> branches -> pull requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from exempelbank.exceptions import GitError
from exempelbank.forge.types import PullRequest, PullRequestState
from exempelbank.git.trees import Trees
from exempelbank.git.writing import NewCommit, Signature, write_commits
from exempelbank.intake.importing import PlannedExport
from exempelbank.intake.known_records import KnownRecords
from exempelbank.intake.plan import ImportPlan
from exempelbank.problems import Problems
from exempelbank.pull_requests.branches import ALL_BRANCHES, ResponseBranch, open_branches
from exempelbank.pull_requests.outcome import BranchOutcome, ProposalOutcome
from exempelbank.pull_requests.place import Place, check_folder
from exempelbank.pull_requests.plan import PlannedBranch, ProposalPlan, plan_proposals
from exempelbank.pull_requests.pulls import PullRequests
from exempelbank.pull_requests.shared import SharedProject, shared_project
from exempelbank.pull_requests.texts import commit_message
from exempelbank.pull_requests.upkeep import upkeep_from
from exempelbank.settings import Settings

ROUNDS = 3  # how often it is looked anew when someone else was faster

# What is known, and whether a file stands there -> what the export comes to; None when refused.
PlanExport = Callable[[KnownRecords, Callable[[str], bool], Problems], PlannedExport | None]
Heads = Mapping[str, str]  # branch -> its newest commit, at the shared repository


@dataclass(frozen=True, slots=True)
class Proposing:
    """What an import into branches is done with. `form`: the name of the mapping, if any."""

    place: Place
    settings: Settings
    plan_export: PlanExport
    form: str
    now: datetime
    batch: bool = False


def propose(
    proposing: Proposing, problems: Problems, dry_run: bool = False
) -> ProposalOutcome | None:
    """None, and problems, when the export is refused: then nothing has been done. Raises ForgeError
    or GitError when it can't even be begun.
    """
    place = proposing.place
    pulls = PullRequests(place.forge, place.main) if place.forge else None
    walk = _Walk(proposing, pulls, Trees(place.git))
    heads = place.remote.fetch(place.main, ALL_BRANCHES)
    check_folder(place, heads[place.main], problems)
    return walk.rehearsed(heads, problems) if dry_run else walk.carried_out(heads, problems)


@dataclass(frozen=True, slots=True)
class _Pushed:
    """`heads`: what stands there now. Without an answer nobody knows what has been taken: the next
    run will.
    """

    heads: Heads
    refused: Mapping[str, str] = field(default_factory=dict)  # branch -> why
    answered: bool = True


@dataclass(frozen=True)
class _Walk:
    proposing: Proposing
    pulls: PullRequests | None
    trees: Trees

    def rehearsed(self, heads: Heads, problems: Problems) -> ProposalOutcome | None:
        shared = self._shared(heads, problems)
        proposal = self._proposal(shared, problems)
        if proposal is None:
            return None
        outcomes = [BranchOutcome(each.name, each.act, each.ids) for each in proposal.branches]
        planned = {each.name for each in proposal.branches}
        if self.pulls:
            outcomes += [
                BranchOutcome(branch.name, None)
                for branch in shared.branches
                if branch.name not in planned and not self.pulls.of(branch.name)
            ]
        return ProposalOutcome(proposal.plan, tuple(outcomes), {})

    def carried_out(self, heads: Heads, problems: Problems) -> ProposalOutcome | None:
        """Where someone else was faster it is looked anew, with what they have made known."""
        plan: ImportPlan | None = None
        done: dict[str, PlannedBranch] = {}
        failed: list[BranchOutcome] = []
        for left in reversed(range(ROUNDS)):
            found = Problems()
            proposal = self._proposal(self._shared(heads, found), found)
            if proposal is None:
                problems.found += found.found
                break
            plan = _with_steps_done(proposal.plan, plan, done.values())
            pushed = self._push(proposal.branches, heads)
            heads, refused = pushed.heads, pushed.refused
            failed = [
                BranchOutcome(each.name, each.act, each.ids, failed=refused[each.name])
                for each in proposal.branches
                if each.name in refused
            ]
            done |= {each.name: each for each in proposal.branches if each.name not in refused}
            if not (failed and pushed.answered and left):
                problems.found += found.found
                break
        if plan is None:
            return None
        outcomes, not_asked = self._followed_up(heads, done)
        return ProposalOutcome(plan, (*outcomes, *failed), not_asked)

    # ---- What stands there ----

    def _shared(self, heads: Heads, problems: Problems) -> SharedProject:
        main = heads[self.proposing.place.main]
        branches, done = open_branches(heads, main, self.trees)
        merged = {branch.name for branch in branches if self._is_merged(branch)}
        still_open = tuple(branch for branch in branches if branch.name not in merged)
        return shared_project(main, still_open, done | merged, self.trees, problems)

    def _is_merged(self, branch: ResponseBranch) -> bool:
        """Also as one commit of its own, which git can't see."""
        pull = self._pull_of(branch.name)
        return bool(
            pull and pull.state is PullRequestState.MERGED and pull.head_commit == branch.tip
        )

    def _pull_of(self, branch: str) -> PullRequest | None:
        return self.pulls.of(branch) if self.pulls else None

    def _proposal(self, shared: SharedProject, problems: Problems) -> ProposalPlan | None:
        if problems.errors:
            return None
        planned = self.proposing.plan_export(shared.known, shared.has_file, problems)
        if planned is None:
            return None
        now, batch = self.proposing.now, self.proposing.batch
        return plan_proposals(planned, shared, self._pull_of, now, batch)

    # ---- What is done ----

    def _push(self, branches: Sequence[PlannedBranch], heads: Heads) -> _Pushed:
        growing = [branch for branch in branches if branch.files]
        if not growing:
            return _Pushed(heads)
        place = self.proposing.place
        try:
            commits = write_commits(
                place.git,
                [NewCommit((each.parent,), each.files, commit_message(each)) for each in growing],
                self._signature,
            )
            names = (branch.name for branch in growing)
            refused = place.remote.push(dict(zip(names, commits, strict=True)))
            return _Pushed(place.remote.fetch(place.main, ALL_BRANCHES), refused)
        except GitError as why:
            return _Pushed(heads, {branch.name: why.says for branch in growing}, answered=False)

    @property
    def _signature(self) -> Signature:
        organisation = self.proposing.settings.organisation
        return Signature("exempelbank", organisation.signs_with, self.proposing.now)

    def _followed_up(
        self, heads: Heads, done: Mapping[str, PlannedBranch]
    ) -> tuple[list[BranchOutcome], Mapping[str, str]]:
        place, settings, form = self.proposing.place, self.proposing.settings, self.proposing.form
        if self.pulls is None:
            outcomes = [BranchOutcome(each.name, each.act, each.ids) for each in done.values()]
            return outcomes, {}
        main = heads[place.main]
        branches, _done = open_branches(heads, main, self.trees)
        upkeep = upkeep_from(self.pulls, place, settings, form, main, self.trees)
        return upkeep.see_to(branches, done), upkeep.conversation.not_asked


def _with_steps_done(
    plan: ImportPlan, before: ImportPlan | None, done: Iterable[PlannedBranch]
) -> ImportPlan:
    """What an earlier round has done is known now, and would seem to have changed nothing."""
    if before is None:
        return plan
    ids = {id for branch in done for id in branch.ids}
    steps = zip(before.planned, plan.planned, strict=True)
    return replace(plan, planned=tuple(was if was.id in ids else now for was, now in steps))
