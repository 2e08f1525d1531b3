"""Answers to our own form: read in as they are, without a mapping that someone has written."""

from __future__ import annotations

import pytest

from exempelbank.documents import read_document
from exempelbank.intake.plan import ImportAction
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Submission, TrialNoteSubmission
from exempelbank.model.trial_note import Outcome
from exempelbank.problems import Problems
from exempelbank.records import record_from
from tests.intake.builders import changes, fields, reasons, submission_files
from tests.intake.own_answers import an_answer, read_in, saved


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "projekt"
    folder.mkdir()
    return folder


@pytest.fixture
def file(tmp_path):
    return tmp_path / "svar.json"


def the_record(root, kind=Submission):
    (path,) = (root / kind.folder).glob("*.md")
    problems = Problems()
    document = read_document(path, root, problems)
    record = document and record_from(document, kind, problems)
    assert record, [*map(str, problems)]
    return record


def test_an_example_is_read_in_without_a_mapping(root, file):
    [plan] = read_in(root, saved(file, an_answer()))

    assert changes(plan) == ["new"]
    assert the_record(root).title == "Bildstöd i morgonmötet"
    assert the_record(root).source.key == "exempelbank:example:0123456789abcdef0123456789abcdef"


def test_the_same_file_again_changes_nothing_and_says_nothing_of_others(root, file, tmp_path):
    read_in(root, saved(file, an_answer()))
    read_in(root, saved(tmp_path / "annat.json", an_answer(key="f" * 32)))
    before = submission_files(root)

    [plan] = read_in(root, file)

    assert (changes(plan), plan.missing) == (["unchanged"], ())
    assert submission_files(root) == before


def test_an_edited_answer_has_the_same_key_and_may_have_another_title(root, file):
    read_in(root, saved(file, an_answer()))
    edited = an_answer(answers={"title": "Bilder varje morgon"}, sent="2026-03-11T08:00:00Z")

    [plan] = read_in(root, saved(file, edited))

    assert changes(plan) == ["updated"]
    assert the_record(root).title == "Bilder varje morgon"


def test_an_older_answer_never_takes_the_place_of_a_later_one(root, file, tmp_path):
    edited = an_answer(answers={"title": "Bilder varje morgon"}, sent="2026-03-11T08:00:00Z")
    read_in(root, saved(file, edited))

    [plan] = read_in(root, saved(tmp_path / "gammalt.json", an_answer()))

    assert changes(plan) == ["skipped"]
    assert the_record(root).title == "Bilder varje morgon"


def test_a_folder_is_read_at_once_in_whatever_order_its_files_lie(root, tmp_path):
    folder = tmp_path / "svar"
    folder.mkdir()
    edited = an_answer(answers={"title": "Bilder varje morgon"}, sent="2026-03-11T08:00:00Z")
    saved(folder / "a.json", edited)
    saved(folder / "b.json", an_answer())
    saved(folder / "c.json", an_answer("trial-note", key="c" * 32))
    (folder / "läs-mig.txt").write_text("Svaren från mars.", "utf-8")

    examples, notes = read_in(root, folder)

    assert [changes(examples), changes(notes)] == [["new", "skipped"], ["new"]]
    assert [step.response.file for step in examples.planned] == ["a.json", "b.json"]
    assert the_record(root).title == "Bilder varje morgon"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"form": "example", "vers', "JSON"),
        ('{"x": 1}', "vårt eget formulär"),
        ("Rubrik;Kommun", "vårt eget formulär"),
        ('{"form":"poll","version":1,"sent":"","key":"","answers":{}}', "nyare formulär"),
        ('{"form":[],"version":1,"sent":"","key":"","answers":{}}', "nyare formulär"),
        ('{"data":{"form":{},"title":"x"}}', "vårt eget formulär"),
        ('{"form":"example","version":2,"sent":"","key":"","answers":{}}', "nyare formulär"),
        ('{"form":"example","version":1,"sent":"","key":"","answers":[]}', "inga svar"),
        ('{"form":"lead","version":1,"sent":"","key":"","answers":{"x":"y"}}', "inga svar"),
    ],
)
def test_a_file_that_can_not_be_read_is_told_of_and_stops_no_other(root, tmp_path, content, says):
    folder = tmp_path / "svar"
    folder.mkdir()
    (folder / "a.json").write_text(content, "utf-8")
    saved(folder / "b.json", an_answer())
    problems = Problems()

    [plan] = read_in(root, folder, problems)

    assert changes(plan) == ["new"]
    [problem] = problems.errors
    assert problem.location.path == "a.json"
    assert says in problem.says


