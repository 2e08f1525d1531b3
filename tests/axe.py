"""axe, in a page that a browser shows."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def context_with_axe(browser: Browser, **how: Any) -> BrowserContext:
    """The pages' own policy would stop axe itself."""
    context = browser.new_context(locale="sv-SE", bypass_csp=True, **how)
    context.add_init_script(AXE)
    return context


def violations(page: Page, rules: object = ALL_RULES) -> list[str]:
    """ "rule: element" for each. Where the reader's own colours hold, those of the page, which axe
    still finds, count for nothing.
    """
    found = page.evaluate(
        """(runOnly) => axe.run({
          runOnly,
          rules: { "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches } },
          resultTypes: ["violations"],
        })""",
        rules,
    )
    return [
        f"{fault['id']}: {node['html'][:150]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
