"""HTML that a page may show -> the same as CommonMark with tables.

It is made of the HTML, and not of what was sent: so it holds what readers saw and nothing else.
What is text stays text, whatever reads it: HTML, shortcodes and the marks of templates among it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

FollowLink = Callable[[str], str]  # an address as it stands -> where it leads; empty: nowhere


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[_Element | str] = field(default_factory=list)


def commonmark_from(html: str, follow: FollowLink) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _Writer(follow).document(reader.root)


_VOID = {"br", "hr", "img", "input", "source", "track", "wbr", "col", "area"}
_UNREAD = {"svg", "input", "map", "source", "track"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = _Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


_INLINE = frozenset(
    """a abbr b bdi bdo br cite code del dfn em i img ins kbd label mark q rp rt ruby s samp small
    span strong sub sup time u var wbr""".split()
)
_EMPHASIS = {"em": "*", "i": "*", "strong": "**", "b": "**", "del": "~~", "s": "~~"}


@dataclass
class _Writer:
    follow: FollowLink

    def document(self, root: _Element) -> str:
        text = "\n\n".join(self._blocks(root.children))
        return f"{text}\n" if text else ""

    # ---- Blocks ----

    def _blocks(self, children: Sequence[_Element | str]) -> Iterator[str]:
        line: list[_Element | str] = []
        for child in children:
            if isinstance(child, str) or child.tag in _INLINE:
                line.append(child)
                continue
            yield from self._paragraph(line)
            line = []
            if child.tag not in _UNREAD and "hidden" not in child.attributes:
                yield from filter(None, self._block(child))
        yield from self._paragraph(line)

    def _paragraph(self, children: Sequence[_Element | str]) -> Iterator[str]:
        if text := self._inline(children).strip():
            yield _NUMBER.sub(r"\1\\\2", _MARK.sub(r"\\\g<0>", text))

    def _block(self, element: _Element) -> Iterator[str]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                words = self._inline(element.children).replace("\\\n", " ").strip()
                yield f"{'#' * int(element.tag[1])} {words}" if words else ""
            case "ul" | "ol":
                yield "\n".join(self._items(element))
            case "blockquote":
                inner = "\n\n".join(self._blocks(element.children))
                yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
            case "pre":
                yield _fenced(_text_of(element))
            case "hr":
                yield "***"
            case "table":
                yield "\n".join(self._table(element))
            case _:
                yield from self._blocks(element.children)

    def _items(self, element: _Element) -> Iterator[str]:
        start = element.attributes.get("start", "")
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        for item in element.children:
            if isinstance(item, str):
                continue
            mark = f"{number}. " if element.tag == "ol" else "- "
            number += 1
            nested = [one for one in item.children if isinstance(one, _Element)]
            loose = any(one.tag == "p" for one in nested)
            inner = ("\n\n" if loose else "\n").join(self._blocks(item.children))
            lines = inner.split("\n")
            indent = " " * len(mark)
            rest = [f"{indent}{line}".rstrip() for line in lines[1:]]
            yield "\n".join([f"{mark}{lines[0]}".rstrip(), *rest])

    def _table(self, element: _Element) -> Iterator[str]:
        rows = [
            [self._cell(cell) for cell in row.children if isinstance(cell, _Element)]
            for row in _rows_of(element)
        ]
        width = max(map(len, rows), default=0)
        for number, row in enumerate(rows):
            yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
            if number == 0:
                yield f"|{' --- |' * width}"

    def _cell(self, cell: _Element) -> str:
        return " ".join(self._inline(cell.children).replace("\\\n", " ").split()).replace(
            "|", "\\|"
        )

    # ---- Within a line ----

    def _inline(self, children: Sequence[_Element | str]) -> str:
        return "".join(map(self._word, children)).replace("\\\n ", "\\\n")

    def _word(self, one: _Element | str) -> str:
        if isinstance(one, str):
            return _escaped(re.sub(r"[ \t\n\r\f]+", " ", one))
        if one.tag in _UNREAD or "hidden" in one.attributes:
            return ""
        inner = self._inline(one.children)
        match one.tag:
            case "br":
                return "\\\n"
            case "code":
                return _code(_text_of(one))
            case "a":
                address = self.follow(one.attributes.get("href", ""))
                return f"[{inner}]({_address(address)})" if address and inner.strip() else inner
            case "img":
                address = self.follow(one.attributes.get("src", ""))
                words = _escaped(one.attributes.get("alt", ""))
                return f"![{words}]({_address(address)})" if address else words
            case tag if mark := _EMPHASIS.get(tag):
                return _marked(inner, mark)
        return inner


def _marked(inner: str, mark: str) -> str:
    """Space within the marks would undo them."""
    words = inner.strip()
    if not words:
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"


def _rows_of(element: _Element) -> Iterator[_Element]:
    for child in element.children:
        if isinstance(child, _Element):
            if child.tag == "tr":
                yield child
            else:
                yield from _rows_of(child)


def _text_of(element: _Element) -> str:
    return "".join(one if isinstance(one, str) else _text_of(one) for one in element.children)


def _fenced(code: str) -> str:
    if _TEMPLATE.search(code):
        return "\n\n".join(_escaped(line) for line in code.split("\n") if line.strip())
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    return "\n".join([fence, code.removesuffix("\n"), fence])


def _code(code: str) -> str:
    code = " ".join(code.split())
    if not code or _TEMPLATE.search(code):
        return _escaped(code)
    fence = "`" * (1 + max(map(len, re.findall("`+", code)), default=0))
    room = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{fence}{room}{code}{room}{fence}"


def _address(address: str) -> str:
    return re.sub(r"[\s<>()\\{}]", lambda found: f"%{ord(found[0]):02X}", address)


# Shortcodes and templates are looked for in code as well, where nothing can be marked as text.
_TEMPLATE = re.compile(r"\{[{%#<]")
_SPECIAL = re.compile(r"[\\`*_\[\]<>~{}]|&(?=#?\w)|(?<=\{)[%#]")
# What would begin a heading, a list, a rule, a table or a definition.
_MARK = re.compile(r"^[#+=:|-]", re.MULTILINE)
_NUMBER = re.compile(r"^(\d{1,9})([.)])", re.MULTILINE)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
