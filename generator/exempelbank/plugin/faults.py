"""mkdocs.yml -> what MkDocs would not take of it, or not know, without running code of the project.

What has a rule of ours, such as plugins that are not installed, is told there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import N_, _, pgettext
from exempelbank.problems import Location, Problem, Severity
from exempelbank.rules.markdown_extensions import is_installed_extension
from exempelbank.settings.mkdocs_file import MkDocsFile, mkdocs_document
from exempelbank.text.choices import choices_text
from exempelbank.text.normalization import nearest

# Keys that decide what code runs, or that our own rules look at.
_OURS = ("hooks", "plugins", "markdown_extensions", "theme", "docs_dir", "site_dir", "INHERIT")
_SHAPES: Mapping[str, tuple[type, ...]] = {  # the first one is asked for
    "plugins": (list, dict),
    "markdown_extensions": (list, dict),
    "hooks": (list,),
    "theme": (str, dict),
    "docs_dir": (str,),
    "site_dir": (str,),
}
_TYPES = {
    "bool": N_("mkdocs.yml", "true or false"),
    "str": N_("mkdocs.yml", "a text"),
    "int": N_("mkdocs.yml", "a number"),
    "list": N_("mkdocs.yml", "a list, with a line that begins with - for each"),
    "dict": N_("mkdocs.yml", "lines of “name: value”, further in"),
}
_EXPECTED = re.compile(r"Expected type: <class '(\w+)'>")
_UNKNOWN = "Unrecognised configuration name"


def config_faults(config: MkDocsFile) -> Iterator[Problem]:
    """By key: an error is what MkDocs would stop at."""
    if not config.values:
        yield from _unreadable(config)
        return
    yield from _check_shapes(config)
    yield from _check_options(config)
    values = {
        "site_name": MKDOCS_FILE,
        **{key: value for key, value in _without_none(config.values).items() if key not in _OURS},
        "docs_dir": PAGES,
        "theme": "material",
        "plugins": [],
        "markdown_extensions": [*_with_options(config)],
    }
    while True:  # MkDocs stops at the first one
        read = MkDocsConfig(config_file_path=str((config.root / MKDOCS_FILE).absolute()))
        read.load_dict(deepcopy(values))
        failed, warnings = read.validate()
        yield from (_refused(config, key, str(why)) for key, why in failed)
        if not any(values.pop(key, None) for key, _why in failed):
            break
    for key, says in warnings:
        yield _unknown(config, key) if says.startswith(_UNKNOWN) else _warned(config, key, says)


def _unreadable(config: MkDocsFile) -> Iterator[Problem]:
    if not (config.root / MKDOCS_FILE).exists():
        return  # we have a rule of ours for that
    try:
        data = mkdocs_document(config.root).data
    except UnreadableFile as why:
        yield Problem(Location(MKDOCS_FILE, why.line), why.says, why.fix)
        return
    if data and "INHERIT" not in data:  # its tags are written in a way that MkDocs does not know
        yield Problem(Location(MKDOCS_FILE), _("can't be read as YAML"))


def _without_none(value: Any) -> Any:
    """So stands what comes from the environment, or names a function."""
    match value:
        case dict():
            return {key: _without_none(one) for key, one in value.items() if one is not None}
        case list():
            return [_without_none(one) for one in value if one is not None]
    return value


def _check_shapes(config: MkDocsFile) -> Iterator[Problem]:
    for key, types in _SHAPES.items():
        value = config.get(key)
        if value is not None and not isinstance(value, types):
            yield _must_be(config, key, types[0].__name__)


def _check_options(config: MkDocsFile) -> Iterator[Problem]:
    """Of extensions: MkDocs would name the option alone, below the lines of a program."""
    for name, options, keys in _told_extensions(config):
        for option in options:
            if (known := _options_of(name)) and option not in known:
                says = _("the extension {extension} has no option called “{option}”")
                place = config.location(*keys, str(option))
                yield Problem(
                    Location(place.path, place.line, f"markdown_extensions: {name}"),
                    says.format(extension=name, option=option),
                    choices_text(str(option), known),
                )


def _with_options(config: MkDocsFile) -> Iterator[Any]:
    """As MkDocs reads them, without what has been told of."""
    for name, options, _keys in _told_extensions(config):
        known = _options_of(name)
        yield {name: {key: one for key, one in options.items() if not known or key in known}}


def _told_extensions(
    config: MkDocsFile,
) -> Iterator[tuple[str, Mapping[str, Any], tuple[str | int, ...]]]:
    """(name, options, where they stand) of those that packages hold."""
    key, entries = "markdown_extensions", config.get("markdown_extensions")
    groups = enumerate(entries) if isinstance(entries, list) else [(None, entries)]
    for number, group in groups:
        for name, options in group.items() if isinstance(group, dict) else ():
            if isinstance(options, dict) and is_installed_extension(str(name)):
                keys = (key, name) if number is None else (key, number, name)
                yield str(name), options, keys


@cache
def _options_of(name: str) -> Collection[str]:
    """Empty when it hands them on to others, or can't be asked."""
    try:
        return tuple(Markdown().build_extension(name, {}).config)
    except (ImportError, AttributeError, TypeError):
        return ()


def _refused(config: MkDocsFile, key: str, why: str) -> Problem:
    if found := _EXPECTED.match(why):
        return _must_be(config, key, found[1])
    last = why.strip().rpartition("\n")[2]
    says = _("MkDocs does not take what stands here: “{why}”").format(why=last)
    return Problem(config.location(key), says)


def _must_be(config: MkDocsFile, key: str, wanted: str) -> Problem:
    what = pgettext("mkdocs.yml", _TYPES[wanted]) if wanted in _TYPES else wanted
    return Problem(config.location(key), _("must be {what}").format(what=what))


def _unknown(config: MkDocsFile, key: str) -> Problem:
    meant = nearest(key, [*MkDocsConfig(), "INHERIT"])
    return Problem(
        config.location(key),
        _("MkDocs has no setting called “{name}”").format(name=key),
        _("Did you mean “{word}”?").format(word=meant)
        if meant
        else _("Take the line away. What templates are to know stands below extra:."),
        Severity.WARNING,
    )


def _warned(config: MkDocsFile, key: str, says: str) -> Problem:
    says = _("MkDocs says: “{says}”").format(says=says)
    return Problem(config.location(key), says, severity=Severity.WARNING)
