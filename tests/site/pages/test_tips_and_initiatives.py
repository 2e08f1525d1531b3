"""Tips, methods and initiatives: what their pages hold and leave out."""

from datetime import date

import pytest

from exempelbank.model.content import Indicator, Initiative, Tip
from exempelbank.site.pages import initiatives, tips
from tests.feeds.builders import a_catalogue, an_example
from tests.site.pages.builders import Read, pages_of

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
