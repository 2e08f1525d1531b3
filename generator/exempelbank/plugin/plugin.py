"""What MkDocs asks, and when: it has MkDocs print the frame of a build, and decides nothing.

`mkdocs build`, `mkdocs serve` and our own commands all come here. MkDocs converts and prints the
pages written by hand, and one page for each layout; the records' pages are stamped from these, so
nothing that came from a form passes its Markdown. MkDocs works in a scratch folder. What is
finished goes to the site's own folder, each file only when it differs.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment, StrictUndefined
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from exempelbank.building.build import Build
from exempelbank.building.caches import MemoryCaches
from exempelbank.building.frame import Frame
from exempelbank.building.inputs import CONFIG_FILE, FOLDERS
from exempelbank.building.outcome import says_not_written, says_process_ended
from exempelbank.building.shells import Layout, Shell, encoded, layout_of
from exempelbank.building.site_folder import refusal
from exempelbank.exceptions import CommandStopped
from exempelbank.files.ignored import is_ignored
from exempelbank.i18n import _
from exempelbank.markdown_pages import may_lie_beside
from exempelbank.problems import Problem, Severity
from exempelbank.settings import Settings
from exempelbank.site.rendering.assets import forget_assets
from exempelbank.site.rendering.environment import FILTERS
from exempelbank.site.rendering.security import CONTENT_SECURITY_POLICY
from exempelbank.site.site import Page
from exempelbank.transactions import Access, project_lock
from exempelbank.workers import Workers, usable_cores

if TYPE_CHECKING:  # it watches files, which a build does not
    from mkdocs.livereload import LiveReloadServer

THEME = Path(__file__).parent.parent / "theme"

log = logging.getLogger("mkdocs.plugins.exempelbank")


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What there is to configure stands in site_config."""


@dataclass
class OnePage:
    """That a preview asks for, instead of a whole site."""

    address: str
    problems: Sequence[Problem]  # what it tells must be put right
    version: int  # of what the page is made from: the page asks whether there is a later one
    html: bytes = b""  # as it was made


class ExempelbankPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """One build after the other: each begins anew in on_config."""

    build: Build
    preview = False
    last: Settings | None = None
    given: Build | None = None  # that our own command has begun
    wanted: OnePage | None = None  # otherwise all
    _held = ExitStack()  # what is let go of when the build ends
    _memory = MemoryCaches()  # of a preview

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        forget_assets()  # in a preview they may have been edited
        self._held = ExitStack()
        self._warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        self._held.callback(logging.getLogger("mkdocs").removeHandler, self._warnings)
        if self.given:
            self.build, self.given = self.given, None
        else:
            self._begin(Path(config.config_file_path).parent.resolve())
        self._settle(config)
        self._site_dir = Path(config.site_dir)
        if says := refusal(self._site_dir, self.build.root):
            self._held.close()
            raise Abort(says)
        config.site_dir = self._held.enter_context(tempfile.TemporaryDirectory("-exempelbank"))
        # Ours alone: MkDocs looks through all of a theme, and Material has 14,000 icons.
        config.theme.dirs[:] = [str(THEME)]
        config.theme.static_templates = set()  # our own 404 and sitemap
        return config

    def _begin(self, root: Path) -> None:
        self._have_it_alone(root)
        if self.preview:
            self.build = Build(root, memory=self._memory)
        else:
            self.build = Build(root, Workers(usable_cores()))

    def _have_it_alone(self, root: Path) -> None:
        try:
            self._held.enter_context(project_lock(root, Access.BUILDS, log.info))
        except CommandStopped as why:
            self._held.close()
            raise Abort(str(why)) from None

    def _settle(self, config: MkDocsConfig) -> None:
        # A preview whose build fails answers no more: let the last good settings hold meanwhile.
        settings = self.build.settings or (self.last if self.preview else None)
        if settings is None:
            self._tell()
            self._held.close()
            raise Abort(self.build.problems.summary())
        if self.preview and config.site_url:  # so that links stay within the preview
            settings = settings.at(config.site_url)
        self.build.settings = self.last = settings
        config.site_name = settings.organisation.site_name
        config.site_url = settings.organisation.url

    # ---- What MkDocs prints ----

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        kept = Files([file for file in files if self._may_stay(file, config)])
        self._asked = self.asked_for()
        self._printed: dict[str, str] = {}
        for name in self._asked:
            inclusion = InclusionLevel.NOT_IN_NAV
            kept.append(File.generated(config, name, content="", inclusion=inclusion))
        self._beside = {
            file.dest_uri: Path(str(file.abs_src_path)).relative_to(self.build.root).as_posix()
            for file in kept.media_files()
        }
        return kept

    def asked_for(self) -> dict[str, Page]:
        """Of our own pages, by the names of files that are not there: a page for each layout."""
        return {_shell(number): one.page for number, one in enumerate(self._layouts)}

    @property
    def _layouts(self) -> Sequence[Layout]:
        if self.wanted is None:
            return self.build.layouts
        pages = self.build.whole.site.lazy_pages
        page = pages.get(self.wanted.address)
        return [layout_of(page, self.build.whole.settings.addresses)] if page else []

    def _may_stay(self, file: File, config: MkDocsConfig) -> bool:
        """Pages that could be read, and what lies beside them; nothing of Material's theme."""
        path, docs = Path(str(file.abs_src_path)), Path(config.docs_dir)
        if not path.is_relative_to(docs) or not path.resolve().is_relative_to(docs.resolve()):
            return False
        if is_ignored(path.relative_to(docs)):
            return False
        left_out = file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        if not file.is_documentation_page():
            assert self.build.settings
            root, settings = self.build.root, self.build.settings
            return not left_out and may_lie_beside(path, root, settings)
        if left_out and (config.exclude_docs or config.draft_docs):
            raise Abort(
                _("{path} can't be left out by exclude_docs or draft_docs in {config}.").format(
                    path=path.relative_to(self.build.root).as_posix(), config=CONFIG_FILE
                )
                + "\n    "
                + _("Begin its name with a dot, or keep it outside {folder}.").format(
                    folder=docs.relative_to(self.build.root).as_posix()
                )
            )
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return _address(file) in self.build.whole.written

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Whoever prints these titles prints them as they are: they are escaped from here on."""
        if ours := self._asked.get(page.file.src_uri):
            page.title, description, text = escape(ours.title), ours.description, ""
        else:
            written = self.build.whole.written[_address(page.file)]
            page.title, description, text = (
                escape(written.front.title), written.front.description, written.markdown,
            )  # fmt: skip
        page.meta = {"title": page.title, "description": escape(description)}
        return text

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        name = page.file.src_uri
        if name not in self._asked:
            self._asked[name] = self.build.whole.page_by_hand(_address(page.file), html)
        return self._asked[name].html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The theme's templates may call what the page bodies may, and escape as they do."""
        env.autoescape = env.trim_blocks = env.lstrip_blocks = True
        env.undefined = StrictUndefined
        env.globals.update(
            self.build.whole.context.env.globals,
            content_security_policy=CONTENT_SECURITY_POLICY,
            preview=self.preview,
            problems=self.wanted.problems if self.wanted else self.build.problems.errors,
            version=self.wanted and self.wanted.version,
        )
        env.filters.update(FILTERS)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        ours = self._asked[page.file.src_uri]._replace(html=page.content or "")
        return TemplateContext({**context, "page": ours})  # type: ignore[typeddict-item]

    @event_priority(-100)  # whatever others make of the page is made by now
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        self._printed[page.file.src_uri] = output
        return output

    # ---- The end ----

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.wanted:
            self._held.close()
            self.wanted.html = self._one_page(self._frame(), self.wanted.address)
            return
        warned = bool(self._warnings.get_counts())
        outcome = self.build.write(self._frame(), self._site_dir, warned)
        config.site_dir = str(self._site_dir)
        self._held.close()
        self._tell()
        log.info("%s", outcome)
        if outcome.failure and not self.preview:
            raise Abort(outcome.failure)

    def _frame(self) -> Frame:
        shells = {
            one: Shell.cut(self._printed.pop(_shell(number)))
            for number, one in enumerate(self._layouts)
        }
        pages = {self._asked[name].address: encoded(html) for name, html in self._printed.items()}
        return Frame(shells, pages, self._beside)

    def _one_page(self, frame: Frame, address: str) -> bytes:
        whole = self.build.whole
        if address in frame.pages:
            return frame.pages[address]
        page = whole.finished(whole.site.lazy_pages[address].make())
        return frame.shells[layout_of(page, whole.settings.addresses)].stamp(page)

    def on_build_error(self, *, error: Exception, **_more: object) -> None:
        self._held.__exit__(type(error), error, error.__traceback__)
        if isinstance(error, OSError):
            raise Abort(says_not_written(error))
        if isinstance(error, BrokenProcessPool):
            raise Abort(says_process_ended())

    def _tell(self) -> None:
        for problem in self.build.problems:
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
            log.log(level, "%s", problem)

    # ---- The preview ----

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        for name in FOLDERS:
            server.watch(str(self.build.root / name))
        return server


def _shell(number: int) -> str:
    return f"_shell{number}.md"


def _address(file: File) -> str:
    return file.dest_uri.removesuffix("index.html")
