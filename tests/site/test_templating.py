"""What the templates may call, and how they fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator import texts
from generator.pages.templates import TEMPLATES
from generator.pages.templating import environment
from generator.problems import Problems
from generator.settings import load_settings
from tests.builders import PROJECT


@pytest.fixture
def settings():
    found = load_settings(PROJECT, Problems())
    assert found
    return found


@pytest.fixture
def shown(settings):
    env = environment(settings)

    def show(template: str, **values: object) -> str:
        return env.from_string(template).render(values)

    return show


@pytest.fixture
def in_english():
    texts.use_language("en")
    yield
    texts.use_language("sv")


def test_text_is_escaped_wherever_it_stands(shown):
    page = shown('{{ eb.tag(text, text) }}{{ eb.card(text, text, "exempel") }}', text='"><b>')

    assert "<b>" not in page
    assert '"">' not in page


def test_finished_markup_is_left_as_it_is(shown):
    assert shown("{{ text }}", text=Markup("<b>")) == "<b>"


def test_a_name_that_does_not_exist_is_an_error(shown):
    with pytest.raises(UndefinedError):
        shown("{{ nothing }}")


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.glob("macros/*.html")), ids=lambda path: path.stem
)
def test_every_component_is_reached_by_the_name_of_its_file(settings, path):
    assert callable(getattr(environment(settings).globals["eb"], path.stem.replace("-", "_")))


def test_links_begin_at_the_folder_where_the_site_lives(settings):
    organisation = settings.organisation.model_copy(update={"url": "https://a.example/bank"})
    env = environment(replace(settings, organisation=organisation))

    assert env.globals["href"]("nyheter/") == "/bank/nyheter/"
    assert env.globals["absolute"]("nyheter/") == "https://a.example/bank/nyheter/"


WHEN = datetime(2026, 3, 4, 9, 5)  # noqa: DTZ001 - the clock on the wall
IN_WORDS = (
    "{{ d|day }}, {{ d|day_short }}, {{ d|month }}, {{ '2025-10'|month }}, "
    "{{ d|weekday }}, {{ d|weekday_short }}, {{ d|clock }}"
)


def test_days_and_hours_are_said_in_swedish(shown):
    assert shown(IN_WORDS, d=WHEN) == (
        "4 mars 2026, 4 mars, mars 2026, oktober 2025, onsdag, ons, 9.05"
    )


def test_days_and_hours_are_said_in_english(shown, in_english):
    assert shown(IN_WORDS, d=WHEN) == (
        "4 March 2026, 4 Mar, March 2026, October 2025, Wednesday, Wed, 9:05"
    )


def test_a_machine_reads_the_same_day(shown):
    assert shown("{{ d|iso }} {{ t|iso }}", d=date(2026, 3, 4), t=WHEN) == (
        "2026-03-04 2026-03-04T09:05"
    )


def test_a_capital_begins_a_sentence_and_changes_no_other_letter(shown):
    assert shown("{{ a|capitalised }} {{ b|capitalised }}", a="oktober", b="IPS-coach") == (
        "Oktober IPS-coach"
    )


@pytest.mark.parametrize(
    ("number", "last", "words"),
    [
        (1, 1, []),
        (1, 2, ["1", "2", "Nästa"]),
        (5, 9, ["Föregående", "1", "…", "3", "4", "5", "6", "7", "…", "9", "Nästa"]),
    ],
)
def test_the_pages_of_a_list_name_their_neighbours_and_ends(shown, number, last, words):
    addresses = [f"sida/{n}/" for n in range(1, last + 1)]
    pages = shown("{{ eb.pages(addresses, number) }}", addresses=addresses, number=number)
    steps = [Markup(step).striptags().removeprefix("Sida ") for step in pages.split("<li>")[1:]]

    assert steps == words
