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

    def made(subject: T) -> bytes:
        key = mark(subject)
        found = shelf.get(key)
        if found is None:
            found = shelf[key] = make(subject)
        return found

    return made


def understood(shelf: Shelf, made_of: bytes | None, read: Callable[[], T], problems: Sized) -> T:
    """What `read` gives, kept alone on its shelf unless it found something wrong: that is told
    each time. None: not known.
    """
    if made_of and (kept := shelf.get(made_of)):
        found: T = pickle.loads(kept)
        return found
    before = len(problems)
    found = read()
    if made_of and len(problems) == before:
        keep_only(shelf, set())
        shelf[made_of] = pickle.dumps(found)
    return found


def keep_only(shelf: Shelf, keys: set[bytes]) -> None:
    """The rest was made of what is no longer there."""
    for key in set(shelf) - keys:
        del shelf[key]
