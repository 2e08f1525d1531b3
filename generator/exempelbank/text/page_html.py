"""HTML of a page written by hand -> what of it a page may show.

What Markdown and its extensions make passes, and so does most of what people write as HTML:
elements, classes, ids. What runs, styles, sends, frames or fetches from elsewhere does not.
"""

from __future__ import annotations

import re

import nh3

from exempelbank.text.characters import REFUSED
from exempelbank.text.links import is_from_elsewhere

ALLOWED = frozenset(
    """a abbr address area article audio b bdi bdo blockquote br caption cite code col colgroup dd
    del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li
    map mark ol p pre q rp rt ruby s samp section small source span strong sub summary sup table
    tbody td tfoot th thead time tr track u ul var video wbr
    circle ellipse g line path polygon polyline rect svg""".split()
)
# With all that stands in them. Of other elements that are left out, the words stay.
_UNREAD = {"script", "style", "iframe", "object", "template", "textarea", "select", "title"}
_CELL = {"colspan", "rowspan", "headers", "scope", "abbr"}
_FILM = {"src", "controls", "preload", "muted", "loop", "width", "height", "poster"}
_DRAWN = {
    "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "points",
    "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "transform",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {
        "id", "class", "title", "lang", "dir", "role", "tabindex", "hidden",
        "aria-label", "aria-hidden", "aria-labelledby", "aria-describedby",
    },
    "a": {"href", "target", "rel", "download", "hreflang", "name"},
    "area": {"href", "shape", "coords", "alt"},
    "audio": _FILM,
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open", "name"},
    "div": {"data-label"},
    "img": {"src", "alt", "width", "height", "loading", "usemap"},
    "input": {"type", "name", "checked", "disabled"},
    "label": {"for"},
    "li": {"value"},
    "map": {"name"},
    "ol": {"start", "reversed", "type"},
    "source": {"src", "type"},
    "span": {"data-linenos"},
    "svg": {"viewBox", *_DRAWN},
    "td": _CELL,
    "th": _CELL,
    "time": {"datetime"},
    "track": {"src", "kind", "srclang", "label", "default"},
    "video": _FILM,
    **dict.fromkeys(
        ("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect"), _DRAWN
    ),
}  # fmt: skip


def allowed_html(html: str) -> str:
    """Of what is left, every attribute stands between " and "."""
    clean = REFUSED.sub("", _CLEANER.clean(html))
    clean = _LINK_TO_LINE.sub(r'<a tabindex="-1" aria-hidden="true"\1', clean)
    clean = _INPUT.sub(lambda found: found[0] if _CHOICE.search(found[1]) else "", clean)
    return _PICTURE.sub(lambda found: found[0] if " src=" in found[1] else _words(found[1]), clean)


_ATTRIBUTE = r'\s[\w:-]+="[^"]*"'
_LINK_TO_LINE = re.compile(rf'<a((?:{_ATTRIBUTE})*? href="#__codelineno-)')  # without words
_INPUT = re.compile(rf"<input((?:{_ATTRIBUTE})*)>")
_CHOICE = re.compile(r' type="(?:radio|checkbox)"')  # of content tabs and lists of tasks
_PICTURE = re.compile(rf"<img((?:{_ATTRIBUTE})*)>")
_ALT = re.compile(r' alt="([^"]*)"')


def _words(attributes: str) -> str:
    """What a picture shows, in words."""
    found = _ALT.search(attributes)
    return found[1] if found else ""


# ---- Attributes ----

# Those of the page around it.
_SHELL_IDS = re.compile(r"(?:menu|content|footer-\d+|eb-answer-\d+|eb-on-this-page)$")


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name in ("src", "poster"):
        return None if is_from_elsewhere(value) else value
    if name in ("id", "for") or (name == "name" and tag == "a"):
        return id_within_page(value)
    if name == "href" and value.startswith("#"):
        return f"#{id_within_page(value[1:])}"
    if name in ("fill", "stroke"):
        return None if "(" in value else value  # a colour by its name or number, not by an address
    if name == "tabindex":
        return value if value in ("0", "-1") else None
    return value


def id_within_page(value: str) -> str:
    """Another name where the page around it has one of this name."""
    return f"{value}-text" if _SHELL_IDS.match(value) else value


_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    clean_content_tags=_UNREAD,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    # Long lines of code are scrolled to, by keyboard too.
    set_tag_attribute_values={"svg": {"aria-hidden": "true"}, "pre": {"tabindex": "0"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
