"""A sheet writes a date in its country's order: which one is told by all of them, or asked.

Source: reports of sheets whose dates were read with day and month exchanged, or not at all; two
public exports of forms with times such as 3/22/2026 8:53:03.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from exempelbank.intake.parsing.time_formats import as_read, orders_fitting
from exempelbank.intake.plan import ImportAction
from tests.cases.reports.suggested import Suggested, suggested
from tests.intake.builders import NOW, a_csv, a_mapping, a_project, changes, fields, imported


def with_times(root: Path, *times: str, heading: str = "Timestamp") -> Suggested:
    headings = [heading, "Rubrik", "Kommun", "Enhet", "Samtycke"]
    rows = ([time, f"Bildkort {n}", "Nacka", f"Villan {n}", "Ja"] for n, time in enumerate(times))
    return suggested(root, headings, *rows)


def submitted(found: Suggested) -> list[str]:
    plan = found.imported()
    assert plan and plan.count(ImportAction.NEW) == len(plan.planned)
    return [fields(plan, index)["submitted_at"][:19] for index in range(len(plan.planned))]


def test_a_day_over_twelve_tells_the_order_of_all(tmp_path: Path) -> None:
    """As it was reported."""
    found = with_times(tmp_path, "3/22/2026 8:53:03", "12/1/2025 15:03:22")

    assert found.mapping["submitted_at"]["format"] == "%m/%d/%Y %H:%M:%S"
    assert submitted(found) == ["2026-03-22T08:53:03", "2025-12-01T15:03:22"]


@pytest.mark.parametrize(
    ("times", "days"),
    [
        (["22/3/2026 8:53", "12/1/2025 15:03"], ["2026-03-22T08:53:00", "2025-01-12T15:03:00"]),
        (["22.3.2026 08.53", "1.12.2025 15.03"], ["2026-03-22T08:53:00", "2025-12-01T15:03:00"]),
        (["3/22/26 8:53 PM", "12/1/25 3:03 AM"], ["2026-03-22T20:53:00", "2025-12-01T03:03:00"]),
        (["3/22/2026, 8:53:03 AM"], ["2026-03-22T08:53:03"]),
        (["22-03-2026 08:53"], ["2026-03-22T08:53:00"]),
        (["2026-03-22 kl. 08:53"], ["2026-03-22T08:53:00"]),
        (["2026/3/22 8:53"], ["2026-03-22T08:53:00"]),
        (["22-Mar-2026 08:53", "1-Dec-2025 15:03"], ["2026-03-22T08:53:00", "2025-12-01T15:03:00"]),
        (["March 22, 2026 8:53 AM"], ["2026-03-22T08:53:00"]),
        (["46103.370868", "45992,627"], ["2026-03-22T08:54:03", "2025-12-01T15:02:53"]),
        (["22/3/2026 8:53", "12/1/2025 15:03:22"], ["2026-03-22T08:53:00", "2025-01-12T15:03:22"]),
    ],
)
def test_every_way_of_writing_is_read_as_it_was_meant(
    times: list[str], days: list[str], tmp_path: Path
) -> None:
    for heading in ("Timestamp", "Inkom"):  # of a known tool, and of none
        assert submitted(with_times(tmp_path / heading, *times, heading=heading)) == days


@pytest.mark.parametrize(
    ("times", "one", "other", "days"),
    [
        (["3/4/2026 8:53", "12/1/2025 15:03"], "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "04-03 03-04"),
        (["5.6.2026 09.15"], "%d.%m.%Y %H.%M", "%m.%d.%Y %H.%M", "06-05 05-06"),
        (["3/4/26 8:53 AM"], "%d/%m/%y %I:%M %p", "%m/%d/%y %I:%M %p", "04-03 03-04"),
    ],
)
def test_where_several_orders_fit_it_is_asked_and_nothing_is_read(
    times: list[str], one: str, other: str, days: str, tmp_path: Path
) -> None:
    found = with_times(tmp_path, *times)
    plan = found.imported()

    assert "format" not in found.mapping["submitted_at"]
    assert f'format: "{one}"' in found.draft and f'format: "{other}"' in found.draft
    assert plan and plan.count(ImportAction.HELD) == len(times)
    why = plan.planned[0].reasons[0]
    assert f'"{one}"' in why and f'"{other}"' in why
    assert all(f"2026-{day}" in why and f"2026-{day}" in found.draft for day in days.split())


def test_what_was_chosen_is_read(tmp_path: Path) -> None:
    times = {"column": "Inkom", "format": ["%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S"]}
    root = a_project(tmp_path, a_mapping(submitted_at=times))

    plan = imported(
        root, a_csv({"Inkom": "3/4/2026 8:53"}, {"Nr": "2", "Inkom": "3/4/2026 8:53:07"})
    )

    assert [fields(plan, index)["submitted_at"][:19] for index in (0, 1)] == [
        "2026-04-03T08:53:00",
        "2026-04-03T08:53:07",
    ]


def test_a_held_time_names_the_format_to_write(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Inkom": "22/3/2026 8:53:03"}))

    assert plan
    assert 'format: "%d/%m/%Y %H:%M:%S"' in plan.planned[0].reasons[0]


def test_where_a_file_mixes_the_orders_what_may_be_either_is_held(tmp_path: Path) -> None:
    times = {"column": "Inkom", "format": "%d/%m/%Y %H:%M"}
    written = ["22/3/2026 8:53", "3/22/2026 8:53", "3/4/2026 8:53", "5/5/2026 8:53"]
    root = a_project(tmp_path, a_mapping(submitted_at=times))

    plan = imported(root, a_csv(*({"Nr": str(n), "Inkom": t} for n, t in enumerate(written, 1))))

    assert changes(plan) == ["new", "held", "held", "new"]
    assert plan and "2026-04-03" in plan.planned[2].reasons[0]
    assert "2026-03-04" in plan.planned[2].reasons[0]


@settings(max_examples=15, deadline=None)
@given(
    strategies.datetimes(NOW.replace(year=2010, tzinfo=None), NOW.replace(year=2035, tzinfo=None)),
    strategies.sampled_from(["%d/%m/%Y %H:%M", "%m/%d/%y %I:%M:%S %p", "%Y-%m-%d", "%d %B %Y"]),
)
def test_the_day_that_was_written_is_among_the_readings(moment: datetime, notation: str) -> None:
    written = moment.strftime(notation)

    days = [as_read(written, order[0]) for order in orders_fitting([written])]

    assert moment.strftime("%Y-%m-%d") in days
