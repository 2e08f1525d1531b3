"""What earlier builds learnt, in one file that may be deleted at any time.

It lies where the user's programs keep such things, never in the project: whoever may propose a
change to the project could else propose a store with it, and what is in a store is believed.

One build at a time holds it, from its first look to its last write; another waits. A build that
dies leaves it as it was before: SQLite sees to both. A file that is no store, or that can't be
written, is no hindrance: the build then begins with nothing, as the first one did.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import ItemsView, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.building.sources import Seen, Sources
from generator.fingerprints import fingerprint
from generator.memory import Memory

FORM = 2  # of the tables below, and of what every program reads in them
WAIT = 600  # seconds, for another build to end

TABLES = """
create table seen (path text primary key, size int, changed int, inode int, read int,
                   fingerprint blob) without rowid;
create table kept (shelf text, key blob, value blob, primary key (shelf, key));
create table written (folder text, uri text, made_of blob, size int, changed int,
                      primary key (folder, uri)) without rowid;
"""


class Written(NamedTuple):
    """A file of the site as a build left it."""

    made_of: bytes  # empty when that could not be known without making it
    size: int
    changed: int  # nanoseconds


class Shelf(MutableMapping[bytes, bytes]):
    """Values of one kind, by a key that names all that went into them."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def __getitem__(self, key: bytes) -> bytes:
        found = self._connection.execute(
            "select value from kept where shelf = ? and key = ?", (self._name, key)
        ).fetchone()
        if found is None:
            raise KeyError(key)
        return bytes(found[0])

    def __setitem__(self, key: bytes, value: bytes) -> None:
        self._connection.execute(
            "insert or replace into kept values (?, ?, ?)", (self._name, key, value)
        )

    def __delitem__(self, key: bytes) -> None:
        self._connection.execute("delete from kept where shelf = ? and key = ?", (self._name, key))

    def __iter__(self) -> Iterator[bytes]:
        for (key,) in self._connection.execute(
            "select key from kept where shelf = ?", (self._name,)
        ).fetchall():
            yield bytes(key)

    def items(self) -> ItemsView[bytes, bytes]:
        """As they are now, all read at once."""
        return dict(
            self._connection.execute("select key, value from kept where shelf = ?", (self._name,))
        ).items()

    def __len__(self) -> int:
        return int(
            self._connection.execute(
                "select count(*) from kept where shelf = ?", (self._name,)
            ).fetchone()[0]
        )


class Store:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def shelf(self, name: str) -> Shelf:
        return Shelf(self._connection, name)

    def forget(self) -> None:
        """All that this build has learnt."""
        self._connection.rollback()

    def enter(self, scope: bytes) -> None:
        """Forget what was learnt under another program or other settings."""
        shelf = self.shelf("scope")
        if scope not in shelf:
            self._connection.execute(
                "delete from kept where shelf not in ('before', 'folder', 'program', 'settings')"
            )
            shelf[scope] = b"entered"

    def seen(self) -> Mapping[str, Seen]:
        rows = self._connection.execute("select * from seen")
        return {path: Seen(*looks) for path, *looks in rows}

    def remember_seen(self, now: Mapping[str, Seen], before: Mapping[str, Seen]) -> None:
        self._connection.executemany(
            "delete from seen where path = ?", [(path,) for path in before.keys() - now.keys()]
        )
        self._connection.executemany(
            "insert or replace into seen values (?, ?, ?, ?, ?, ?)",
            [(path, *looks) for path, looks in now.items() if before.get(path) != looks],
        )

    def written(self, folder: Path) -> Mapping[str, Written]:
        rows = self._connection.execute(
            "select uri, made_of, size, changed from written where folder = ?",
            (str(folder),),
        )
        return {uri: Written(*known) for uri, *known in rows}

    def remember_written(
        self, folder: Path, now: Mapping[str, Written], before: Mapping[str, Written]
    ) -> None:
        self._connection.executemany(
            "delete from written where folder = ? and uri = ?",
            [(str(folder), uri) for uri in before.keys() - now.keys()],
        )
        self._connection.executemany(
            "insert or replace into written values (?, ?, ?, ?, ?)",
            [(str(folder), uri, *known) for uri, known in now.items() if before.get(uri) != known],
        )


@dataclass
class Remembering(Memory):
    """Of the store, for as long as a build holds it."""

    store: Store
    sources: Sources

    def shelf(self, name: str) -> Shelf:
        return self.store.shelf(name)

    def mark(self, path: str) -> bytes | None:
        return self.sources.get(path) or None


def store_of(root: Path, use: str = "build") -> Path:
    """Where the store of the project in this folder lies."""
    from platformdirs import user_cache_path

    name = f"{root.name}-{fingerprint(os.fsencode(root)).hex()[:8]}"
    return user_cache_path("exempelbank") / name / f"{use}.sqlite"


@contextmanager
def opened_store(path: Path) -> Iterator[Store]:
    """Held until the block ends; kept if it ends well, thrown away if it proves to be damaged."""
    connection = _connected(path)
    try:
        with connection:
            yield Store(connection)
    except sqlite3.DatabaseError:
        connection.close()
        path.unlink(missing_ok=True)
        raise
    finally:
        connection.close()


def _connected(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _begun(path)
    except sqlite3.OperationalError:  # held for too long, or in a place that can't be written
        return _begun(":memory:")
    except sqlite3.DatabaseError:  # something else, or the half of a store
        path.unlink(missing_ok=True)
        return _begun(path)
    except OSError:
        return _begun(":memory:")


def _begun(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        # What is withdrawn must be gone here too, and not only out of sight.
        connection.execute("pragma secure_delete = on")
        connection.execute("begin immediate")
        if connection.execute("pragma user_version").fetchone()[0] != FORM:
            for (table,) in connection.execute(
                "select name from sqlite_master where type = 'table'"
            ).fetchall():
                connection.execute(f"drop table {table}")
            for table in filter(None, map(str.strip, TABLES.split(";"))):
                connection.execute(table)
            connection.execute(f"pragma user_version = {FORM}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
