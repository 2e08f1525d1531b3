"""What MkDocs asks, and when: it has MkDocs print what a build needs of it, and decides nothing.

`mkdocs build`, `mkdocs serve` and our own commands all come here. MkDocs converts and prints the
pages written by hand, and one page for each layout; the records' pages are rendered from these, so
nothing that came from a form passes its Markdown. MkDocs works in a scratch folder. What is
finished goes to the site's own folder, each file only when it differs.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import Environment, TemplateNotFound
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from exempelbank.building.build import Build
from exempelbank.building.caches import MemoryCaches
from exempelbank.building.inputs import INPUT_FOLDERS
from exempelbank.building.result import (
    not_written_message,
    process_ended_message,
    strict_message,
)
from exempelbank.building.site_folder import why_unusable
from exempelbank.exceptions import CommandStopped, UnusableLayout
from exempelbank.files.ignored import is_ignored
from exempelbank.markdown_pages import may_lie_beside
from exempelbank.plugin.config import (
    apply_settings,
    leave_only_our_theme,
    refused_knobs,
    wrong_file,
)
from exempelbank.plugin.own_theme import changed_page_message, fault_in_own_code
from exempelbank.plugin.printing import PageRequest, Printing
from exempelbank.plugin.templates import page_context, prepare_environment
from exempelbank.problems import Problem, Severity
from exempelbank.settings import Settings
from exempelbank.site.markdown_page import PageHeading
from exempelbank.site.rendering.assets import forget_assets
from exempelbank.transactions import Access, project_lock
from exempelbank.workers import Workers, usable_cores

if TYPE_CHECKING:  # it watches files, which a build does not
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.exempelbank")
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTICE: logging.INFO,
}


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What there is to configure stands in site_config."""


class ExempelbankPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """One build after the other: each begins anew in on_config."""

    build: Build
    preview = False
    last: Settings | None = None
    begun_build: Build | None = None  # that our own command has begun
    request: PageRequest | None = None  # otherwise all

    def __init__(self) -> None:
        super().__init__()
        self._resources = ExitStack()  # what is let go of when the build ends
        self._memory = MemoryCaches()  # of a preview
        self._said: Sequence[Problem] = ()  # after the save before this one

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.preview = command == "serve"

    @event_priority(100)  # before plugins that are refused do anything
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if says := wrong_file(config):
            raise Abort(says)
        forget_assets()  # in a preview they may have been edited
        self._resources = ExitStack()
        self._warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        self._resources.callback(logging.getLogger("mkdocs").removeHandler, self._warnings)
        if self.begun_build:
            self.build, self.begun_build = self.begun_build, None
        else:
            self._begin(Path(config.config_file_path).parent.resolve())
        self._apply_settings(config)
        self._site_dir = Path(config.site_dir)
        if says := why_unusable(self._site_dir, self.build.root):
            self._resources.close()
            raise Abort(says)
        config.site_dir = self._resources.enter_context(tempfile.TemporaryDirectory("-exempelbank"))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """When all plugins have what they want of Material's theme, such as its words."""
        leave_only_our_theme(config, self.build.mkdocs_file.custom_dir)

    def _begin(self, root: Path) -> None:
        self._lock_project(root)
        if self.preview:
            self.build = Build(root, memory=self._memory)
        else:
            self.build = Build(root, Workers(usable_cores()))

    def _lock_project(self, root: Path) -> None:
        try:
            self._resources.enter_context(project_lock(root, Access.BUILDS, log.info))
        except CommandStopped as why:
            self._resources.close()
            raise Abort(str(why)) from None

    def _apply_settings(self, config: MkDocsConfig) -> None:
        # A preview whose build fails answers no more: let the last good settings hold meanwhile.
        settings = self.build.settings or (self.last if self.preview else None)
        if settings is None:
            self._log_problems()
            self._resources.close()
            raise Abort(self.build.problems.summary())
        if self.preview and config.site_url:  # so that links stay within the preview
            settings = settings.at(config.site_url)
        self.build.settings = self.last = settings
        if says := refused_knobs(config, self.build):
            self._resources.close()
            raise Abort(says)
        apply_settings(config, settings)

    # ---- What MkDocs prints ----

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        published_files = Files([file for file in files if self._is_published(file, config)])
        self._printing = Printing(self.build, self.request)
        for name in self._printing.layout_files:
            inclusion = InclusionLevel.NOT_IN_NAV
            published_files.append(File.generated(config, name, content="", inclusion=inclusion))
        self._media = {
            file.dest_uri: Path(str(file.abs_src_path)).relative_to(self.build.root).as_posix()
            for file in published_files.media_files()
            if file.src_uri not in config.extra_templates
        }
        return published_files

    def _is_published(self, file: File, config: MkDocsConfig) -> bool:
        """Pages that could be read, what lies beside them, and what the project's own theme brings;
        nothing of Material's.
        """
        path, docs = Path(str(file.abs_src_path)), Path(config.docs_dir)
        if path == self.build.mkdocs_file.theme_file(file.src_uri):
            return True
        if not path.is_relative_to(docs) or not path.resolve().is_relative_to(docs.resolve()):
            return False
        if is_ignored(path.relative_to(docs)):
            return False
        if not file.is_documentation_page():
            root, settings = self.build.root, self.build.readable_settings
            left_out = (InclusionLevel.EXCLUDED, *(() if self.preview else (InclusionLevel.DRAFT,)))
            return file.inclusion not in left_out and may_lie_beside(path, root, settings)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return _address(file) in self.build.assembled.markdown_pages

    @event_priority(100)  # what other plugins make of the text, they make of this
    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Whoever prints these titles prints them as they are: they are escaped from here on."""
        text = self._printing.text_of(page.file.src_uri, _address(page.file))
        page.title = escape(text.title)
        page.meta = {"title": page.title, "description": escape(text.description)}
        return text.markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        headings = [*_highest_headings(page.toc)]
        return self._printing.page(page.file.src_uri, _address(page.file), html, headings).html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        problems = self.request.problems if self.request else self.build.problems.errors
        version = self.request.version if self.request else None
        prepare_environment(env, self.build, problems, self.preview, version)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        ours = self._printing.pages[page.file.src_uri]._replace(html=page.content or "")
        given = {**context, **page_context(ours, self.build.readable_settings)}
        return cast(TemplateContext, given)

    @event_priority(-100)  # whatever others make of the page is made by now
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        self._printing.html[page.file.src_uri] = output
        return output

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        self._printing.extra[template_name] = output_content
        return output_content

    # ---- The end ----

    @event_priority(100)  # what other plugins put into the folder then stays there
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.request:
            self.request.html = self._printing.requested_page(self.request.address)
            return
        warned = bool(self._warnings.get_counts())
        result = self.build.write(self._printing.output(self._media), self._site_dir, warned)
        config.site_dir = str(self._site_dir)
        self._log_problems()
        warned_of = sum(number for _level, number in self._warnings.get_counts())
        self._resources.close()
        log.info("%s", result)
        if not self.preview and (
            failure := result.failure or (config.strict and strict_message(warned_of))
        ):
            raise Abort(failure)

    def close(self) -> None:
        """Let go of the scratch folder of a page that was asked for."""
        self._resources.close()

    def on_build_error(self, *, error: Exception, **_more: object) -> None:
        self._resources.__exit__(type(error), error, error.__traceback__)
        if isinstance(error, Abort):  # it has been said why
            return
        if isinstance(error, UnusableLayout):
            raise Abort(changed_page_message(self.build.mkdocs_file))
        if fault := fault_in_own_code(error, self.build.mkdocs_file):
            raise Abort(str(fault))
        if isinstance(error, OSError) and not isinstance(error, TemplateNotFound):
            raise Abort(not_written_message(error))
        if isinstance(error, BrokenProcessPool):
            raise Abort(process_ended_message())

    def _log_problems(self) -> None:
        for problem in self.build.problems.by_place():
            if problem.severity is Severity.ERROR or problem not in self._said:
                log.log(_LEVELS[problem.severity], "%s", problem)
        self._said = tuple(self.build.problems) if self.preview else ()

    # ---- The preview ----

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        for name in (*INPUT_FOLDERS, *self.build.mkdocs_file.code):
            server.watch(str(self.build.root / name))
        return server


def _highest_headings(anchors: Iterable[AnchorLink]) -> Iterator[PageHeading]:
    """# and ##: the page has its title already."""
    for anchor in anchors:
        if anchor.level <= 2:
            yield PageHeading(anchor.id, unescape(anchor.title))
            yield from _highest_headings(anchor.children)


def _address(file: File) -> str:
    return file.dest_uri.removesuffix("index.html")
