"""The preview's server: told of every change at once, and telling what must be put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
from watchdog.observers import Observer

from generator.building.telling import telling

AT_REST = 0.05  # seconds without a change before a build begins


# Which class Observer is, watchdog settles by the system: no checker can follow it there.
class Watching(Observer):  # type: ignore[misc,valid-type]
    """Told by the system of what changes, and deaf to files being read."""

    def schedule(self, *what: Any, **how: Any) -> Any:
        changes = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]
        return super().schedule(*what, **how, event_filter=changes)


def watch(
    server: LiveReloadServer, config: MkDocsConfig, also: Iterable[str], told: Callable[[], str]
) -> None:
    """MkDocs's own observer looks at every file twice a second: too slow, and dear with many."""
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = Watching()
    server.build_delay = AT_REST
    for path in (*watched, *also):
        server.watch(path)
    server.set_app(telling(server.serve_request, told))
