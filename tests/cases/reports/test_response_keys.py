"""Forms without ids: two different answers are never one.

Source: exports of Google Forms and Nextcloud Forms, where two examples were sent within one minute
from one unit. The minute and the unit were the key, so all but the last were passed by as older.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.intake.builders import (
    a_csv,
    a_mapping,
    a_project,
    a_project_without_ids,
    changes,
    imported,
    reasons,
    submission_files,
)

PICTURES = {"Inkom": "2026-03-02 09:15:03", "Rubrik": "Bildkort vid frukosten"}
WALK = {"Inkom": "2026-03-02 09:15:55", "Rubrik": "Kvällspromenad"}
WITH_SECONDS = {"column": "Inkom", "format": "%Y-%m-%d %H:%M:%S"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_project_without_ids(tmp_path)


def files_by_text(root: Path, *texts: str) -> list[str]:
    """The name of the one file that holds each."""
    return [name for text in texts for name, file in submission_files(root).items() if text in file]


# ---- Within a minute ----


def test_two_examples_from_one_unit_in_one_minute_are_two(root: Path) -> None:
    sent = a_csv(PICTURES, {**WALK, "E-post": "annan@kommun.example"})

    assert changes(imported(root, sent)) == ["new", "new"]


def test_a_key_in_a_dry_run_is_the_key_that_lets_the_response_in(root: Path) -> None:
    """Before the first import there is no secret that is kept."""
    export = a_csv(PICTURES, {**PICTURES, "Berätta": "Annat."})
    dry_run = imported(root, export, dry_run=True)
    assert dry_run
    releases = {step.response.key: "Två exempel" for step in dry_run.planned}

    assert changes(imported(root, export, releases=releases)) == ["new", "new"]


def test_three_titles_from_one_sender_in_one_minute_are_three(root: Path) -> None:
    third = {"Inkom": "2026-03-02 09:15:30", "Rubrik": "Fika på stan"}

    assert changes(imported(root, a_csv(WALK, third, PICTURES))) == ["new", "new", "new"]


@pytest.mark.parametrize("second", ["2026-03-02 09:15:03", "2026-03-02 09:15:55"])
def test_one_title_from_two_senders_is_two(root: Path, second: str) -> None:
    other = {**PICTURES, "Inkom": second, "E-post": "eva@kommun.example", "Berätta": "Annat."}

    assert changes(imported(root, a_csv(PICTURES, other))) == ["new", "new"]


@pytest.mark.parametrize("sender", ["bo@kommun.example", ""])
def test_what_only_the_text_tells_apart_is_held_with_both_rows(root: Path, sender: str) -> None:
    first = {**PICTURES, "E-post": sender}

    plan = imported(root, a_csv(first, {**first, "Inkom": WALK["Inkom"], "Berätta": "Annat."}))

    assert changes(plan) == ["held", "held"]
    assert all("2, 3" in reason for reason in reasons(plan))


def test_an_address_that_one_of_them_lacks_tells_nothing_apart(root: Path) -> None:
    plan = imported(root, a_csv(PICTURES, {**PICTURES, "E-post": "", "Berätta": "Annat."}))

    assert changes(plan) == ["held", "held"]


def test_equal_answers_are_one_and_the_copy_names_its_row(root: Path) -> None:
    plan = imported(root, a_csv(PICTURES, {**PICTURES, "Inkom": WALK["Inkom"]}))

    assert changes(plan) == ["new", "skipped"]
    assert "2" in reasons(plan)[1]


# ---- What is held can be let in ----


def test_those_held_are_let_in_one_by_one_and_stay_in(root: Path) -> None:
    export = a_csv(PICTURES, {**PICTURES, "Berätta": "Annat."})
    plan = imported(root, export)
    assert plan
    first, second = (step.response.key for step in plan.planned)

    one = imported(root, export, releases={second: "Två exempel"})
    both = imported(root, export, releases={first: "Två exempel"})

    assert [changes(one), changes(both)] == [["held", "new"], ["new", "unchanged"]]
    assert changes(imported(root, export)) == ["unchanged", "unchanged"]
    assert len(submission_files(root)) == 2


def test_a_row_that_is_removed_lets_the_other_in(root: Path) -> None:
    later = {**PICTURES, "Berätta": "Rättat."}
    imported(root, a_csv(PICTURES, later))

    assert changes(imported(root, a_csv(later))) == ["new"]


# ---- The next export ----


@pytest.mark.parametrize("then", [(PICTURES, WALK), (WALK, PICTURES), (PICTURES,), (WALK,)])
def test_sorted_and_filtered_exports_find_their_own(
    root: Path, then: Sequence[dict[str, str]]
) -> None:
    imported(root, a_csv(PICTURES, WALK))
    before = submission_files(root)

    assert set(changes(imported(root, a_csv(*then)))) == {"unchanged"}
    assert submission_files(root) == before


@pytest.mark.parametrize("first", [PICTURES, WALK])
def test_one_first_and_the_other_later_is_as_both_at_once(
    tmp_path: Path, first: dict[str, str]
) -> None:
    later, at_once = (a_project_without_ids(tmp_path / name) for name in ("later", "at_once"))
    imported(later, a_csv(first))
    imported(later, a_csv(PICTURES, WALK))
    imported(at_once, a_csv(PICTURES, WALK))

    names = [files_by_text(each, "Bildkort", "Kvällsp") for each in (later, at_once)]
    assert names[0] == names[1] and len(set(names[0])) == 2


def test_another_of_the_minute_never_writes_over_the_one_that_is_known(root: Path) -> None:
    """The export is filtered: the first is not in it."""
    imported(root, a_csv(PICTURES))
    before = submission_files(root)

    plan = imported(root, a_csv(WALK))

    assert plan and changes(plan) == ["held"] and plan.planned[0].releasable
    assert submission_files(root) == before


def test_an_answer_edited_within_its_minute_finds_its_own_among_several(root: Path) -> None:
    imported(root, a_csv(PICTURES, WALK))

    plan = imported(root, a_csv({**WALK, "Berätta": "Vi går vid sju."}, PICTURES))

    assert changes(plan) == ["updated", "unchanged"]
    assert len(submission_files(root)) == 2


def with_key_of_before(root: Path) -> None:
    """As an earlier version wrote it, which knew the minute and the unit alone."""
    for name, text in submission_files(root).items():
        key = next(line for line in text.splitlines() if line.startswith("  key:"))
        (root / name).write_text(text.replace(key, key.rpartition("-")[0]), encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (PICTURES, "unchanged"),
        ({**PICTURES, "Berätta": "Vi samlas klockan tio."}, "kept"),
        ({**PICTURES, "Samtycke": "Nej"}, "held"),
    ],
)
def test_a_key_from_an_earlier_version_still_finds_its_own(
    root: Path, row: dict[str, str], change: str
) -> None:
    imported(root, a_csv(PICTURES))
    with_key_of_before(root)
    before = submission_files(root)

    plan = imported(root, a_csv(WALK, row))

    assert plan and changes(plan) == ["new", change]
    assert plan.planned[1].id in next(iter(before))
    assert plan.planned[1].urgent == (change == "held")


def test_a_title_that_the_reviewer_changed_does_not_lose_the_response(root: Path) -> None:
    imported(root, a_csv(PICTURES))
    ((name, text),) = submission_files(root).items()
    (root / name).write_text(text.replace("Bildkort vid", "Bilder till"), encoding="utf-8")

    plan = imported(root, a_csv({**PICTURES, "Berätta": "Nytt."}))

    assert changes(plan) == ["kept"]


def test_a_colleagues_computer_knows_the_responses_too(root: Path) -> None:
    """It has another secret, so senders can't be compared."""
    imported(root, a_csv(PICTURES, WALK))
    (root / ".exempelbank" / "secret").write_text("of another computer", encoding="utf-8")

    assert changes(imported(root, a_csv(WALK, PICTURES))) == ["unchanged", "unchanged"]


