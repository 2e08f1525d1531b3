"""HTML in an answer -> its words, with paragraphs, lines, lists and addresses as in Markdown.

Form tools with a text editor of their own, SharePoint and Word write HTML. A lone <b>, which
someone may have written by hand, stays as it is, and so does “a < b” or “<bo@kommun.example>”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from html.parser import HTMLParser

_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "hr", "dl"}
_LINES = {
    "div", "tr", "li", "dt", "dd", "body", "html", "head", "center", "section", "article",
    "header", "footer", "caption", "form", "fieldset", "figure", "figcaption", "title",
}  # fmt: skip
_LISTS = {"ul", "ol"}
_SHORT = {"a", "b", "i", "p", "q", "s", "u"}  # as in “a<b>c”
_UNSEEN = {"script", "style", "svg", "iframe"}  # with all that they hold
_MAY_BE_TEXT = _SHORT | _UNSEEN  # unless they are closed, have attributes or come first
_DROPPED = {"script", "iframe", "object", "embed", "video", "audio", "svg", "img", "input"}
_OTHERS = {
    "span", "font", "strong", "em", "small", "big", "sub", "sup", "strike", "del", "ins", "mark",
    "code", "tt", "abbr", "thead", "tbody", "tfoot", "colgroup", "col", "td", "th", "br", "wbr",
    "label", "meta", "link", "o:p",
}  # fmt: skip
_BREAKING = _PARAGRAPHS | _LINES | _LISTS | {"br"}
_FORMATTING = _BREAKING | {"a"}  # nobody writes these by hand in an answer
_ELEMENTS = _PARAGRAPHS | _LINES | _LISTS | _SHORT | _DROPPED | _UNSEEN | _OTHERS
_NAMES = "|".join(sorted(map(re.escape, _ELEMENTS), key=len, reverse=True))
_TAG = re.compile(rf"<(/?)({_NAMES})(\s[^<>]*|/)?>", re.IGNORECASE)
_NO_TAG = re.compile(rf"<(?!/?(?:{_NAMES})(?:\s[^<>]*|/)?>)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" *\n *")
_EMPTY_LINES = re.compile(r"\n{3,}")
_LINKED = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"#|javascript:|data:", re.IGNORECASE)
_DEEPEST = 6  # lists in lists whose items are moved to the right
_TIMES_ESCAPED = 3  # &amp;amp;nbsp;


def is_html(text: str) -> bool:
    """Whether `words_from_html` makes other words of it."""
    return ("<" in text or "&" in text) and (
        _holds_references(text) or not _FORMATTING.isdisjoint(_elements(text))
    )


def holds_tags(text: str) -> bool:
    return "<" in text and any(_elements(text))


def loses_content(text: str) -> bool:
    """Of HTML: whether it has a picture, a program or a form, of which no words can be made."""
    return any(found[2].lower() in _DROPPED for found in _TAG.finditer(text))


def words_from_html(text: str) -> str:
    for _ in range(_TIMES_ESCAPED):
        if not is_html(text):
            return text
        if holds_tags(text):
            return _words(text)
        text = _REFERENCE.sub(_decoded, text)
    return text


def _elements(text: str) -> Iterator[str]:
    """The names of those that are no part of the text."""
    opened = set[str]()
    first = len(text) - len(text.lstrip())
    for found in _TAG.finditer(text):
        closes, name, attributes = found[1], found[2].lower(), found[3]
        if (
            name not in _MAY_BE_TEXT
            or (attributes and "=" in attributes)
            or (closes and name in opened)
            or found.start() == first
        ):
            yield name
        opened.add(name)


def _holds_references(text: str) -> bool:
    return "&" in text and any(map(_is_reference, _REFERENCE.finditer(text)))


def _is_reference(found: re.Match[str]) -> bool:
    return found[1] is None or f"{found[1]};" in html5


def _decoded(found: re.Match[str]) -> str:
    return unescape(found[0]) if _is_reference(found) else found[0]


def _words(text: str) -> str:
    text = _without_comments(text)
    for name in _UNSEEN:
        if f"</{name}" not in text.lower():  # written about, or cut short
            text = re.sub(rf"<(?={name}\b)", "&lt;", text, flags=re.IGNORECASE)
    parser = _WordParser(keeps_breaks=not _has_breaks(text))
    parser.feed(_NO_TAG.sub("&lt;", text))
    parser.close()
    words = _BREAKS.sub("\n", _SPACES.sub(" ", "".join(parser.parts)))
    indented = words.replace(_INDENT, " ")
    return _EMPTY_LINES.sub("\n\n", indented).strip()


def _without_comments(text: str) -> str:
    """Word puts the whole of a style sheet in them."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + len("-->")
    return "".join([*parts, text[at:]])


def _has_breaks(text: str) -> bool:
    """Whether HTML tells where lines end, so that the ends of its own lines are but spaces."""
    return any(found[2].lower() in _BREAKING for found in _TAG.finditer(text))


_INDENT = "\ue000"  # a space that is kept; no text has this sign of its own


class _WordParser(HTMLParser):
    def __init__(self, keeps_breaks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._keeps_breaks = keeps_breaks
        self._begins_line = True  # or the words of an item
        self._lists: list[int] = []  # for each list around: 0, or the number of its next item
        self._unseen = 0
        self._link: tuple[str, int] | None = None  # address, and where its words begin

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _LISTS:
            self._break(tag)
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._begin_item()
        elif tag == "a":
            self._end_link()
            self._link = dict(attrs).get("href") or "", len(self.parts)
        elif tag in ("td", "th"):
            self._add("" if self._begins_line else " | ")
        elif tag == "br":
            self._add("\n")
        elif tag == "img":
            self._add(dict(attrs).get("alt") or "")
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _LISTS:
            del self._lists[-1:]
            self._break(tag)
        elif tag == "a":
            self._end_link()
        else:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(data if self._keeps_breaks else data.replace("\n", " "))

    def close(self) -> None:
        super().close()
        self._end_link()

    def _add(self, words: str) -> None:
        self.parts.append(words)
        if words.strip(" \xa0"):
            self._begins_line = words.endswith(("\n", _INDENT))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS | _LISTS and not self._lists:
            self._add("\n\n")
        elif tag in _PARAGRAPHS | _LISTS | _LINES and not self._begins_line:
            self._add("\n")

    def _begin_item(self) -> None:
        if not self._begins_line:
            self._add("\n")
        number = self._lists[-1] if self._lists else 0
        if number:
            self._lists[-1] += 1
        outer = self._lists[:-1][-_DEEPEST:]
        indent = sum(len("1. ") if ordered else len("- ") for ordered in outer)
        self._add(_INDENT * indent + (f"{number}." if number else "-") + _INDENT)

    def _end_link(self) -> None:
        if self._link is None:
            return
        address, start = self._link
        self._link = None
        words = "".join(self.parts[start:]).strip()
        if (
            not address
            or words in (address, address.partition(":")[2])
            or _NO_ADDRESS.match(address)
        ):
            return
        if _LINKED.match(address):
            safe = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
            self.parts[start:] = [f"[{words}]({safe})" if words else address]
        else:
            self.parts.append(f" ({address})")  # within the place it was copied from
