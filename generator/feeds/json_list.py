"""A list of flat objects -> a JSON file, an object at a time.

The bytes are those of `json.dumps(…, indent=1)`, which is slow: only without indentation does the
fast half of json write. Here it writes each text, and the lines are ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring


def file_of(head: Mapping[str, object], name: str, items: Iterable[bytes]) -> Iterator[bytes]:
    """In pieces: the head, and last in it the list of this name."""
    text = json.dumps({**head, name: []}, ensure_ascii=False, indent=1)
    yield text.removesuffix("]\n}").encode()
    empty = True
    for item in items:
        yield b"\n" if empty else b",\n"
        yield item
        empty = False
    yield b"]\n}\n" if empty else b"\n ]\n}\n"


def item_from(fields: Mapping[str, str | int | Sequence[str]]) -> bytes:
    lines = ",\n".join([f'   "{name}": {_value(value)}' for name, value in fields.items()])
    return f"  {{\n{lines}\n  }}".encode()


def _value(value: str | int | Sequence[str]) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, int):
        return str(value)
    return "[\n    " + ",\n    ".join(map(encode_basestring, value)) + "\n   ]" if value else "[]"
