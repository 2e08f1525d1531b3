"""What a command has made -> the file that was asked for, or the screen."""

from __future__ import annotations

import sys
from pathlib import Path

from exempelbank.cli import print_lines


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
