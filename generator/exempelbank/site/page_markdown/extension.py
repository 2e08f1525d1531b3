"""What Python-Markdown makes of a page written by hand -> the same without styles, with labels, and
in the site's language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_ALIGNMENTS = ("left", "center", "right")
_AFTER_THE_OTHERS = 1  # before MkDocs, which looks the links up


class PageExtension(Extension):  # type: ignore[misc]
    """The last of the extensions of a page."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        md.treeprocessors.register(_PageTreeprocessor(md), "exempelbank", _AFTER_THE_OTHERS)


class _PageTreeprocessor(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for element in root.iter():
            if change := _CHANGES.get(element.tag):
                change(element)


def _align_by_class(element: Element) -> None:
    """Our policy forbids styles, and `align` is no longer HTML."""
    style = element.attrib.pop("style", "").removeprefix("text-align:").strip(" ;")
    aligned = element.attrib.pop("align", style)
    if aligned in _ALIGNMENTS:
        _add_class(element, f"eb-{aligned}")


def _add_class(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


_CHANGES: Mapping[str, Callable[[Element], None]] = {
    "th": _align_by_class,
    "td": _align_by_class,
    "img": _align_by_class,
}
