"""Forms without ids: two different answers are never one.

Source: exports of Google Forms and Nextcloud Forms, where two examples were sent within one minute
from one unit. The minute and the unit were the key, so all but the last were passed by as older.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.intake.identity.response_key import Secret, letters_of
from exempelbank.intake.known_records import KnownRecord, KnownRecords
from exempelbank.intake.parsing.parsed_row import ParsedRow
from exempelbank.intake.plan import ImportAction, ImportPlan, plan_import
from exempelbank.intake.response import Response, response_from
from exempelbank.model.example import Section
from tests.intake.builders import (
    NOW,
    a_csv,
    a_mapping,
    a_project,
    changes,
    imported,
    submission_files,
)

SECRET = Secret(b"of this computer")
SENT = {"column": "Inkom", "format": "%Y-%m-%d %H:%M:%S"}
PICTURES = {"Inkom": "2026-03-02 09:15:03", "Rubrik": "Bildkort vid frukosten"}
WALK = {"Inkom": "2026-03-02 09:15:55", "Rubrik": "Kvällspromenad"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_project(tmp_path, a_mapping(id="null", dialect="google-forms", submitted_at=SENT))


def reasons(plan: ImportPlan | None) -> list[str]:
    assert plan
    return [" ".join(step.reasons) for step in plan.planned]


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
    mapping = a_mapping(id="null", dialect="google-forms", submitted_at=SENT)
    later, at_once = (a_project(tmp_path / name, mapping) for name in ("later", "at_once"))
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


# ---- Sent twice ----

FIRST = {"Inkom": "2026-03-02 09:15:59"}
AGAIN = {"Inkom": "2026-03-02 09:16:02"}


def test_what_was_sent_twice_across_a_minute_is_one(root: Path) -> None:
    plan = imported(root, a_csv(AGAIN, FIRST))

    assert changes(plan) == ["skipped", "new"]
    assert "3" in reasons(plan)[0]


def test_a_copy_beside_its_own_is_no_reason_to_forget_it(root: Path) -> None:
    """Also where senders can't be compared."""
    imported(root, a_csv(PICTURES))
    (root / ".exempelbank" / "secret").write_text("of another computer", encoding="utf-8")

    assert changes(imported(root, a_csv(PICTURES, PICTURES))) == ["unchanged", "skipped"]


@pytest.mark.parametrize("sender", ["bo@kommun.example", ""])
def test_what_was_sent_again_with_a_change_is_held_with_both_rows(root: Path, sender: str) -> None:
    both = [{**each, "E-post": sender} for each in (FIRST, AGAIN)]

    plan = imported(root, a_csv(both[0], {**both[1], "Berätta": "Vi samlas klockan tio."}))

    assert changes(plan) == ["held", "held"]
    assert all("2, 3" in reason for reason in reasons(plan))


def test_a_title_with_another_sign_at_its_end_is_no_other_title(root: Path) -> None:
    assert changes(
        imported(root, a_csv(PICTURES, {**PICTURES, "Rubrik": PICTURES["Rubrik"] + "!"}))
    ) == [
        "held",
        "held",
    ]


def test_a_slip_put_right_in_the_title_is_held_with_both_rows(root: Path) -> None:
    plan = imported(root, a_csv(FIRST, {**AGAIN, "Rubrik": "Bildstöd på morgonmötet"}))

    assert changes(plan) == ["held", "held"]


def test_parts_of_a_series_are_different_responses(root: Path) -> None:
    parts = ({**FIRST, "Rubrik": "Bildstöd, del 1"}, {**AGAIN, "Rubrik": "Bildstöd, del 2"})

    assert changes(imported(root, a_csv(*parts))) == ["new", "new"]


@pytest.mark.parametrize("left", [FIRST, AGAIN])
def test_either_of_two_copies_is_the_response_that_is_known(
    root: Path, left: dict[str, str]
) -> None:
    imported(root, a_csv(FIRST, AGAIN))

    assert changes(imported(root, a_csv(left))) == ["unchanged"]
    assert len(submission_files(root)) == 1


# ---- With ids ----


def test_one_id_for_other_titles_of_other_senders_holds_them(tmp_path: Path) -> None:
    """Another column was taken for the id. An edit leaves something of what it changes."""
    root = a_project(tmp_path, a_mapping(submitted_at=SENT))
    other = {**WALK, "E-post": "eva@kommun.example"}

    assert changes(imported(root, a_csv(PICTURES, other))) == ["held", "held"]


