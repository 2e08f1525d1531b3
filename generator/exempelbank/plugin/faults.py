"""mkdocs.yml -> what MkDocs would not take of it, or not know, without running code of the project.

What has a rule of ours, such as plugins that are not installed, is told there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import N_, _, pgettext
from exempelbank.problems import Location, Problem, Severity
from exempelbank.rules.markdown_extensions import is_installed_extension
from exempelbank.settings.mkdocs_file import MkDocsFile, mkdocs_document
from exempelbank.text.normalization import nearest

# Keys that decide what code runs, or that our own rules look at.
_OURS = ("hooks", "plugins", "markdown_extensions", "theme", "docs_dir", "site_dir", "INHERIT")
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
    try:
        mkdocs_document(config.root)
    except UnreadableFile as why:
        yield Problem(Location(MKDOCS_FILE, why.line), why.says, why.fix)


def _without_none(value: Any) -> Any:
    """So stands what comes from the environment, or names a function."""
    match value:
        case dict():
            return {key: _without_none(one) for key, one in value.items() if one is not None}
        case list():
            return [_without_none(one) for one in value if one is not None]
    return value


def _with_options(config: MkDocsFile) -> Iterator[Any]:
    """The extensions of installed packages that are told something."""
    entries = _without_none(config.get("markdown_extensions"))
    pairs = [{key: value} for key, value in entries.items()] if isinstance(entries, dict) else ()
    for one in entries if isinstance(entries, list) else pairs:
        if isinstance(one, dict) and all(map(is_installed_extension, map(str, one))):
            yield one


def _refused(config: MkDocsFile, key: str, why: str) -> Problem:
    if found := _EXPECTED.match(why):
        wanted = pgettext("mkdocs.yml", _TYPES[found[1]]) if found[1] in _TYPES else found[1]
        return Problem(config.location(key), _("must be {what}").format(what=wanted))
    last = why.strip().rpartition("\n")[2]
    says = _("MkDocs does not take what stands here: “{why}”").format(why=last)
    return Problem(config.location(key), says)


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
