"""The knobs of Material's setup pages, page by page as its documentation has them: those that are
named in a warning, those that are refused, and those that work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from tests.builders import PROJECT

# (what is added to mkdocs.yml, what the warning is about)
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
    "validation": ("validation: {links: {not_found: ignore}}", "validation"),
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


class Working(NamedTuple):
    further: str  # added to mkdocs.yml
    seen: tuple[str, ...]  # what the page shows then; nothing: it is gone
    files: Mapping[str, str] = {}
    page: str = "larande-exempel/bildstod/index.html"


def _template(text: str) -> dict[str, str]:
    return {"mallar/main.html": f'{{% extends "base.html" %}}\n{text}'}


def _commented(blocks: Mapping[str, str]) -> str:
    return "".join(
        f"{{% block {name} %}}{{{{ super() }}}}{comment}{{% endblock %}}"
        for name, comment in blocks.items()
    )


_BLOCKS = {
    name: f"<!--in {name}-->"
    for name in ("site_meta", "styles", "libs", "hero", "container", "scripts")
}
_OVERRIDES = "theme: {custom_dir: mallar}"
_BY_HAND = "om/index.html"
_SHEET = {"content/pages/stil/egen.css": ":root { --eb-brand: #1b4d7a }"}

WORKING: Mapping[str, Working] = {
    # Changing the colors and the fonts: by a style sheet of one's own
    "extra_css": Working("extra_css: [stil/egen.css]", ('href="/stil/egen.css?',), _SHEET),
    "a style sheet in custom_dir": Working(
        "{extra_css: [egen.css], theme: {custom_dir: mallar}}",
        ('href="/egen.css?',),
        {"mallar/egen.css": "b {}"},
    ),
    "font: false": Working("theme: {font: false}", ("figtree",)),
    # Changing the language
    "the same language": Working("theme: {language: sv}", ('lang="sv"',)),
    # Changing the logo and icons
    "logo": Working(
        "theme: {logo: logga.svg}", ('src="/logga.svg?',), {"content/pages/logga.svg": "<svg/>"}
    ),
    "favicon": Working(
        "theme: {favicon: bild/ikon.png}",
        ('rel="icon" href="/bild/ikon.png?',),
        {"content/pages/bild/ikon.png": "x"},
    ),
    # Setting up navigation
    "nav: a page": Working("nav: [{Om oss: om/index.md}]", ('<a href="/om/">Om oss</a>',)),
    "nav: a link": Working("nav: [{SKR: 'https://skr.example/'}]", ("https://skr.example/",)),
    "navigation.path": Working("theme: {features: [navigation.path]}", ("eb-breadcrumbs",)),
    "not_in_nav": Working("not_in_nav: om/", ("Hej",), page=_BY_HAND),
    "exclude_docs": Working(
        "exclude_docs: inte/", (), {"content/pages/inte/x.md": "x"}, "inte/x/index.html"
    ),
    "draft_docs": Working(
        "draft_docs: inte/", (), {"content/pages/inte/x.md": "x"}, "inte/x/index.html"
    ),
    "toc: permalink": Working(
        "markdown_extensions: [{toc: {permalink: true}}]", ("headerlink",), page=_BY_HAND
    ),
    # Setting up the header
    "announce": Working(
        _OVERRIDES,
        ("eb-announcement", "Hej alla"),
        _template("{% block announce %}Hej alla{% endblock %}"),
    ),
    "header": Working(_OVERRIDES, ("EGET",), _template("{% block header %}EGET{% endblock %}")),
    # Setting up the footer
    "copyright": Working("copyright: Vi &copy; 2026", ("Vi &copy; 2026",)),
    "footer": Working(_OVERRIDES, ("EGEN",), _template("{% block footer %}EGEN{% endblock %}")),
    "generator": Working("extra: {generator: false}", ("</html>",)),
    # Adding a comment system
    "after the text": Working(
        _OVERRIDES,
        ("KOMMENTARER",),
        _template("{% block content %}{{ super() }}KOMMENTARER{% endblock %}"),
    ),
    # Customization
    "extra_javascript": Working(
        "extra_javascript: [egen.js]", ('src="/egen.js?',), {"content/pages/egen.js": "1"}
    ),
    "extra_javascript: defer": Working(
        "extra_javascript: [{path: egen.mjs, defer: true}]",
        ('src="/egen.mjs?', "defer></script>"),
        {"content/pages/egen.mjs": "1"},
    ),
    "extrahead": Working(
        _OVERRIDES,
        ('<meta name="egen">',),
        _template('{% block extrahead %}<meta name="egen">{% endblock %}'),
    ),
    "htmltitle": Working(
        _OVERRIDES,
        ("<title>Vår sida</title>",),
        _template("{% block htmltitle %}<title>Vår sida</title>{% endblock %}"),
    ),
    "site_meta, styles, libs, hero, container and scripts": Working(
        _OVERRIDES, tuple(_BLOCKS.values()), _template(_commented(_BLOCKS))
    ),
    "a partial": Working(_OVERRIDES, ("FOT",), {"mallar/partials/footer.html": "FOT"}),
    "extra of one's own": Working(
        "{theme: {custom_dir: mallar}, extra: {mitt: eget värde}}",
        ("eget värde",),
        _template("{% block hero %}{{ config.extra.mitt }}{% endblock %}"),
    ),
    # What MkDocs has besides
    "site_author": Working("site_author: Ada Ek", ('name="author" content="Ada Ek"',)),
    "extra_templates": Working(
        "extra_templates: [samtal.txt]",
        ("https://exempelbanken.example/",),
        {"content/pages/samtal.txt": "{{ config.site_url }}"},
        "samtal.txt",
    ),
    "hooks": Working(
        "hooks: [krok.py]",
        ("AV KROKEN",),
        {"krok.py": "def on_page_markdown(markdown, **_):\n    return 'AV KROKEN'\n"},
        _BY_HAND,
    ),
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