# ---- With ids ----


def test_one_id_for_other_titles_of_other_senders_holds_them(tmp_path: Path) -> None:
    """Another column was taken for the id. An edit leaves something of what it changes."""
    root = a_project(tmp_path)
    other = {**WALK, "E-post": "eva@kommun.example"}

    assert changes(imported(root, a_csv(PICTURES, other))) == ["held", "held"]


AUTUMN = {"Inkom": "2026-03-09 08:00:00", "Rubrik": "Musik i väntrummet", "Enhet": "Ugglan"}


@pytest.mark.parametrize("begun", [True, False])
def test_a_form_that_has_begun_its_numbers_anew_overwrites_nothing(
    tmp_path: Path, begun: bool
) -> None:
    root = a_project(tmp_path, a_mapping(submitted_at=WITH_SECONDS))
    imported(root, a_csv(PICTURES))
    for name, text in submission_files(root).items():
        (root / name).write_text(text + "\n" * begun, encoding="utf-8")
    before = submission_files(root)

    plan = imported(root, a_csv(AUTUMN))

    assert changes(plan) == ["held"]
    assert next(iter(before)) in reasons(plan)[0]
    assert submission_files(root) == before


@pytest.mark.parametrize(
    "edit",
    [
        {"Rubrik": "Musik i väntrummet", "Enhet": "Ugglan"},
        {"Rubrik": "Musik i väntrummet", "Inkom": "2026-03-02 09:15:00"},  # Excel has dropped them
        {"Inkom": "2026-03-09 08:00:00", "Enhet": "Ugglan", "Berätta": "Nytt."},
        {"Rubrik": "", "Inkom": "2026-03-09 08:00:00"},
    ],
)
def test_an_edit_keeps_its_time_or_its_title(tmp_path: Path, edit: dict[str, str]) -> None:
    root = a_project(tmp_path, a_mapping(submitted_at=WITH_SECONDS))
    imported(root, a_csv(PICTURES))

    assert changes(imported(root, a_csv({**PICTURES, **edit}))) == ["updated"]


def test_a_no_under_a_number_of_before_alarms_and_says_that_it_may_be_another(
    tmp_path: Path,
) -> None:
    root = a_project(tmp_path, a_mapping(submitted_at=WITH_SECONDS))
    imported(root, a_csv(PICTURES))

    plan = imported(root, a_csv({**AUTUMN, "Samtycke": "Nej"}))

    assert plan and plan.planned[0].urgent
    assert "form:" in reasons(plan)[0]


def test_what_was_let_in_as_an_edit_is_not_asked_about_again(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(submitted_at=WITH_SECONDS))
    imported(root, a_csv(PICTURES))
    held = imported(root, a_csv(AUTUMN))
    assert held

    released = imported(root, a_csv(AUTUMN), releases={held.planned[0].response.key: "Ändrat"})

    assert changes(released) == ["updated"]
    assert changes(imported(root, a_csv(AUTUMN))) == ["unchanged"]


def test_a_new_word_for_yes_alarms_and_says_that_the_mapping_does_not_know_it(
    tmp_path: Path,
) -> None:
    root = a_project(tmp_path)
    imported(root, a_csv({}))

    plan = imported(root, a_csv({"Samtycke": "Ja, gärna"}))

    assert plan and plan.planned[0].urgent
    assert "Samtycke" in plan.planned[0].reasons[1]
