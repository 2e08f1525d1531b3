"""The only module that knows MkDocs: it hands a whole site to a build, and decides nothing.

`mkdocs build`, `mkdocs serve` and our own commands all come here. The records' pages are given to
MkDocs with an empty text, and their finished bodies when it asks for the content: so nothing that
came from a form passes its Markdown.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment, StrictUndefined
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.pages.assets import forget_assets
from generator.pages.security import CONTENT_SECURITY_POLICY
from generator.pages.templating import FILTERS
from generator.problems import Problems, Severity
from generator.settings import Settings, load_settings
from generator.texts import _, ngettext
from generator.whole_site import WholeSite, load_whole_site

THEME = Path(__file__).parent / "theme"
CONFIG_FILE = "mkdocs.yml"
WATCHED = ("content", "site_config")

log = logging.getLogger("mkdocs.plugins.exempelbank")


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What there is to configure stands in site_config."""


class ExempelbankPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """One build after the other: each begins anew in on_config."""

    root: Path
    settings: Settings
    whole: WholeSite
    problems: Problems
    preview = False
    last: Settings | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        forget_assets()  # in a preview they may have been edited
        self.root = Path(config.config_file_path).parent
        self.problems = Problems()
        # A preview whose build fails answers no more: let the last good settings hold meanwhile.
        settings = load_settings(self.root, self.problems) or (self.last if self.preview else None)
        if settings is None:
            self._tell()
            raise Abort(self.problems.summary())
        if self.preview and config.site_url:  # so that links stay within the preview
            here = settings.organisation.model_copy(update={"url": config.site_url})
            settings = replace(settings, organisation=here)
        self.settings = self.last = settings
        config.site_name = settings.organisation.site_name
        config.site_url = settings.organisation.url
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates = set()  # our own 404 and sitemap
        return config

    # ---- What there is ----

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self.whole = load_whole_site(self.root, self.settings, _today(self.settings), self.problems)
        kept = Files([file for file in files if self._may_stay(file, Path(config.docs_dir))])
        for page in self.whole.site.pages.values():
            file = File.generated(
                config, f"{page.uri[:-5]}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.dest_uri = page.uri
            kept.append(file)
        for address, content in self.whole.site.files.items():
            included = InclusionLevel.INCLUDED
            kept.append(File.generated(config, address, content=content, inclusion=included))
        return kept

    def _may_stay(self, file: File, docs: Path) -> bool:
        """Pages that could be read, and what lies beside them; nothing of Material's theme."""
        path = Path(str(file.abs_src_path))
        if not path.is_relative_to(docs) or not path.resolve().is_relative_to(docs.resolve()):
            return False
        if not file.is_documentation_page():
            return True
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return _address(file) in self.whole.written

    # ---- What stands in it ----

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Whoever prints these titles prints them as they are: they are escaped from here on."""
        ours = self.whole.page(_address(page.file))
        page.title = escape(ours.title)
        page.meta = {"title": page.title, "description": escape(ours.description)}
        return self.whole.markdown(ours.address)

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        return self.whole.page(_address(page.file), html).html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The theme's templates may call what the page bodies may, and escape as they do."""
        env.autoescape = env.trim_blocks = env.lstrip_blocks = True
        env.undefined = StrictUndefined
        env.globals.update(
            self.whole.env.globals,
            content_security_policy=CONTENT_SECURITY_POLICY,
            preview=self.preview,
            problems=self.problems.errors if self.preview else (),
        )
        env.filters.update(FILTERS)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        ours = replace(self.whole.page(_address(page.file)), html=page.content or "")
        return TemplateContext({**context, "page": ours})  # type: ignore[typeddict-item]

    # ---- The end ----

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._tell()
        if self.problems.errors and not self.preview:
            raise Abort(
                _("{summary}: what is broken has no page, all else is built.").format(
                    summary=self.problems.summary()
                )
            )

    def _tell(self) -> None:
        for problem in self.problems:
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
            log.log(level, "%s", problem)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        for folder in WATCHED:
            server.watch(str(self.root / folder))
        server.watch(str(THEME.parent / "templates"))
        server.watch(str(THEME))
        return server


def _address(file: File) -> str:
    return file.dest_uri.removesuffix("index.html")


def _today(settings: Settings) -> date:
    return settings.organisation.as_of or datetime.now(settings.zone).date()


# ---- Our own commands: as MkDocs's, with our words alone on the screen ----


def build_project(root: Path, site_dir: Path | None = None, strict: bool = False) -> int:
    """As `mkdocs build`; the exit code."""
    _speak_plainly(logging.WARNING)
    try:
        config = _config(root, site_dir=site_dir and str(site_dir.resolve()), strict=strict or None)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except MkDocsException as why:
        print(why.format_message(), file=sys.stderr)
        return 1
    ours = cast(ExempelbankPlugin, config.plugins["exempelbank"])
    pages = len(ours.whole.site.pages) + len(ours.whole.written)
    print(
        ngettext("{n} page in {folder}.", "{n} pages in {folder}.", pages).format(
            n=pages, folder=config.site_dir
        )
    )
    return 0


def serve_project(root: Path, address: str) -> int:
    """As `mkdocs serve`, until interrupted; the exit code."""
    _speak_plainly(logging.INFO)
    try:
        serve(str(root / CONFIG_FILE), dev_addr=address)
    except MkDocsException as why:
        print(why.format_message(), file=sys.stderr)
        return 1
    return 0


def _config(root: Path, **options: object) -> MkDocsConfig:
    path = str(root / CONFIG_FILE)
    return load_config(path, config_file_path=path, **options)


def _speak_plainly(level: int) -> None:
    spoken = logging.StreamHandler()
    spoken.setFormatter(logging.Formatter("%(message)s"))
    mkdocs = logging.getLogger("mkdocs")
    mkdocs.handlers = [spoken]
    mkdocs.setLevel(level)
    mkdocs.propagate = False
