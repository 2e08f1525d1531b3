"""Markdown from anyone -> HTML that is safe to show, in time that grows with its length alone.

CommonMark and tables, nothing more: raw HTML comes out as the text it was, a picture as its alt
text, and a link that is not followed as its words (exempelbank.text.links says which are).
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from html import escape, unescape

import comrak  # type: ignore[import-untyped]
import nh3
from markupsafe import Markup

from exempelbank.i18n import _
from exempelbank.text.characters import REFUSED
from exempelbank.text.links import AT_ROOT, Links, safe_address
from exempelbank.text.markdown_source import (
    with_bounded_depth,
    with_loose_definitions,
    without_dividers,
)

TABLES = comrak.ExtensionOptions()
TABLES.table = True
PARSING = comrak.ParseOptions()
PARSING.ignore_setext = True  # a line of === or --- under a text is that line, not a heading


def _rendering(line_breaks: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.escape = True
    options.hardbreaks = line_breaks
    return options


_RENDERING = {line_breaks: _rendering(line_breaks) for line_breaks in (False, True)}
_TEXT = {"p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_HEADINGS = {"h2", "h3", "h4", "hr"}


def html_from(
    markdown: str,
    links: Links = AT_ROOT,
    line_breaks: bool = False,
    headings: bool = True,
    top: int = 0,
) -> Markup:
    """`links` says what those of the text lead to. `line_breaks` keeps each line of the sender's as
    a line. Without `headings`, lines such as `# x` and `---` stay the text they are: an answer
    can't divide the page it stands on. With `top` the highest heading of the text gets that level,
    and the others follow, so that none is skipped.
    """
    text = with_loose_definitions(with_bounded_depth(markdown))
    if not headings:
        text = without_dividers(text)
    html = _rendered(text, line_breaks)
    if "&#" in text:  # what no file may hold is not to be written &#x202e; either
        html = REFUSED.sub("", html)
    if _is_plain(html):
        return Markup(html.replace("&quot;", '"').replace("<br />", "<br>"))
    html = _LINK.sub(partial(_followed, links), _IMAGE.sub(r"\1", html))
    html = _below(html, top) if headings else _HEADING.sub(r"\1p>", html)
    clean = (_WITH_HEADINGS if headings else _WITHOUT_HEADINGS).clean(html)
    return Markup(with_scrollable_tables(clean))


@lru_cache(maxsize=8)  # an example's advice stands on its sheet too, which is made straight after
def _rendered(markdown: str, line_breaks: bool) -> str:
    html: str = comrak.render_markdown(markdown, TABLES, PARSING, _RENDERING[line_breaks])
    return html


def html_as_written(markdown: str) -> str:
    """What Markdown makes of it, with links and pictures wherever they lead."""
    return _rendered(with_loose_definitions(markdown), False)


def with_scrollable_tables(html: str) -> str:
    """A wide table scrolls by itself, by keyboard too, instead of widening the page."""
    label = escape(_("Table"))
    scrollable = f'<div class="eb-scroll" tabindex="0" role="group" aria-label="{label}">'
    return _TABLE_START.sub(rf"{scrollable}\g<0>", html).replace("</table>", "</table></div>")


_TABLE_START = re.compile(r"<table\b")


# The patterns below read comrak's own output, where everything a sender wrote is escaped.

# Most texts become nothing but words and these elements, none with an attribute. In them the
# sanitiser has nothing to take away: it writes two things its own way, and doubles the cost.
_OTHER_ELEMENT = re.compile(r"<(?! /?(?:p|li|ul|ol|em|strong|code|pre|blockquote)> | br\ />)", re.X)


def _is_plain(html: str) -> bool:
    odd = "\0" in html or "\r" in html or "\xa0" in html
    return not (odd or _OTHER_ELEMENT.search(html))


_IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"(</?)h([1-6])>")


def _followed(links: Links, found: re.Match[str]) -> str:
    """A link with where it leads; its words alone when that is nowhere."""
    written = unescape(found[1])
    words = found[2] if found[2].strip() else escape(written)
    href = links.href(written)
    return f'<a href="{escape(href)}">{words}</a>' if href else words


def _below(html: str, top: int) -> str:
    """Headings from h2 to h4, which are the levels that a text on a page has."""
    levels = [int(found[2]) for found in _HEADING.finditer(html)]
    down = top - min(levels) if top and levels else 0
    return _HEADING.sub(lambda found: f"{found[1]}h{min(max(int(found[2]) + down, 2), 4)}>", html)


# ---- The sanitiser ----


def _address(_tag: str, attribute: str, value: str) -> str | None:
    """Each has been decided above; the last door asks again."""
    if attribute == "href" and not _FROM_ROOT.match(value):
        return safe_address(value)
    return value


_FROM_ROOT = re.compile(r"/(?![/\\])")
_ATTRIBUTES = {"*": set[str](), "a": {"href"}, "ol": {"start"}}
_WITHOUT_HEADINGS = nh3.Cleaner(
    tags=_TEXT | _TABLE,
    attributes=_ATTRIBUTES,
    attribute_filter=_address,
    url_schemes={"https", "mailto", "tel"},
    link_rel="nofollow ugc noopener",
)
_WITH_HEADINGS = nh3.Cleaner(
    tags=_TEXT | _TABLE | _HEADINGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_address,
    url_schemes={"https", "mailto", "tel"},
    link_rel="nofollow ugc noopener",
)
