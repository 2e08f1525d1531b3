"""One build of a project, from the first look at its files to the last write.

    settings -> whole site -> the engine's frame of it -> files

The frame is the engine's: its shells and the pages written by hand. Whoever drives the build gets
it from MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from exempelbank.building import last_build
from exempelbank.building.caches import MemoryCaches, cache_of, caches_of, wipe_others
from exempelbank.building.frame import Frame
from exempelbank.building.outcome import Counts, Outcome
from exempelbank.building.output import Output
from exempelbank.building.shells import Layout, layout_of
from exempelbank.building.site_folder import mark
from exempelbank.building.site_writer import SiteWriter
from exempelbank.building.steps import Steps
from exempelbank.cache import Cache, DiskCache
from exempelbank.checks.privacy import personal_number_in
from exempelbank.i18n import _
from exempelbank.pages.site import uri_of
from exempelbank.problems import Problems
from exempelbank.rules.clock import site_today
from exempelbank.settings import Settings, load_settings
from exempelbank.whole_site import WholeSite, load_whole_site
from exempelbank.workers import Workers


@dataclass
class Build:
    root: Path
    workers: Workers = field(default_factory=Workers)
    steps: Steps = field(default_factory=Steps)
    problems: Problems = field(default_factory=Problems)
    inputs: bytes | None = None  # their hash before anything was read; none: not to be remembered
    memory: MemoryCaches | None = None  # of a preview; otherwise the project's own cache is used
    outcome: Outcome | None = None

    # ---- What there is ----

    @cached_property
    def settings(self) -> Settings | None:
        """None when they can't be read; why is among the problems."""
        with self.steps.step(_("Reading the settings")):
            return load_settings(self.root, self.problems)

    @cached_property
    def today(self) -> date:
        assert self.settings
        return site_today(self.settings)

    @cached_property
    def whole(self) -> WholeSite:
        assert self.settings
        with self.steps.step(_("Reading the library")):
            return load_whole_site(
                self.root, self.settings, self.today, self.problems, self._cache, self.workers
            )

    @cached_property
    def _cache(self) -> Cache:
        assert self.settings
        if self.memory:
            return self.memory.of(self.settings)
        return cache_of(self.root, self.settings)

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """Of all pages that will be stamped, in order."""
        assert self.settings
        pages = self.whole.site.planned_pages.values()
        return tuple(sorted({layout_of(page, self.settings.addresses) for page in pages}))

    # ---- On disk ----

    def write(self, frame: Frame, folder: Path, warned: bool = False) -> Outcome:
        """`warned`: the engine was not content, and must be asked again. Raises UnwritableFile."""
        assert self.settings
        mark(folder)
        last_build.forget(caches_of(self.root))
        writer = SiteWriter(self.whole, frame, Output(folder), self.root)
        site, tasks, counts = self.whole.site, writer.tasks(), Counts()
        pages = [*site.planned_pages, *frame.pages]
        uris = {*map(uri_of, pages), *site.planned_files, *frame.beside}
        # First: a file may stand where a folder is to be.
        counts.removed = writer.output.take_away_all_but(uris, site.planned_folders)
        with self.steps.step(_("Writing the site")):
            written = self.steps.counted(self.workers.map(writer.write, tasks), len(tasks))
            for one in written:
                uris.update(one.uris)
                uris.difference_update(one.refused)
                counts.written += one.written
                counts.unchanged += len(one.uris) - one.written
                self.problems.found += [
                    personal_number_in(f"{folder.name}/{uri}") for uri in one.refused
                ]
        counts.removed += writer.output.take_away_all_but(uris)
        self.outcome = Outcome(folder, len(pages), counts, tuple(self.problems))
        # Problems quote the files: they are not kept, but found again.
        if self.inputs and not self.problems and not warned:
            organisation = self.settings.organisation
            last_build.remember(
                caches_of(self.root), self.inputs, self.today, self.outcome, organisation
            )
        if isinstance(self._cache, DiskCache):
            wipe_others(self._cache)
        return self.outcome
