"""What the templates may call, and how they fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from exempelbank import i18n
from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from exempelbank.site.rendering import loader
from exempelbank.site.rendering.environment import environment
from exempelbank.site.rendering.loader import TEMPLATES
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
    i18n.use_language("en")
    yield
    i18n.use_language("sv")


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


# ---- What is kept between builds ----


@pytest.fixture
def edited(settings, tmp_path, monkeypatch):
    """Shows a template that has just got a new text, as a new build would."""
    monkeypatch.setattr(loader, "TEMPLATES", tmp_path)
    monkeypatch.setattr(loader, "_CACHE", tmp_path / "__pycache__")

    def show(template: str) -> str:
        (tmp_path / "page.html").write_text(template, "utf-8")
        return environment(settings).get_template("page.html").render()

    return show


def test_a_compiled_template_is_kept_and_an_edit_of_it_seen(edited, tmp_path):
    assert edited('{{ _("Facts") }}') == edited('{{ _("Facts") }}') == "Fakta"
    assert len(list((tmp_path / "__pycache__").iterdir())) == 1

    assert edited('{{ _("Facts") }}!') == "Fakta!"


def test_a_text_in_another_language_is_seen_in_a_kept_template(edited, in_english):
    assert edited('{{ _("Facts") }}') == "Facts"
    i18n.use_language("sv")

    assert edited('{{ _("Facts") }}') == "Fakta"


def test_templates_that_cannot_be_kept_are_compiled_each_time(edited, tmp_path):
    (tmp_path / "__pycache__").write_text("in the way", "utf-8")

    assert edited('{{ _("Facts") }} {{ icon("rss") }}').startswith("Fakta <svg")


def test_a_component_is_called_with_the_arguments_it_has(shown):
    assert shown("{{ eb.badge('Kurs', kind='kalender') }}") == (
        '<span class="eb-badge eb-kind-kalender">Kurs</span>'
    )
    with pytest.raises(TypeError, match="colour"):
        shown("{{ eb.badge('Kurs', colour='red') }}")


def test_what_stands_within_a_call_is_escaped_once(shown):
    page = shown("{% call eb.actions() %}<b>{{ text }}</b>{% endcall %}", text="<i>")

    assert page == '<div class="eb-actions"><b>&lt;i&gt;</b></div>'


def test_a_component_that_needs_a_call_says_so(shown):
    with pytest.raises(UndefinedError, match="caller"):
        shown("{{ eb.actions() }}")
