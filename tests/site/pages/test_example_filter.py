"""The script that combines facets: it counts as Python does, minds the address, and takes no more
of a reader's connection, screen or keys than it must.
"""

import gzip
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
    return page.locator("[data-eb=found]:not([aria-busy=true]) h2").inner_text()


def titles(page):
    page.locator("[data-eb=found]:not([aria-busy=true])").wait_for()
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
        some = chance.sample([*data["labels"]], chance.randint(0, 3))
        choices.append({
            word: chance.sample(values, chance.randint(1, min(3, len(values))))
            for word in some
            if (values := sorted({v for one in examples for v in words[word].values_of(one)}))
        })  # fmt: skip
    page.goto(served)

    answers = page.evaluate(
        """async ({ data, choices }) => {
             const script = document.querySelector('script[src*="filter"]').src;
             const { tally } = await import(new URL("facets.js", script));
             return choices.map((chosen) => {
               const choice = new URLSearchParams(
                 Object.entries(chosen).flatMap(([name, values]) => values.map((v) => [name, v])));
               const { found, counts } = tally(data.examples, choice, Object.keys(data.labels));
               const plain = [...counts].map(([name, held]) => [name, Object.fromEntries(held)]);
               return { left: found.length, counts: Object.fromEntries(plain) };
             });
           }""",
        {"data": data, "choices": choices},
    )

    for chosen, answer in zip(choices, answers, strict=True):
        choice = {words[word].name: values for word, values in chosen.items()}
        held = counts(examples, choice)
        assert answer["left"] == sum(matches(one, choice) for one in examples)
        assert answer["counts"] == {word: dict(held[words[word].name]) for word in data["labels"]}


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


# ---- What it fetches, and when ----


def asked_for_data(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    return lambda: any("urval.json" in url for url in asked)


def test_the_data_are_fetched_when_the_reader_turns_to_the_filter(page, served):
    asked = asked_for_data(page)
    page.goto(served)
    page.wait_for_load_state("networkidle")

    assert not asked()
    with page.expect_response("**/urval.json"):
        box(page, "kommun", "nacka").focus()


def test_a_filter_that_can_not_be_fetched_says_so_and_tries_again(page, served):
    page.goto(served)
    page.route("**/urval.json", lambda route: route.abort())
    box(page, "kommun", "nacka").check()
    failed = page.get_by_role("status").get_by_text("Filtret gick inte att hämta")
    failed.wait_for()
    page.unroute("**/urval.json")
    box(page, "kommun", "tyreso").check()
    failed.wait_for(state="hidden")

    assert len(titles(page)) == 2


def test_a_list_weighs_at_most_50_kilobytes_and_stands_still(browser, served):
    got = []
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.on("response", lambda answer: got.append(answer))
    page.add_init_script(SHIFTS)
    page.goto(served)
    page.wait_for_load_state("networkidle")
    sizes = {
        answer.url: len(body if answer.url.endswith(".woff2") else gzip.compress(body))
        for answer in got
        for body in [answer.body()]
    }

    shifted = page.evaluate("shifted")
    page.close()

    assert sum(sizes.values()) <= 50_000, sizes
    assert shifted <= 0.02


SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { shifted += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


# ---- What it says of a choice ----


def test_a_place_that_no_example_comes_from_can_still_be_taken_away(page, served):
    """Bookmarks outlive examples."""
    page.goto(f"{served}?kommun=botkyrka")
    page.get_by_role("link", name="Ta bort filtret Botkyrka").wait_for()

    assert found(page) == "0 exempel"
    assert page.title().startswith("Botkyrka – Lärande exempel – ")

    page.get_by_role("link", name="Rensa alla filter").click()

    assert titles(page) and page.title().startswith("Lärande exempel – ")


def test_values_that_would_show_nothing_stand_aside(page, served):
    page.goto(f"{served}?kommun=nacka")
    page.get_by_role("link", name="Ta bort filtret Nacka").wait_for()
    area = page.locator("[data-facet=verksamhetsomrade]")

    assert area.locator("[data-count]:visible").all_inner_texts() == ["1"]
    assert page.locator("[data-facet=kommun] input").count() == (
        page.locator("[data-facet=kommun] label:not([hidden])").count()
    )


def test_a_phone_shows_what_is_left_and_leads_there(context, served):
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(served)
    summary = page.locator(".eb-facets > summary")
    summary.click()
    page.locator("input[name=lattlast]").check()
    show = page.get_by_role("button", name="Visa 9 exempel")
    show.wait_for()

    assert summary.text_content().endswith("Filtrera exemplen (1 val)")
    page.locator("[data-facet=fokusomrade] input").last.focus()
    assert page.evaluate(COVERED) is False

    show.click()

    assert page.evaluate("document.activeElement.textContent") == "9 exempel"
    assert page.evaluate("scrollY") < page.evaluate("innerHeight")
    assert not page.locator("input[name=lattlast]").is_visible()


def test_the_search_page_does_so_too(context, served_site):
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{served_site}sok/?q=st%C3%B6d&slag=example")
    page.locator(".eb-facets > summary", has_text="(1 val)").click()
    page.get_by_role("button", name="Visa 12 träffar").click()

    assert page.evaluate("document.activeElement.textContent").startswith("12 träffar")


COVERED = """() => document.activeElement.getBoundingClientRect().bottom
  > document.querySelector(".eb-facets__bar").getBoundingClientRect().top"""


def test_the_keyboard_goes_past_the_filter_in_one_step_and_fetches_nothing(page, served):
    page.goto(served)
    asked = asked_for_data(page)
    page.get_by_role("link", name="Hoppa över filtret").press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.name") == "ordning"
    assert not asked()


@pytest.mark.parametrize(("width", "beside_the_list"), [(1366, True), (360, False)])
def test_without_scripts_the_filter_stands_beside_the_list_or_is_folded(
    browser, served, width, beside_the_list
):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(served)
    link = page.locator("[data-facet=lattlast] a")

    assert link.is_visible() == beside_the_list
    if not beside_the_list:
        page.locator(".eb-facets > summary").click()
    link.click()
    assert page.url == f"{served}lattlast/"
    context.close()
