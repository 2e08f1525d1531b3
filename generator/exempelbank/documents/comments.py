"""Where YAML takes for a comment what may well be the rest of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from exempelbank.documents.document import Document
from exempelbank.documents.yaml_reading import Keys, compose

# Most files have none after a value: what begins no line of its own, below a key or in a list.
_MAY_BE = re.compile(r"^[ \t]*[^\s#][^\n]*[ \t]#", re.MULTILINE)
_AFTER_VALUE = re.compile(r",?([ \t]+)#(?!(?<=  #) )")


def comments_like_text(document: Document) -> Iterator[Keys]:
    """The way to each value that a comment follows without being set off as one: by two spaces
    before `#` and one after.
    """
    text = document.front_matter
    if not any(sign in text for sign in (" #", "\t#")):
        return
    if _MAY_BE.search(text) and (root := compose(text)):
        yield from _in(root, text)


def _in(node: yaml.Node, text: str, keys: Keys = ()) -> Iterator[Keys]:
    if isinstance(node, yaml.CollectionNode):
        for number, one in enumerate(node.value):
            if isinstance(one, tuple):
                yield from _in(one[1], text, (*keys, one[0].value))
            else:
                yield from _in(one, text, (*keys, number))
    if not _is_block(node) and _AFTER_VALUE.match(text, node.end_mark.index):
        yield keys


def _is_block(node: yaml.Node) -> bool:
    """It ends by its indentation; what follows on its first line follows its name."""
    if isinstance(node, yaml.CollectionNode):
        return not node.flow_style
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