def test_two_ids_with_equal_answers_are_two_and_the_second_is_pointed_out(tmp_path: Path) -> None:
    plan = imported(
        a_project(tmp_path, a_mapping(submitted_at=SENT)), a_csv(FIRST, {**AGAIN, "Nr": "2"})
    )

    assert plan and changes(plan) == ["new", "new"]
    assert [len(step.response.warnings) for step in plan.planned] == [0, 1]


# ---- All of it ----

CHOICES = st.tuples(
    st.sampled_from(["Bildkort", "Promenad", ""]),
    st.sampled_from(["Vi gick.", "Vi satt."]),
    st.sampled_from(["bo@kommun.example", "eva@kommun.example", ""]),
    st.sampled_from(["Snickeriet", ""]),
    st.sampled_from([0, 50, 65, 90_000]),  # seconds
)
Answers = tuple[str, str, str, str, int]


def a_response(row: int, answers: Answers) -> Response:
    title, how, email, unit, seconds = answers
    values = {"title": title, "contact_email": email, "unit": unit}
    parsed = ParsedRow(
        row,
        submitted_at=NOW.replace(second=0) + timedelta(seconds=seconds),
        values=values,
        sections={Section.HOW: how},
        yes_no={"consent": True},
    )
    return response_from(parsed, "google-forms", "prov", SECRET)


def planned(rows: Sequence[Answers], known: Sequence[KnownRecord] = ()) -> ImportPlan:
    responses = [a_response(number, row) for number, row in enumerate(rows, 2)]
    return plan_import(
        responses,
        KnownRecords(tuple(known)),
        dialect="google-forms",
        form="prov",
        prefix="FC",
        now=NOW,
    )


def written(plan: ImportPlan) -> list[KnownRecord]:
    return [
        KnownRecord(
            id=step.id,
            path=step.path,
            key=step.response.key,
            state="received",
            published=False,
            answers_hash=step.response.answers_hash,
            untouched=True,
            sender_hash=step.response.sender_hash,
            title=step.response.title,
            unit=step.response.unit,
        )
        for step in plan.planned
        if step.action is ImportAction.NEW
    ]


def actions(plan: ImportPlan, rows: Sequence[Answers]) -> Counter[tuple[object, ...]]:
    """Of each answer, whenever it was sent: of two copies either may be the one that counts."""
    return Counter((step.action, row[:4]) for step, row in zip(plan.planned, rows, strict=True))


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(CHOICES, max_size=6), data=st.data())
def test_no_answer_disappears_in_any_order_and_nothing_comes_of_the_same_again(
    rows: list[Answers], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))
    plan = planned(rows)

    seen = {row[:4] for row in rows}
    skipped = [step for step in plan.planned if step.action is ImportAction.SKIPPED]
    listed = {
        row[:4]
        for step, row in zip(plan.planned, rows, strict=True)
        if step.action is not ImportAction.SKIPPED
    }
    assert listed == seen and len(skipped) == len(rows) - len(seen)
    assert actions(planned(shuffled), shuffled) == actions(plan, rows)
    again = planned(shuffled, written(plan))
    assert again.count(ImportAction.NEW) == again.count(ImportAction.UPDATED) == 0
    keys = [step.response.key for step in plan.planned if step.action is not ImportAction.SKIPPED]
    assert len(set(keys)) == len(keys)


@settings(max_examples=50, deadline=None)
@given(first=st.lists(CHOICES, max_size=4), second=st.lists(CHOICES, max_size=4))
def test_what_is_known_gives_place_only_to_the_same_title_and_sender(
    first: list[Answers], second: list[Answers]
) -> None:
    known = written(planned(first))
    before = {record.key: record for record in known}

    for rows in (second, first + second):
        steps = planned(rows, known).planned
        for step in steps:
            old = before.get(step.response.key)
            if step.action is ImportAction.UPDATED:
                assert old and letters_of(old.title) == letters_of(step.response.title)
                assert old.sender_hash in ("", step.response.sender_hash or old.sender_hash)
            assert not (step.action is ImportAction.NEW and old)
    assert ImportAction.UPDATED not in {step.action for step in steps}  # all are there
