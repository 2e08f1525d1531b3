"""What the forge confirms of a pull request, and which version each word is about."""

import pytest
import yaml

from exempelbank.conversations.facts import gather_facts
from exempelbank.conversations.marks import ANSWER, VERSION, mark, marks_in
from tests.builders import PROJECT
from tests.forge.fakes import ANNA, BO, BOT, ForgeState, MemoryForge

MAIN, HEAD, NEWER = "a" * 40, "b" * 40, "c" * 40
WORKFLOWS = (
    ".github/workflows/review.yml",
    ".github/workflows/words.yml",
    ".forgejo/review.sh",
    ".forgejo/words.sh",
    "docs/examples/gitlab-ci.yml",
)


@pytest.fixture
def state():
    state = ForgeState()
    state.push("main", MAIN)
    state.push("svar/FC-2026-777", HEAD)
    state.open_pull(BOT, "svar/FC-2026-777", "main", "x", "x")
    return state


def facts(state):
    return gather_facts(MemoryForge(state), 1)


def announce(state, commit, by=BOT):
    return state.comment(by, 1, mark(VERSION, commit) + "\nx")


def test_a_word_is_about_the_newest_version_told_before_it(state):
    state.comment(BO, 1, "/hjälp")
    announce(state, HEAD)
    state.comment(BO, 1, "/hjälp")
    state.push("svar/FC-2026-777", NEWER)
    state.comment(BO, 1, "/hjälp")
    announce(state, NEWER)
    state.comment(BO, 1, "/hjälp")

    assert [comment.commit for comment in facts(state).comments] == ["", HEAD, HEAD, NEWER]


def test_nobody_else_tells_which_version_has_been_read(state):
    announce(state, NEWER, by=ANNA)
    edited = announce(state, HEAD)
    state.edit_comment(ANNA, edited.id, mark(VERSION, NEWER))
    state.comment(BOT, 1, f"x\n{mark(VERSION, NEWER)}")
    state.comment(BO, 1, "/hjälp")

    known = facts(state)
    assert known.comments[-1].commit == ""
    assert known.pull.announced == ""


def test_marks_stand_first_and_nowhere_else():
    body = mark(ANSWER, "comment:7") + mark(VERSION, HEAD) + "\n" + mark(ANSWER, "comment:8")

    assert list(marks_in(body, ANSWER)) == ["comment:7"]
    assert list(marks_in(body.replace("\n", "\r\n"), VERSION)) == [HEAD]
    assert list(marks_in(f"> {body}", ANSWER)) == []


def test_a_review_knows_its_version_itself(state):
    review = state.review(ANNA, 1, "approved", "inte inblandad")
    known = facts(state)

    assert [(one.by, one.commit, one.verdict) for one in known.reviews] == [
        (ANNA, HEAD, "approved")
    ]
    assert [(one.id, one.commit, one.is_approval) for one in known.comments] == [
        (f"review:{review.id}", HEAD, True)
    ]


def test_the_text_of_a_review_that_counts_no_more_is_no_word(state):
    review = state.review(ANNA, 1, "approved", "/godkänn inte-inblandad")
    state.dismiss(1, review.id)

    assert facts(state).comments == ()
    assert [one.verdict for one in facts(state).reviews] == ["dismissed"]


def test_what_a_program_writes_is_neither_a_word_nor_a_verdict(state):
    state.add_account("helper", is_person=False)
    state.comment("helper", 1, "/godkänn inte-inblandad")
    state.review("helper", 1, "approved")

    assert (facts(state).comments, facts(state).reviews) == ((), ())


def test_the_tool_has_no_word_of_its_own_although_its_account_is_a_persons(state):
    state.accounts[BOT].is_person = True
    announce(state, HEAD)
    state.comment(BOT, 1, "/godkänn inte-inblandad")

    assert facts(state).comments == ()
    assert facts(state).pull.announced == HEAD


def test_an_edited_comment_is_told_as_edited(state):
    remark = state.comment(BO, 1, "/hjälp")
    state.edit_comment(ANNA, remark.id, "/godkänn inte-inblandad")

    assert [comment.edited for comment in facts(state).comments] == [True]


@pytest.mark.parametrize("path", WORKFLOWS)
def test_every_workflow_asks_the_same_program(path):
    assert "words facts" in (PROJECT / path).read_text("utf-8")


def test_on_github_the_step_that_decides_holds_no_token():
    workflow = yaml.safe_load((PROJECT / ".github/workflows/words.yml").read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    steps = {step["name"]: step for step in job["steps"] if "name" in step}

    assert "words plan" in steps["Decide"]["run"]
    assert "env" not in steps["Decide"]
    assert not [name for name in job["env"] if "TOKEN" in name]
    assert workflow["permissions"] == {} and job["permissions"] == {"contents": "read"}
