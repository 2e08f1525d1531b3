"""Markdown as it was sent -> Markdown that a page can show all of: what would do harm, or be shown
nowhere, is marked to be the text it is. Code is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

# A search that begins with a letter of its own, as that of the line's end before, is many times
# as fast as one with ^ : hence the line's end put before a text where these look for lines.


def with_bounded_depth(markdown: str) -> str:
    """Each level costs the sanitiser as much as all those outside it."""
    return _TOO_DEEP.sub(lambda marks: _MARKS.sub(r"\\\g<0>", marks[0]), f"\n{markdown}")[1:]


_TOO_DEEP = re.compile(r"\n[ \t]*(?:[>*+-][ \t]*){20,}")
_MARKS = re.compile(r"[>*+-]")


def without_dividers(markdown: str) -> str:
    """Without lines that would become headings or rules."""
    if not _DIVIDED.search(f"\n{markdown}"):
        return markdown
    lines = markdown.split("\n")
    for number in outside_code(lines):
        if divider := _DIVIDER.match(lines[number]):
            lines[number] = _marked(lines[number], divider.end("before"))
    return "\n".join(lines)


def with_loose_definitions(markdown: str) -> str:
    """`[Obs]: viktigt` would define where links called Obs lead. When there are none it is shown,
    and so is a second one of the same name.
    """
    if "]:" not in markdown:
        return markdown
    lines = markdown.split("\n")
    definitions = [
        (number, found)
        for number in outside_code(lines)
        if (found := _DEFINITION.match(lines[number]))
    ]
    unused = Counter(_name(found["name"]) for _number, found in definitions)
    unused.subtract(_name(found[1]) for found in _BRACKETS.finditer(markdown))
    taken = set[str]()
    for number, found in definitions:
        name = _name(found["name"])
        if unused[name] >= 0 or name in taken:
            lines[number] = _marked(lines[number], found.end("before"))
        taken.add(name)
    return "\n".join(lines)


def with_blocks_opened(markdown: str) -> str:
    """The same lines, with what is indented in blocks that CommonMark does not know (notes, tabs,
    footnotes, definitions) where it is text, and not code.
    """
    if not _OPENING.search(markdown):
        return markdown
    lines = markdown.split("\n")
    outside = set(outside_code(lines))
    inner: list[int] = []  # of each block around: how far in its text stands
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        while inner and line.strip() and indent < inner[-1]:
            inner.pop()
        lines[number] = line[_STEP * len(inner) :]
        if number in outside and (opening := _OPENING.match(line)):
            lines[number] = line[opening.end() :]
            inner.append(indent + _STEP)
    return "\n".join(lines)


def with_html_opened(markdown: str) -> str:
    """The same lines without the HTML around what is Markdown all the same, by its attribute
    `markdown`: CommonMark reads nothing in it.
    """
    if not (opened := {found[1].lower() for found in _OPENING_TAG.finditer(markdown)}):
        return markdown
    closing = re.compile(rf"</(?:{'|'.join(map(re.escape, opened))})\s*>", re.IGNORECASE)
    text = _OPENING_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), markdown)
    return _TITLE_TAG.sub("", closing.sub("", text))


_OPENING_TAG = re.compile(
    r"""< (?!a\b) ([a-z][\w-]*) \b [^<>]*? \s markdown
        (?: \s*=\s* ["']? (?:1|block|span|markdown)\b ["']? )? (?=[\s>]) [^<>]* >""",
    re.IGNORECASE | re.VERBOSE,
)

_TITLE_TAG = re.compile(r"</?(?:summary|figcaption)\b[^<>]*>", re.IGNORECASE)


def with_addresses_joined(markdown: str) -> str:
    """As Python-Markdown reads links: `[x](a b.md)` leads to "a b.md"."""
    return _SPACED_ADDRESS.sub(lambda found: found[0].replace(" ", "%20"), markdown)


_SPACED_ADDRESS = re.compile(
    r"""(?<=\]\() (?!\ ) (?: [^()<>"'\n] | \([^()<>"'\n]*\) )+? (?=\ * (?:\)|\ ["']))""", re.VERBOSE
)
_STEP = 4
_OPENING = re.compile(
    r"""^\ * (?:
        (?: !!! | \?\?\?\+? | ===[!+]? ) \ [^\n]* | \[\^[^\]\n]+\]: | :\ {1,3}(?=\S)
    )""",
    re.MULTILINE | re.VERBOSE,
)

_BLOCKS = r"(?:\ {0,3} (?: > | [*+-]\ | \d{1,9}[.)]\ ))*"  # quotes and lists
_DIVIDER = re.compile(
    rf"""(?P<before> {_BLOCKS} \ {{0,4}})
        (?= \#{{1,6}} (?:[ \t]|$) | (?P<rule>[-*_]) [ \t]* (?:(?P=rule)[ \t]*){{2,}} $ )""",
    re.VERBOSE,
)
_DIVIDED = re.compile(rf"\n (?=[ >*+\-\d#_]) {_DIVIDER.pattern}", re.VERBOSE | re.MULTILINE)
_DEFINITION = re.compile(rf"(?P<before> {_BLOCKS} \ {{0,3}}) \[(?P<name>[^\[\]\n]+)\]:", re.VERBOSE)
_BRACKETS = re.compile(r"\[([^\[\]\n]+)\]")
_FENCE = re.compile(r"[ \t>*+-]*(`{3,}|~{3,})")


def _name(written: str) -> str:
    return " ".join(written.casefold().split())


def _marked(line: str, at: int) -> str:
    return f"{line[:at]}\\{line[at:]}"


def outside_code(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that stand between no fences."""
    fence = ""
    for number, line in enumerate(lines):
        if found := _FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence) and not line[found.end() :].strip():
                fence = ""
        elif not fence:
            yield number
