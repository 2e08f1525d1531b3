"""The script that combines facets: it counts as Python does, and minds the address."""

import json
import random

import pytest

from exempelbank.catalogue import load_catalogue
from exempelbank.catalogue.facets import FACETS, counts, matches
from exempelbank.problems import Problems
from tests.builders import PROJECT
from tests.site.pages.builders import the_settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(built_site, serve_folder):
    return serve_folder(built_site) + "larande-exempel/"


def found(page):
    return page.locator("[data-eb=found] h2").inner_text()


def titles(page):
    return page.locator("[data-eb=found] .eb-grid h3").all_inner_texts()


def box(page, name, value):
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    return page.locator(f"input[name={name}][value={value}]")


def test_it_counts_as_python_does(page, served, built_site):
    """For many choices, drawn by chance but always the same ones."""
    examples = load_catalogue(PROJECT, the_settings(), Problems()).examples
    data = json.loads((built_site / "larande-exempel/urval.json").read_text("utf-8"))
    words = {getattr(the_settings().addresses.inner, facet.name): facet for facet in FACETS}
    chance = random.Random(2026)
    choices = []
    for _number in range(100):
        some = chance.sample(data["facets"], chance.randint(0, 3))
        choices.append({
            word: chance.sample(values, chance.randint(1, min(3, len(values))))
            for word in some
            if (values := sorted({v for one in examples for v in words[word].values_of(one)}))
        })  # fmt: skip
    page.goto(served)

    answers = page.evaluate(
        """async ({ data, choices }) => {
             const source = document.querySelector('script[src*="example-filter"]').src;
             const { matches, countsOf } = await import(source);
             return choices.map((chosen) => {
               const choice = new URLSearchParams(
                 Object.entries(chosen).flatMap(([name, values]) => values.map((v) => [name, v])));
               return {
                 left: data.examples.filter((one) => matches(one, choice, data.facets)).length,
                 counts: Object.fromEntries(data.facets.map((name) =>
                   [name, Object.fromEntries(countsOf(name, data.examples, choice, data.facets))])),
               };
             });
           }""",
        {"data": data, "choices": choices},
    )

    for chosen, answer in zip(choices, answers, strict=True):
        choice = {words[word].name: values for word, values in chosen.items()}
        held = counts(examples, choice)
        assert answer["left"] == sum(matches(one, choice) for one in examples)
        assert answer["counts"] == {word: dict(held[words[word].name]) for word in data["facets"]}


def test_choices_stand_in_the_address_and_back_undoes_them(page, served):
    page.goto(served)
    everything = found(page)
    box(page, "verksamhetsomrade", "daglig-verksamhet").check()
    first = found(page)
    box(page, "fokusomrade", "psykisk-halsa").check()

    assert page.url == f"{served}?verksamhetsomrade=daglig-verksamhet&fokusomrade=psykisk-halsa"
    assert titles(page) == ["Bildstöd i morgonmötet gav lugnare start på dagen"]

    page.go_back()

    assert found(page) == first != everything
    assert not box(page, "fokusomrade", "psykisk-halsa").is_checked()


def test_an_address_that_someone_sent_shows_the_same(page, served):
    page.goto(f"{served}?kommun=huddinge&kommun=sigtuna&ordning=namn")
    page.wait_for_selector("input[type=checkbox]:checked", state="attached")

    assert titles(page) == [
        "Bildstöd i morgonmötet gav lugnare start på dagen",
        "Metodstöd för samtal om psykisk hälsa på gruppbostad",
    ]
    assert box(page, "kommun", "huddinge").is_checked()


def test_an_empty_answer_leads_on(page, served):
    page.goto(f"{served}?kommun=huddinge&yrkesroll=lss-handlaggare")
    page.wait_for_selector("input[type=checkbox]:checked", state="attached")

    assert not titles(page)
    assert page.locator("[data-part=none]").is_visible()

    page.get_by_role("link", name="Rensa alla filter").click()

    assert titles(page) and page.url == served


def test_an_address_with_nonsense_shows_an_empty_answer_and_breaks_nothing(page, served):
    faults = []
    page.on("pageerror", lambda fault: faults.append(fault))

    page.goto(f"{served}?kommun=__proto__&ordning=constructor&sida=-3&kommun=%3Cimg%20src%3Dx%3E")
    page.locator("[data-part=none]").wait_for(state="visible")

    assert not faults and not titles(page)


def test_the_page_of_a_value_keeps_its_choice_in_the_other_links(page, served):
    page.goto(f"{served}verksamhetsomrade/daglig-verksamhet/")
    link = page.locator("[data-facet=fokusomrade] a[data-value=psykisk-halsa]")
    page.locator('a[href*="?"]').first.wait_for(state="attached")
    link.click()

    assert page.url == f"{served}?verksamhetsomrade=daglig-verksamhet&fokusomrade=psykisk-halsa"


def test_filters_are_chosen_by_keyboard(page, served):
    page.goto(served)
    box(page, "verksamhetsomrade", "barn-unga").focus()
    page.keyboard.press("Space")

    assert titles(page) == ["Fotobok före första natten på korttids"]

    page.get_by_role("link", name="Ta bort filtret Barn och unga").press("Enter")

    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.url == served
