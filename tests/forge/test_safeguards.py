"""exempelbank forge check: what guards the project, what does not, and where that is set."""

from __future__ import annotations

import pytest

from exempelbank.exceptions import ForgeError
from exempelbank.forge.connecting import forge_at
from exempelbank.forge.safeguards import problem_of, safeguards_of
from exempelbank.problems import Severity
from tests.forge.fakes import BOT, FakeForge, MemoryForge

WRONG = {
    "may_be_pushed": (True, "no-push", Severity.ERROR),
    "may_be_forced": (True, "no-force", Severity.ERROR),
    "may_be_deleted": (True, "no-deletion", Severity.ERROR),
    "required_statuses": ((), "gate", Severity.ERROR),
    "must_be_up_to_date": (False, "up-to-date", Severity.ERROR),
    "approvals_fall_at_push": (True, "approvals-stay", Severity.ERROR),
    "least_approvals": (1, "no-count", Severity.WARNING),
    "merge_methods": (("merge", "squash"), "merge", Severity.WARNING),
    "artifact_days": (90, "artifacts", Severity.ERROR),
    "workflows_may_write": (True, "workflows-read", Severity.ERROR),
    "workflows_may_approve": (True, "workflows-never-approve", Severity.ERROR),
    "protected": (False, "protected", Severity.ERROR),
    "plan_lacks_rules": (True, "plan", Severity.WARNING),
}


def failing(forge) -> dict[str, Severity]:
    return {each.name: each.severity for each in safeguards_of(forge) if each.holds is False}


def test_a_project_as_the_guide_wants_it_has_nothing_wrong(state):
    assert failing(MemoryForge(state)) == {}


@pytest.mark.parametrize("setting", WRONG)
def test_each_setting_is_looked_at(state, setting):
    value, name, severity = WRONG[setting]
    setattr(state.rules, setting, value)

    assert failing(MemoryForge(state)) == {name: severity}


@pytest.mark.parametrize("visibility", ["public", "internal"])
def test_a_project_that_others_can_read_is_refused_before_all_else(fake, state, visibility):
    state.visibility = visibility
    forge = forge_at(fake.address, fake.token())

    assert failing(forge) == {"visibility": Severity.ERROR}


def test_each_forge_tells_an_administrator_what_is_wrong(fake, state):
    state.accounts[BOT].role = "admin"
    forge = forge_at(fake.address, fake.token())

    assert failing(forge) == {}
    for setting in ("may_be_pushed", "required_statuses", "must_be_up_to_date", "merge_methods"):
        value, name, _severity = WRONG[setting]
        before = vars(state.rules)[setting]
        setattr(state.rules, setting, value)
        assert name in failing(forge), setting
        setattr(state.rules, setting, before)


def test_what_the_token_may_not_see_is_left_to_a_person(fake):
    forge = forge_at(fake.address, fake.token())
    unseen = [each for each in safeguards_of(forge) if each.holds is None]
    problems = [problem_of(each, fake.kind, forge.where) for each in unseen]

    assert "approvals-stay" in {each.name for each in unseen} or fake.kind == "github"
    assert {problem.severity for problem in problems} == {Severity.NOTICE}


def test_github_says_that_the_plan_has_no_rules(servers, state):
    fake = servers["github"]
    fake.state, state.rules.plan_lacks_rules = state, True

    assert failing(forge_at(fake.address, fake.token())) == {"plan": Severity.WARNING}


def test_github_knows_the_older_protection_too(servers, state):
    fake = servers["github"]
    fake.state, state.rules.classic = state, True
    forge = forge_at(fake.address, fake.token())

    assert failing(forge) == {}
    assert "no-force" in {each.name for each in safeguards_of(forge) if each.holds is None}
    state.accounts[BOT].role, state.rules.may_be_forced = "admin", True
    assert failing(forge) == {"no-force": Severity.ERROR}


def test_what_is_wrong_says_where_it_is_set_on_that_forge(fake: FakeForge, state):
    state.rules.may_be_pushed, state.accounts[BOT].role = True, "admin"
    forge = forge_at(fake.address, fake.token())
    (wrong,) = [each for each in safeguards_of(forge) if each.holds is False]
    problem = problem_of(wrong, fake.kind, forge.where)

    assert problem and "Settings > " in problem.fix
    assert problem.location.path == forge.where


def test_a_forge_that_does_not_answer_is_no_project_in_order(fake):
    fake.fail(404, times=99)

    with pytest.raises(ForgeError):
        list(safeguards_of(forge_at(fake.address, fake.token())))
