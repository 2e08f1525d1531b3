"""Every figure equals a plain recount of the same records."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from statistics import median

import pytest

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.catalogue.learning_example import public_example_from
from exempelbank.catalogue.public_trial_note import public_trial_note_from
from exempelbank.followup import figures_of
from exempelbank.followup.queue import queue_table
from exempelbank.model.content import FocusArea
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Source
from exempelbank.model.trial_note import Outcome
from exempelbank.settings import Vocabulary
from tests.builders import (
    TODAY,
    a_published,
    a_published_note,
    a_submission,
    moment,
    sample_settings,
)

AREAS = FocusArea(id="psykisk-halsa", title="Psykisk hälsa"), FocusArea(id="dv", title="DV")


@pytest.fixture(scope="module")
def settings():
    return sample_settings()


@pytest.fixture(scope="module")
def examples(settings) -> list[LearningExample]:
    """Two hundred, with every kind of home, date and state."""
    chance = Random(6)
    places = [place.id for place in settings.municipalities]
    districts = [term.id for term in settings.vocabulary("districts")]
    organisations = [term.id for term in settings.vocabulary("organisations")]
    made = []
    for number in range(200):
        published = date(2024, 1, 1) + timedelta(days=chance.randrange(800))
        sent = datetime.combine(published, datetime.min.time()) - timedelta(
            days=chance.randrange(90)
        )
        home = {"municipality": chance.choice(places)}
        if organisations and chance.random() < 0.1:
            home = {"municipality": "", "organisation": chance.choice(organisations)}
        elif chance.random() < 0.3:
            home = {"municipality": "stockholm", "district": chance.choice(districts)}
        made.append(
            public_example_from(
                a_published(
                    id=f"FC-2026-{number:03}",
                    **home,
                    other_municipalities=tuple(chance.sample(places, chance.randrange(3))),
                    focus_areas=tuple(
                        chance.sample([area.id for area in AREAS], chance.randrange(3))
                    ),
                    source=Source(submitted_at=moment(f"{sent:%Y-%m-%d %H:%M}"))
                    if chance.random() < 0.8
                    else Source(),
                    review={
                        "state": chance.choice([ReviewState.APPROVED] * 4 + [ReviewState.ARCHIVED]),
                        "published": published,
                        "updated": published,
                        "review_by": published + timedelta(days=730),
                    },
                ),
                f"e{number}",
            )
        )
    return made


@pytest.fixture(scope="module")
def tables(settings, examples):
    catalogue = Catalogue(public_examples=tuple(examples), content=AREAS)
    return {table.id: table for table in figures_of(catalogue, settings, TODAY)}


@pytest.fixture(scope="module")
def listed(examples):
    return [example for example in examples if example.review.state == ReviewState.APPROVED]


def test_every_example_has_one_home(tables, listed, settings):
    table = tables["kommuner"]
    for name, *years, total in table.rows:
        places = [p.id for p in settings.municipalities if p.label == name]
        places += [t.id for t in settings.vocabulary("organisations") if t.label == name]
        mine = [
            example
            for example in listed
            if (example.municipality or example.organisation) in places
        ]

        assert total == len(mine)
        assert years == [
            len([example for example in mine if str(example.review.published.year) == year])
            for year in table.columns[1:-1]
        ]
    assert sum(row[-1] for row in table.rows) == len(listed)


def test_districts_are_counted_where_they_are_named(tables, listed, settings):
    for name, *_years, total in tables["stadsdelar"].rows:
        ids = [term.id for term in settings.vocabulary("districts") if term.label == name]
        assert total == len([example for example in listed if example.district in ids])


def test_the_quarters_follow_each_other_and_end_with_all(tables, listed):
    rows = tables["kvartal"].rows

    for number, (name, new, in_all) in enumerate(rows):
        year, quarter = int(name[:4]), int(name[-1])
        inside = [
            example for example in listed
            if example.review.published.year == year
            and (example.review.published.month + 2) // 3 == quarter
        ]  # fmt: skip
        assert new == len(inside)
        assert in_all == sum(row[1] for row in rows[: number + 1])
    assert rows[-1][2] == len(listed)
    assert len(rows) == 9


def test_the_days_from_answer_to_publication(tables, listed):
    for year, many, middle, shortest, longest in tables["handlaggningstid"].rows:
        days = sorted(
            (example.review.published - example.received).days
            for example in listed
            if example.received and str(example.review.published.year) == year
        )
        assert (many, middle, shortest, longest) == (
            len(days), round(median(days)), days[0], days[-1])  # fmt: skip


def test_an_answer_edited_after_publication_tells_nothing_of_the_wait(settings):
    later = Source(submitted_at=moment("2026-03-01 10:00"))
    example = public_example_from(
        a_published(review={"published": date(2026, 2, 2)}, source=later), "e"
    )
    tables = figures_of(Catalogue(public_examples=(example,)), settings, TODAY)

    assert [table.rows for table in tables if table.id == "handlaggningstid"] == [()]


def test_an_organisation_without_districts_has_no_table_of_them(settings):
    none = {**settings.vocabularies, "districts": Vocabulary("districts")}
    tables = figures_of(Catalogue(), replace(settings, vocabularies=none), TODAY)

    assert "stadsdelar" not in [table.id for table in tables]


def test_a_gap_is_a_focus_area_that_a_municipality_has_no_part_in(tables, listed, settings):
    for name, *counts in tables["luckor"].rows:
        place = next(p.id for p in settings.municipalities if p.label == name)
        for area, count in zip(AREAS, counts, strict=True):
            taking_part = [
                example.id for example in listed
                if area.id in example.focus_areas
                and place in (example.municipality, *example.other_municipalities)
            ]  # fmt: skip
            assert count == len(taking_part)


def test_every_example_is_due_once(tables, listed):
    rows = tables["omprovning"].rows
    overdue = [example for example in listed if example.review.review_by < TODAY]

    assert rows[0][1] == len(overdue) > 0
    assert sum(row[1] for row in rows) == len(listed)


def test_an_empty_library_has_figures_too(settings):
    tables = figures_of(Catalogue(), settings, TODAY)

    assert all(value == 0 for table in tables for row in table.rows for value in row[1:])


# ---- The queue ----


def waiting_since(day, state):
    return a_submission(state=state, source=Source(submitted_at=moment(day)))


def test_the_queue_tells_how_many_wait_and_how_long():
    waiting = [
        waiting_since("2026-03-06 10:00", ReviewState.RECEIVED),
        waiting_since("2026-03-14 10:00", ReviewState.RECEIVED),
        a_submission(state=ReviewState.IN_REVIEW),
        waiting_since("2025-01-01 10:00", ReviewState.DECLINED),
    ]  # fmt: skip
    rows = {row[0]: row[1:] for row in queue_table(waiting, TODAY).rows}

    assert rows[ReviewState.RECEIVED.label] == (2, 10)
    assert rows[ReviewState.IN_REVIEW.label] == (1, 0)
    assert rows[ReviewState.DECLINED.label] == (1, 0)


def test_no_word_of_a_submission_is_in_the_queue():
    submission = a_submission(title="Hemligt", unit="Björkdungen")

    assert "Hemligt" not in repr(queue_table([submission], TODAY)) and "Björk" not in repr(
        queue_table([submission], TODAY)
    )


def test_those_who_have_tried_are_counted_by_how_it_went(settings):
    outcomes = [Outcome.YES, Outcome.YES, Outcome.NO]
    notes = tuple(
        public_trial_note_from(a_published_note(id=f"FC-2026-10{n}", worked=outcome))
        for n, outcome in enumerate(outcomes)
    )
    catalogue = Catalogue(
        public_examples=(public_example_from(a_published(), "x"),), trial_notes=notes
    )
    table = next(one for one in figures_of(catalogue, settings, TODAY) if one.id == "provat")

    assert table.rows == (("Ja", 2), ("Delvis", 0), ("Nej", 1))
    assert table.note.startswith("1 ")
