"""A trial note walks the same way as an example: in the queue, past two pairs of eyes, and away."""

from __future__ import annotations

from datetime import date

import pytest

from exempelbank.documents import document_from
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import (
    Attestation,
    PublishedTrialNote,
    Source,
    TrialNoteSubmission,
    UnderReview,
)
from exempelbank.model.trial_note import Outcome, TrialNote
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from exempelbank.review.approve import ApprovalRequest, plan_approval
from exempelbank.review.project_checks.references import check_references
from exempelbank.review.project_records import load_project_records
from exempelbank.review.readiness import check_ready
from tests.builders import (
    a_note_submission,
    a_published,
    a_published_note,
    a_submission,
    moment,
    sample_settings,
)
from tests.review.builders import (
    a_project,
    a_ready_note,
    a_ready_one,
    errors_in,
    labels,
    location_text,
    read,
    run,
    saying,
    stored,
    write,
)

SETTINGS = sample_settings()
NOW = moment("2026-03-16 09:15")
TAKEN = dict.fromkeys(("content/examples", "content/trial_notes", "content/news"), frozenset())
WAITING, SHOWN = "submissions/trial_notes/FC-2026-101.md", "content/trial_notes/fc-2026-101.md"
APPROVE = ("approve", "FC-2026-101", "--by", "anna-ek", "--not-involved")


def approve(note, tried=None, revised=None, **options):
    """(the change, or None; what is in its way)"""
    options |= {} if isinstance(note, UnderReview) else {"handled_by": "bo-lind"}
    request = ApprovalRequest(by="anna-ek", now=NOW, not_involved=True, **options)
    problems = Problems()
    on = stored(tried or a_published())
    return plan_approval(stored(note), request, revised, TAKEN, SETTINGS, problems, on), problems


def test_what_is_written_is_read_back():
    note = a_ready_note(text="---\n## Resultat\n# yes", source=Source(key="ms-forms:x:1"))
    document = document_of(note, WAITING)

    assert record_from(document, TrialNoteSubmission, Problems()) == note


def test_only_its_public_fields_are_published_and_it_brings_no_news():
    source = Source(key="ms-forms:x:7")
    change, _problems = approve(a_ready_note(source=source))

    (path,) = change.write
    published = record_from(document_from(path, change.write[path]), PublishedTrialNote, Problems())
    assert path == SHOWN
    assert change.remove == (WAITING,)
    assert {name: getattr(published, name) for name in TrialNote.model_fields} == {
        name: getattr(a_ready_note(), name) for name in TrialNote.model_fields
    }
    assert published.model_fields_set - {*TrialNote.model_fields} == {"review", "source"}
    assert published.review.approved_by == ("bo-lind", "anna-ek")
    assert published.review.content_hash == published.content_hash()
    assert published.source == source


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"text": ""}, "text"),
        ({"text": "a" * 401}, "text"),
        ({"tried": "i våras"}, "tried"),
        ({"tried": ""}, "tried"),
        ({"worked": None}, "worked"),
        ({"municipality": ""}, "municipality"),
        ({"municipality": "stockholm"}, "district"),
        ({"attestations": {"consent": Attestation(answer=False)}}, "attestations.consent"),
        ({"review": {"checklist": {}}}, "review.checklist.privacy"),
    ],
)
def test_it_must_be_whole(given, label):
    change, problems = approve(a_ready_note(**given))

    assert change is None
    assert label in labels(problems)


def test_what_is_asked_of_examples_alone_is_not_asked_of_it():
    asked = {item.id for item in SETTINGS.checklist if item.trial_notes}
    problems = Problems()
    check_ready(stored(a_ready_note(review={"checklist": {}})), SETTINGS, problems)

    assert {label.rpartition(".")[2] for label in labels(problems)} == asked
    assert "evidence" not in asked


def test_the_text_is_told_of_on_its_line():
    problems = Problems()
    note = stored(a_ready_note(text="a" * 401))
    check_ready(note, SETTINGS, problems)

    (problem,) = problems.errors
    assert problem.location.line == note.document.body_line


def test_it_is_held_to_the_rules_of_privacy():
    note = a_ready_note(text="Det gick bra.\nHon heter Stina och har schizofreni.")
    change, problems = approve(note)

    assert change is None
    assert [problem.location.line for problem in problems.errors] == [
        stored(note).document.body_line + 2  # one is empty
    ]


