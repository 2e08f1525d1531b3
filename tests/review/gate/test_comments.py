"""What reviewers write in the conversation, held against what the files say they have done."""

from __future__ import annotations

import pytest

from exempelbank.i18n import _
from exempelbank.model.submission import PublishedExample
from exempelbank.review.gate.forge_facts import facts_from
from tests.review.builders import read
from tests.review.gate.builders import ACCOUNTS
from tests.review.gate.library import (
    ANNA,
    APPROVE,
    BO,
    CILLA,
    NEW,
    NOBODY,
    PAUSE,
    SHOWN,
    SHOWN_ID,
    WAITING,
    a_library,
    absent,
    passes,
    stale,
    wrong,
)

APPROVED_BY = f"{NEW} review.approved_by"
TAKE_ON, APPROVAL = "/granska inte-inblandad", "/godkänn inte-inblandad"
AT = "2026-03-16T09:00:00+01:00"


def comment(who, says, commit, at=AT, **more):
    return {"by": ACCOUNTS.get(who, who), "says": says, "commit": commit, "at": at, **more}


@pytest.fixture
def branch(tmp_path):
    return a_library(tmp_path)


@pytest.fixture
def said(branch):
    """What the forge knows of a branch that the tool opened, where these comments were written
    before the example was published.
    """
    read = branch.commit()

    def said(*comments):
        facts = branch.facts()
        facts["comments"] = [comment(*words, commit=read) for words in comments]
        return facts

    return said


BOTH = ((BO, TAKE_ON), (ANNA, APPROVAL))


def test_what_both_have_written_is_two_pairs_of_eyes(branch, said):
    branch.command(*APPROVE)

    found = branch.found(said(*BOTH))
    assert not found.errors
    proof = _("a word in the conversation")
    assert _("{name} is confirmed by {proof}").format(name="Anna Ek", proof=proof) in {
        problem.says for problem in found
    }


@pytest.mark.parametrize(
    ("comments", "missing"),
    [
        (((ANNA, APPROVAL),), "Bo Lind"),
        (((BO, TAKE_ON),), "Anna Ek"),
        (((BO, TAKE_ON), (ANNA, "/godkänn")), "Anna Ek"),
        (((BO, TAKE_ON), (ANNA, f"Bo skrev:\n> {APPROVAL}")), "Anna Ek"),
        (((BO, TAKE_ON), (ANNA, f"```\n{APPROVAL}\n```")), "Anna Ek"),
        (((BO, TAKE_ON), (CILLA, APPROVAL)), "Anna Ek"),
        (((BO, TAKE_ON), ("mallory", APPROVAL)), "Anna Ek"),
        (((BO, TAKE_ON), (BO, APPROVAL)), "Anna Ek"),
        (((BO, "Ser bra ut!"), (ANNA, APPROVAL)), "Bo Lind"),
    ],
)
def test_each_of_the_two_has_written_it_themselves(branch, said, comments, missing):
    branch.command(*APPROVE)

    assert wrong(branch, said(*comments)) == {APPROVED_BY: absent(missing)}


@pytest.mark.parametrize("which", [0, 1])
def test_a_comment_that_has_been_edited_counts_for_nothing(branch, said, which):
    branch.command(*APPROVE)
    facts = said(*BOTH)
    facts["comments"][which]["edited"] = True

    assert wrong(branch, facts) == {APPROVED_BY: absent(("Bo Lind", "Anna Ek")[which])}


def test_an_approval_is_of_the_text_that_stood_when_it_was_written(branch, said):
    facts = said(*BOTH)
    branch.edit(WAITING, "Börja smått.", "Köp nu.")
    branch.command(*APPROVE)

    assert wrong(branch, branch.facts() | {"comments": facts["comments"]}) == {
        APPROVED_BY: stale("Anna Ek")
    }
    facts["comments"][1]["commit"] = branch.commit()
    assert passes(branch, branch.facts() | {"comments": facts["comments"]})


@pytest.mark.parametrize("commit", ["", "main", "0" * 40])
def test_an_approval_of_no_version_that_is_known_is_none(branch, said, commit):
    branch.command(*APPROVE)
    facts = said(*BOTH)
    facts["comments"][1]["commit"] = commit

    assert wrong(branch, facts) == {APPROVED_BY: stale("Anna Ek")}