def test_a_folder_without_answers_says_so(root, tmp_path):
    problems = Problems()

    assert read_in(root, tmp_path, problems) == []
    assert problems.errors


def test_without_consent_nothing_is_written(root, file):
    [plan] = read_in(root, saved(file, an_answer(answers={"consent": None})))

    assert changes(plan) == ["held"]
    assert submission_files(root) == {}


@pytest.mark.parametrize("wrong", [{"sent": "i går"}, {"key": ""}])
def test_what_can_not_be_told_apart_is_held(root, file, wrong):
    [plan] = read_in(root, saved(file, an_answer(**wrong)))

    assert changes(plan) == ["held"]


def test_a_choice_that_we_do_not_have_is_kept_for_the_reviewer(root, file):
    answers = {"work_areas": ["daglig-verksamhet", "trädgård"]}
    [plan] = read_in(root, saved(file, an_answer(answers=answers)))

    assert fields(plan)["work_areas"] == ["daglig-verksamhet"]
    assert fields(plan)["unmatched"] == {"work_areas": ["trädgård"]}
    [warning] = plan.planned[0].response.warnings
    assert "Verksamhetsområde" in warning


def test_an_answer_to_an_unknown_question_is_told_of(root, file):
    problems = Problems()
    read_in(root, saved(file, an_answer(answers={"favourite": "blå"})), problems)

    assert [problem.location.label for problem in problems] == ["favourite"]


def test_a_lead_asks_no_consent_and_says_where_its_sender_stands(root, file):
    problems = Problems()
    [plan] = read_in(root, saved(file, an_answer("lead")), problems)
    lead = the_record(root)
    [entry] = lead.review.log

    assert (changes(plan), [*problems]) == (["new"], [])
    assert (lead.review.state, entry.did) == (ReviewState.LEAD, "lead")
    assert lead.source.key in entry.note
    assert "bo@kommun.example" not in "".join(submission_files(root).values())


def test_a_lead_that_has_become_an_answer_is_not_begun_anew(root, file):
    read_in(root, saved(file, an_answer("lead")))
    [(path, text)] = submission_files(root).items()
    tied = text.replace("state: lead", "state: received").replace(":lead:", ":of-its-answer:")
    (root / path).write_text(tied, "utf-8")

    [plan] = read_in(root, file)

    assert changes(plan) == ["unchanged"]
    assert path in reasons(plan)[0]


def test_a_trial_note_is_read_in_as_one(root, file):
    read_in(root, saved(file, an_answer("trial-note")))
    note = the_record(root, TrialNoteSubmission)

    assert (note.example, note.tried, note.worked) == ("FC-2026-014", "2026-02", Outcome.PARTLY)


@pytest.mark.parametrize("key", ["a" * 32, ""])  # without scripts there is none
def test_what_a_form_service_has_kept_is_read_and_not_what_it_knows_of_the_sender(root, file, key):
    sent = {
        "form": "example",
        "version": "1",
        "key": key,
        "title": "Bildstöd i morgonmötet",
        "work_areas": ["daglig-verksamhet", "personlig-assistans"],
        "roles": "stodpedagog",
        "lessons": "Ett\r\nTvå",
        "consent": "yes",
        "ip": "192.0.2.7",
    }
    problems = Problems()
    saved_there = {"id": "65f0c1", "created_at": "2026-03-10T13:00:00.123Z", "data": sent}

    [plan] = read_in(root, saved(file, saved_there), problems)
    record = the_record(root)

    assert [*problems] == []
    assert record.work_areas == ("daglig-verksamhet", "personlig-assistans")
    assert (record.roles, record.lessons) == (("stodpedagog",), ("Ett", "Två"))
    assert record.source.key == f"exempelbank:example:{key or '65f0c1'}"
    assert "192.0.2.7" not in "".join(submission_files(root).values())
    assert changes(plan) == ["new"]


def test_two_answers_with_one_key_and_one_time_are_both_held(root, file):
    other = an_answer(answers={"title": "Något annat"})
    [plan] = read_in(root, saved(file, an_answer(), other))

    assert {step.action for step in plan.planned} == {ImportAction.HELD}
