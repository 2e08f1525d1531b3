"""exempelbank texts: what the program says, ready to be worded anew."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from exempelbank.cli import print_lines
from exempelbank.i18n import _


def add_commands(commands: Any) -> None:
    texts = commands.add_parser(
        "texts",
        help=_("show what the pages, letters and commands say, to word it in your own way"),
        description=_(
            "Shows the texts that hold a word, and how they are worded now. Copy a line into "
            "site_config/texts.yml, below texts:, and change what stands after the colon. What "
            "stands within braces is put in when the text is shown, and must be there still."
        ),
    )
    texts.add_argument(
        "word", nargs="?", default="", metavar=_("WORD"), help=_("a word, or more, of the text")
    )
    texts.set_defaults(run=_texts)


def _texts(chosen: argparse.Namespace, root: Path) -> int:
    from exempelbank.cli.project_settings import settings_or_exit
    from exempelbank.problems import Problems
    from exempelbank.settings.texts_listing import listed_texts

    problems = Problems()
    settings = settings_or_exit(root, problems)
    print_lines([str(problem) for problem in problems], to=sys.stderr)
    lines = [*listed_texts(settings.speech, chosen.word)]
    print_lines(lines or [_("No text holds “{word}”.").format(word=chosen.word)])
    return 0 if lines else 1
