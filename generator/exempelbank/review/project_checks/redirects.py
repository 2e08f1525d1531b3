"""site_config/redirects.yml: each leads from where no page is to where one is."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from exempelbank.checks.links import PlanSite
from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.settings import Settings
from exempelbank.settings.redirects import load_redirects
from exempelbank.text.normalization import comparable


def check_redirects(
    pages: Collection[str],
    root: Path,
    settings: Settings,
    plan_site: PlanSite | None,
    problems: Problems,
) -> None:
    """`pages`: the addresses that can be told from the files. Of the pages that list and choose
    among records only the plan of the site knows which there are; without one any may be led to.
    """
    loaded = load_redirects(root, problems)
    if loaded is None:
        return
    document, config = loaded
    taken = {comparable(address) for address in pages}
    olds = {redirect.old for redirect in config.redirects}
    for number, redirect in enumerate(config.redirects):
        if redirect.old in taken:
            problems.error(
                document.location("redirects", number, "from"),
                _("there is a page at /{address}").format(address=redirect.old),
                _("Take the redirect away, or move the page."),
            )
        elif redirect.new in olds or not (
            redirect.new in pages
            or (_is_made(redirect.new, pages, settings) and _is_planned(redirect.new, plan_site))
        ):
            problems.error(
                document.location("redirects", number, "to"),
                _("there is no page at /{address}").format(address=redirect.new),
                _("Write the address as it stands in the browser, without the name of the site."),
            )
        taken.add(redirect.old)


def _is_planned(address: str, plan_site: PlanSite | None) -> bool:
    return plan_site is None or address in plan_site().addresses


def _is_made(address: str, pages: Collection[str], settings: Settings) -> bool:
    """Below a section or one of its pages, a word such as kommun begins what the site makes."""
    words = address.split("/")[:-1]
    above = ["/".join(words[:depth]) + "/" for depth in (1, 2)]
    inner = settings.addresses.inner.words
    return any(
        page in pages and set(words[depth : depth + 1]) & inner
        for depth, page in enumerate(above, 1)
    )
