"""One build of a project, from the first look at its files to the last write.

settings -> assembled site -> what MkDocs prints for it -> files
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from exempelbank.building import last_build
from exempelbank.building.caches import (
    MemoryCaches,
    cache_folder,
    delete_other_caches,
    project_cache,
)
from exempelbank.building.layouts import LayoutKey, layout_key
from exempelbank.building.mkdocs_output import MkDocsOutput
from exempelbank.building.output import Output
from exempelbank.building.progress import Progress
from exempelbank.building.result import BuildResult, FileCounts
from exempelbank.building.site_folder import mark_as_site
from exempelbank.building.site_writer import SiteWriter
from exempelbank.cache import Cache, DiskCache
from exempelbank.checks.privacy import personal_number_in
from exempelbank.exceptions import UnreadableSettings
from exempelbank.i18n import _
from exempelbank.problems import Problem, Problems
from exempelbank.rules.clock import site_today
from exempelbank.rules.mkdocs_knobs import check_knobs
from exempelbank.settings import Settings, load_settings
from exempelbank.settings.mkdocs_file import MkDocsFile, read_mkdocs_file
from exempelbank.site.assembly import AssembledSite, assemble_site
from exempelbank.site.page_markdown.conversion import more_decides
from exempelbank.site.planned_site import check_links_by_hand
from exempelbank.site.site import output_path
from exempelbank.workers import Workers


@dataclass
class Build:
    root: Path
    workers: Workers = field(default_factory=Workers)
    progress: Progress = field(default_factory=Progress)
    problems: Problems = field(default_factory=Problems)
    inputs: bytes | None = None  # their hash before anything was read; none: not to be remembered
    memory: MemoryCaches | None = None  # of a preview; otherwise the project's own cache is used
    result: BuildResult | None = None
    refused_knobs: Sequence[Problem] = ()  # of mkdocs.yml: no site can be built with them

    # ---- What there is ----

    @cached_property
    def settings(self) -> Settings | None:
        """None when they can't be read; why is among the problems."""
        with self.progress.step(_("Reading the settings")):
            settings = load_settings(self.root, self.problems)
            if settings:
                found = Problems([*check_knobs(self.mkdocs_file, settings)])
                self.problems.found += found
                self.refused_knobs = found.errors
            return settings

    @cached_property
    def mkdocs_file(self) -> MkDocsFile:
        return read_mkdocs_file(self.root)

    @property
    def readable_settings(self) -> Settings:
        """Raises UnreadableSettings."""
        if self.settings is None:
            raise UnreadableSettings
        return self.settings

    @cached_property
    def today(self) -> date:
        return site_today(self.readable_settings)

    @cached_property
    def assembled(self) -> AssembledSite:
        with self.progress.step(_("Reading the library")):
            assembled = assemble_site(
                self.root,
                self.readable_settings,
                self.today,
                self.problems,
                self._cache,
                self.workers,
                drafts=self.memory is not None,
            )
            links = check_links_by_hand(self.root, assembled)
            self.problems.found += dict.fromkeys(links)  # twice on a line is told once
            return assembled

    @cached_property
    def _cache(self) -> Cache:
        if self.memory:
            return self.memory.of(self.readable_settings)
        return project_cache(self.root, self.readable_settings)

    @cached_property
    def layouts(self) -> tuple[LayoutKey, ...]:
        """Of all pages that are rendered from one, in order."""
        pages = self.assembled.site.lazy_pages.values()
        return tuple(sorted({layout_key(page, self.readable_settings) for page in pages}))

    def _check_printed_pages(self, mkdocs_output: MkDocsOutput) -> None:
        """Links to places on them, where nobody could know before what MkDocs would make."""
        if more_decides(self.mkdocs_file):
            known = {*self.problems}
            links = check_links_by_hand(self.root, self.assembled, mkdocs_output.pages)
            self.problems.found += [one for one in dict.fromkeys(links) if one not in known]

    # ---- On disk ----

    def write(self, mkdocs_output: MkDocsOutput, folder: Path, warned: bool = False) -> BuildResult:
        """`warned`: MkDocs was not content, and must be asked again. Raises UnwritableFile."""
        self._check_printed_pages(mkdocs_output)
        mark_as_site(folder)
        last_build.forget(cache_folder(self.root))
        writer = SiteWriter(self.assembled, mkdocs_output, Output(folder), self.root)
        site, tasks, counts = self.assembled.site, writer.tasks(), FileCounts()
        pages = [*site.lazy_pages, *mkdocs_output.pages]
        paths = {
            *map(output_path, pages),
            *site.lazy_files,
            *mkdocs_output.media,
            *mkdocs_output.extra,
        }
        # First: a file may stand where a folder is to be.
        counts.removed = writer.output.prune(paths, site.lazy_folders)
        with self.progress.step(_("Writing the site")):
            written = self.progress.counted(self.workers.map(writer.write, tasks), len(tasks))
            for files in written:
                paths.update(files.paths)
                paths.difference_update(files.refused)
                counts.written += files.written
                counts.unchanged += len(files.paths) - files.written
                self.problems.found += [
                    personal_number_in(f"{folder.name}/{path}") for path in files.refused
                ]
        counts.removed += writer.output.prune(paths)
        self.result = BuildResult(folder, len(pages), counts, tuple(self.problems))
        # Problems quote the files: they are not kept, but found again.
        if self.inputs and not self.problems and not warned:
            organisation = self.readable_settings.organisation
            last_build.remember(
                cache_folder(self.root), self.inputs, self.today, self.result, organisation
            )
        if isinstance(self._cache, DiskCache):
            delete_other_caches(self._cache)
        return self.result
