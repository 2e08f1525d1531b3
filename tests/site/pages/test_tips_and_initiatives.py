"""Tips, methods and initiatives: what their pages hold and leave out."""

from datetime import date

import pytest

from exempelbank.catalogue.reading import FileToRead, read_file
from exempelbank.model.content import Funding, Indicator, Initiative, Measurement, Tip
from exempelbank.site.pages import initiatives, tips
from tests.builders import sample_settings
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import Read, a_site, everything_in, pages_of

EXAMPLE = an_example(id="FC-2026-014")


def a_tip(**given):
    return Tip(id="prova", title="Prova i sex veckor", **given)


def an_initiative(**given):
    return Initiative(id="fler", title="Fler exempel", **{"status": "pagar", **given})


def pages_with(*records):
    return pages_of(tips, initiatives, of=a_catalogue(EXAMPLE, *records))


def test_a_tip_is_told_before_during_and_after():
    tip = a_tip(goal="Att våga", before=("Räkna",), during=("Räkna vidare",), after=("Välj",))

    page = Read(pages_with(tip)["tips-och-metoder/prova/"])

    places = [page.text.index(words) for words in ("Att våga", "Räkna", "Räkna vidare", "Välj")]
    assert places == sorted(places)


def test_what_a_tip_lacks_has_no_heading():
    assert Read(pages_with(a_tip())["tips-och-metoder/prova/"]).headings.count(1) == 1
    assert "Före" not in Read(pages_with(a_tip())["tips-och-metoder/prova/"]).text


def test_a_tip_leads_to_the_examples_that_are_shown_and_to_no_others():
    tip = a_tip(examples=("FC-2026-014", "FC-2020-001"))

    links = Read(pages_with(tip)["tips-och-metoder/prova/"]).links

    assert "/larande-exempel/bildstod/" in links


def test_an_initiative_says_what_has_not_been_measured():
    initiative = an_initiative(
        indicators=(
            Indicator(name="Exempel", goal="20", outcome="4", measured=date(2026, 3, 16)),
            Indicator(name="Svar", goal="Hälften"),
        )
    )

    page = pages_with(initiative)["insatser/fler/"]

    assert "Inte mätt än" in Read(page).text
    assert page.updated == date(2026, 3, 16)


def test_an_initiative_that_is_over_stands_below_those_that_go_on():
    over = Initiative(id="forra", title="Den förra", status="avslutat", starts=date(2026, 2, 1))

    links = Read(pages_with(over, an_initiative())["insatser/"]).links

    assert links.index("/insatser/fler/") < links.index("/insatser/forra/")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Pågår"),
        ({"starts": date(2026, 1, 1)}, "Pågår · från januari 2026"),
        ({"ends": date(2026, 6, 30)}, "Pågår · till juni 2026"),
        (
            {"starts": date(2026, 1, 1), "ends": date(2026, 6, 30)},
            "Pågår · januari–juni 2026",
        ),
        (
            {"starts": date(2025, 9, 1), "ends": date(2026, 6, 30)},
            "Pågår · september 2025 – juni 2026",
        ),
        ({"starts": date(2026, 6, 1), "ends": date(2026, 6, 30)}, "Pågår · juni 2026"),
    ],
)
def test_the_period_of_an_initiative_is_told_as_far_as_it_is_known(given, says):
    html = pages_with(an_initiative(**given))["insatser/fler/"].html

    assert f"<span>{says}</span>" in html


def measured(month, value, people=None, **given):
    return Measurement(day=date(2026, month, 9), value=value, people=people, **given)


SERIES = Indicator(
    name="Andel i arbete",
    at_least=60,
    unit="%",
    group="Deltagarna i Stegen",
    measured_by="Projektledningen",
    values=(measured(1, 41.5, 20, point="vid slut"), measured(3, 55, 18, point="efter 3 månader")),
)


def test_a_series_is_told_by_its_latest_value_and_by_all_of_them_in_a_table():
    page = Read(pages_with(an_initiative(indicators=(SERIES,)))["insatser/fler/"])

    assert "Minst 60 % 55 % (efter 3 månader) 9 mars 2026" in page.text.replace("\xa0", " ")
    for words in ("41,5", "Deltagarna i Stegen", "Projektledningen", "vid slut, 9 januari 2026"):
        assert words in page.text


def test_a_chart_says_that_the_table_holds_the_same():
    html = pages_with(an_initiative(indicators=(SERIES,)))["insatser/fler/"].html

    assert 'role="img" aria-label="Diagram: Andel i arbete. Tabellen har samma siffror."' in html
    assert "Mål: minst 60" in html


def test_who_owns_and_pays_for_an_initiative_is_told():
    initiative = an_initiative(
        level="strukturell",
        owner="Arbetsmarknadsenheten",
        for_whom="Unga utan arbete",
        target_groups=("autism",),
        funding=(
            Funding(source="Samordningsförbundet", amount=1_250_000, first=2026, last=2027),
            Funding(source="Kommunen"),
        ),
    )

    text = Read(pages_with(initiative)["insatser/fler/"]).text

    for words in ("Strukturell", "Arbetsmarknadsenheten", "Unga utan arbete", "autism", "Kommunen"):
        assert words in text
    assert "Samordningsförbundet, 1 250 000 kronor, 2026–2027" in text.replace("\xa0", " ")


def test_a_value_for_fewer_than_five_is_nowhere_on_the_site():
    path = "content/initiatives/stegen.md"
    raw = """---
title: Stegen
status: pagar
indicators:
  - name: Andel i arbete
    at_least: 60
    values:
      - {day: 2026-01-09, value: 97.531, people: 4, parts: [{group: K, value: 97.531, people: 4}]}
      - {day: 2026-03-09, value: 55, people: 18}
---
"""
    [initiative] = [read_file(sample_settings(), FileToRead(Initiative, path, raw.encode())).shown]

    published = everything_in(a_site(a_catalogue(EXAMPLE, initiative)))

    assert not [address for address, text in published.items() if "97,531" in text]
    assert not [address for address, text in published.items() if "97.531" in text]
    assert "Visas inte" in published["insatser/stegen/"]
