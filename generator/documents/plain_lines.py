"""YAML as we write it ourselves -> the same data as the library reads, in a third of the time.

Only lines that can mean one thing are read: a name and a value, or an item of a list, where a value
is one plain or single-quoted text on its line. Whatever else there is in a file, be it a comment or
an empty value, nothing of it is read here, and `yaml_reading` says what it holds or why it is
refused.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any

# Latin letters, dashes and quotation marks, without : # and '. More would take long to compile.
_SIGN = r' -"$-&(-9;-~\xa0-\u024f\u2010-\u2027'
_BARE = rf"[0-9A-Za-z\xc0-\u024f][{_SIGN}']*+(?::(?![ \n])[{_SIGN}']*+)*+(?<! )"
_QUOTED = rf"'[{_SIGN}:#]*+'"
# What stands further in than this is left to the reader that counts how deep lists lie in lists.
_LINE = re.compile(
    rf"^( {{0,12}})(- )?(?:([a-z][a-z0-9_-]*+):(?: (?!\n)|(?=\n)))?({_BARE}|{_QUOTED}|)\n",
    re.MULTILINE,
)

_Lines = list[tuple[str, str, str, str]]  # (indentation, dash, name, value), the next one last


class _Unlike(Exception):
    """Not as we write it."""


def data_of_plain(text: str) -> dict[str, Any] | None:
    """None when the text must be read as YAML."""
    lines: _Lines = _LINE.findall(text)
    if len(lines) != text.count("\n") or not text.endswith("\n"):
        return None
    lines.reverse()
    try:
        data = _names(lines, "")
    except _Unlike:
        return None
    return None if lines else data  # what is left stands further in or out than it may


def _names(lines: _Lines, indent: str) -> dict[str, Any]:
    data: dict[str, Any] = {}
    while lines:
        spaces, dash, name, value = lines[-1]
        if dash or spaces != indent:
            break
        if not name or name in data:
            raise _Unlike
        lines.pop()
        data[name] = _text(value) if value else _below(lines, indent)
    return data


def _below(lines: _Lines, indent: str) -> Any:
    """What a name with this indentation holds, when nothing stands beside it."""
    if lines:
        spaces, dash, _name, _value = lines[-1]
        if dash and spaces >= indent:
            return _items(lines, spaces)
        if spaces > indent:
            return _names(lines, spaces)
    raise _Unlike


def _items(lines: _Lines, indent: str) -> list[Any]:
    items: list[Any] = []
    while lines:
        spaces, dash, name, value = lines[-1]
        if not dash or spaces != indent:
            break
        if name:  # the first of several, beside the dash
            lines[-1] = (f"{indent}  ", "", name, value)
            items.append(_names(lines, f"{indent}  "))
        elif value:
            lines.pop()
            items.append(_text(value))
        else:
            raise _Unlike
    return items


def _text(value: str) -> str:
    """Short ones are one and the same for all who hold them: most are terms, and stand in many."""
    text = value[1:-1] if value[0] == "'" else value
    return intern(text) if len(text) < 32 else text
