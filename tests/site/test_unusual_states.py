"""The sample site where it is seldom looked at: long words, phones, the reader's colours, paper."""

from __future__ import annotations

import pytest

from tests.site.test_in_browser import CUT_OFF

pytestmark = pytest.mark.browser

LONG = "Funktionsnedsättningsverksamhetsutvecklingssamordnare"
EXAMPLE = "larande-exempel/beslutsbrev-som-gar-att-forsta/"


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(locale="sv-SE", color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def _as_usual(page):
    page.emulate_media(media="screen", forced_colors="none")
    page.set_viewport_size({"width": 1366, "height": 900})


@pytest.mark.parametrize(
    ("address", "places"),
    [
        (EXAMPLE, "h1, .eb-breadcrumbs li:last-child, .eb-breadcrumbs a, .eb-facts dd, .eb-card a"),
        ("larande-exempel/ordning/namn/", "h1, h2, .eb-links a, .eb-links .eb-small"),
        ("kommuner/huddinge/", "h1, h2, .eb-panel a, .eb-card a, .eb-rows a"),
        ("uppfoljning/", "h1, h2, caption"),
        ("nyheter/", "h1, .eb-rows a, .eb-badge, .eb-tag"),
    ],
)
def test_a_long_word_stays_within_the_window(page, served_site, address, places):
    page.goto(served_site + address)
    assert page.locator(places).count()
    page.evaluate(
        "([places, word]) => document.querySelectorAll(places).forEach((one) => "
        "{ one.textContent = word; })",
        [places, LONG],
    )
    lost = {}
    for width in (320, 360, 683, 1366):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = page.evaluate(CUT_OFF)
        if over > 0 or found:
            lost[width] = (over, found)

    assert lost == {}


def test_the_twig_never_stands_behind_words(page, served_site):
    page.goto(served_site + "kommuner/")
    page.evaluate("document.querySelector('h1').textContent = 'Ordrik rubrik '.repeat(9)")
    behind = []
    for width in (577, 683, 769, 900, 960, 1366):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate(
            """() => {
              const words = document.createRange();
              words.selectNodeContents(document.querySelector("h1").firstChild);
              const twig = document.querySelector(".eb-ornament").getBoundingClientRect();
              return [...words.getClientRects()].some((line) => twig.width
                && line.right > twig.left && line.bottom > twig.top);
            }"""
        ):
            behind.append(width)

    assert behind == []


def test_captions_and_the_words_of_charts_are_whole_and_large_enough_on_a_phone(page, served_site):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served_site + "uppfoljning/")
    captions = page.evaluate(
        """() => [...document.querySelectorAll("caption")].map((one) => {
          one.closest(".eb-figure").style.width = "256px";  // as where a scroll bar takes room
          return one.getBoundingClientRect().right
            - one.closest(".eb-scroll").getBoundingClientRect().right;
        })"""
    )
    words = page.evaluate(
        """() => [...document.querySelectorAll(".eb-bars :is(span, b)")].map((one) =>
          parseFloat(getComputedStyle(one).fontSize))"""
    )

    assert captions and max(captions) <= 0
    assert words and min(words) >= 12


# ---- The map ----


def test_each_municipality_of_the_map_has_a_large_target_beside_it(page, served_site):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served_site)
    heights = page.evaluate(
        """() => [...document.querySelectorAll(".eb-places a")].map((one) =>
          [one.getAttribute("href"), one.getBoundingClientRect().height])"""
    )
    drawn = page.evaluate(
        "[...document.querySelectorAll('.eb-county a')].map((one) => one.getAttribute('href'))"
    )

    assert set(drawn) == {address for address, _height in heights}
    assert min(height for _address, height in heights) >= 24


def test_a_municipality_of_the_map_says_its_name_when_it_is_pointed_at(page, served_site):
    page.goto(served_site + "kommuner/")
    name = page.locator(".eb-county__name", has_text="Norrtälje")
    assert not name.is_visible()
    page.locator(".eb-county a", has=name).locator("path").hover()

    assert name.is_visible()


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_colours_of_the_map_differ_and_are_those_of_its_legend(page, served_site, forced):
    page.emulate_media(forced_colors=forced)
    page.goto(served_site + "kommuner/")
    fill = "(all) => all.map((one) => getComputedStyle(one).fill)"
    areas = set(page.locator(".eb-county path[class]:not(.eb-county__line)").evaluate_all(fill))
    legend = page.locator(".eb-legend rect").evaluate_all(fill)

    assert areas == set(legend)
    assert len(set(legend)) == len(legend) > 1


# ---- The reader's own colours ----


def colour(page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate(
        "(one, name) => getComputedStyle(one).getPropertyValue(name)", name
    )


def test_what_is_chosen_is_seen_in_the_readers_own_colours(page, served_site):
    page.emulate_media(forced_colors="active")
    page.goto(served_site + "kalendarium/")
    ground = colour(page, "body", "background-color")

    assert colour(page, ".eb-nav a:not([aria-current])", "border-bottom-color") == ground
    assert colour(page, ".eb-nav a[aria-current]", "border-bottom-color") != ground
    assert colour(page, ".eb-choices a:not([aria-current])", "background-color") == ground
    assert colour(page, ".eb-choices a[aria-current]", "background-color") != ground


def test_what_they_learnt_stands_out_in_the_readers_own_colours(page, served_site):
    page.emulate_media(forced_colors="active")
    page.goto(served_site + EXAMPLE)

    assert colour(page, ".eb-lessons", "border-top-style") == "solid"
    assert page.locator(".eb-lessons li").first.evaluate(
        "(one) => getComputedStyle(one, '::before').backgroundColor"
        " !== getComputedStyle(document.body).backgroundColor"
    )


# ---- On paper ----


PALE = """() => {
  const light = (part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const contrast = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map((part) => light(part / 255));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  };
  return [...document.querySelectorAll("body *")]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => one.checkVisibility() && !one.closest(".eb-hidden, svg"))
    .filter((one) => contrast(getComputedStyle(one).color) < 4.5)
    .map((one) => one.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize(
    "address", ["", "kalendarium/", "larande-exempel/", "om/organisation/", EXAMPLE]
)
def test_all_that_is_printed_is_dark_on_white_and_leads_nowhere(page, served_site, address):
    """Backgrounds are left out unless one asks for them."""
    page.emulate_media(media="print")
    page.goto(served_site + address)
    switches = page.locator(".eb-toolbar select, .eb-choices, .eb-facets, .eb-more, .eb-pages")

    assert page.evaluate(PALE) == []
    assert not any(one.is_visible() for one in switches.all())


def test_signs_are_drawn_on_paper_without_their_ground(page, served_site):
    page.emulate_media(media="print")
    page.goto(served_site + EXAMPLE)
    drawn = "(one, part) => parseFloat(getComputedStyle(one, part).borderTopWidth)"

    assert page.locator(".eb-lessons li").first.evaluate(drawn, "::before") > 2
    assert page.locator(".eb-leaf").first.evaluate(drawn) > 0
