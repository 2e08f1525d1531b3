"""Redirects -> a page at each old address, which leads on to the new one.

A page, and not a rule for one kind of server: so that it works wherever the files are put.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from exempelbank.i18n import _
from exempelbank.problems import Problems
from exempelbank.settings.redirects import Redirect, load_redirects
from exempelbank.site.site import Page


def sound_redirects(
    root: Path, addresses: Container[str], problems: Problems
) -> tuple[Redirect, ...]:
    """Those that stand in the way of no page, and lead to one: `addresses` are of all pages."""
    if (loaded := load_redirects(root, problems)) is None:
        return ()
    document, found = loaded
    sound: dict[str, Redirect] = {}
    for number, redirect in enumerate(found.redirects):
        if redirect.old in addresses or redirect.old in sound:
            problems.error(
                document.location("redirects", number, "from"),
                _("there is a page at /{address}").format(address=redirect.old),
                _("Take the redirect away, or move the page."),
            )
        elif redirect.new not in addresses:
            problems.error(
                document.location("redirects", number, "to"),
                _("there is no page at /{address}").format(address=redirect.new),
                _("Write the address as it stands in the browser, without the name of the site."),
            )
        else:
            sound[redirect.old] = redirect
    return tuple(sound.values())


def moved_page(redirect: Redirect, env: Environment) -> Page:
    href = env.globals["href"](redirect.new)  # type: ignore[operator]
    return Page(
        redirect.old,
        _("The page has moved"),
        env.get_template("moved.html").render(new=href),
        head=Markup('<meta http-equiv="refresh" content="0; url={}">').format(href),
        indexed=False,
    )
