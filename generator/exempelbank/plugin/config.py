"""The settings of a project -> what MkDocs goes by, and what of its own it must leave alone."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from exempelbank.building.build import Build
from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.i18n import _
from exempelbank.plugin.templates import with_links_from_root
from exempelbank.rules.mkdocs_knobs import PLUGINS_WITHOUT_EFFECT, page_addresses_refused
from exempelbank.rules.theme_overrides import THEME
from exempelbank.settings import Settings
from exempelbank.site.page_markdown.extension import PageExtension
from exempelbank.site.page_markdown.options import with_page_options


def wrong_file(config: MkDocsConfig) -> str:
    """What is said of another file than the one that all else reads; nothing of that."""
    if Path(config.config_file_path or "").name == MKDOCS_FILE:
        return ""
    return _(
        "“{name}” can't be built with: the project's file is called {file}. What differs can stand "
        "there as “!ENV [NAME, value]”, and what is shared in a file that it names by INHERIT."
    ).format(name=config.config_file_path, file=MKDOCS_FILE)


def refused_knobs(config: MkDocsConfig, build: Build) -> str:
    """What is said of those that no site can be built with; nothing when there are none."""
    refused = [str(problem) for problem in build.refused_knobs]
    if not refused and not config.use_directory_urls:  # said on the command line
        refused = [page_addresses_refused()]
    return "\n".join(refused)


def apply_settings(config: MkDocsConfig, settings: Settings) -> None:
    config.site_name = settings.organisation.site_name
    config.site_url = settings.organisation.url
    config.copyright = with_links_from_root(config.copyright or "", settings)
    config.mdx_configs = with_page_options(config.mdx_configs)
    config.markdown_extensions.append(PageExtension())
    # MkDocs knows the pages by hand alone, and tells of links in English.
    links = config.validation.links
    links.not_found = links.absolute_links = links.unrecognized_links = logging.DEBUG
    links.anchors = logging.DEBUG
    _switch_off_plugins(config)


def _switch_off_plugins(config: MkDocsConfig) -> None:
    """Those that are said to change nothing: what they make would lie there unused."""
    for name, plugin in config.plugins.items():
        without_effect = name.removeprefix("material/") in PLUGINS_WITHOUT_EFFECT
        if without_effect and "enabled" in plugin.config:
            plugin.config["enabled"] = False


def leave_only_our_theme(config: MkDocsConfig, custom_dir: Path | None) -> None:
    """Without Material's: MkDocs looks through all of a theme, and it has 14,000 icons."""
    config.theme.dirs[:] = [*([str(custom_dir)] if custom_dir else []), str(THEME)]
    config.theme.static_templates = set()  # our own 404 and sitemap
    config.nav = None  # our templates print the menu, and its faults have been told
