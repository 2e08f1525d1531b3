"""The filters of the calendar in a browser: they combine, and the address and back button know."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.catalogue import load_catalogue
from exempelbank.catalogue.facets import EVENT_FACETS
from exempelbank.problems import Problems
from tests.builders import PROJECT, TODAY
from tests.site.pages.builders import the_settings

pytestmark = pytest.mark.browser

CALENDAR = "kalendarium/"


@pytest.fixture(scope="module")
def coming():
    catalogue = load_catalogue(PROJECT, the_settings(), Problems())
    return catalogue.events_from(TODAY)


@pytest.fixture(scope="module")
def calendar(browser, served_site):
    page = browser.new_page()
    page.goto(served_site + CALENDAR)
    yield page
    page.close()


def word(facet):
    return getattr(the_settings().addresses.inner, facet.name)


def settled(page):
    """Its script has run, and what it did is drawn."""
    page.wait_for_load_state()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    return page


def shown(page):
    rows = settled(page).locator("li[data-values]:visible h3 a")
    return [link.get_attribute("href").split("/")[-2] for link in rows.all()]


def number(page):
    return int(settled(page).locator('[data-part="number"]').inner_text().split()[0])


def tick(page, name, value):
    box = page.locator(f'input[name="{name}"][value="{value}"]')
    box.evaluate("(box) => { box.closest('details').open = true; }")
    box.click()


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "slag": st.sets(st.sampled_from(["kurs", "forelasning", "natverkstraff"]), max_size=2),
        "natverk": st.sets(st.sampled_from(["ips", "stodpedagoger"]), max_size=2),
        "fokusomrade": st.sets(st.sampled_from(["psykisk-halsa", "dv-mot-arbete"]), max_size=2),
        "yrkesroll": st.sets(st.sampled_from(["stodpedagog", "enhetschef", "cka"]), max_size=3),
    },
)


# As the back button does: quicker than to load the page for each choice.
GO_TO = "(query) => { history.pushState(null, '', query); dispatchEvent(new Event('popstate')); }"


EMPTY_GROUPS = """[...document.querySelectorAll("details[data-facet]:not([hidden])")].filter(
  (group) => !group.querySelector("label:not([hidden])")).length"""


@settings(max_examples=40, deadline=None)
@given(choice=CHOICES)
def test_what_is_shown_equals_a_plain_recount(calendar, coming, choice):
    query = "&".join(f"{name}={value}" for name, values in choice.items() for value in values)
    calendar.evaluate(GO_TO, f"?{query}")

    fitting = [
        event.id
        for event in coming
        if all(
            not choice.get(word(facet)) or choice[word(facet)] & set(facet.values_of(event))
            for facet in EVENT_FACETS
        )
    ]
    assert shown(calendar) == fitting
    assert number(calendar) == len(fitting)
    assert calendar.locator('[data-part="none"]').is_visible() == (not fitting)
    assert calendar.evaluate(EMPTY_GROUPS) == 0


def test_choices_stand_in_the_address_and_the_back_button_undoes_them(page, served_site):
    page.goto(served_site + CALENDAR)
    everything = shown(page)
    tick(page, "yrkesroll", "stodpedagog")
    of_the_role = shown(page)
    tick(page, "slag", "kurs")

    assert page.url.endswith("?yrkesroll=stodpedagog&slag=kurs")
    assert set(shown(page)) < set(of_the_role) < set(everything)
    page.go_back()
    assert shown(page) == of_the_role
    page.go_back()
    assert shown(page) == everything


def test_a_shared_address_shows_the_same_and_can_be_cleared(page, served_site):
    page.goto(served_site + CALENDAR + "?slag=kurs")
    assert page.locator('input[name="slag"][value="kurs"]').is_checked()
    page.locator('[data-part="clear"]').click()

    assert page.url == served_site + CALENDAR
    assert number(page) == len(shown(page)) > 1


def test_a_choice_that_nothing_to_come_meets_can_be_taken_away(page, served_site):
    page.goto(served_site + CALENDAR + "?natverk=ett-som-har-slutat")

    assert number(page) == 0
    page.locator('[data-part="clear"]').click()
    assert number(page) > 0


def test_a_count_says_what_the_value_would_show_with_the_other_choices(page, served_site):
    page.goto(served_site + CALENDAR + "?yrkesroll=enhetschef")
    count = page.locator('label:has(input[value="natverkstraff"]) [data-count]').inner_text()
    tick(page, "slag", "natverkstraff")

    assert number(page) == int(count)


def test_the_page_of_one_value_keeps_it_when_another_is_chosen(page, served_site):
    page.goto(served_site + CALENDAR + "yrkesroll/stodpedagog/")
    link = page.locator('[data-facet="slag"] a[data-value="kurs"]')
    link.click()

    assert page.url.endswith("kalendarium/?yrkesroll=stodpedagog&slag=kurs")
    assert number(page) == 1


def test_the_filters_are_ticked_by_keyboard(page, served_site):
    page.goto(served_site + CALENDAR)
    page.locator('[data-facet="slag"] summary').focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert page.evaluate("document.activeElement.checked")
    assert number(page) < len(page.locator("li[data-values]").all())


def test_without_scripts_every_filter_is_a_link(browser, served_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_site + CALENDAR)
    page.locator('[data-facet="slag"] a[data-value="kurs"]').click()

    assert page.url.endswith("/kalendarium/slag/kurs/")
    assert page.locator("h1").inner_text() == "Kurs"
    context.close()


def test_the_month_is_a_table_that_a_keyboard_walks_through(page, served_site):
    page.goto(f"{served_site}{CALENDAR}manad/2026-04/")
    table = page.get_by_role("table")
    links = table.get_by_role("link").all()
    links[0].focus()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.href") == links[1].evaluate("(one) => one.href")
    assert table.get_by_role("columnheader").count() == 8
