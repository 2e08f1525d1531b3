"""YAML text -> a tree of nodes, strictly: no types, no references, no twins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.text.characters import REFUSED, name_of
from exempelbank.text.normalization import composed

Keys = tuple[str | int, ...]  # the way to a value: ("review", "log", 0, "by")


def refusal_of(character: str, line: int) -> UnreadableFile:
    """Why a text that holds this one can't be read."""
    return UnreadableFile(
        _("holds the hidden character {code}, which has no place in a text").format(
            code=name_of(character)
        ),
        line,
        _("Take it away, or write the line anew."),
    )


def compose(text: str, first: int = 1) -> yaml.MappingNode | None:
    """The tree of nodes; `first` is the line in the file where `text` begins. Raises
    UnreadableFile.
    """
    try:
        if any(sign in text for sign in "&*!") and _MAY_BE_REFERENCE.search(text):
            _refuse_references(text, first)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as why:
        # A scanner notices on the next line; what it was reading began where the fault is.
        scanning = isinstance(why, yaml.scanner.ScannerError) and why.context_mark
        position = scanning or why.problem_mark
        if (tab := _tab_near(why, text)) is not None:
            raise UnreadableFile(
                _unreadable(first),
                tab + first,
                _("The line begins with a tab. Write spaces instead."),
            ) from None
        raise UnreadableFile(
            _unreadable(first),
            position.line + first if position else None,
            _(
                "Look for a missing colon, a wrong indentation or a quotation mark without its"
                " pair. A value that holds “: ” or begins with a sign must stand within quotation"
                " marks."
            ),
        ) from None
    except (yaml.YAMLError, RecursionError):
        raise UnreadableFile(_unreadable(first)) from None
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableFile(
            _("is not a list of “name: value”")
            if first == 1
            else _("has front matter that is not a list of “name: value”"),
            first,
        )
    return root


def _tab_near(why: yaml.MarkedYAMLError, text: str) -> int | None:
    """The line, from 0, where the reading stopped at a tab among the spaces that begin it."""
    number = why.problem_mark.line if why.problem_mark else 0
    lines = text.splitlines()[number : number + 1]
    return number if any("\t" in line[: len(line) - len(line.lstrip())] for line in lines) else None


def _unreadable(first: int) -> str:
    """A file that begins on its first line is YAML alone."""
    if first == 1:
        return _("can't be read as YAML")
    return _("has front matter that can't be read as YAML")


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Looks for no types: the resolver of PyYAML, asked about every node, would only ever say str,
    and take as long as the parser itself.
    """

    def resolve(self, _kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _parent: yaml.Node | None, _index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


_MAY_BE_REFERENCE = re.compile(
    r"(^|[\s:,\[{-])[&*!]", re.MULTILINE
)  # the second parse costs as much as the first
_DEEPEST = 20


def _refuse_references(text: str, first: int) -> None:
    for event in yaml.parse(text, Loader=_Loader):
        line = (event.start_mark.line if event.start_mark else 0) + first
        if getattr(event, "anchor", None):  # AliasEvent has one too
            says = _("uses & or * at the start of a value, which YAML reads as a reference")
        elif getattr(event, "tag", None):
            says = _("uses ! at the start of a value, which YAML reads as a tag")
        else:
            continue
        raise UnreadableFile(says, line, _("Put the value within quotation marks."))


def plain(node: yaml.Node, first: int = 1, depth: int = 0) -> Any:
    """The texts of a tree in lists and dicts. `first`: the line of the file that the tree begins
    on; `depth`: of lists within lists so far. Raises UnreadableFile at an odd or repeated key.
    """
    if depth > _DEEPEST:
        raise UnreadableFile(
            _("has lists within lists too deep to be meant"), node.start_mark.line + first
        )
    if isinstance(node, yaml.ScalarNode):
        return _text_of(node, first)
    if isinstance(node, yaml.SequenceNode):
        return [plain(item, first, depth + 1) for item in node.value]
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            says = _("has something other than a name before a colon")
            raise UnreadableFile(says, key.start_mark.line + first)
        name = _text_of(key, first)
        if name in data:
            says = _("has “{key}” twice").format(key=name)
            raise UnreadableFile(says, key.start_mark.line + first, _("Keep one of them."))
        data[name] = plain(value, first, depth + 1)
    return data


def _text_of(node: yaml.ScalarNode, first: int) -> str:
    """Only within " can one write \\u202e: what no file may hold, it may not hold so either."""
    text: str = node.value
    if node.style != '"':
        return text
    if found := REFUSED.search(text):
        raise refusal_of(found[0], node.start_mark.line + first)
    return composed(text)


def nodes_of(text: str) -> dict[Keys, tuple[yaml.ScalarNode | None, yaml.Node]]:
    """By the way to each value: (its key, or None in a list; the value)."""
    root = compose(text)
    return dict(_nodes_in(root)) if root else {}


def _nodes_in(
    node: yaml.Node, keys: Keys = ()
) -> Iterator[tuple[Keys, tuple[yaml.ScalarNode | None, yaml.Node]]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*keys, composed(key.value))  # as `plain` reads it
            yield here, (key, value)
            yield from _nodes_in(value, here)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*keys, number), (None, item)
            yield from _nodes_in(item, (*keys, number))


def lines_of(node: yaml.Node, first: int, keys: Keys = ()) -> Iterator[tuple[Keys, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*keys, key.value), key.start_mark.line + first
            yield from lines_of(value, first, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*keys, number), item.start_mark.line + first
            yield from lines_of(item, first, (*keys, number))
