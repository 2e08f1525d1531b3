"""The knobs of Material's setup pages that have no effect here, page by page as its documentation
has them: (what is added to mkdocs.yml, what the warning is about).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from tests.builders import PROJECT

NAMED: Mapping[str, tuple[str, str]] = {
    # Changing the colors
    "palette.scheme": ("theme: {palette: {scheme: slate}}", "theme.palette"),
    "palette.primary": ("theme: {palette: {primary: indigo, accent: pink}}", "theme.palette"),
    "palette.toggle": (
        "theme: {palette: [{scheme: default, toggle: {icon: material/eye, name: Mörkt}}]}",
        "theme.palette",
    ),
    # Changing the fonts
    "font": ("theme: {font: {text: Inter, code: Fira Code}}", "theme.font"),
    # Changing the language
    "language": ("theme: {language: en}", "theme.language"),
    "direction": ("theme: {direction: rtl}", "theme.direction"),
    "alternate": ("extra: {alternate: [{name: English, link: /en/, lang: en}]}", "extra.alternate"),
    # Changing the logo and icons
    "icon.logo": ("theme: {icon: {logo: material/school}}", "theme.icon"),
    "icon.edit": ("theme: {icon: {edit: material/pencil}}", "theme.icon"),
    "homepage": ("extra: {homepage: https://annan.example/}", "extra.homepage"),
    # Ensuring data privacy
    "consent": ("extra: {consent: {title: Kakor, description: Får vi}}", "extra.consent"),
    # Setting up navigation
    "features": ("theme: {features: [navigation.instant, toc.follow]}", "theme.features"),
    "navigation.path": ("theme: {features: [navigation.path, navigation.top]}", "theme.features"),
    # Setting up site search
    "search": ("plugins: [search]", "plugins: search"),
    "material/search": ("plugins: [material/search]", "plugins: search"),
    "search.suggest": ("theme: {features: [search.suggest, search.share]}", "theme.features"),
    # Setting up site analytics
    "analytics": ("extra: {analytics: {provider: google, property: G-X}}", "extra.analytics"),
    # Setting up tags
    "tags": ("plugins: [tags]", "plugins: tags"),
    "extra.tags": ("extra: {tags: {HTML5: html}}", "extra.tags"),
    # Setting up versioning
    "version": ("extra: {version: {provider: mike}}", "extra.version"),
    # Setting up the header
    "header.autohide": ("theme: {features: [header.autohide]}", "theme.features"),
    "announce.dismiss": ("theme: {features: [announce.dismiss]}", "theme.features"),
    # Setting up the footer
    "navigation.footer": ("theme: {features: [navigation.footer]}", "theme.features"),
    "social links": ("extra: {social: [{icon: x, link: https://m.example/}]}", "extra.social"),
    # Adding a git repository
    "repo_url": ("repo_url: https://git.example/x/y", "repo_url"),
    "repo_name": ("repo_name: x/y", "repo_name"),
    "edit_uri": ("edit_uri: edit/main/content/pages/", "edit_uri"),
    "content.action.edit": ("theme: {features: [content.action.edit]}", "theme.features"),
    # Building an optimized site
    "optimize": ("plugins: [optimize]", "plugins: optimize"),
    "projects": ("plugins: [projects]", "plugins: projects"),
    # Reference, and what MkDocs has besides
    "status": ("extra: {status: {new: Nyligen}}", "extra.status"),
    "annotate": ("extra: {annotate: {json: [.s2]}}", "extra.annotate"),
    "meta": ("plugins: [meta]", "plugins: meta"),
    "typeset": ("plugins: [typeset]", "plugins: typeset"),
    "a group of plugins": ("plugins: [{group: {plugins: [search]}}]", "plugins: search"),
    "theme.name": ("theme: {name: mkdocs}", "theme.name"),
    "site_name": ("site_name: Ett annat namn", "site_name"),
    "site_url": ("site_url: https://annan.example/", "site_url"),
    "site_description": ("site_description: En annan", "site_description"),
}

REFUSED: Mapping[str, str] = {
    "blog": "plugins: [blog]",
    "social cards": "plugins: [social]",
    "privacy": "plugins: [privacy]",
    "offline": "plugins: [offline]",
    "in a group": "plugins: [{group: {enabled: true, plugins: [material/blog]}}]",
    "use_directory_urls": "use_directory_urls: false",
    "snippets": "markdown_extensions: [tables, pymdownx.snippets: {base_path: [..]}]",
    "b64": "markdown_extensions: {pymdownx.b64: null}",
}


def mkdocs_yml_with(further: str) -> str:
    """Ours, with this added: mappings are merged, and plugins come before our own."""
    config = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    return yaml.safe_dump(_merged(config, yaml.safe_load(further)), allow_unicode=True)


def _merged(config: dict[str, Any], further: dict[str, Any]) -> dict[str, Any]:
    for name, value in further.items():
        if isinstance(value, dict) and isinstance(config.get(name), dict):
            value = _merged(config[name], value)
        config[name] = [*value, *config[name]] if name == "plugins" else value
    return config
