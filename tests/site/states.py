"""The sample site as readers bring it to be: what is chosen, open, empty, failed, paused or past.

`make audit` has axe look at each of them in every look; the tests do so for some, in one look each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _as_it_comes(page: Page) -> None:
    pass


class State(NamedTuple):
    name: str
    address: str
    reach: Callable[[Page], object] = _as_it_comes  # from the page as it has come
    failing: str = ""  # what can't be fetched, as Playwright writes such addresses
    in_tests: bool = True  # or only in the audit: another test has it, or it needs another site


# ---- How they are reached ----


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def _open_menu(page: Page) -> None:
    button = page.locator('[data-eb="menu"]')
    if button.is_visible():  # the menu is folded where there is little room
        button.click()


def _counted(page: Page) -> None:
    """Until the list is that of the address."""
    shown = page.get_by_role("link", name="Ta bort filtret")
    shown.or_(page.locator('[data-part="clear"]:visible')).first.wait_for()
    _unfold(page)


def _ticked(page: Page) -> None:
    _unfold(page)
    page.locator("input[name=lattlast]").check()
    page.get_by_role("link", name="Ta bort filtret").first.wait_for()


def _typed(words: str, listed: str, key: str = "") -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        field = page.locator("main input[type=search]").first
        field.focus()
        field.fill(words)
        page.get_by_role("option", name=listed).first.wait_for()
        if key:
            page.keyboard.press(key)

    return reach


def _with_latest_searches(reach: Callable[[Page], object]) -> Callable[[Page], None]:
    def reach_with(page: Page) -> None:
        page.evaluate("localStorage['eb-searches'] = JSON.stringify(['natt', 'ips'])")
        page.reload()
        reach(page)
        page.evaluate("localStorage.clear()")

    return reach_with


def _answered(page: Page) -> None:
    page.locator("[data-part=count]", has_text="träff").or_(
        page.locator("[data-part=count]", has_text="Inga")
    ).wait_for()
    _unfold(page)


def _narrowed(page: Page) -> None:
    _answered(page)
    page.locator("[data-part=filters] label:not([hidden]) input").first.check()
    _answered(page)


def _copied(page: Page) -> None:
    page.get_by_role("button", name="Kopiera länken").click()
    page.get_by_role("status").filter(has_text="kopiera").wait_for()


def _pointed_at(page: Page) -> None:
    page.locator(".eb-county a path").first.hover(force=True)


def _with_errors(page: Page) -> None:
    page.get_by_role("button", name="Spara svaret som en fil").click()
    page.get_by_role("link", name="skriv ett svar").first.wait_for()


def _one_part(page: Page) -> None:
    page.get_by_role("button", name="Visa en del i taget").click()


def _at_receipt(page: Page) -> None:
    page.get_by_label("Rubrik").fill("Bilder på schemat")
    for label in ("Ingen kan kännas igen", "Jag har läst"):
        page.get_by_label(label).check()
    page.get_by_role("button", name="Spara svaret som en fil").click()
    page.get_by_role("heading", name="Svaret är sparat").wait_for()


LIST, CALENDAR = "larande-exempel/", "kalendarium/"
TRIED = f"{LIST}bildstod-i-morgonmotet-gav-lugnare-start-pa-dagen/"
STATES = (
    State("start page with the menu open", "", _open_menu),
    # Examples
    State("examples, two municipalities chosen", f"{LIST}?kommun=huddinge&kommun=nacka", _counted),
    State("examples, one ticked in the open filter", LIST, _ticked),
    State("examples, none found", f"{LIST}?kommun=huddinge&yrkesroll=lss-handlaggare", _counted),
    State("examples, a place without any", f"{LIST}?kommun=botkyrka", _counted),
    State("examples, in order of name", f"{LIST}?ordning=namn"),
    State("examples, the filter can't be fetched", LIST, _unfold, "**/urval.json*", in_tests=False),
    State("examples by name", f"{LIST}ordning/namn/"),
    State("an example that others have tried", f"{TRIED}#vi-har-provat", _unfold),
    State("an example whose link is copied", TRIED, _copied),
    State("a sheet for a meeting", f"{TRIED}apt/"),
    State("a paused example", f"{LIST}krisplan-vid-sjalvskadebeteende/"),
    State("an archived example", f"{LIST}social-dokumentation-pa-tio-minuter/", _unfold),
    # The calendar
    State("calendar, a kind chosen", f"{CALENDAR}?slag=kurs", _counted),
    State("calendar, none found", f"{CALENDAR}?natverk=ett-som-har-slutat", _counted),
    State("calendar, a month", f"{CALENDAR}manad/2026-04/"),
    State("calendar, an earlier year", f"{CALENDAR}arkiv/2025/"),
    State("a cancelled activity", f"{CALENDAR}kognitivt-stod-hemma-2026-04/"),
    State("an activity that has been", f"{CALENDAR}natverkstraff-stodpedagoger-2025-11/"),
    # Search
    State("search box, answers", "", _typed("bildstöd", "Visa alla"), in_tests=False),
    State(
        "search box, one marked", "", _typed("bildstöd", "Visa alla", "ArrowDown"), in_tests=False
    ),
    State("search box, no answers", "", _typed("xyzzyqwert", "nätverk"), in_tests=False),
    State("search box, latest", "", _with_latest_searches(_typed("", "Glöm")), in_tests=False),
    State("search, answers", "sok/?q=bildst%C3%B6d", _answered, in_tests=False),
    State("search, answers narrowed", "sok/?q=bildst%C3%B6d", _narrowed, in_tests=False),
    State("search, no answers", "sok/?q=xyzzyqwert", _answered, in_tests=False),
    State("search, nothing asked", "sok/", in_tests=False),
    # What one can tell and propose
    State("what there are no examples of", "vi-saknar/"),
    State("to propose a network", "foresla-natverk/"),
    # Our own forms
    State("the form of an example, with errors", "lamna-exempel/", _with_errors),
    State("the form of an example, a part at a time", "lamna-exempel/", _one_part, in_tests=False),
    State("the form of a tip, with errors", "tipsa/", _with_errors, in_tests=False),
    State("the form of a tip, at the receipt", "tipsa/", _at_receipt, in_tests=False),
    # The others
    State("a network that has ended", "natverk/valfardsteknik-i-vardagen/"),
    State("the map, pointed at", "kommuner/", _pointed_at),
    State("mail, come from a municipality", "prenumerera/#om-huddinge", _unfold),
    State("a page that is not there", "finns/inte/"),
    State("a page by hand with all that it may hold", "allt/", _unfold, in_tests=False),
)