@pytest.mark.parametrize(
    ("at", "stops"),
    [("2026-03-16T08:00:00+01:00", False), ("2026-03-16T10:00:00+01:00", True), (None, True)],
)
def test_the_latest_verdict_counts_whether_it_was_a_review_or_a_word(branch, said, at, stops):
    branch.command(*APPROVE)
    facts = said(*BOTH)
    facts["reviews"] = [
        {"by": "anna-e", "commit": branch.commit(), "verdict": "changes-requested", "at": at}
    ]

    assert bool(wrong(branch, facts)) is stops


@pytest.mark.parametrize(
    ("says", "at", "counts"),
    [
        ("/komplettera Hur många var med?", "2026-03-16T09:05:00+01:00", False),
        ("/avböj Utanför vårt område.", AT, False),
        ("/komplettera Hur många var med?", "2026-03-16T08:55:00+01:00", True),
    ],
)
def test_who_objects_after_their_approval_has_taken_it_back(branch, said, says, at, counts):
    branch.command(*APPROVE)
    facts = said(*BOTH)
    facts["comments"].append({**facts["comments"][1], "says": says, "at": at})

    assert wrong(branch, facts) == ({} if counts else {APPROVED_BY: absent("Anna Ek")})


def test_what_readers_are_told_is_part_of_the_word(branch, said):
    branch.command(*APPROVE, "--what", "Köp nu.")

    assert wrong(branch, said(*BOTH)) == {APPROVED_BY: stale("Anna Ek")}
    assert wrong(branch, said(BOTH[0], (ANNA, f"{APPROVAL} nytt: Ny."))) != {}
    assert passes(branch, said(BOTH[0], (ANNA, f"{APPROVAL} nytt: Köp nu.")))


def test_the_leaders_word_stands_for_the_second(branch, said):
    branch.command("approve", "FC-2026-014", "--by", BO, "--leader", ANNA, "--note", "Semester.")

    assert passes(branch, said((BO, TAKE_ON), (ANNA, "/ledare Semester.")))
    assert wrong(branch, said((BO, TAKE_ON), (ANNA, "/ledare"))) == {APPROVED_BY: absent("Anna Ek")}


# ---- A pause ----


@pytest.fixture
def paused(branch):
    """By Cilla's word, in a change that the tool opened; and when the log says that it was."""
    branch.command(*PAUSE)
    return read(branch.root, SHOWN, PublishedExample).review.log[-1].at.isoformat()


def asked(branch, who=CILLA, says="/pausa Någon kan kännas igen.", **more):
    return branch.facts() | {"comments": [comment(who, says, "", **more)]}


def test_one_reviewers_word_pauses_what_is_published(branch, paused):
    assert passes(branch, asked(branch, at=paused, about=SHOWN_ID))


@pytest.mark.parametrize(
    "more",
    [
        {"who": ANNA},
        {"who": "mallory"},
        {"says": "/avböj Någon kan kännas igen."},
        {"says": "Vi borde pausa det."},
        {"at": AT},
        {"about": "FC-2025-003"},
        {"edited": True},
    ],
)
def test_a_pause_is_the_word_of_whoever_the_log_names_then_and_of_this_example(
    branch, paused, more
):
    facts = asked(branch, **{"at": paused, "about": SHOWN_ID, **more})

    assert wrong(branch, facts) == {f"{SHOWN} review.log": _(NOBODY)}


@pytest.mark.parametrize(("word", "missing"), [(0, "Bo Lind"), (1, "Anna Ek")])
def test_a_word_from_another_pull_request_is_neither_of_the_two(branch, said, word, missing):
    branch.command(*APPROVE)
    facts = said(*BOTH)
    facts["comments"][word]["about"] = "FC-2026-014"

    assert wrong(branch, facts) == {APPROVED_BY: absent(missing)}


def test_facts_without_a_time_of_a_comment_are_no_facts():
    comment = '{"by": "anna-e", "commit": "", "says": ""}'

    assert facts_from(f'{{"forge": "github", "comments": [{comment}]}}') is None
