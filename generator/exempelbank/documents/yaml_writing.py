"""Data -> YAML text, and an edit of one value that leaves the text around it alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from exempelbank.documents.yaml_reading import compose, plain


class _Dumper(yaml.SafeDumper):
    """Block style, long lines unbroken, texts with line breaks as `|` blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        # Space at an end of a block is easily lost when someone edits the lines around it.
        style = "|" if text == text.strip() and text.splitlines() == text.split("\n") else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(data: Mapping[str, object] | Sequence[object]) -> str:
    """Block YAML that our reader, and any other, reads back as the same texts."""
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=False,
    )


def edited(front_matter: str, keys: Sequence[str], value: object) -> str:
    """The text with the value at `keys` replaced; a missing one is added last in its mapping."""
    node: yaml.Node | None = compose(front_matter)
    column = 0
    for depth, key in enumerate(keys):
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            # Something short stands here (empty, or {…}): write it anew from the outside.
            whole = _nested(
                plain(node) if isinstance(node, yaml.MappingNode) else {}, keys[depth:], value
            )
            return edited(front_matter, keys[:depth], whole) if depth else as_yaml(whole)
        column = node.start_mark.column
        pairs = [pair for pair in node.value if pair[0].value == key]
        if not pairs:
            if value is None:
                return front_matter  # it is away already
            return _inserted(
                front_matter, _end_of(node, front_matter), column, _nested({}, keys[depth:], value)
            )
        ((found, node),) = pairs
    if node is None:
        return _inserted(front_matter, len(front_matter), 0, _nested({}, keys, value))
    start = _line_start(front_matter, found.start_mark.index)
    end = _end_of(node, front_matter)
    new = "" if value is None else _indented({keys[-1]: value}, column)
    return front_matter[:start] + new + front_matter[end:]


def appended(front_matter: str, keys: Sequence[str], item: object) -> str:
    """`front_matter` with the item last in the list at `keys`, which is made when there is none."""
    node: yaml.Node | None = compose(front_matter)
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in pairs if name.value == key), None)
    if not isinstance(node, yaml.SequenceNode):
        return edited(front_matter, keys, [item])
    if node.flow_style or not node.value:
        return edited(front_matter, keys, [*(plain(old) for old in node.value), item])
    return _inserted(front_matter, _end_of(node, front_matter), node.start_mark.column, [item])


def _nested(outer: Any, keys: Sequence[str], value: object) -> dict[str, Any]:
    first, *rest = keys
    data: dict[str, Any] = dict(outer)
    if rest:
        inner = data.get(first)
        data[first] = _nested(inner if isinstance(inner, dict) else {}, rest, value)
    elif value is None:
        data.pop(first, None)
    else:
        data[first] = value
    return data


def _inserted(
    front_matter: str, at: int, column: int, data: Mapping[str, object] | Sequence[object]
) -> str:
    before = front_matter[:at]
    if before and not before.endswith("\n"):
        before += "\n"
    return before + _indented(data, column) + front_matter[at:]


def _indented(data: Mapping[str, object] | Sequence[object], column: int) -> str:
    lines = as_yaml(data).splitlines(keepends=True)
    return "".join(" " * column + line if line.strip() else line for line in lines)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _end_of(node: yaml.Node, text: str) -> int:
    """Where the line after the value begins; comments below the value belong to what follows."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        final = last.value[-1]
        last = final[1] if isinstance(final, tuple) else final
    end = last.end_mark.index
    if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
        # A block's end mark stands at the next key, past blank lines and comments.
        head, *lines = text[last.start_mark.index : end].splitlines(keepends=True)
        column = _block_column(lines)
        while lines and not head.startswith(("|+", ">+")) and _is_below(lines[-1], column):
            end -= len(lines.pop())
        return end
    newline = text.find("\n", end)
    return len(text) if newline < 0 else newline + 1


def _is_below(line: str, column: int) -> bool:
    """A blank line or a comment that no longer belongs to the block above."""
    return not line.strip() or (line.lstrip().startswith("#") and _indent(line) < column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block_column(lines: Sequence[str]) -> int:
    return next((_indent(line) for line in lines if line.strip()), 0)
