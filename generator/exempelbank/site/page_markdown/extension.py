"""What Python-Markdown makes of a page written by hand -> the same without styles, with labels, and
in the site's language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from exempelbank.i18n import _
from exempelbank.site.page_markdown.admonitions import admonition_titles

_AFTER_THE_OTHERS = 1  # before MkDocs, which looks the links up


class PageExtension(Extension):  # type: ignore[misc]
    """The last of the extensions of a page."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        md.treeprocessors.register(_PageTreeprocessor(md), "exempelbank", _AFTER_THE_OTHERS)


class _PageTreeprocessor(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        self._titles = admonition_titles()
        by_tag: dict[str, Callable[[Element], None]] = {
            "th": _align_by_class,
            "td": _align_by_class,
            "img": _align_by_class,
            "details": self._title_in_language,
            "div": self._of_block,
            "li": self._label_task,
            "a": _of_link,
        }
        for element in [one for one in root.iter() if one.tag in by_tag]:
            by_tag[element.tag](element)

    def _of_block(self, element: Element) -> None:
        if "admonition" in _classes(element):
            self._title_in_language(element)
        elif "tabbed-alternate" in _classes(element):
            _label_tabs(element)

    def _title_in_language(self, element: Element) -> None:
        """The title that a note gets when it is given none is its kind, in English."""
        kinds = [name for name in _classes(element) if name in self._titles]
        if len(element) and kinds and element[0].text == kinds[0].capitalize():
            element[0].text = self._titles[kinds[0]]

    def _label_task(self, item: Element) -> None:
        """The words beside the box name it: all up to the next paragraph or list."""
        if "task-list-item" not in _classes(item):
            return
        line = item if (item.text or "").strip() or not len(item) else item[0]
        words = []
        for part in line:
            if self.md.is_block_level(part.tag):
                break
            words.append(part)
        label = Element("label")
        label.text, line.text = line.text, ""
        for part in words:
            line.remove(part)
            label.append(part)
        line.insert(0, label)


# ---- Without styles ----


def _align_by_class(element: Element) -> None:
    """Our policy forbids styles, and `align` is no longer HTML."""
    style = element.attrib.pop("style", "").removeprefix("text-align:").strip(" ;")
    aligned = element.attrib.pop("align", style)
    if aligned in ("left", "center", "right"):
        _add_class(element, f"eb-{aligned}")


def _add_class(element: Element, name: str) -> None:
    element.set("class", " ".join((*_classes(element), name)))


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


# ---- With labels ----


def _label_tabs(tabs: Element) -> None:
    """By keyboard they are the choices of a group. On paper each stands below its own label."""
    tabs.set("role", "group")
    tabs.set("aria-label", _("Choose what to show"))
    parts = [part for part in tabs if part.tag == "div"]
    for label, block in zip(*parts, strict=False) if len(parts) == 2 else ():
        block.set("data-label", _words(label))


def _words(element: Element) -> str:
    """Without what Python-Markdown puts in later, such as icons."""
    text = "".join(element.itertext()).replace(AMP_SUBSTITUTE, "&")
    return re.sub(f"{STX}[^{ETX}]*{ETX}", "", text).strip()


def _of_link(link: Element) -> None:
    _label_backlink(link)
    _space_icons(link)
    if link.get("href", "") == _words(link):  # paper need not tell it once more
        _add_class(link, "eb-written-out")


def _space_icons(link: Element) -> None:
    """A space between an icon and the words of a link would be underlined alone."""
    if not len(link):
        return
    first, last = link[0], link[-1]
    if _is_icon(first) and not (link.text or "").strip() and (first.tail or "").startswith(" "):
        first.tail = (first.tail or "").lstrip(" ")
        _add_class(first, "eb-icon-before")
    words = link[-2].tail if len(link) > 1 else link.text
    if _is_icon(last) and not (last.tail or "").strip() and (words or "").endswith(" "):
        if len(link) > 1:
            link[-2].tail = (words or "").rstrip(" ")
        else:
            link.text = (words or "").rstrip(" ")
        _add_class(last, "eb-icon-after")


def _is_icon(element: Element) -> bool:
    return "twemoji" in _classes(element)


def _label_backlink(link: Element) -> None:
    """From a footnote; its only sign is an arrow."""
    if "footnote-backref" in _classes(link):
        link.set("aria-label", link.get("title", ""))