@pytest.mark.parametrize(
    "tried",
    [a_published_note(id="FC-2026-014"), a_published(review={"state": ReviewState.PAUSED})],
)
def test_its_example_must_be_shown(tried):
    change, problems = approve(a_ready_note(), tried)

    assert change is None
    assert labels(problems) == ["example"]


def test_it_has_no_address_to_wish_for():
    change, problems = approve(a_ready_note(), slug="annat")

    assert change is None
    assert errors_in(problems) == [
        saying(WAITING, "has no address of its own: it is shown on the page of its example")
    ]


def test_an_edited_answer_is_a_new_version_of_it():
    old = stored(a_published_note())
    change, _problems = approve(
        a_ready_note(id="FC-2026-102", revises="FC-2026-101", text="Nu går det bättre."),
        revised=old,
        what="Ett halvår senare.",
    )
    published = record_from(
        document_from(SHOWN, change.write[SHOWN]), PublishedTrialNote, Problems()
    )

    assert published.review.version == 2
    assert published.text == "Nu går det bättre."
    assert published.content_hash() == published.review.content_hash


def test_an_example_never_becomes_one():
    example = stored(a_ready_one(id="FC-2026-020", revises="FC-2026-101"))
    request = ApprovalRequest(by="anna-ek", now=NOW, not_involved=True, what="Nytt.")
    problems = Problems()
    note = stored(a_published_note())

    assert plan_approval(example, request, note, TAKEN, SETTINGS, problems) is None
    assert labels(problems) == ["revises"]


def test_the_commands_take_it_all_the_way_and_away(tmp_path, capsys):
    project = a_project(
        tmp_path, stored(a_published()), stored(a_ready_note(review={"handled": None}))
    )
    answers = [f"{item.id}=yes" for item in SETTINGS.checklist if item.trial_notes]
    by = ("--by", "bo-lind")

    assert run(project, "handle", "FC-2026-101", *by, "--not-involved") == 0
    assert run(project, "checklist", "FC-2026-101", *answers, *by) == 0
    assert run(project, "report", "FC-2026-101", "--format", "html") == 0
    assert run(project, *APPROVE) == 0
    assert run(project, "show", "FC-2026-101") == 0
    capsys.readouterr()
    assert run(project, "check") == 0, capsys.readouterr().out
    assert run(project, "pause", "FC-2026-101", *by, "--reason", "Någon kan kännas igen.") == 0
    assert read(project, SHOWN, PublishedTrialNote).review.state is ReviewState.PAUSED
    let_go = ("--reason", "De vill inte längre.", "--yes", "--decision", "Dnr 1")
    assert run(project, "withdraw", "FC-2026-101", *by, *let_go) == 0
    assert read(project, SHOWN, PublishedTrialNote).text == ""


def references(tmp_path, *records):
    project, problems = a_project(tmp_path, *map(stored, records)), Problems()
    check_references(load_project_records(project, problems), project, problems)
    return [(location_text(problem), problem.severity.value) for problem in problems]


def test_an_example_that_is_not_there_is_told_of_on_its_line(tmp_path):
    assert references(tmp_path, a_published_note(), a_note_submission(id="FC-2026-102")) == [
        ("submissions/trial_notes/FC-2026-102.md example", "warning"),
        (f"{SHOWN} example", "error"),
    ]


def test_an_example_that_waits_is_not_there_yet(tmp_path):
    assert references(tmp_path, a_submission(), a_published_note()) == [
        (f"{SHOWN} example", "error")
    ]


def test_another_note_is_no_example(tmp_path):
    notes = a_published_note(), a_published_note(id="FC-2026-102", example="FC-2026-101")
    found = references(tmp_path, a_published(), *notes)

    assert found == [("content/trial_notes/fc-2026-102.md example", "error")]


def test_an_answer_that_is_none_of_three_is_refused(tmp_path, capsys):
    project = a_project(tmp_path, stored(a_published()))
    text = stored(a_published_note()).document.text
    write(project, SHOWN, text.replace("worked: partly", "worked: kanske"))

    assert run(project, "check") == 1
    assert f"{SHOWN}:7 (worked)" in capsys.readouterr().out


def test_a_note_says_when_it_was_tried_and_what_came_of_it():
    assert [outcome.label for outcome in Outcome] == ["Ja", "Delvis", "Nej"]
    assert a_published_note().review.published == date(2026, 2, 2)
