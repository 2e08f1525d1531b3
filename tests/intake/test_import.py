"""What becomes of the responses of an export, the first time and when it comes again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exempelbank.documents import read_document
from exempelbank.exceptions import FilesChangedMeanwhile
from exempelbank.files.paths import NEWER
from exempelbank.intake.importing import import_export
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from tests.builders import a_published
from tests.intake.builders import (
    MAPPING,
    NOW,
    a_csv,
    a_mapping,
    a_project,
    a_project_without_ids,
    changes,
    fields,
    imported,
    settings,
    submission_files,
)

NUMBER = "811228-9874"  # a birth number that nobody is given


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_project(tmp_path)


def the_file(root: Path) -> Path:
    (path,) = (root / "submissions").glob("*.md")
    return path


def the_submission(root: Path) -> Submission:
    problems = Problems()
    document = read_document(the_file(root), root, problems)
    assert document
    submission = record_from(document, Submission, problems)
    assert submission, [*map(str, problems)]
    return submission


def published(root: Path, **source: str) -> None:
    """The response of the file, as if it had been approved."""
    example = a_published(source={**source})
    path = PublishedExample.folder + "/bildstod.md"
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(document_of(example, path).text, encoding="utf-8")


# ---- The first time ----


def test_a_response_becomes_a_file_that_says_where_it_came_from(root: Path) -> None:
    plan = imported(root, a_csv({}))

    submission = the_submission(root)
    assert changes(plan) == ["new"]
    assert submission.review.state == "received"
    assert submission.source.key == "generic:prov:1"
    assert submission.id == the_file(root).stem


def test_the_same_response_gets_the_same_id_in_every_branch(tmp_path: Path) -> None:
    names = set()
    for branch in ("a", "b"):
        root = a_project(tmp_path / branch)
        imported(root, a_csv({}))
        names.add(the_file(root).name)

    assert len(names) == 1


def test_a_dry_run_writes_nothing(root: Path) -> None:
    plan = imported(root, a_csv({}), dry_run=True)

    assert changes(plan) == ["new"]
    assert submission_files(root) == {}


def test_contact_details_are_kept_only_when_they_may_be_shown(tmp_path: Path) -> None:
    mapping = {"column": "Visa", "bool": {"true": ["Ja"], "false": ["Nej"]}}
    root = a_project(tmp_path, a_mapping({"contact_publish": mapping}))

    plan = imported(
        root, a_csv({"Visa": "Ja"}, {"Nr": "2", "Visa": "Nej"}, {"Nr": "3", "Visa": ""})
    )

    assert [fields(plan, n).get("contact_email") for n in range(3)] == [
        "bo@kommun.example",
        None,
        None,
    ]
    assert sum("bo@kommun" in text for text in submission_files(root).values()) == 1


def test_an_answer_can_neither_open_nor_close_a_section(root: Path) -> None:
    text = "Först.\n\n## Resultat\n\n# Stort\n\n---\n\ntitle: Annan\n\\## Kvar"

    imported(root, a_csv({"Berätta": text}))

    assert dict(the_submission(root).sections) == {"how": text}


def test_a_municipality_outside_the_list_is_kept_as_given_with_a_warning(root: Path) -> None:
    plan = imported(root, a_csv({"Kommun": "Sundbybärg"}))

    assert plan
    assert the_submission(root).municipality == "Sundbybärg"
    assert "Sundbyberg" in plan.planned[0].response.warnings[0]


def test_too_long_an_answer_is_kept_with_a_warning(root: Path) -> None:
    plan = imported(root, a_csv({"Rubrik": "Lång " * 30}))

    assert plan
    assert the_submission(root).title == ("Lång " * 30).strip()
    assert any("80" in warning for warning in plan.planned[0].response.warnings)


# ---- Held ----


@pytest.mark.parametrize("consent", ["", "Nej", "Kanske"])
def test_without_consent_nothing_is_written(root: Path, consent: str) -> None:
    plan = imported(root, a_csv({"Samtycke": consent}))

    assert changes(plan) == ["held"]
    assert submission_files(root) == {}


@pytest.mark.parametrize("question", ["Rubrik", "Berätta", "E-post", "Kommun", "Enhet"])
def test_a_personal_number_in_any_answer_holds_the_response(root: Path, question: str) -> None:
    plan = imported(root, a_csv({question: f"Se {NUMBER}"}))

    assert plan and changes(plan) == ["held"]
    assert NUMBER not in json.dumps([str(step.reasons) for step in plan.planned])
    assert submission_files(root) == {}


def test_a_held_response_leaves_the_others_alone(root: Path) -> None:
    plan = imported(root, a_csv({"Berätta": NUMBER}, {"Nr": "2"}))

    assert changes(plan) == ["held", "new"]


def test_a_story_of_health_can_be_let_through_with_a_reason(root: Path) -> None:
    export = a_csv({"Berätta": "Kalle har epilepsi och behöver lugn."})

    held = imported(root, export)
    released = imported(root, export, releases={"generic:prov:1": "Kalle är en figur i boken"})

    assert [changes(held), changes(released)] == [["held"], ["new"]]
    assert [entry.did for entry in the_submission(root).review.log] == ["received", "released"]


def test_a_personal_number_can_not_be_let_through(root: Path) -> None:
    problems = Problems()
    export = a_csv({"Berätta": NUMBER}, {"Nr": "2"})
    plan = imported(root, export, problems, releases={"generic:prov:1": "Det är jag"})

    assert plan is None and submission_files(root) == {}
    (error,) = problems.errors
    assert "generic:prov:1 går inte att släppa igenom" in error.says and error.location.line == 2
    assert NUMBER not in str(error)


def test_a_fixed_day_that_has_passed_is_told_of_once_and_not_with_every_response(
    root: Path,
) -> None:
    late = [{"Nr": str(n), "Enhet": f"Hus {n}", "Inkom": "2026-11-02 09:15"} for n in range(1, 4)]
    problems = Problems()

    plan = imported(root, a_csv(*late), problems)

    assert plan and not any(step.response.warnings for step in plan.planned)
    (warning,) = problems.found
    assert warning.says == "dagen är satt till 2026-03-16 (as_of), och svar har skickats senare"
    assert warning.location.path == "site_config/organisation.yml"


def test_a_column_that_is_gone_is_told_with_the_label_and_the_file_of_the_mapping(
    root: Path,
) -> None:
    forms = root / "site_config/forms"
    (forms / "prov.yml").rename(forms / "trasig.yml")
    problems = Problems()

    export = a_csv({}).replace(b"Kommun", b"Plats").replace("Berätta".encode(), b"Hur")
    file = root / "svar.csv"
    file.write_bytes(export)
    import_export(file, "trasig", root, settings(), now=NOW, problems=problems)

    said = " ".join(map(str, problems))
    assert "”Kommun” från" in said and "municipality" not in said and "”Så gjorde vi” från" in said
    assert "site_config/forms/trasig.yml" in said


def test_a_key_that_is_not_there_can_not_be_released(root: Path) -> None:
    problems = Problems()

    plan = imported(root, a_csv({}), problems, releases={"generic:prov:7": "Av misstag"})

    assert plan is None and "generic:prov:7" in str(problems.errors[0])
    assert submission_files(root) == {}


def test_an_id_in_someones_own_words_does_not_stand_in_plans(root: Path) -> None:
    plan = imported(root, a_csv({"Nr": "Anna Ek, 070-174 06 18"}))

    assert plan and "Anna" not in plan.planned[0].response.key


# ---- Again ----


def test_the_same_export_again_changes_nothing(root: Path) -> None:
    imported(root, a_csv({}))
    before = submission_files(root)

    assert changes(imported(root, a_csv({}))) == ["unchanged"]
    assert submission_files(root) == before


def test_an_edited_answer_updates_a_file_nobody_has_touched(root: Path) -> None:
    imported(root, a_csv({}))

    plan = imported(root, a_csv({"Berätta": "Vi samlas klockan tio."}))

    submission = the_submission(root)
    assert changes(plan) == ["updated"]
    assert dict(submission.sections) == {"how": "Vi samlas klockan tio."}
    assert [entry.did for entry in submission.review.log] == ["received", "updated"]
    assert changes(imported(root, a_csv({"Berätta": "Vi samlas klockan tio."}))) == ["unchanged"]


def test_an_edited_answer_is_put_beside_a_file_that_someone_has_touched(root: Path) -> None:
    imported(root, a_csv({}))
    path = the_file(root)
    by_hand = path.read_text(encoding="utf-8").replace("klockan nio", "kl. 9")
    path.write_text(by_hand, encoding="utf-8")

    plan = imported(root, a_csv({"Berätta": "Vi samlas klockan tio."}))

    assert changes(plan) == ["kept"]
    assert path.read_text(encoding="utf-8") == by_hand
    assert "klockan tio" in (root / NEWER / path.name).read_text(encoding="utf-8")


@pytest.mark.parametrize("edited", (0, 1))
def test_what_someone_saves_during_an_import_is_not_written_over(
    root: Path, monkeypatch: pytest.MonkeyPatch, edited: int
) -> None:
    """None of the others are written either."""
    plan = imported(root, a_csv({}, {"Nr": "2", "Rubrik": "Två"}))
    assert plan
    file = root / plan.planned[edited].path
    before = submission_files(root)

    def saved(*_: object) -> str:
        file.write_text("theirs", encoding="utf-8")
        return "new"

    monkeypatch.setattr("exempelbank.intake.write.submission_file", saved)

    with pytest.raises(FilesChangedMeanwhile, match=file.name):
        imported(root, a_csv({"Berätta": "Nytt."}, {"Nr": "2", "Berätta": "Nytt."}))
    assert submission_files(root) == {**before, plan.planned[edited].path: "theirs"}


def test_a_newer_answer_that_can_not_be_read_is_written_anew(root: Path) -> None:
    plan = imported(root, a_csv({}))
    assert plan
    file = root / plan.planned[0].path
    file.write_text(file.read_text("utf-8") + "\nEn rad till.\n", "utf-8")
    newer = root / NEWER / file.name
    newer.parent.mkdir()
    newer.write_bytes(b"\xff")

    imported(root, a_csv({"Berätta": "Nytt."}))
    assert "Nytt." in newer.read_text("utf-8")


def test_windows_line_ends_are_no_touch(root: Path) -> None:
    imported(root, a_csv({}))
    path = the_file(root)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert changes(imported(root, a_csv({"Rubrik": "En annan rubrik"}))) == ["updated"]


def test_an_edited_answer_to_a_published_example_proposes_a_revision(root: Path) -> None:
    published(root, key="generic:prov:1", answers_hash="sha256:" + "0" * 64)

    plan = imported(root, a_csv({}))

    assert changes(plan) == ["updated"]
    assert the_submission(root).revises == "FC-2026-014"
    assert changes(imported(root, a_csv({}))) == ["unchanged"]


def test_consent_that_is_withdrawn_is_said_loudly(root: Path) -> None:
    imported(root, a_csv({}))
    before = submission_files(root)

    plan = imported(root, a_csv({"Samtycke": "Nej"}))

    assert plan and changes(plan) == ["held"]
    assert plan.planned[0].urgent and the_file(root).stem in plan.planned[0].reasons[0]
    assert submission_files(root) == before


def test_consent_withdrawn_for_a_published_example_proposes_a_pause(root: Path) -> None:
    published(root, key="generic:prov:1")

    plan = imported(root, a_csv({"Samtycke": "Nej"}))

    assert plan and "pause FC-2026-014" in plan.planned[0].reasons[0]


def test_consent_withdrawn_for_an_example_and_its_revision_names_both(root: Path) -> None:
    published(root, key="generic:prov:1", answers_hash="sha256:" + "0" * 64)
    imported(root, a_csv({}))

    plan = imported(root, a_csv({"Samtycke": "Nej"}))

    assert plan
    example, revision = plan.planned[0].reasons
    assert "pause FC-2026-014" in example and the_file(root).stem in revision
    assert plan.planned[0].path.startswith(PublishedExample.folder)


def test_consent_withdrawn_for_what_is_withdrawn_needs_nobody_today(root: Path) -> None:
    imported(root, a_csv({}))
    text = the_file(root).read_text(encoding="utf-8")
    the_file(root).write_text(text.replace("state: received", "state: withdrawn"), encoding="utf-8")

    plan = imported(root, a_csv({"Samtycke": "Nej"}))

    assert plan and changes(plan) == ["held"] and not plan.planned[0].urgent


def test_what_was_withdrawn_is_not_written_down_again_when_its_answer_changes(root: Path) -> None:
    imported(root, a_csv({}))
    text = the_file(root).read_text(encoding="utf-8")
    the_file(root).write_text(text.replace("state: received", "state: withdrawn"), encoding="utf-8")
    before = submission_files(root)

    plan = imported(root, a_csv({"Rubrik": "Ett nytt namn"}))

    assert plan and changes(plan) == ["kept"]
    assert submission_files(root) == before and not (root / "submissions/newer").exists()


def test_what_was_let_through_once_is_unchanged_the_next_month(root: Path) -> None:
    export = a_csv({"Berätta": "Kalle har epilepsi och behöver lugn."})
    imported(root, export, releases={"generic:prov:1": "Kalle är en figur i boken"})

    assert changes(imported(root, export)) == ["unchanged"]


def test_what_was_let_through_is_held_again_when_it_says_something_else(root: Path) -> None:
    export = a_csv({"Berätta": "Kalle har epilepsi och behöver lugn."})
    imported(root, export, releases={"generic:prov:1": "Kalle är en figur i boken"})

    plan = imported(root, a_csv({"Berätta": "Lisa har epilepsi och behöver lugn."}))

    assert changes(plan) == ["held"]


def test_rows_that_nothing_tells_apart_say_what_the_mapping_lacks(root: Path) -> None:
    lacking = a_mapping(id=None, submitted_at=None)
    del lacking["fields"]["unit"], lacking["fields"]["contact_email"]
    a_project(root, lacking)

    plan = imported(root, a_csv({}, {"Rubrik": "En annan"}))

    assert plan and changes(plan) == ["held", "held"]
    assert "submitted_at" in plan.planned[0].reasons[0]


def test_a_response_that_is_gone_from_the_export_is_reported_and_left(root: Path) -> None:
    imported(root, a_csv({}, {"Nr": "2"}))

    plan = imported(root, a_csv({}))

    assert plan and [each.key for each in plan.missing] == ["generic:prov:2"]
    assert len(submission_files(root)) == 2


def test_of_two_rows_with_one_id_the_latest_is_meant(tmp_path: Path) -> None:
    changed = {"column": "Ändrad", "format": "iso"}
    root = a_project(tmp_path, a_mapping(modified_at=changed))

    plan = imported(
        root,
        a_csv(
            {"Rubrik": "Ny", "Ändrad": "2026-03-05"}, {"Rubrik": "Gammal", "Ändrad": "2026-03-04"}
        ),
    )

    assert changes(plan) == ["new", "skipped"]
    assert the_submission(root).title == "Ny"


def test_two_answers_with_one_id_and_one_time_are_held(root: Path) -> None:
    assert changes(imported(root, a_csv({"Rubrik": "En"}, {"Rubrik": "Två"}))) == ["held", "held"]


# ---- Forms without ids ----


@pytest.fixture
def without_ids(tmp_path: Path) -> Path:
    return a_project_without_ids(tmp_path)


def test_a_lost_second_does_not_make_a_new_response(without_ids: Path) -> None:
    imported(without_ids, a_csv({"Inkom": "2026-03-02 09.15.42"}))

    assert changes(imported(without_ids, a_csv({"Inkom": "2026-03-02 09:15"}))) == ["unchanged"]


def test_the_same_sender_and_title_at_another_time_may_be_an_edit(without_ids: Path) -> None:
    imported(without_ids, a_csv({}))

    plan = imported(without_ids, a_csv({"Inkom": "2026-03-09 10:00", "Enhet": "Köket"}))

    assert changes(plan) == ["held"]
    assert len(submission_files(without_ids)) == 1


def test_two_units_may_send_the_same_title(without_ids: Path) -> None:
    other = {"Inkom": "2026-03-09 10:00", "Enhet": "Köket", "E-post": "per@kommun.example"}

    assert changes(imported(without_ids, a_csv({}, other))) == ["new", "new"]


def test_the_senders_address_is_nowhere_in_the_project(without_ids: Path) -> None:
    imported(without_ids, a_csv({}))

    files_left = [
        path for path in without_ids.rglob("*") if path.is_file() and path.suffix != ".csv"
    ]
    assert not any(b"bo@kommun" in path.read_bytes() for path in files_left)


def test_an_exact_copy_of_a_row_is_one_response(without_ids: Path) -> None:
    assert changes(imported(without_ids, a_csv({}, {}))) == ["new", "skipped"]


# ---- The mapping ----


@pytest.mark.parametrize(
    "wrong",
    [
        {"dialect": "papper"},
        {"form": ""},
        {"timezone": "Europe/Huddinge"},
        {"fields": {"titel": {"column": "Rubrik"}}},
        {"fields": {"title": {}}},
        {"fields": {"title": {"column": "Rubrik", "options": "saknas"}}},
        {"fields": {"rights": {"column": "Rubrik"}}},
        {"fields": {"roles": {"column": "Rubrik", "multi": "columns"}}},
        {"annat": "värde"},
    ],
    ids=lambda wrong: str(next(iter(wrong.items()))),
)
def test_a_fault_in_the_mapping_is_told_with_its_line(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    fault = {**MAPPING, **wrong}
    if isinstance(wrong.get("fields"), dict):
        fault["fields"] = MAPPING["fields"] | wrong["fields"]
    root = a_project(tmp_path, fault)
    problems = Problems()

    assert imported(root, a_csv({}), problems) is None
    assert all(problem.location.path == "site_config/forms/prov.yml" for problem in problems)
    assert all(problem.location.line for problem in problems)


def test_a_question_with_new_words_stops_the_whole_file(root: Path) -> None:
    problems = Problems()

    plan = imported(root, a_csv({}).replace(b"Enhet", b"Enheten"), problems)

    assert plan is None
    assert "Enheten" in problems.errors[0].fix
    assert submission_files(root) == {}


def test_headings_are_known_through_odd_spaces_and_marks(root: Path) -> None:
    export = a_csv({}).decode().replace("Enhet", "\xa0Enhet: *", 1)

    assert changes(imported(root, export.encode())) == ["new"]


def test_only_columns_that_the_mapping_names_are_read(root: Path) -> None:
    imported(root, a_csv({"IP-adress": "192.0.2.7"}))

    assert not any("192.0.2.7" in text for text in submission_files(root).values())


def test_a_broken_file_in_the_queue_stops_the_import(root: Path) -> None:
    (root / "submissions").mkdir()
    (root / "submissions" / "FC-2026-001.md").write_text("---\nid: [\n---\n")
    problems = Problems()

    assert imported(root, a_csv({}), problems) is None
    assert problems.errors[0].location.path == "submissions/FC-2026-001.md"


# ---- JSON and XML, where what was not answered is absent ----

RECORD = {
    "Nr": "1", "Inkom": "2026-03-02 09:15", "Rubrik": "Bildstöd", "Kommun": "Huddinge",
    "Enhet": "Snickeriet", "E-post": "", "Samtycke": "Ja",
}  # fmt: skip


def test_a_question_nobody_answered_is_warned_of(root: Path) -> None:
    (root / "svar.json").write_text(json.dumps([RECORD]))
    problems = Problems()

    assert changes(imported(root, root / "svar.json", problems)) == ["new"]
    assert [problem.location.label for problem in problems.warnings] == ["Berätta"]


def test_where_every_question_is_written_a_missing_one_stops_the_file(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(dialect="limesurvey-json", only_if="null"))
    (root / "svar.json").write_text(json.dumps({"responses": [RECORD]}))
    problems = Problems()

    assert imported(root, root / "svar.json", problems) is None
    assert problems.errors[0].location.label == "Berätta"


def test_a_dry_run_leaves_no_secret(root: Path) -> None:
    imported(root, a_csv({}), dry_run=True)

    assert not (root / ".exempelbank").exists()


def test_the_export_of_another_form_is_said_once(root: Path) -> None:
    problems = Problems()

    assert imported(root, b"Fr\xc3\xa5ga;Svar\nEtt;Tv\xc3\xa5\n", problems) is None

    assert len(problems.errors) == 1


def test_a_survey_that_keeps_no_times_is_not_from_1980(root: Path) -> None:
    times = {"submitted_at": {"column": "Inkom", "format": "%Y-%m-%d %H:%M:%S"}}
    a_project(root, a_mapping(dialect="limesurvey", **times))

    plan = imported(root, a_csv({"Inkom": "1980-01-01 00:00:00"}))

    assert changes(plan) == ["new"]
    assert the_file(root).stem.startswith("FC-2026-")


def test_one_response_can_be_read_in_alone(tmp_path):
    root = a_project(tmp_path)
    export = a_csv({"Nr": "1"}, {"Nr": "2", "Rubrik": "Ett annat", "Inkom": "2026-03-03 09:15"})
    planned = imported(root, export, dry_run=True)
    assert planned

    imported(root, export, only=planned.planned[1].id)

    assert [*submission_files(root)] == [planned.planned[1].path]


def test_one_that_is_not_in_the_export_is_said_and_nothing_is_written(tmp_path):
    problems = Problems()

    assert imported(a_project(tmp_path), a_csv({}), problems, only="FC-2026-00000") is None
    assert len(problems.errors) == 1 and submission_files(tmp_path) == {}
