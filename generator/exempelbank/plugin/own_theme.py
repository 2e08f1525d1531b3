"""What is said when a template in theme.custom_dir or a hook fails."""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateSyntaxError

from exempelbank.i18n import _
from exempelbank.problems import Location, Problem
from exempelbank.settings.mkdocs_file import MkDocsFile


def fault_in_own_code(error: Exception, config: MkDocsFile) -> Problem | None:
    """Where a template in custom_dir or a hook failed; None when it was code of ours."""
    if isinstance(error, TemplateSyntaxError | SyntaxError):
        places = [(error.filename or "", error.lineno or 1)]
    else:
        places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    root = config.root.resolve()
    for name, line in reversed(places):
        path = Path(name)
        if any(path.is_relative_to((root / own).resolve()) for own in config.code):
            place = path.relative_to(root).as_posix() if path.is_relative_to(root) else name
            says = _("could not be run: {why}").format(why=str(error) or type(error).__name__)
            return Problem(Location(place, line), says)
    return None


def changed_page_message(config: MkDocsFile) -> str:
    return str(
        Problem(
            Location(config.text("theme", "custom_dir")),
            _("a template changes the title, text, address or description of a page"),
            _("One print serves many pages: show them as they are, without filters."),
        )
    )
