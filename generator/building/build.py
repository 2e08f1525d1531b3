"""One build of a project, from the first look at its files to the last write.

    sources -> (as before? then nothing) -> settings -> whole site -> frame -> output

The frame is the engine's: its shells and the pages written by hand. Whoever drives the build gets
it, from the store when nothing that it was made of has changed, or from MkDocs.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from generator.building.outcome import Outcome
from generator.building.output import Counts, Output
from generator.building.program import of_program
from generator.building.site_folder import mark, refusal
from generator.building.sources import (
    CONFIG_FILE,
    OF_SETTINGS,
    READ_LATER,
    Sources,
    read_sources,
)
from generator.building.steps import Steps
from generator.building.store import Remembering, Store, opened_store
from generator.fingerprints import fingerprint, of_value
from generator.memory import keep_only, kept_or_made
from generator.problems import Problems
from generator.texts import _, use_language

if TYPE_CHECKING:  # imported when they are needed: a build with nothing to do needs none of it
    from generator.building.frame import Frame
    from generator.building.shells import Layout
    from generator.pages.site import Page, PlannedPage
    from generator.settings import Settings
    from generator.whole_site import WholeSite


class _Before(NamedTuple):
    """A build, and what it depended on besides the sources and the program."""

    language: str
    zone: str
    as_of: date | None
    today: date
    outcome: Outcome


@contextmanager
def opened_build(root: Path, store: Path, steps: Steps | None = None) -> Iterator[Build]:
    with opened_store(store) as opened:
        yield Build(root, opened, steps or Steps())


@dataclass
class Build:
    """The methods in the order they are called; each needs those before it."""

    root: Path
    store: Store
    steps: Steps = field(default_factory=Steps)
    problems: Problems = field(default_factory=Problems)
    warned: bool = False  # by the engine, which must be asked to warn again
    outcome: Outcome | None = None

    @cached_property
    def sources(self) -> Sources:
        with self.steps.step(_("Looking for changes")):
            before = self.store.seen()
            sources = read_sources(self.root, before)
            self.store.remember_seen(sources.seen, before)
            return sources

    @cached_property
    def _program(self) -> bytes:
        return of_program(self.store.shelf("program"))

    @cached_property
    def _everything(self) -> bytes:
        return fingerprint(self._program, self.sources.all)

    # ---- Nothing to do ----

    def without_engine(self, folder: Path) -> Outcome | None:
        """The whole build, when MkDocs would print nothing new for it."""
        if refusal(folder, self.root):
            return None
        self.outcome = self._as_before(folder)
        if not self.outcome and self.settings and (frame := self.kept_frame()):
            self.write(frame, folder)
        return self.outcome

    def _as_before(self, folder: Path) -> Outcome | None:
        """What the last build of this folder came to, when a new one would come to the same."""
        raw = self.store.shelf("before").get(_key(folder), b"")
        if not raw.startswith(self._everything):  # another program's might not even be read
            return None
        before: _Before = pickle.loads(raw.removeprefix(self._everything))
        if before.today != (before.as_of or datetime.now(ZoneInfo(before.zone)).date()):
            return None
        output = Output(folder, self.store.written(folder))
        if not output.is_as_left:
            return None
        use_language(before.language)
        return before.outcome._replace(counts=Counts(unchanged=len(output.before)))

    # ---- What there is ----

    @cached_property
    def settings(self) -> Settings | None:
        """None when they can't be read; why is among the problems."""
        from generator.settings import load_settings

        with self.steps.step(_("Reading the settings")):
            settings = kept_or_made(
                self.store.shelf("settings"),
                fingerprint(self._program, self.sources.below(*OF_SETTINGS)),
                partial(load_settings, self.root, self.problems),
                self.problems,
            )
        if settings:
            use_language(settings.organisation.language)
        return settings

    @cached_property
    def today(self) -> date:
        assert self.settings
        return self.settings.organisation.as_of or datetime.now(self.settings.zone).date()

    @cached_property
    def whole(self) -> WholeSite:
        from generator.whole_site import load_whole_site

        assert self.settings
        with self.steps.step(_("Reading the library")):
            self.store.enter(self._scope)
            memory = Remembering(self.store, self.sources)
            return load_whole_site(self.root, self.settings, self.today, self.problems, memory)

    # ---- The engine's part ----

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """Of all pages that will be stamped, in order."""
        from generator.building.shells import layout_of

        pages = self.whole.site.planned_pages.values()
        return tuple(sorted({layout_of(page, self._in_menu) for page in pages}))

    @cached_property
    def _in_menu(self) -> frozenset[str]:
        assert self.settings
        return frozenset(("", *(f"{word}/" for word in self.settings.addresses.of_sections)))

    @cached_property
    def _scope(self) -> bytes:
        """What everything depends on: the program, the settings, where the site will live."""
        assert self.settings
        terms = [self.settings.vocabularies[name].terms for name in ("focus_areas", "networks")]
        return fingerprint(
            self._program,
            self.sources.below("site_config"),
            of_value((self.settings.organisation.url, [[repr(term) for term in terms]])),
        )

    @cached_property
    def _frame_key(self) -> bytes:
        whole = self.whole
        return fingerprint(
            self._scope,
            self.sources.get(CONFIG_FILE),
            self.sources.below("content/pages"),
            of_value(
                [self.layouts, sorted(whole.titles.items()), sorted(whole.cards.shown.items())]
            ),
        )

    def kept_folder(self) -> Path | None:
        """Where mkdocs.yml puts the site, if it has been read before."""
        kept = self.store.shelf("folder").get(self.sources.get(CONFIG_FILE))
        return Path(kept.decode()) if kept else None

    def keep_folder(self, folder: Path) -> None:
        self.store.shelf("folder")[self.sources.get(CONFIG_FILE)] = _key(folder)

    def kept_frame(self) -> Frame | None:
        """What MkDocs printed before, when it would print the same again."""
        kept = self.store.shelf("frame").get(self._frame_key)
        return pickle.loads(kept) if kept else None

    def keep_frame(self, frame: Frame) -> None:
        shelf = self.store.shelf("frame")
        if self._frame_key not in shelf:
            keep_only(shelf, set())
            shelf[self._frame_key] = pickle.dumps(frame)

    # ---- On disk ----

    def write(self, frame: Frame, folder: Path) -> Outcome:
        from generator.checks.privacy import of_output
        from generator.pages.site import uri_of
        from generator.privacy.output import holds_personal_number

        assert self.settings
        mark(folder)
        output = Output(folder, self.store.written(folder), holds_personal_number)
        site = self.whole.site
        pages = [*site.planned_pages, *frame.pages]
        output.clear_of_others(
            {*map(uri_of, pages), *site.planned_files.keys(), *frame.beside.keys()}
        )
        with self.steps.step(_("Writing pages")):
            self._stamp_pages(frame, output)
        with self.steps.step(_("Writing feeds, data and search")):
            for address, raw in frame.pages.items():
                output.add(uri_of(address), b"", partial(bytes, raw))
            for uri, file in site.planned_files.items():
                output.add(uri, _made_of(self._scope, file.made_of), file.make)
            for uri, path in frame.beside.items():
                made_of = _made_of(self._scope, (self.sources[path],))
                output.add(uri, made_of, (self.root / path).read_bytes)
        self.store.remember_written(folder, output.now, output.before)
        self.problems.found += [of_output(f"{folder.name}/{uri}") for uri in output.refused]
        self.outcome = Outcome(folder, len(pages), output.counts, tuple(self.problems))
        # Problems quote the files: they are not kept, but found again.
        if not self.problems and not self.warned:
            organisation = self.settings.organisation
            before = _Before(
                organisation.language,
                organisation.timezone,
                organisation.as_of,
                self.today,
                self.outcome,
            )
            self.store.shelf("before")[_key(folder)] = self._everything + pickle.dumps(before)
        if self._was_disturbed():
            self.store.forget()
        return self.outcome

    def _was_disturbed(self) -> bool:
        """Whether someone saved what is read as it is, and not by its fingerprint."""
        now = read_sources(self.root, self.sources.seen, READ_LATER)
        return now.below(*READ_LATER) != self.sources.below(*READ_LATER)

    def _stamp_pages(self, frame: Frame, output: Output) -> None:
        from generator.building.shells import layout_of
        from generator.pages.site import uri_of

        cards = of_value(sorted(self.whole.cards.shown.items()))
        common = {
            layout: fingerprint(self._scope, cards, repr(shell).encode())
            for layout, shell in frame.shells.items()
        }
        pages = self.whole.site.planned_pages
        for address, page in zip(pages, self.steps.counted(tuple(pages.values())), strict=True):
            layout = layout_of(page, self._in_menu)
            stamp = frame.shells[layout].stamp

            def make(
                page: Page | PlannedPage = page, stamp: Callable[[Page], bytes] = stamp
            ) -> bytes:
                return stamp(self.whole.finished(page.make()))

            output.add(uri_of(address), _made_of(common[layout], page.made_of), make)


def _key(folder: Path) -> bytes:
    return str(folder).encode()


def _made_of(common: bytes, made_of: object) -> bytes:
    return b"" if made_of is None else of_value((common, made_of))
