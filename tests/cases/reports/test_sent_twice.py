"""Forms without ids: an answer that was sent twice is one, on whichever side of a minute it falls.

Source: what an earlier round of these reports left; a second click gave a second response when the
minute had turned between them, and none when it had not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.builders import (
    a_csv,
    a_project,
    a_project_without_ids,
    changes,
    imported,
    reasons,
    submission_files,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_project_without_ids(tmp_path)


FIRST = {"Inkom": "2026-03-02 09:15:59"}
AGAIN = {"Inkom": "2026-03-02 09:16:02"}


def test_what_was_sent_twice_across_a_minute_is_one(root: Path) -> None:
    plan = imported(root, a_csv(AGAIN, FIRST))

    assert changes(plan) == ["skipped", "new"]
    assert "3" in reasons(plan)[0]


def test_a_copy_beside_its_own_is_no_reason_to_forget_it(root: Path) -> None:
    """Also where senders can't be compared."""
    imported(root, a_csv(FIRST))
    (root / ".exempelbank" / "secret").write_text("of another computer", encoding="utf-8")

    assert changes(imported(root, a_csv(FIRST, FIRST))) == ["unchanged", "skipped"]


@pytest.mark.parametrize("sender", ["bo@kommun.example", ""])
def test_what_was_sent_again_with_a_change_is_held_with_both_rows(root: Path, sender: str) -> None:
    both = [{**each, "E-post": sender} for each in (FIRST, AGAIN)]

    plan = imported(root, a_csv(both[0], {**both[1], "Berätta": "Vi samlas klockan tio."}))

    assert changes(plan) == ["held", "held"]
    assert all("2, 3" in reason for reason in reasons(plan))


def test_a_title_with_another_sign_at_its_end_is_no_other_title(root: Path) -> None:
    again = {**AGAIN, "Rubrik": "Bildstöd i morgonmötet!"}

    assert changes(imported(root, a_csv(FIRST, again))) == ["held", "held"]


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


def test_two_ids_with_equal_answers_are_two_and_the_second_is_pointed_out(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv(FIRST, {**AGAIN, "Nr": "2"}))

    assert plan and changes(plan) == ["new", "new"]
    assert [len(step.response.warnings) for step in plan.planned] == [0, 1]
