"""What an earlier build of the same project learnt, for the rooms that want to know.

A room puts on its shelf what was dear to work out, by a key that names all that went into it but
for the program and the settings: when these change, the whole memory is gone.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sized
from typing import TypeVar

Shelf = MutableMapping[bytes, bytes]
T = TypeVar("T")
V = TypeVar("V")


class Memory:
    """Of someone who forgets at once."""

    def shelf(self, name: str) -> Shelf:
        return {}

    def mark(self, path: str) -> bytes | None:
        """The fingerprint of a file in the project, when it is known without reading it."""
        return None


class Named(Mapping[str, bytes]):
    """A shelf whose keys are words."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, name: str) -> bytes:
        return self._shelf[name.encode()]

    def __iter__(self) -> Iterator[str]:
        return (name.decode() for name in self._shelf)

    def __len__(self) -> int:
        return len(self._shelf)

    def update(self, changes: Mapping[str, bytes | None]) -> None:
        """None: forget it."""
        for name, value in changes.items():
            if value is not None:
                self._shelf[name.encode()] = value
            elif name in self:
                del self._shelf[name.encode()]


def remembered(
    shelf: Shelf, mark: Callable[[T], bytes], make: Callable[[T], bytes]
) -> Callable[[T], bytes]:
    """`make`, asked once for each mark."""
    kept = dict(shelf.items())  # at once: one by one takes as long again

    def made(subject: T) -> bytes:
        key = mark(subject)
        found = kept.get(key)
        if found is None:
            found = shelf[key] = make(subject)
        return found

    return made


def kept_or_made(shelf: Shelf, key: bytes | None, make: Callable[[], V], problems: Sized = ()) -> V:
    """What was made last, or made anew when the key is another: the shelf holds one value.

    Nothing is kept in which something was found wrong, so that it is told each time; nor without
    a key.
    """
    if key and (found := shelf.get(key)):
        value: V = pickle.loads(found)
        return value
    before = len(problems)
    made = make()
    if key and len(problems) == before:
        keep_only(shelf, set())
        shelf[key] = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    return made


def keep_only(shelf: Shelf, keys: set[bytes]) -> None:
    """The rest was made of what is no longer there."""
    for key in set(shelf) - keys:
        del shelf[key]
