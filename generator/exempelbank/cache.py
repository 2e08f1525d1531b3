"""Results of pure functions of one file, kept from one build to the next.

A function may be kept here when its result depends on nothing but the bytes it is given, its path,
the settings and the program. Nobody says what else it depends on, because there is nothing else: so
nothing can be forgotten, and what was kept can't be stale. To delete a cache costs time and nothing
else.

A cache on disk lies where the user's programs keep such things, never in the project: a proposed
change to the project could else bring one along, and what is in a cache is believed.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
V = TypeVar("V")
Key = bytes

KEY_SIZE = 16  # bytes
WAIT = 60  # seconds, for another process to let go of the file


class Cache(Protocol):
    def get(self, function: str, key: Key) -> Any | None:
        """What this function came to for this key, if that is kept. No result is None."""

    def keep(self, function: str, made: Mapping[Key, Any]) -> None: ...

    def evict_except(self, function: str, asked: Iterable[Key]) -> None:
        """Whatever else of this function was kept is gone, and not only out of sight."""


class MemoryCache:
    """Kept for as long as the process lives, as objects."""

    def __init__(self) -> None:
        self._values: dict[str, dict[Key, Any]] = {}

    def get(self, function: str, key: Key) -> Any | None:
        return self._values.get(function, {}).get(key)

    def keep(self, function: str, made: Mapping[Key, Any]) -> None:
        self._values.setdefault(function, {}).update(made)

    def evict_except(self, function: str, asked: Iterable[Key]) -> None:
        cached = self._values.get(function, {})
        self._values[function] = {key: cached[key] for key in asked if key in cached}


class DiskCache:
    """One file. What can't be read is begun anew, and what can't be written is not kept: neither
    is a hindrance to a build. May be pickled, and used by several processes at once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading: tuple[int, sqlite3.Connection] | None = None  # by which process, and how

    def __reduce__(self) -> tuple[Any, ...]:
        return DiskCache, (self.path,)

    def get(self, function: str, key: Key) -> Any | None:
        try:
            found = self._reader.execute(
                "select value from results where function = ? and key = ?", (function, key)
            ).fetchone()
        except (sqlite3.Error, OSError):
            return None
        return _deserialized(bytes(found[0])) if found else None

    def keep(self, function: str, made: Mapping[Key, Any]) -> None:
        rows = [(function, key, _serialized(value)) for key, value in made.items()]
        with self._writing() as connection:
            connection.executemany("insert or replace into results values (?, ?, ?)", rows)

    def evict_except(self, function: str, asked: Iterable[Key]) -> None:
        with self._writing() as connection:
            cached = connection.execute("select key from results where function = ?", (function,))
            gone = {key for (key,) in cached.fetchall()}.difference(asked)
            connection.executemany(
                "delete from results where function = ? and key = ?",
                [(function, key) for key in gone],
            )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            connection = _begun(self.path)
        except (sqlite3.OperationalError, OSError):  # a place that can't be written to
            connection = _begun(":memory:")
        except sqlite3.DatabaseError:  # it is no cache, or half of one: the next build begins anew
            connection = _begun(":memory:")
            self._give_up()
        try:
            with closing(connection), connection:
                yield connection
        except sqlite3.Error:  # found damaged further in
            self._give_up()

    def _give_up(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    @property
    def _reader(self) -> sqlite3.Connection:
        """A connection must not be carried over into another process."""
        if self._reading is None or self._reading[0] != os.getpid():
            connection = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", timeout=WAIT, uri=True)
            self._reading = os.getpid(), connection
        return self._reading[1]


def _begun(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT)
    try:
        # What is withdrawn must be gone here too, and not only out of sight.
        connection.execute("pragma secure_delete = on")
        connection.execute(
            "create table if not exists results"
            " (function text, key blob, value blob, primary key (function, key)) without rowid"
        )
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _serialized(value: Any) -> bytes:
    """With a digest of it: what the disk has changed is not believed."""
    raw = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return hash_parts(raw) + raw


def _deserialized(sealed: bytes) -> Any | None:
    digest, raw = sealed[:KEY_SIZE], sealed[KEY_SIZE:]
    return pickle.loads(raw) if digest == hash_parts(raw) else None


def hash_parts(*parts: bytes) -> Key:
    """Of these parts in this order; where one ends and the next begins counts."""
    whole = blake2b(digest_size=KEY_SIZE)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little"))
        whole.update(part)
    return whole.digest()


def get_or_compute(
    cache: Cache,
    function: str,
    items: Mapping[Key, T],
    make: Callable[[Sequence[T]], Iterable[V]],
    is_sound: Callable[[V], bool] = lambda value: True,
) -> dict[Key, V]:
    """The result for each item, in their order. `make` is asked at once for all that is missing.

    Nothing in which something was found wrong is kept, so that it is found again each time.
    """
    found: dict[Key, V | None] = {key: cache.get(function, key) for key in items}
    missing = [key for key, value in found.items() if value is None]
    made = dict(zip(missing, make([items[key] for key in missing]), strict=True))
    sound = {key: value for key, value in made.items() if is_sound(value)}
    cache.keep(function, sound)
    cache.evict_except(function, items)
    return {key: made[key] if value is None else value for key, value in found.items()}
