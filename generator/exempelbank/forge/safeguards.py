"""How a repository is set up -> what guards it, what does not, and where that is set.

Read only: nothing is changed on the forge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exempelbank.forge.protocol import GATE, Forge
from exempelbank.forge.safeguard_places import setting_place
from exempelbank.forge.types import BranchRules, Repository, RepositoryRules, Visibility
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity

MOST_ARTIFACT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Safeguard:
    name: str
    holds: bool | None  # None: it can't be seen with this token
    right: str  # said when it holds
    wrong: str
    severity: Severity = Severity.ERROR
    fix: str = ""  # when it is not a setting


def safeguards_of(forge: Forge) -> Iterator[Safeguard]:
    """In the order in which someone should set them, without those that the forge does not have."""
    for safeguard in _safeguards_of(forge):
        if safeguard.holds is not None or setting_place(safeguard.name, forge.kind):
            yield safeguard


def _safeguards_of(forge: Forge) -> Iterator[Safeguard]:
    repository = forge.repository()
    yield _visibility(repository)
    if repository.visibility is not Visibility.PRIVATE:
        return  # nothing else matters until it is
    yield _right_to_push(repository)
    yield from _of_branch(forge.branch_rules(repository.default_branch), repository.default_branch)
    yield from _of_workflows(forge.repository_rules())


def problem_of(safeguard: Safeguard, kind: str, where: str) -> Problem | None:
    """None: it holds."""
    if safeguard.holds:
        return None
    place = setting_place(safeguard.name, kind)
    fix = safeguard.fix or (_("Set it here: {place}").format(place=place) if place else "")
    if safeguard.holds is False:
        return Problem(Location(where), safeguard.wrong, fix, safeguard.severity)
    says = _("the token may not see this, so look yourself whether it is so: {right}").format(
        right=safeguard.right
    )
    return Problem(Location(where), says, fix, Severity.NOTICE)


def _visibility(repository: Repository) -> Safeguard:
    wrong = {
        Visibility.PUBLIC: _("the project is public: all can read answers nobody has reviewed"),
        Visibility.INTERNAL: _(
            "the project is open to all who log in: they can read answers nobody has reviewed"
        ),
    }
    return Safeguard(
        "visibility",
        repository.visibility is Visibility.PRIVATE,
        _("the project is private"),
        wrong.get(repository.visibility, ""),
    )


def _right_to_push(repository: Repository) -> Safeguard:
    return Safeguard(
        "may-push",
        repository.may_push,
        _("the token may write branches"),
        _("the token may not write branches, so no pull request can be made"),
    )


def _of_branch(rules: BranchRules, branch: str) -> Iterator[Safeguard]:
    if rules.plan_lacks_rules:
        yield Safeguard(
            "plan",
            False,
            "",
            _("the plan has no rules for branches of a private project: nobody is stopped"),
            Severity.WARNING,
            _("GitHub Team has them. Until then, let few people write to the project."),
        )
        return
    yield Safeguard(
        "protected",
        rules.protected,
        _("{branch} is protected").format(branch=branch),
        _("{branch} is not protected: whoever may write goes past the gate").format(branch=branch),
    )
    if rules.protected is False:
        return
    yield Safeguard(
        "no-push",
        _not(rules.may_be_pushed),
        _("nobody writes to {branch} without a pull request").format(branch=branch),
        _("somebody may write to {branch} without a pull request").format(branch=branch),
    )
    yield Safeguard(
        "no-force",
        _not(rules.may_be_forced),
        _("nobody may force a change into {branch}").format(branch=branch),
        _("somebody may force a change into {branch}").format(branch=branch),
    )
    yield Safeguard(
        "no-deletion",
        _not(rules.may_be_deleted),
        _("{branch} can't be deleted").format(branch=branch),
        _("{branch} can be deleted").format(branch=branch),
    )
    yield Safeguard(
        "gate",
        None if rules.required_statuses is None else GATE in rules.required_statuses,
        _("the gate must say yes: {gate}").format(gate=GATE),
        _("the gate is not required: {gate}").format(gate=GATE),
    )
    yield Safeguard(
        "up-to-date",
        rules.must_be_up_to_date,
        _("a branch must be up to date with {branch}").format(branch=branch),
        _("a branch may be merged without being up to date with {branch}").format(branch=branch),
    )
    yield Safeguard(
        "approvals-stay",
        _not(rules.approvals_fall_at_push),
        _("an approval stays when the branch gets a new commit; the gate knows what was read"),
        _("an approval falls when the tool writes its commit, and has to be given twice"),
    )
    yield Safeguard(
        "no-count",
        None if rules.least_approvals is None else rules.least_approvals == 0,
        _("the gate alone counts approvals"),
        _("the forge counts approvals too, so one reviewer can't pause an example at once"),
        Severity.WARNING,
    )


def _of_workflows(rules: RepositoryRules) -> Iterator[Safeguard]:
    methods = rules.merge_methods
    yield Safeguard(
        "merge",
        None if methods is None else methods == ("merge",),
        _("a pull request is merged by a merge commit"),
        _("a pull request may be squashed or rebased, and then the review is not kept"),
        Severity.WARNING,
    )
    days = rules.artifact_days
    yield Safeguard(
        "artifacts",
        None if days is None else days <= MOST_ARTIFACT_DAYS,
        _("files of the workflows are kept for {n} days at most").format(n=MOST_ARTIFACT_DAYS),
        _("files of the workflows are kept for {n} days, also of what is not published").format(
            n=days
        ),
    )
    yield Safeguard(
        "workflows-read",
        _not(rules.workflows_may_write),
        _("workflows may only read, unless they say otherwise"),
        _("workflows may write, also those that do not ask for it"),
    )
    yield Safeguard(
        "workflows-never-approve",
        _not(rules.workflows_may_approve),
        _("no workflow can approve a pull request"),
        _("a workflow can approve a pull request"),
    )
    yield Safeguard(
        "starts-workflows",
        rules.starts_workflows,
        _("what the token's account opens is checked at once"),
        _("what is opened with a workflow's own token is not checked until someone says so"),
        fix=_("Use the token of an app. The guide says how: docs/plattformar.md."),
    )


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value
