"""What was written down by a reviewer, and a lead that gets its answer, at the gate."""

import pytest

from exempelbank.i18n import _
from exempelbank.model.review import LogEntry, Review, ReviewState
from exempelbank.model.submission import Source
from tests.builders import a_submission, moment
from tests.review.builders import a_ready_one, stored
from tests.review.gate.library import ANNA, BO, CILLA, a_library, passes, wrong

LEAD, ANSWER = "submissions/FC-2026-006.md", "submissions/FC-2026-777.md"
CAME_IN = LogEntry(at=moment("2026-03-02 10:00"), by="import", did="received")
NOTED = LogEntry(at=moment("2026-02-02 10:00"), by="bo-lind", did="lead")


@pytest.fixture
def branch(tmp_path):
    """At the base a lead that a reviewer noted, and an answer by a form."""
    branch = a_library(tmp_path)
    lead = a_submission(
        id="FC-2026-006",
        review=Review(state=ReviewState.LEAD, log=(NOTED,)),
        source=Source(dialect="tips", recorded_by="bo-lind"),
    )
    answer = a_submission(
        id="FC-2026-777",
        review=Review(state=ReviewState.RECEIVED, log=(CAME_IN,)),
        source=Source(dialect="ms-forms", form="x", key="ms-forms:x:9"),
    )
    with branch.at_the_base():
        branch.write(LEAD, stored(lead).document.text)
        branch.write(ANSWER, stored(answer).document.text)
    branch.merge()
    return branch


def test_a_lead_takes_on_the_answer_that_came_of_it_and_where_that_came_from(branch):
    branch.command("tie", "FC-2026-777", "FC-2026-006", "--by", "bo-lind", by=BO)

    assert passes(branch, author=BO)


def test_nothing_else_takes_its_place(branch):
    branch.edit(ANSWER, "ms-forms:x:9", "ms-forms:x:10")
    says = _("says where the example came from, and is never changed")

    assert wrong(branch, author=BO)[f"{ANSWER} source.key"] == says


def test_who_wrote_it_down_is_not_forgotten_on_the_way(tmp_path):
    branch = a_library(tmp_path)
    by_phone = a_ready_one(id="FC-2026-777", source=Source(recorded_by="bo-lind"))
    with branch.at_the_base():
        branch.write(ANSWER, stored(by_phone).document.text)
    branch.merge()
    branch.edit(ANSWER, "recorded_by: bo-lind", "recorded_by: cilla-alm")

    assert f"{ANSWER} source.recorded_by" in wrong(branch, author=CILLA, approved=[ANNA])


def test_a_newer_answer_is_taken_in_a_branch(branch):
    answer = branch.text(ANSWER)
    newer = ANSWER.replace("submissions/", "submissions/newer/")
    with branch.at_the_base():
        branch.write(newer, answer.replace("title: ", "title: Ny, "))
    branch.merge()
    branch.command("take-newer", "FC-2026-777", "--by", "bo-lind", "--all", by=BO)

    assert "title: Ny, " in branch.text(ANSWER)
    assert passes(branch, author=BO)
