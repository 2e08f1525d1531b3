"""What has gone from a feed of Atom (RFC 6721), as an extension of feedgen's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from feedgen.ext.base import BaseExtension

_NAMESPACE = "http://purl.org/atompub/tombstones/1.0"


class Tombstones(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """A reader that knows them removes its own copy of a paused or withdrawn example."""

    def __init__(self) -> None:
        self._deleted: list[tuple[str, datetime]] = []

    def deleted_entry(self, ref: str, when: datetime) -> None:
        self._deleted.append((ref, when))

    def extend_ns(self) -> dict[str, str]:
        return {"at": _NAMESPACE}

    def extend_atom(self, feed: Any) -> Any:
        for ref, when in self._deleted:
            attributes = {"ref": ref, "when": when.isoformat()}
            feed.append(feed.makeelement(f"{{{_NAMESPACE}}}deleted-entry", attributes))
        return feed
