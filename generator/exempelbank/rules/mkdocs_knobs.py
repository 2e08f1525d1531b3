"""mkdocs.yml -> what of it has no effect here, with where to set it instead, and what is refused.

What stands in no table works as MkDocs's and Material's documentation say. Where site_config and
mkdocs.yml can say the same, site_config counts, and mkdocs.yml is read where it is silent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.metadata import entry_points
from typing import Any

from exempelbank.files.paths import CONFIG, MKDOCS_FILE
from exempelbank.i18n import N_, _, pgettext
from exempelbank.problems import Location, Problem, Severity
from exempelbank.rules.markdown_extensions import announced_extensions, is_findable_extension
from exempelbank.rules.menu import check_menu
from exempelbank.rules.own_code import check_own_code
from exempelbank.rules.own_files import check_own_files
from exempelbank.rules.theme_overrides import check_theme_overrides
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.text.normalization import nearest

_LINK = N_("knob", "Put a link in the menu or the footer, in site_config/menu.yml.")

# knob -> what to do instead
WITHOUT_EFFECT: Mapping[tuple[str, ...], str] = {
    ("theme", "palette"): N_("knob", "Set the colours in site_config/look.yml."),
    ("theme", "font"): N_("knob", "The site has a font of its own. Write font: false."),
    ("theme", "direction"): N_("knob", "The text runs as it does in the language of the site."),
    ("theme", "icon"): N_(
        "knob", "The site chooses its icons itself; theme.logo and favicon can be your own."
    ),
    ("validation",): N_(
        "knob",
        "Links are always looked up, also those to pages that records make. Take the lines away.",
    ),
    ("repo_url",): _LINK,
    ("repo_name",): _LINK,
    ("edit_uri",): _LINK,
    ("edit_uri_template",): _LINK,
    ("extra", "social"): _LINK,
    ("extra", "alternate"): _LINK,
    ("extra", "homepage"): N_("knob", "The name in the header leads to the start page."),
    ("extra", "analytics"): N_(
        "knob",
        "The site tells nobody who reads it. exempelbank stats counts visits in the server's log.",
    ),
    ("extra", "consent"): N_("knob", "The site uses no cookies, so there is nothing to ask for."),
    ("extra", "version"): N_("knob", "There is one version of the site, the latest."),
    ("extra", "status"): N_("knob", "Pages have no status here; write it in the text."),
    ("extra", "tags"): N_("knob", "Pages written by hand have no tags here."),
    ("extra", "annotate"): N_("knob", "Code has no notes here; write them below it."),
}

# As it stood in the mkdocs.yml of our first version.
_FIRST_VALIDATION = {"links": {"absolute_links": "ignore"}}

# plugin -> what to do instead
PLUGINS_WITHOUT_EFFECT: Mapping[str, str] = {
    "search": N_("knob", "The site has a search of its own. Take the line away."),
    "tags": N_("knob", "Pages written by hand have no tags here. Take the line away."),
    "meta": N_("knob", "Write the facts in the front matter of each page."),
    "optimize": N_("knob", "Pictures of records are made smaller anyway. Take the line away."),
    "projects": N_("knob", "Build each project by itself. Take the line away."),
    "typeset": N_("knob", "Titles are shown as they are written. Take the line away."),
    "glightbox": N_("knob", "The site's security policy stops it. Take the line away."),
    "mike": N_("knob", "There is one version of the site, the latest. Take the line away."),
}

REFUSED_PLUGINS: Mapping[str, str] = {
    "blog": N_("knob", "news are records of their own, in content/news"),
    "rss": N_("knob", "the site makes its feeds itself, for each section"),
    "social": N_("knob", "the site draws these pictures itself: picture_cards in site_config"),
    "privacy": N_("knob", "the site fetches nothing from others as it is"),
    "offline": N_("knob", "the site's addresses begin at its root and need a web server"),
}

_READS_FILES = N_("knob", "a page could show any file of the computer that builds it")
REFUSED_EXTENSIONS: Mapping[str, str] = {
    "pymdownx.snippets": _READS_FILES,
    "pymdownx.b64": _READS_FILES,
}

# of theme.features: always so
_FEATURES_THAT_HOLD = {"navigation.path"}
# The name of the program, which mkdocs.yml has from the beginning, says nothing of the site.
_NO_NAME = "Exempelbank"


def check_knobs(config: MkDocsFile, settings: Settings | None) -> Iterator[Problem]:
    """By line. Errors are what no site can be built with. `settings`: None when they can't be
    read.
    """
    yield from sorted(_found_in(config, settings), key=_by_line)


def _by_line(problem: Problem) -> tuple[bool, str, int]:
    path = problem.location.path
    return path != MKDOCS_FILE, path, problem.location.line or 0


def _found_in(config: MkDocsFile, settings: Settings | None) -> Iterator[Problem]:
    yield from _refused(config)
    yield from _check_installed(config)
    for keys, instead in WITHOUT_EFFECT.items():
        if config.has(*keys) and config.get(*keys) not in (False, None, _FIRST_VALIDATION):
            yield _without_effect(config, keys, instead)
    yield from _check_theme(config)
    for plugin, place in config.plugins:
        if instead := PLUGINS_WITHOUT_EFFECT.get(plugin, ""):
            says = _("changes nothing on this site")
            yield Problem(place, says, pgettext("knob", instead), Severity.WARNING)
    yield from check_own_files(config, settings)
    yield from check_theme_overrides(config)
    yield from check_own_code(config)
    yield from check_menu(config)
    if settings:
        yield from _said_twice(config, settings)


def _refused(config: MkDocsFile) -> Iterator[Problem]:
    for known, named in (
        (REFUSED_PLUGINS, config.plugins),
        (REFUSED_EXTENSIONS, config.markdown_extensions),
    ):
        for name, place in named:
            if why := known.get(name):
                says = _("“{name}” can't be used here: {why}")
                yield Problem(place, says.format(name=name, why=pgettext("knob", why)))
    if config.get("use_directory_urls") is False:
        yield Problem(config.location("use_directory_urls"), page_addresses_refused())


def _check_installed(config: MkDocsFile) -> Iterator[Problem]:
    """What is refused is told of anyway."""
    theme = config.text("theme", "name") or config.text("theme")
    plugins = {point.name for point in entry_points(group="mkdocs.plugins")}
    for name, place in config.plugins:
        if name not in REFUSED_PLUGINS and not plugins & {name, f"{theme}/{name}"}:
            yield _not_installed(name, place, plugins)
    for name, place in config.markdown_extensions:
        if name not in REFUSED_EXTENSIONS and not is_findable_extension(name):
            yield _not_installed(name, place, announced_extensions())
    themes = {point.name for point in entry_points(group="mkdocs.themes")}
    if theme and theme not in themes:
        yield _not_installed(theme, config.location("theme", "name"), ["material"])


def _not_installed(name: str, place: Location, known: Collection[str]) -> Problem:
    meant = nearest(name, known)
    return Problem(
        place,
        _("“{name}” is not installed").format(name=name),
        _("Did you mean “{word}”?").format(word=meant)
        if meant
        else _("Install the package that holds it, or take the line away."),
    )


def page_addresses_refused() -> str:
    return _("“{name}” can't be used here: {why}").format(
        name="use_directory_urls: false", why=_("the address of every page ends with /")
    )


def _without_effect(config: MkDocsFile, keys: tuple[str, ...], instead: str) -> Problem:
    says = _("changes nothing on this site")
    return Problem(config.location(*keys), says, pgettext("knob", instead), Severity.WARNING)


def _check_theme(config: MkDocsFile) -> Iterator[Problem]:
    name = config.get("theme", "name") or config.get("theme")
    if isinstance(name, str) and name != "material":
        instead = N_("knob", "The site has a theme of its own, and takes icons from Material.")
        yield _without_effect(config, ("theme", "name"), instead)
    features: Any = config.get("theme", "features")
    if unknown := [one for one in features or () if one not in _FEATURES_THAT_HOLD]:
        yield Problem(
            config.location("theme", "features"),
            _("of these nothing changes on this site: {names}").format(
                names=", ".join(map(str, unknown))
            ),
            _("Take them away. How the site's menu, search and contents work is the same for all."),
            Severity.WARNING,
        )


def _said_twice(config: MkDocsFile, settings: Settings) -> Iterator[Problem]:
    ours = settings.organisation
    for keys, name, value in (
        (("site_name",), "site_name", ours.site_name),
        (("site_url",), "url", ours.url),
        (("site_description",), "description", ours.description),
        (("theme", "language"), "language", ours.language),
    ):
        written = config.text(*keys)
        if written and written.rstrip("/") != value.rstrip("/") and written != _NO_NAME:
            yield Problem(
                config.location(*keys),
                _("is not what counts: {file} says “{value}” ({field})").format(
                    file=f"{CONFIG}/organisation.yml", value=value, field=name
                ),
                _("Write the same in {file}, or take it away there.").format(file=MKDOCS_FILE),
                Severity.WARNING,
            )
