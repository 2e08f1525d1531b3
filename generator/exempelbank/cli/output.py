"""What a command has made -> the file that was asked for, or the screen; and what comes next."""

from __future__ import annotations

import sys
from pathlib import Path

from exempelbank.cli import print_lines
from exempelbank.files.paths import PUBLISH_WORKFLOWS
from exempelbank.i18n import _


def write_output(content: str | bytes, out: Path | None) -> None:
    """Onto the screen when there is no `out`: text with one line break at its end, bytes as they
    are.
    """
    from exempelbank.files.disk import write_files

    if out is not None:
        write_files({out: content})
    elif isinstance(content, str):
        print_lines([content.rstrip("\n")])
    else:
        sys.stdout.buffer.write(content)


def when_the_site_changes(root: Path) -> str:
    """A command changes files of the project; readers meet it after the next build."""
    if any((root / path).exists() for path in PUBLISH_WORKFLOWS):
        return _(
            "The site changes when this has been saved in git and become part of main: it is then "
            "built and put out by itself, and every night."
        )
    return _(
        "The site changes when it has been built, by exempelbank build, and put out as you do it "
        "(docs/publicera.md)."
    )
