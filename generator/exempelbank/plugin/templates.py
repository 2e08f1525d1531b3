"""A build -> what the theme's templates may call, in our own and in those of theme.custom_dir."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from exempelbank.building.build import Build
from exempelbank.problems import Problem
from exempelbank.rules.own_files import is_published, own_icon, own_logo
from exempelbank.rules.urls import base_path
from exempelbank.settings import Settings
from exempelbank.settings.icons import icon_sets
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.page_frame import PageFrame
from exempelbank.site.rendering.assets import scheme_colours
from exempelbank.site.rendering.environment import FILTERS
from exempelbank.site.rendering.security import content_security_policy
from exempelbank.site.rendering.site_icons import SITE_ICONS
from exempelbank.site.site import Page


def prepare_environment(
    env: Environment,
    build: Build,
    problems: Sequence[Problem],
    preview: bool = False,
    version: int | None = None,
) -> None:
    """The theme's templates may call what the page bodies may, and escape as they do. `problems`,
    `version`: what a page of a preview tells, and by what it knows that it has become old.
    """
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    config, settings = build.mkdocs_file, build.readable_settings
    if not config.custom_dir:
        env.undefined = StrictUndefined  # in our own templates; people's ask for what may be
    if env.loader:  # people's may include Material's icons
        icons = PrefixLoader({icon_sets().name: FileSystemLoader(icon_sets())})
        env.loader = ChoiceLoader([env.loader, icons])
    names = build.assembled.context.env.globals
    href = cast(Callable[[str], str], names["href"])
    by_hand = build.assembled.markdown_pages.values()
    env.globals.update(
        names,
        **_theme_names(config, settings, href),
        site_icons={
            name: href(name)
            for name in SITE_ICONS
            if name in build.assembled.site.lazy_files or is_published(name, config, settings)
        },
        content_security_policy=content_security_policy(settings),
        frame=PageFrame(build.assembled, config),
        preview=preview,
        drafts={page.address for page in by_hand if page.draft},
        problems=problems,
        version=version,
    )
    env.filters.update(FILTERS, url=_link_from_root(href))


def page_context(page: Page, settings: Settings) -> Mapping[str, Any]:
    """What stands for one page, by the names that MkDocs has for it."""
    return {
        "page": TemplatePage(*page),
        "base_url": base_path(settings).rstrip("/") or ".",
    }


def with_links_from_root(html: str, settings: Settings) -> str:
    """Links that begin at the root of the site lead there, whatever folder it lies in."""
    return _FROM_ROOT.sub(rf"\1{base_path(settings)}", html)


_FROM_ROOT = re.compile(r"""(\b(?:href|src)\s*=\s*["']?)/(?!/)""", re.IGNORECASE)


class TemplatePage(Page):
    """With the names that templates of MkDocs's themes know a page by."""

    @property
    def content(self) -> Markup:
        return Markup(self.html)

    @property
    def url(self) -> str:
        return self.address

    @property
    def is_homepage(self) -> bool:
        return not self.address

    @property
    def meta(self) -> Mapping[str, str]:
        return {"title": self.title, "description": self.description}


def _theme_names(
    config: MkDocsFile, settings: Settings, href: Callable[[str], str]
) -> dict[str, Any]:
    """Of the files that mkdocs.yml names."""

    def own_file(path: str) -> str:
        """Its link, another one when it has changed: hosts let browsers keep files for long."""
        file = config.find(path)
        digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file else ""
        return f"{href(path)}?{digest}"

    return {
        "own_file": own_file,
        "logo": own_logo(config, settings),
        "logo_on_dark": own_logo(config, settings, on_dark=True),
        "favicon": own_icon(config, settings),
        "theme_colours": scheme_colours("--eb-surface", settings.look, _own_style_sheets(config)),
    }


def _own_style_sheets(config: MkDocsFile) -> Iterator[str]:
    for name in config.files("extra_css"):
        if file := config.find(name):
            yield file.read_text("utf-8", errors="replace")


def _link_from_root(href: Callable[[str], str]) -> Callable[[str], str]:
    """MkDocs's filter `url`, which counts from the page: a layout is printed for many."""

    def url(address: object) -> str:
        text = str(address)
        elsewhere = ":" in text.partition("/")[0] or text.startswith(("/", "#", "?"))
        return text if elsewhere else href(text)

    return url
