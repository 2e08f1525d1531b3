"""A list of flat objects -> a JSON file, an object at a time.

The bytes are those of `json.dumps(…, indent=1)`, which is slow: only without indentation does
Python write them in C. pydantic's half in Rust does so either way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic_core import to_json


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
    lines = to_json(fields, indent=1)
    return b"  " + lines.replace(b"\n", b"\n  ")  # no text can hold a line's end: it is written \\n
