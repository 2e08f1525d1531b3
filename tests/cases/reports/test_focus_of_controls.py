"""The kind: a control that takes itself away when it is used takes the keyboard's place with it,
and focus falls to the body of the page (WCAG 2.4.3).

Source: the facets of a shop's theme, and three like it: a box that no longer leaves anything was
hidden while it had focus.
"""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    yield page
    page.close()


IS_LOST = "document.activeElement === document.body || !document.activeElement.checkVisibility()"
DRAWN = "() => new Promise(requestAnimationFrame)"


def lost(page):
    page.evaluate(DRAWN)
    return page.evaluate(IS_LOST)


def tick(page, *boxes, pause=0):
    """One by one, by keyboard: the boxes at which focus was lost."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    lost_at = []
    for name, value in boxes:
        page.locator(f'main input[name="{name}"][value="{value}"]').press("Space")
        page.wait_for_timeout(pause)
        if lost(page):
            lost_at.append((name, value))
    return lost_at


def press(page, control):
    page.locator(control).press("Enter")
    return page


# ---- As reported ----


def test_a_box_of_the_calendar_stays_while_it_has_focus(page, served_site):
    page.goto(f"{served_site}kalendarium/")
    kind, other, network = ("slag", "kurs"), ("slag", "natverkstraff"), ("natverk", "ips")

    assert tick(page, kind, other, network, other, network) == []
    assert page.evaluate("document.activeElement.value") == "ips"

    # What clears the choices goes with them, and the back button takes away what they brought.
    assert not lost(press(page, '[data-part="clear"]'))
    page.locator('li[data-values]:not([data-values*="kurs"]) h3 a').first.focus()
    page.go_back()
    assert not lost(page)


# ---- Others of the kind ----


def test_no_control_of_the_examples_takes_focus_away(page, served_site):
    page.goto(f"{served_site}larande-exempel/")
    page.locator("main input").first.wait_for(state="attached")
    place, kind = ("kommun", "nacka"), ("typ", "metod")

    assert tick(page, place, kind, place, kind, place) == []
    assert not lost(press(page, '[data-part="chosen"] li:first-child a'))
    assert not lost(press(page, '[data-part="more"] button'))
    page.locator("[data-eb=found] h3 a").last.focus()
    page.go_back()
    assert not lost(page)


def test_no_control_of_the_search_page_takes_focus_away(page, served_site):
    page.goto(f"{served_site}sok/?q=st%C3%B6d")
    page.locator('[data-part="results"] li').first.wait_for()
    kind, other, method = ("slag", "event"), ("slag", "example"), ("typ", "metod")

    assert tick(page, kind, other, method, other, method, pause=20) == []
    assert page.evaluate("document.activeElement.value") == "metod"
    assert not lost(press(page, '[data-part="more"] button'))
    page.go_back()
    page.wait_for_timeout(20)
    assert not lost(page)


def test_a_filter_that_folds_for_want_of_room_stays_open_around_focus(page, served_site):
    page.goto(f"{served_site}kalendarium/")
    page.locator('[data-eb="facets"] summary').last.focus()
    page.set_viewport_size({"width": 360, "height": 800})

    assert not lost(page)
