"""The sample site as a browser meets it: reachable by everyone, with nothing from elsewhere."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest

from tests.axe import ALL_RULES, COLOUR_RULES, context_with_axe, violations
from tests.site.states import STATES
from tools.shots import LOOKS, kinds_of_pages

pytestmark = pytest.mark.browser

# In dark only the colours differ.
RULES = {"light": ALL_RULES, "dark": COLOUR_RULES}


@pytest.fixture(scope="session")
def addresses(built_site):
    return kinds_of_pages(built_site)


@pytest.fixture(scope="session")
def example(addresses):
    return next(one for one in addresses if one.startswith("larande-exempel/") and one[16:])


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (360, "light"), (360, "dark")])
def test_axe_finds_nothing_with_the_menu_and_filters_open(
    browser, served_site, addresses, width, scheme
):
    context = context_with_axe(
        browser, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    faults = {}
    for address in addresses:
        page.goto(served_site + address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        if width == 360:
            page.locator('[data-eb="menu"]').click()
        if found := violations(page, RULES[scheme]):
            faults[address] = found
    context.close()

    assert faults == {}


@pytest.mark.parametrize("number", range(4))
def test_axe_finds_nothing_in_states_that_are_seldom_seen(browser, served_site, number):
    """One look for each; `make audit` takes all looks, and more states."""
    look = ("1366-light", "360-dark", "forced", "360-light")[number]
    context = context_with_axe(browser, **LOOKS[look])
    page = context.new_page()
    faults = {}
    for state in [state for state in STATES if state.in_tests][number::4]:
        page.goto(served_site + state.address)
        state.reach(page)
        if found := violations(page):
            faults[state.name] = found
    context.close()

    assert faults == {}


def test_no_page_asks_another_host_for_anything_or_leaves_a_cookie(context, served_site, addresses):
    asked, broken = set(), []
    context.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page = context.new_page()
    page.on(
        "console", lambda message: broken.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: broken.append(str(error)))
    for address in addresses:
        page.goto(served_site + address)
        page.wait_for_load_state("networkidle")

    assert asked == {urlsplit(served_site).netloc}
    assert context.cookies() == []
    assert broken == []  # the policy's violations are told here too


def test_an_example_weighs_at_most_45_kilobytes_with_all_it_fetches(page, served_site, example):
    got = []
    page.on("response", lambda answer: got.append(answer))
    page.goto(served_site + example)
    page.wait_for_load_state("networkidle")
    sizes = {
        answer.url: len(body if answer.url.endswith(".woff2") else gzip.compress(body))
        for answer in got
        for body in [answer.body()]
    }

    assert sum(sizes.values()) <= 45_000, sizes


SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shift += value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """() => new Promise((painted) => {
  new PerformanceObserver(painted).observe({ type: "paint", buffered: true });
})"""
MODULES = re.compile(r"/assets/(?!scheme\.).*\.js$")


@pytest.mark.parametrize(
    ("address", "width"),
    [("sok/?q=bildst%C3%B6d", 1366), ("kalendarium/?slag=kurs", 1366), ("larande-exempel/", 360)],
)
def test_nothing_moves_when_the_scripts_come_late(browser, served_site, address, width):
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.add_init_script(SHIFTS)
    page.route(MODULES, lambda route: None)  # held
    page.goto(served_site + address, wait_until="commit")
    page.locator("footer").wait_for()
    page.evaluate(PAINTED)  # all that needs no script
    page.unroute(MODULES)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.shift") <= 0.02
    page.close()


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_nothing_scrolls_sideways(browser, served_site, addresses, width):
    page = browser.new_page(viewport={"width": width, "height": 640})
    wide = {}
    for address in addresses:
        page.goto(served_site + address)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[address] = over
    page.close()

    assert wide == {}


SPACING = """
* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }
"""


@pytest.mark.parametrize("width", [1366, 320])
def test_text_may_be_spaced_out_without_loss(browser, served_site, addresses, width):
    """WCAG 1.4.12; 320 px is also 1280 px at 400 %."""
    page = browser.new_context(viewport={"width": width, "height": 640}, bypass_csp=True).new_page()
    lost = {}
    for address in addresses:
        page.goto(served_site + address)
        page.add_style_tag(content=SPACING)
        found = page.evaluate(CUT_OFF)
        if found:
            lost[address] = found
    page.context.close()

    assert lost == {}


# Elements whose text reaches outside the window, or does not fit in them and can't be scrolled to.
CUT_OFF = """() => {
  const onPurpose = "svg, select, input, .eb-hidden, .eb-label, .eb-scroll, .eb-search span";
  const outside = (one) => one.getBoundingClientRect().right > innerWidth + 1;
  const cut = (one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX)
    && one.scrollWidth > one.clientWidth + 1;
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((one) => one.checkVisibility() && !one.closest(onPurpose) && one.textContent.trim())
    .filter((one) => outside(one) || cut(one))
    .map((one) => one.outerHTML.slice(0, 100));
}"""


# ---- By keyboard ----


def test_a_table_is_a_stop_where_it_scrolls(page, served_site):
    page.goto(served_site + "kommuner/")
    table = page.locator("main .eb-scroll")

    table.and_(page.locator(":not([tabindex])")).wait_for()
    page.set_viewport_size({"width": 360, "height": 800})
    table.and_(page.locator("[tabindex='0']")).wait_for()


def focused(page) -> str:
    name = page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent")
    return name.strip()


def test_the_first_stop_leads_past_the_menu(page, served_site):
    page.goto(served_site)
    page.keyboard.press("Tab")
    assert focused(page) == "Till innehållet"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_the_menu_opens_and_closes_by_keyboard_and_says_so(browser, served_site):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(served_site)
    button, menu = page.locator('[data-eb="menu"]'), page.locator("#menu")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert focused(page) == "Exempel"
    for name in ("Tips och metoder", "Kontakta oss", "Lämna ett exempel"):
        assert menu.get_by_role("link", name=name).is_visible()
    page.keyboard.press("Escape")

    assert not menu.is_visible()
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.dataset.eb") == "menu"
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_page_of_mail_knows_where_one_came_from(browser, served_site, script):
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(served_site + "kommuner/huddinge/")
    page.get_by_role("link", name="Fler sätt att följa").click()
    chosen = page.locator("#om-huddinge")
    shown = chosen.get_by_text("Få mejl om").bounding_box(), chosen.bounding_box()
    chosen.get_by_role("link", name="Som flöde").click()
    feeds = page.get_by_role("row", name="Huddinge")
    visible = feeds.get_by_role("link", name="Atom").is_visible()
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert shown[0]["width"] > 50 and shown[1]["width"] > 280
    assert visible
    assert wide == 320


def test_every_stop_of_the_keyboard_shows_where_it_is(page, served_site):
    page.goto(served_site)
    for _step in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", focused(page)


# ---- Light and dark ----


def paper(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_readers_choice_of_scheme_lasts(page, served_site):
    page.emulate_media(color_scheme="light")
    page.goto(served_site)
    light = paper(page)
    page.locator('[data-eb="scheme"]').click()
    dark, around = paper(page), page.locator('meta[name="theme-color"][media="all"]')
    assert around.get_attribute("content") == "#1a2623"
    page.goto(served_site + "om/")

    assert light != dark == paper(page)
    assert around.get_attribute("content") == "#1a2623"
    assert page.locator('[data-eb="scheme"]').get_attribute("aria-pressed") == "true"


def test_the_system_decides_where_the_reader_has_not(page, served_site):
    page.emulate_media(color_scheme="dark")
    page.goto(served_site)
    dark = paper(page)
    page.emulate_media(color_scheme="light")

    assert paper(page) != dark


# ---- Without scripts ----


LONGEST = """() => {
  const words = "Vi provade att låta var och en välja sin bild till tavlan, och märkte ".repeat(5);
  const lines = (count, length) => Array(count).fill(`<li>${words.slice(0, length)}</li>`).join("");
  document.querySelector("#i-korthet + p").textContent = words.slice(0, 280);
  document.querySelector(".eb-lessons ul").innerHTML = lines(5, 160);
  document.querySelector(".eb-numbered--room").innerHTML =
    lines(3, 160).replaceAll("<li>", '<li class="eb-lines">');
  document.querySelector("#rad + div").innerHTML = `<ul>${lines(6, 100)}</ul>`;
}"""


def test_the_sheet_of_the_longest_example_takes_two_sides(page, served_site, example):
    page.goto(f"{served_site}{example}apt/")
    page.evaluate(LONGEST)
    paper = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type /Page\b", paper)) == 2


def test_the_link_of_an_example_can_be_copied_and_that_is_told(context, page, served_site, example):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served_site}{example}?x=1#fakta")
    page.get_by_role("button", name="Kopiera länken").click()
    page.get_by_role("status").filter(has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == served_site + example
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Kopiera länken").click()
    page.get_by_role("status").filter(has_text="Det gick inte att kopiera.").wait_for()


@pytest.mark.parametrize(("width", "height"), [(320, 740), (360, 740), (1366, 768)])
def test_the_ways_on_from_an_example_begin_in_its_first_screen(
    page, served_site, example, width, height
):
    """Without the banner, which only invented data has."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(served_site + example)
    banner = page.locator(".eb-sample").bounding_box()["height"]
    page.get_by_role("button", name="Skriv ut").wait_for()
    first = page.locator(".eb-signposts a:visible")
    tops = [one.bounding_box()["y"] for one in page.locator(".eb-signposts .eb-iconbutton").all()]

    assert min(one.bounding_box()["y"] for one in first.all()) - banner + 44 < height
    assert len(tops) == 3
    assert len({*tops}) == 1


def test_an_example_offers_no_button_that_needs_a_script_without_one(browser, served_site, example):
    page = browser.new_page(java_script_enabled=False)
    page.goto(served_site + example)

    assert page.locator("main button:visible").count() == 0
    assert page.get_by_role("link", name="Skicka till en kollega").is_visible()
    page.close()


def test_all_is_there_without_scripts(browser, served_site):
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=False, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(served_site)

    assert page.locator("#menu a").first.is_visible()
    assert not page.locator('[data-eb="menu"]').is_visible()
    assert not page.locator('[data-eb="scheme"]').is_visible()
    context.close()


def test_a_page_that_is_not_there_leads_on(page, served_site):
    answer = page.goto(served_site + "larande-exempel/finns/inte/")

    assert answer.status == 404
    assert page.locator("main a").count() >= 5
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Figtree")


# ---- On paper ----


def test_on_paper_the_text_is_dark_and_the_menu_gone(page, served_site):
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(served_site + "om/")

    assert paper(page) == "rgb(255, 255, 255)"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('h2')).color")
        != "rgb(234, 240, 236)"
    )
    assert not page.locator("#menu").is_visible()
    assert not page.locator(".eb-search").first.is_visible()
