"""How many came, by kind, network, municipality and role; and what nobody has followed up."""

from datetime import date

import pytest

from exempelbank.followup.participants import (
    participant_figures,
    participant_parts,
    without_follow_up,
)
from tests.builders import TODAY, sample_settings
from tests.feeds.builders import NETWORK, a_catalogue, event, occasion

NEXT_YEAR = date(2027, 1, 1)


@pytest.fixture(scope="module")
def settings():
    return sample_settings()


def held(id, participants, day="2025-11-12", **given):
    """A seminar that has been, unless it is said what it was."""
    times = occasion(f"{day} 13:00", f"{day} 15:00")
    return event(id, times, participants=participants, **{"kind": "seminarium", **given})


def parts(**numbers):
    return [{"municipality": name, "number": number} for name, number in numbers.items()]


def rows_of(figures):
    return {table.id: {row[0]: row[1:] for row in table.rows} for table in figures}


def test_those_who_came_are_counted_by_kind_and_year(settings):
    catalogue = a_catalogue(
        held("a", 20),
        held("b", 30, "2026-02-03"),
        held("c", None),
        held("d", 50, cancelled=True),
        held("snart", 70, "2026-11-12"),
        held("kurs", 12, kind="kurs"),
    )
    rows = rows_of(participant_figures(catalogue, settings, TODAY))["deltagare"]

    assert rows == {"Seminarium": (3, 20, 30, 50), "Kurs": (1, 12, 0, 12)}


def test_an_activity_with_fewer_than_five_is_in_no_sum(settings):
    catalogue = a_catalogue(held("a", 20), held("b", 4, municipality="solna"))
    [by_kind, _by_network] = participant_figures(catalogue, settings, TODAY)

    assert by_kind.rows == (("Seminarium", 2, 20, 20),)
    assert "2 av 2" in by_kind.note


def test_a_meeting_counts_for_each_of_its_networks(settings):
    catalogue = a_catalogue(held("a", 20, networks=(NETWORK.id, "annat")))
    rows = rows_of(participant_figures(catalogue, settings, TODAY))["deltagare-natverk"]

    assert rows == {NETWORK.title: (1, 20, 20)}


def test_each_table_says_for_how_many_of_its_own_activities_it_is_known(settings):
    catalogue = a_catalogue(held("a", 20, networks=(NETWORK.id,)), held("b", 9), held("c", None))
    by_kind, by_network = participant_figures(catalogue, settings, TODAY)

    assert "2 av 3" in by_kind.note and "1 av 1" in by_network.note


def test_without_numbers_there_are_no_tables(settings):
    catalogue = a_catalogue(held("a", None), held("b", 3))

    assert not [*participant_figures(catalogue, settings, TODAY)]
    assert not [*participant_parts(catalogue, settings, TODAY)]


def test_parts_are_summed_over_a_year_and_small_ones_hidden_with_the_next(settings):
    catalogue = a_catalogue(
        held("a", 20, participants_by_municipality=parts(solna=3, nacka=9)),
        held("b", 20, participants_by_municipality=parts(solna=3, taby=2, nacka=9)),
        held("c", 20, "2026-02-03", participants_by_municipality=parts(taby=7)),
        held("few", 4, participants_by_municipality=parts(salem=4)),
    )
    rows = rows_of(participant_parts(catalogue, settings, NEXT_YEAR))["deltagare-kommuner"]

    hidden = "visas inte"
    assert rows == {"Nacka": (18, 0), "Solna": (hidden, 0), "Täby": (hidden, 7)}


def test_one_more_activity_in_a_year_that_is_not_over_tells_nobody_who_came_to_it(settings):
    over = held("over", 20, participants_by_municipality=parts(nacka=9))
    first = held("a", 30, "2026-02-03", participants_by_municipality=parts(huddinge=5, taby=20))
    one_more = held("b", 26, "2026-03-02", participants_by_municipality=parts(huddinge=3, taby=23))
    before, after = (
        [*participant_parts(a_catalogue(*events), settings, TODAY)]
        for events in ((over, first), (over, first, one_more))
    )

    assert before == after
    assert [table.rows for table in after] == [(("Nacka", 9),)]
    assert after[0].note.endswith("2026 visas när året är slut.")


def test_the_first_year_has_no_rows_and_says_when_they_come(settings):
    catalogue = a_catalogue(
        held("a", 30, "2026-02-03", participants_by_municipality=parts(taby=20))
    )
    [table] = participant_parts(catalogue, settings, TODAY)

    assert (table.columns, table.rows) == (("Kommun",), ())
    assert table.note == "2026 visas när året är slut."
    assert "2026 visas när året är slut." in table.as_lines()


def test_what_was_not_followed_up_the_last_year_is_listed(settings):
    catalogue = a_catalogue(
        held("utan", 20, title="Utan"),
        held("med", 20, title="Med", follow_up_event="efter"),
        held("efter", 20, "2026-02-03", title="Efter"),
        held("natverk", 20, networks=(NETWORK.id,)),
        held("lange-sedan", 20, "2024-11-12"),
        held("installd", None, cancelled=True),
        held("fore", 20, title="Före"),
        held("huvudsak", 20, title="Det", preparatory_event="fore", follow_up_event="efter"),
    )
    [table] = without_follow_up(catalogue, settings, TODAY)

    assert table.rows == (("Utan", "2025-11-12", "Seminarium", "20"),)
    assert table.note.startswith("1 av 3 ")
    assert not [*without_follow_up(catalogue, settings, date(2030, 1, 1))]
