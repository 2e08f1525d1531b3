"""Text -> where marks that were meant for a link, bold words or a heading are shown as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from exempelbank.text.markdown import html_as_written
from exempelbank.text.markdown_source import outside_code


def unread_links_in(markdown: str) -> Iterator[int]:
    """Lines, from 0, with brackets that make no link: `[x](a b)`, `[x] (/a/)`, `(x)[/a/]`."""
    if "[" not in markdown or not _LINK.search(markdown):
        return
    shown = unescape(_TAG.sub("", _CODE.sub("", html_as_written(markdown))))
    lines = markdown.split("\n")
    for number in outside_code(lines):
        line = _CODE_IN_LINE.sub("", lines[number])
        if any(found["marks"] in shown for found in _LINK.finditer(line)):
            yield number


def unread_headings_in(markdown: str) -> Iterator[int]:
    """Lines such as `##Name`. One # may well begin a word, as on other sites: `#kunskap`."""
    if "##" not in markdown:
        return
    lines = markdown.split("\n")
    yield from (number for number in outside_code(lines) if _HEADING.match(lines[number]))


def may_hold_marks(plain: str) -> bool:
    return "](" in plain or "**" in plain or "<" in plain


def marks_in(plain: str) -> str:
    """What of Markdown stands in a text that is shown without it, if anything does."""
    found = _MARKS.search(plain) if may_hold_marks(plain) else None
    return next(shown for name, shown in _SHOWN_AS.items() if found[name]) if found else ""


_ADDRESS = r"(?: /[\w.] | \.\.?/ | https?:// | www\. | mailto: | [\w-]+\.md\b )"
_WORDS = r"[^\[\]()\n]*[^\W\d][^\[\]()\n]*"
_LINK = re.compile(
    rf"""(?<!\\) (?:
        \[ [^\[\]\n]+ (?= \]\( )
        | \[ {_WORDS} (?= \]\ +\({_ADDRESS} )
        | \( {_WORDS} (?= \)\ ?\[{_ADDRESS} )
    ) (?P<marks> [\])] \ * [(\[] [^\s)\]]* )""",
    re.VERBOSE,
)
_CODE = re.compile(r"<code\b.*?</code>", re.DOTALL)
_CODE_IN_LINE = re.compile(r"(`+).+?\1")
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r" {0,3}#{2,6}[^\W\d_]")
_MARKS = re.compile(
    r"""(?P<link> (?<!\\) \[[^\[\]]+\]\([^()]*\) )
        | (?P<bold> \*\*\w[^*]*\*\* )
        | (?P<html> </?(?:a|b|br|em|i|p|strong|u)(?:\s[^<>]*)?/?> )""",
    re.VERBOSE | re.IGNORECASE,
)
_SHOWN_AS = {"link": "[…](…)", "bold": "**…**", "html": "<…>"}
