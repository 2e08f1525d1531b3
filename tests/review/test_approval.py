"""What stands between an example and its approval."""

import dataclasses

import pytest

from exempelbank.model.example import Example, Image, Section
from exempelbank.model.record import Required
from exempelbank.model.review import Answer, Approval, Check, Handling, ReviewState
from exempelbank.model.submission import Attestation, Attestations
from exempelbank.problems import Problems
from exempelbank.review.approval import check_ready
from exempelbank.review.four_eyes import check_four_eyes
from exempelbank.rules.publication import public_view
from tests.builders import moment, sample_settings
from tests.review.builders import CHECKLIST, a_ready_one, filed, labels

SETTINGS = sample_settings()


def what_is_missing(submission, settings=SETTINGS):
    problems = Problems()
    check_ready(filed(submission), settings, problems)
    return [problem.location.label for problem in problems.errors]


def test_a_ready_one_is_ready():
    assert what_is_missing(a_ready_one()) == []


@pytest.mark.parametrize(
    "field", [name for name in Example.model_fields if Example.constraint(name, Required)]
)
def test_every_needed_field_must_be_there(field):
    empty = type(Example.model_fields[field].get_default())()

    assert what_is_missing(a_ready_one(**{field: empty})) == [field]


@pytest.mark.parametrize("section", Section)
def test_every_needed_section_must_be_told(section):
    told = {one: "Så var det." for one in Section if one is not section}
    missing = [section.heading] if section.needed else []

    assert what_is_missing(a_ready_one(sections=told)) == missing


@pytest.mark.parametrize("item", CHECKLIST)
@pytest.mark.parametrize(
    ("check", "passes"),
    [
        (None, False),
        (Check(answer=Answer.NO), False),
        (Check(answer=Answer.NO, comment="Not at all."), False),
        (Check(answer=Answer.NOT_APPLICABLE), False),
        (Check(answer=Answer.NOT_APPLICABLE, comment="No image."), True),
        (Check(answer=Answer.YES), True),
    ],
)
def test_every_item_of_the_checklist_is_a_yes_or_explained(item, check, passes):
    answers = {**CHECKLIST, item: check}
    if check is None:
        del answers[item]
    missing = what_is_missing(a_ready_one(review={"checklist": answers}))

    assert missing == ([] if passes else [f"review.checklist.{item}"])


@pytest.mark.parametrize("name", Attestations.model_fields)
@pytest.mark.parametrize("answer", [None, Attestation(answer=False)])
def test_every_attestation_is_a_yes_where_it_applies(name, answer):
    submission = a_ready_one(
        attestations={name: answer}, image=Image(file="x.jpg", alt="A table", photographer="Eva")
    )

    assert what_is_missing(submission) == [f"attestations.{name}"]


@pytest.mark.parametrize(
    ("told", "needed"),
    [
        ({}, False),
        ({"perspectives": ("professionen",)}, False),
        ({"perspectives": ("egen-erfarenhet",)}, True),
        ({"image": Image(file="x.jpg", alt="A table", photographer="Eva")}, True),
        ({"lessons": ("Någon sa: ”Nu vet jag vad som händer.”",)}, True),
        ({"lessons": ("Vi läste ”Bilder i vardagen” först.",)}, False),
    ],
)
def test_consent_of_the_quoted_is_asked_for_where_someone_speaks_or_is_seen(told, needed):
    missing = what_is_missing(a_ready_one(attestations={"consent_quote_image": None}, **told))

    assert missing == (["attestations.consent_quote_image"] if needed else [])


def test_one_from_outside_is_a_question_and_no_obstacle():
    outside = tuple(
        place.model_copy(update={"member": "no"}) if place.id == "huddinge" else place
        for place in SETTINGS.municipalities
    )
    problems = Problems()
    check_ready(
        filed(a_ready_one()), dataclasses.replace(SETTINGS, municipalities=outside), problems
    )

    assert labels(problems) == ["municipality"]
    assert not problems.errors


# ---- Two pairs of eyes ----

NOBODY = None
BO = Handling(by="bo-lind", not_involved=True)
BO_UNDECLARED = Handling(by="bo-lind")
STRANGER = Handling(by="someone-else", not_involved=True)
RESTING = Handling(by="david-hassel", not_involved=True)


def eyes(handling, by, not_involved=True, leader="", note="", text=None):
    """How many things are wrong with who has seen it."""
    resting = SETTINGS.reviewers["david-hassel"].model_copy(update={"active": False})
    settings = dataclasses.replace(
        SETTINGS, reviewers={**SETTINGS.reviewers, "david-hassel": resting}
    )
    submission = a_ready_one()
    approval = Approval(
        by=by,
        at=moment("2026-03-16 09:15"),
        content_hash=(text or public_view(submission)).content_hash(),
        not_involved=not_involved,
        note=note,
    )
    problems = Problems()
    check_four_eyes(filed(submission), handling, approval, settings, problems, leader)
    return len(problems.errors)


@pytest.mark.parametrize(
    ("handling", "said", "wrong"),
    [
        (BO, {"by": "anna-ek"}, 0),
        (BO, {"by": "anna-ek", "not_involved": False}, 1),
        (BO_UNDECLARED, {"by": "anna-ek"}, 1),
        (BO_UNDECLARED, {"by": "anna-ek", "not_involved": False}, 2),
        (NOBODY, {"by": "anna-ek"}, 1),
        (STRANGER, {"by": "anna-ek"}, 1),
        (RESTING, {"by": "anna-ek"}, 1),
        (BO, {"by": "someone-else"}, 1),
        (BO, {"by": "david-hassel"}, 1),
        (BO, {"by": "bo-lind"}, 1),
        (BO_UNDECLARED, {"by": "bo-lind"}, 2),
        # With one reviewer free: the group leader's note
        (BO, {"by": "bo-lind", "leader": "anna-ek", "note": "All others are away."}, 0),
        (BO, {"by": "bo-lind", "leader": "anna-ek"}, 1),
        (BO, {"by": "bo-lind", "leader": "anna-ek", "note": "  "}, 1),
        (BO, {"by": "bo-lind", "leader": "cilla-alm", "note": "I am no leader."}, 1),
        (BO, {"by": "bo-lind", "leader": "someone-else", "note": "Who?"}, 1),
        (BO, {"by": "bo-lind", "leader": "bo-lind", "note": "Myself."}, 2),
        (BO, {"by": "cilla-alm", "leader": "anna-ek", "note": "Two and a leader."}, 1),
    ],
)
def test_approval_takes_two_who_are_listed_at_work_and_not_involved(handling, said, wrong):
    assert eyes(handling, **said) == wrong


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Bildstöd i morgonmöten"},
        {"sections": {Section.HOW: "Annat."}},
        {"lessons": ("En till",)},
        {"contact_publish": True},
    ],
)
def test_an_approval_holds_for_the_text_that_was_read_and_no_other(change):
    read = public_view(a_ready_one().model_copy(update=change))

    assert eyes(BO, "anna-ek", text=read) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"attachments": ("plan.pdf",)},
        {"review": {"checklist": {}}},
        {"review": {"state": ReviewState.CHANGES_REQUESTED}},
        {"contact_email": "eva@enheten.example"},
    ],
)
def test_what_is_not_published_does_not_void_an_approval(change):
    assert eyes(BO, "anna-ek", text=public_view(a_ready_one(**change))) == 0
