"""A page written by hand, whose Markdown MkDocs has converted -> a page of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape, unescape
from typing import NamedTuple, cast

from jinja2 import Environment
from markupsafe import Markup

from exempelbank.markdown_pages import MarkdownPage, leads_to_file
from exempelbank.site.components.own_form import NO_FORM, OwnForm
from exempelbank.site.site import Page
from exempelbank.text.links import Links, is_as_written, is_internal
from exempelbank.text.markdown import with_scrollable_tables
from exempelbank.text.page_html import allowed_html, id_within_page


class PageHeading(NamedTuple):
    id: str
    text: str


def page_from_markdown(
    written: MarkdownPage,
    html: str,
    links: Links,
    titles: Mapping[str, str],
    env: Environment,
    headings: Sequence[PageHeading] = (),
    form: OwnForm = NO_FORM,
) -> Page:
    """`titles` by address, of the pages above and beside, which it names. `headings`: the highest
    ones of its text; a page that has several leads to each. `form` stands below the text.
    """
    front = written.front_matter
    href, asset = (cast(Callable[[str], str], env.globals[name]) for name in ("href", "asset"))
    folders = written.address.split("/")[:-2]
    above = ["/".join(folders[: n + 1]) + "/" for n in range(len(folders))]
    body = env.get_template("markdown-page.html").render(
        title=front.title,
        lead=front.description,
        breadcrumbs=[(titles[address], href(address)) for address in above if address in titles],
        beside=[(title, href(address)) for title, address in _other_pages(written.address, titles)],
        parts=[(id_within_page(one.id), one.text) for one in headings]
        if len(headings) >= _LEADS_FROM
        else (),
        text=_within_the_page(html, links),
        form=form.html,
    )
    return Page(
        written.address,
        front.title,
        body,
        description=front.description,
        section=front.section,
        updated=front.updated,
        indexed=front.indexed,
        head=_STYLES.format(href=asset("markdown-page.css")) + str(form.head),
    )


_LEADS_FROM = 3  # headings
_STYLES = '<link rel="stylesheet" href="{href}">\n'  # of its own: no other page needs it


def _other_pages(address: str, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """The other pages of the same folder, its own page first, as (title, address)."""
    folder = address.partition("/")[0] + "/"
    return sorted(
        (
            (title, other)
            for other, title in titles.items()
            if other.startswith(folder) and other != address
        ),
        key=lambda found: (found[1] != folder, found[0]),
    )


def _within_the_page(html: str, links: Links) -> Markup:
    """The page has its h1 already, and what begins at the root must be the site's own."""
    html = re.sub(r"(</?)h1\b", r"\1h2", html)
    html = _LINK.sub(partial(_followed, links), html)
    html = _FROM_ROOT.sub(rf"\g<1>{links.root}", html)
    return Markup(with_scrollable_tables(allowed_html(html)))


_LINK = re.compile(
    r"""(<a\b [^<>]*? \bhref=) ("[^"]*" | '[^']*' | [^\s"'<>]+) ([^<>]*>) (.*?</a>)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_FROM_ROOT = re.compile(  # a picture, a film, an area of a map
    r"""(<(?!a\b)[a-z][^<>]*? \b(?:src|href|poster)=["']?) /(?!/)""", re.IGNORECASE | re.VERBOSE
)


def _followed(links: Links, found: re.Match[str]) -> str:
    """A link with where it leads; its words alone when a browser would not lead anywhere."""
    before, address, after, words = found.groups()
    written = unescape(address.strip("\"'"))
    if is_as_written(written):
        return found[0]
    href = links.href(written) if is_internal(written) else ""
    if not href and leads_to_file(written):
        return found[0]
    return f'{before}"{escape(href)}"{after}{words}' if href else words.removesuffix("</a>")
