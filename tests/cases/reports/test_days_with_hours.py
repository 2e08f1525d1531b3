"""A day with an hour of it was taken for a personal number, and no one could let it through.

One in ten of them has digits that check. What no one can tell from a number is held still, but a
person may say what it is.

Source: a public export of cases, with a column of days and hours.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.checks.privacy import check_words
from exempelbank.privacy.numbers import certain_numbers, numbers_or_times, personal_numbers
from exempelbank.problems import Location
from tests.intake.builders import a_csv, a_project, imported
from tests.privacy.test_numbers import TIMES

CLEAR = (
    "20{y}-{m}-{d} {t}", "20{y}-{m}-{d} {t}-2359", "20{y}-{m}-{d} {t}–2359", "20{y}{m}{d} {t}",
    "20{y}-{m}-{d} {H}:{M}", "20{y}-{m}-{d}T{H}:{M}:12", "20{y}-{m}-{d} {H}.{M}-23.59",
    "20{y}-{m}-{d} {H}-24", "20{y}-{m}-{d}, {t}", "20{y}-{m}-{d} kl. {t}", "20{y}.{m}.{d} {t}",
    "20{y}{m}{d}T{t}12", "IMG_20{y}{m}{d}_{t}12.jpg",
)  # fmt: skip
UNCLEAR = (
    "20{y}-{m}-{d}-{t}", "20{y}-{m}-{d} - {t}", "20{y}-{m}-{d} ({t})", "20{y}-{m}-{d}: {t}",
    "20{y}-{m}-{d}-{H}-{M}",
)  # fmt: skip


def texts(form: str) -> list[str]:
    """Days and hours whose digits check."""
    return [
        form.format(y=day[:2], m=day[2:4], d=day[4:], t=time, H=time[:2], M=time[2:])
        for day, time in TIMES[::7]
    ]


def test_a_day_and_hours_hold_no_answer(tmp_path: Path) -> None:
    plan = imported(
        a_project(tmp_path), a_csv({"Berätta": "Träffen var 2026-03-02 0815-1600 i Salen."})
    )

    assert plan and plan.planned[0].action == "new"
    assert plan.planned[0].response.warnings == ()  # nor is it a phone number


@pytest.mark.parametrize("form", CLEAR)
def test_a_whole_day_followed_by_an_hour_is_a_time(form: str) -> None:
    found = [text for text in texts(form) if any(personal_numbers(f"Vi sågs {text} i Salen."))]

    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "08.01.2024 09.00", "08/01/2024 09:00", "08.01.2024 09-16", "03-01-2024 0830-1600",
        "03 mars 2024 0830-1600", "2024-01-05/07 09:00", "2024-01-06 0915/1600",
    ],
)  # fmt: skip
def test_so_it_is_however_the_day_is_written(text: str) -> None:
    assert not list(personal_numbers(f"Vi sågs {text} i Salen."))


@pytest.mark.parametrize("form", UNCLEAR)
def test_what_only_a_person_can_tell_is_for_a_person_to_tell(form: str) -> None:
    for text in texts(form):
        assert list(numbers_or_times(text)) and not list(certain_numbers(text))


@pytest.mark.parametrize("text", ["260305-1315", "20260305-1315", "202603051315"])
def test_an_hour_for_which_people_plan_can_be_let_through_with_a_reason(
    tmp_path: Path, text: str
) -> None:
    root, answers = a_project(tmp_path), a_csv({"Berätta": f"Vi sågs {text}."})
    held = imported(root, answers)
    assert held and held.planned[0].action == "held" and held.planned[0].releasable

    key = held.planned[0].response.key
    released = imported(root, answers, releases={key: "Det är en dag och ett klockslag"})

    assert released and released.planned[0].action == "new"


@pytest.mark.parametrize(
    "text",
    [
        "19121212-1212", "121212-1212", "20121212-1212", "20121212–1212", "1912-12-12-1212",
        "811228-9874", "81-12-28 98 74:30", "8112 28-9874-1600",
        "personnummer 260305 1345", "260305-1323",
    ],
)  # fmt: skip
def test_what_is_written_as_a_number_is_one(text: str) -> None:
    assert list(certain_numbers(text)) and not list(numbers_or_times(text))


def test_a_number_beside_a_time_is_never_let_through(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": "Vi sågs 260305-1315, 811228-9874."}))

    assert plan and plan.planned[0].action == "held" and not plan.planned[0].releasable


def test_check_says_the_same_as_import() -> None:
    problems = [*check_words(Location("a.md"), "Vi sågs 2026-03-05-1323.")]

    assert [problem.severity for problem in problems] == ["error"]
    assert not [*check_words(Location("a.md"), "Vi sågs 2026-03-05 1323.")]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TIMES), st.sampled_from(["-", "–", " - ", "", " ", "T"]), st.booleans())
def test_nothing_that_was_found_is_lost_between_the_two(
    time: tuple[str, str], between: str, whole: bool
) -> None:
    text = f"{'20' * whole}{time[0]}{between}{time[1]}"

    assert any(personal_numbers(text)) == (
        any(certain_numbers(text)) or any(numbers_or_times(text))
    )
