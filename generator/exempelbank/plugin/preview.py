"""A project while someone edits it -> the one page that is asked for, as it is at that moment.

When something has been saved, everything is read again; what was read of a file whose bytes are as
they were comes from memory. A page is made each time it is asked for, by MkDocs as in a build. It
is never kept, and nothing is said of what it depends on: so it can't be stale.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from exempelbank.building.build import Build
from exempelbank.building.caches import MemoryCaches
from exempelbank.exceptions import UnreadableSettings
from exempelbank.files.paths import PAGES
from exempelbank.markdown_pages import files_in, may_lie_beside
from exempelbank.plugin.commands import page_by_mkdocs
from exempelbank.plugin.printing import PageRequest
from exempelbank.problems import Problem
from exempelbank.settings import Settings
from exempelbank.site.rendering.assets import forget_assets
from exempelbank.site.site import output_path
from exempelbank.transactions import Access, project_lock


class Preview:
    """`url`: where it is shown. `tell` hears what must be put right whenever something was read.
    Several threads may ask; they are answered one after the other.
    """

    def __init__(
        self, root: Path, url: str, tell: Callable[[Sequence[Problem]], None] = lambda _found: None
    ) -> None:
        self._root, self._url, self._tell = root, url, tell
        self._memory = MemoryCaches()
        self._settings: Settings | None = None  # the last that could be read
        self._snapshot: _Snapshot | None = None
        self._last_good: _Snapshot | None = None
        self._lock, self._saved = threading.Lock(), threading.Condition()
        self.version = time.time_ns()  # another than that of any preview before

    def saved(self) -> None:
        """Something has been, and whoever waits for that may go on."""
        with self._saved:
            self.version += 1
            self._saved.notify_all()

    def wait_for_newer(self, version: str, seconds: float) -> bool:
        """Whether this version is no longer that of today, by then."""
        with self._saved:
            return self._saved.wait_for(lambda: str(self.version) != version, seconds)

    def content(self, uri: str) -> bytes | None:
        """Of what is published there; None when nothing is.

        Raises MkDocsException, CommandStopped, and UnreadableSettings.
        """
        with self._lock:
            now, good = self._now(), self._last_good
            found = None if now.is_refused(uri) else now.content(uri, now)
            # What is broken is not shown: here it is as it last was, with what must be put right.
            if found is None and good and now.is_broken(uri):
                found = good.content(uri, now)
            return found or now.content(uri, now)

    def _now(self) -> _Snapshot:
        if self._snapshot is None or self._snapshot.version < self.version:
            self._snapshot = self._read()
            self._tell(tuple(self._snapshot.build.problems))
            if not self._snapshot.build.problems.errors:
                self._last_good = self._snapshot
        return self._snapshot

    def _read(self) -> _Snapshot:
        version = self.version  # before: what is saved meanwhile is read again
        forget_assets()
        with project_lock(self._root, Access.BUILDS, lambda _told: None):
            build = Build(self._root, memory=self._memory)
            settings = build.settings or self._settings
            if settings is None:
                self._tell(build.problems.errors)
                raise UnreadableSettings
            build.settings = self._settings = settings.at(self._url)
            return _Snapshot(build, version)


class _Snapshot:
    """The project as it is read once: at once, while nothing else is at work in it."""

    def __init__(self, build: Build, version: int) -> None:
        self.build, self.version = build, version
        site = build.assembled.site
        self._pages = {
            output_path(page): page for page in (*site.lazy_pages, *build.assembled.markdown_pages)
        }
        self._made: dict[str, Mapping[str, bytes]] = {}  # folders

    def content(self, uri: str, now: _Snapshot) -> bytes | None:
        """`now`: the snapshot that tells what must be put right."""
        site = self.build.assembled.site
        if uri in self._pages or uri in self.build.mkdocs_file.files("extra_templates"):
            address = self._pages.get(uri, uri)
            page = PageRequest(address, now.build.problems.errors, now.version)
            return page_by_mkdocs(self.build, page)
        if uri in site.lazy_files:
            return site.files[uri]
        for folder in site.lazy_folders:
            if uri.startswith(folder):
                if folder not in self._made:
                    self._made[folder] = site.lazy_folders[folder]()
                return self._made[folder].get(uri.removeprefix(folder))
        return self._page_file(uri)

    def is_refused(self, uri: str) -> bool:
        """Whether a sign stands there, since something is wrong in the file of an example."""
        context = self.build.assembled.context
        refused = (one for one in context.catalogue.hidden_examples if one.refused)
        return uri in {output_path(context.urls.of(one)) for one in refused}

    def is_broken(self, uri: str) -> bool:
        """Whether a file of this page's name must be put right: one that is gone is not shown."""
        paths = [PurePosixPath(problem.location.path) for problem in self.build.problems.errors]
        names = {path.parent.name if path.stem == "index" else path.stem for path in paths}
        return not names.isdisjoint(PurePosixPath(uri).parent.parts)

    def _page_file(self, uri: str) -> bytes | None:
        """What lies beside the pages written by hand, as it is."""
        root, settings = self.build.root, self.build.assembled.settings
        path = root / PAGES / uri
        try:
            stays = path.resolve().is_relative_to((root / PAGES).resolve())
            left_out = path not in files_in(root, drafts=True)[1]
            if left_out or not stays or not may_lie_beside(path, root, settings):
                file = self.build.mkdocs_file.theme_file(uri)
                return file.read_bytes() if file else None
            return path.read_bytes()
        except OSError:  # there is no such file, or there can't be
            return None
