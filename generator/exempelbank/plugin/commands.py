"""Our own commands on MkDocs: as its own, with our words alone on the screen."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from exempelbank.building.build import Build
from exempelbank.building.site_folder import why_unusable
from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.i18n import _
from exempelbank.plugin.faults import config_faults
from exempelbank.plugin.own_theme import fault_in_own_code
from exempelbank.plugin.plugin import ExempelbankPlugin
from exempelbank.plugin.printing import PageRequest
from exempelbank.problems import Problem, Problems
from exempelbank.rules.mkdocs_keys import check_keys


def build_with_mkdocs(build: Build, folder: Path | None, strict: bool) -> bool:
    """Finish a build that has begun. False when something must be put right; it has been said.
    `folder`: None for where mkdocs.yml says. `strict`: warnings of MkDocs end the build.
    """
    _speak_plainly(logging.WARNING)
    if folder and (says := why_unusable(folder, build.root)):
        print(says, file=sys.stderr)
        return False
    try:
        config = _load_config(
            build, site_dir=str(folder.absolute()) if folder else None, strict=strict or None
        )
        _our_plugin(config).begun_build = build
        config.plugins.on_startup(command="build", dirty=False)
        with build.progress.step(_("Printing the layouts of the pages with MkDocs")):
            run_mkdocs(config)
    except MkDocsException as why:
        print(why.format_message(), file=sys.stderr)
        return False
    return True


def page_by_mkdocs(build: Build, page: PageRequest) -> bytes:
    """One page of a build that has begun. Raises MkDocsException, with all that MkDocs has said."""
    messages = io.StringIO()
    _speak_plainly(logging.ERROR, messages)
    try:
        config = _load_config(build)
        ours = _our_plugin(config)
        ours.begun_build, ours.request = build, page
        try:
            config.plugins.on_startup(command="serve", dirty=False)
            run_mkdocs(config)
        finally:
            ours.request = None  # MkDocs keeps the plugin for the next build of this process
            ours.close()
    except MkDocsException as why:
        raise MkDocsException(f"{messages.getvalue()}{why}") from None
    return page.html


def _load_config(build: Build, **given: Any) -> MkDocsConfig:
    """Which runs the hooks."""
    path = str(build.root / MKDOCS_FILE)
    warnings = _warnings_unless_faulty(build)
    try:
        _read_hooks_anew(build)
        with _errors_alone("mkdocs.config"):  # of the rest we have told
            return load_config(path, config_file_path=path, **given)
    except Abort:
        if not warnings:  # MkDocs has said why, above
            says = _("{file} can't be used as it is. Nothing has been written.")
            raise Abort(says.format(file=MKDOCS_FILE)) from None
        ends = _("A strict build accepts no warnings of {file}. Nothing has been written.")
        raise Abort("\n".join([*map(str, warnings), ends.format(file=MKDOCS_FILE)])) from None
    except Exception as why:  # a hook may raise anything
        if fault := fault_in_own_code(why, build.mkdocs_file):
            raise Abort(str(fault)) from None
        raise


def _warnings_unless_faulty(build: Build) -> list[Problem]:
    """Of mkdocs.yml. What MkDocs would stop at is told in our words, and stops here."""
    config = build.mkdocs_file
    found = Problems([*config_faults(config)])
    if build.settings is None:  # whoever begins the build says why
        return []
    if config.document.data or not (config.values or found.errors):  # it could be read
        found.found += check_keys(config)
    if errors := dict.fromkeys(map(str, (*build.refused_knobs, *found.errors))):
        raise Abort("\n".join(errors))
    build.problems.found += [one for one in found if one not in build.problems.found]
    return found.warnings


@contextmanager
def _errors_alone(name: str) -> Iterator[None]:
    logger = logging.getLogger(name)
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(logging.NOTSET)


def _read_hooks_anew(build: Build) -> None:
    """MkDocs reads them once in a process. They go by the names that stand in mkdocs.yml."""
    for name in build.mkdocs_file.files("hooks"):
        file = build.root / name
        if name in sys.modules and file.is_file():
            exec(compile(file.read_bytes(), file, "exec"), sys.modules[name].__dict__)


def _our_plugin(config: MkDocsConfig) -> ExempelbankPlugin:
    if "exempelbank" not in config.plugins:
        raise Abort(_("mkdocs.yml leaves out the plugin exempelbank."))
    return cast(ExempelbankPlugin, config.plugins["exempelbank"])


def _speak_plainly(level: int, where: TextIO | None = None) -> None:
    handler = logging.StreamHandler(where)
    handler.setFormatter(_Plain())
    mkdocs = logging.getLogger("mkdocs")
    mkdocs.handlers = [handler]
    mkdocs.setLevel(level)
    mkdocs.propagate = False


class _Plain(logging.Formatter):
    """The words alone. Those of MkDocs are its own, and it says so."""

    def format(self, record: logging.LogRecord) -> str:
        says = record.getMessage()
        if record.name == "mkdocs.plugins.exempelbank":
            return says
        return _("MkDocs says: “{says}”").format(says=says)
