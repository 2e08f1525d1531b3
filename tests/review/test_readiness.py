"""What stands between an example and its approval."""

import dataclasses

import pytest

from exempelbank.model.example import Example, Image, Section
from exempelbank.model.record import Required
from exempelbank.model.review import Answer, Approval, Check, Handling, ReviewState
from exempelbank.model.submission import Attestation, Attestations
from exempelbank.problems import Problems
from exempelbank.review.four_eyes import check_four_eyes
from exempelbank.review.readiness import check_ready
from exempelbank.rules.publication import public_view
from exempelbank.settings.fields import Fields, FieldsFile
from tests.builders import moment, sample_settings
from tests.review.builders import CHECKLIST, a_ready_one, errors_in, labels, saying, stored

SETTINGS = sample_settings()


def what_is_missing(submission, settings=SETTINGS):
    problems = Problems()
    check_ready(stored(submission), settings, problems)
    return [problem.location.label for problem in problems.errors]


def test_a_ready_one_is_ready():
    assert what_is_missing(a_ready_one()) == []


@pytest.mark.parametrize(
    "field", [name for name in Example.model_fields if Example.constraint(name, Required)]
)
def test_every_needed_field_must_be_there(field):
    empty = type(Example.model_fields[field].get_default())()

    assert what_is_missing(a_ready_one(**{field: empty})) == [field]


def test_what_is_missing_says_the_line_that_would_do_or_what_may_be_chosen():
    problems = Problems()
    check_ready(stored(a_ready_one(attestations={"rights": None}, stage="")), SETTINGS, problems)

    fixes = {problem.location.label: problem.fix for problem in problems.errors}
    assert " 21, " in fixes["attestations.rights"], "below the line where they stand"
    assert "”Rätt till text och bild: ja, 2026-03-16”" in fixes["attestations.rights"]
    assert "Pågår" in fixes["stage"]


@pytest.mark.parametrize("section", Section)
def test_every_needed_section_must_be_told(section):
    others = {other: "Så var det." for other in Section if other is not section}
    missing = [section.heading] if section.needed else []

    assert what_is_missing(a_ready_one(sections=others)) == missing


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
    ("fields", "needed"),
    [
        ({}, False),
        ({"perspectives": ("professionen",)}, False),
        ({"perspectives": ("egen-erfarenhet",)}, True),
        ({"image": Image(file="x.jpg", alt="A table", photographer="Eva")}, True),
        ({"lessons": ("Någon sa: ”Nu vet jag vad som händer.”",)}, True),
        ({"lessons": ("Vi läste ”Bilder i vardagen” först.",)}, False),
    ],
)
def test_consent_of_the_quoted_is_asked_for_where_someone_speaks_or_is_seen(fields, needed):
    missing = what_is_missing(a_ready_one(attestations={"consent_quote_image": None}, **fields))

    assert missing == (["attestations.consent_quote_image"] if needed else [])


def test_where_nobody_is_asked_whose_voice_it_is_everyone_is_asked_for_that_consent():
    file = FieldsFile.model_validate({"examples": {"perspectives": {"need": "hidden"}}})
    submission = a_ready_one(attestations={"consent_quote_image": None})

    assert what_is_missing(submission, dataclasses.replace(SETTINGS, fields=Fields(file))) == [
        "attestations.consent_quote_image"
    ]


def test_one_from_outside_is_a_question_and_no_obstacle():
    outside = tuple(
        place.model_copy(update={"member": "no"}) if place.id == "huddinge" else place
        for place in SETTINGS.municipalities
    )
    problems = Problems()
    check_ready(
        stored(a_ready_one()), dataclasses.replace(SETTINGS, municipalities=outside), problems
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
    """What is wrong with who has seen it."""
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
    check_four_eyes(stored(submission), handling, approval, settings, problems, leader)
    return errors_in(problems)


def handled(words, **values):
    return saying("submissions/FC-2026-014.md review.handled", words, **values)


BO_NOT_DECLARED = handled("{name} has not declared that they are not involved", name="Bo Lind")
ANNA_NOT_DECLARED = handled("{name} has not declared that they are not involved", name="Anna Ek")
UNLISTED = handled("“{reviewer}” is not in the list of reviewers", reviewer="someone-else")
AT_REST = handled("{name} no longer reviews", name="David Hassel")
BOTH_ROLES = handled("{name} handles this example and can't approve it too", name="Bo Lind")
NO_NOTE = handled("the leader's note is missing")
NO_LEADER = handled("{name} is not a group leader", name="{name}")
OWN_NOTE = handled("the leader's note must come from someone else than the reviewer")
NEEDLESS = handled("there are two reviewers already, so no leader's note is needed")


@pytest.mark.parametrize(
    ("handling", "approval", "wrong"),
    [
        (BO, {"by": "anna-ek"}, []),
        (BO, {"by": "anna-ek", "not_involved": False}, [ANNA_NOT_DECLARED]),
        (BO_UNDECLARED, {"by": "anna-ek"}, [BO_NOT_DECLARED]),
        (
            BO_UNDECLARED,
            {"by": "anna-ek", "not_involved": False},
            [BO_NOT_DECLARED, ANNA_NOT_DECLARED],
        ),
        (NOBODY, {"by": "anna-ek"}, [handled("nobody handles this example yet")]),
        (STRANGER, {"by": "anna-ek"}, [UNLISTED]),
        (RESTING, {"by": "anna-ek"}, [AT_REST]),
        (BO, {"by": "someone-else"}, [UNLISTED]),
        (BO, {"by": "david-hassel"}, [AT_REST]),
        (BO, {"by": "bo-lind"}, [BOTH_ROLES]),
        (BO_UNDECLARED, {"by": "bo-lind"}, [BO_NOT_DECLARED, BOTH_ROLES]),
        # With one reviewer free: the group leader's note
        (BO, {"by": "bo-lind", "leader": "anna-ek", "note": "All others are away."}, []),
        (BO, {"by": "bo-lind", "leader": "anna-ek"}, [NO_NOTE]),
        (BO, {"by": "bo-lind", "leader": "anna-ek", "note": "  "}, [NO_NOTE]),
        (
            BO,
            {"by": "bo-lind", "leader": "cilla-alm", "note": "I am no leader."},
            [NO_LEADER.format(name="Cilla Alm")],
        ),
        (BO, {"by": "bo-lind", "leader": "someone-else", "note": "Who?"}, [UNLISTED]),
        (
            BO,
            {"by": "bo-lind", "leader": "bo-lind", "note": "Myself."},
            [NO_LEADER.format(name="Bo Lind"), OWN_NOTE],
        ),
        (BO, {"by": "cilla-alm", "leader": "anna-ek", "note": "Two and a leader."}, [NEEDLESS]),
    ],
)
def test_approval_takes_two_who_are_listed_at_work_and_not_involved(handling, approval, wrong):
    assert eyes(handling, **approval) == wrong


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

    assert eyes(BO, "anna-ek", text=read) == [
        saying(
            "submissions/FC-2026-014.md review.state",
            "the text has been changed since {name} approved it",
            name="Anna Ek",
        )
    ]


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
    assert eyes(BO, "anna-ek", text=public_view(a_ready_one(**change))) == []
