"""A fault of ours: what a traceback may hold of a sender's words stays on this computer."""

from __future__ import annotations

import traceback
from contextlib import suppress
from pathlib import Path

from exempelbank.files.paths import OWN
from exempelbank.i18n import _
from exempelbank.transactions.own import own_folder


def record_internal_error(why: Exception, folder: Path) -> str:
    """The traceback into a file, as it may hold a sender's words -> what to tell the person."""
    file = folder / OWN / "fault.txt"
    with suppress(OSError):  # the disk may be full
        own_folder(folder)
        file.write_text("".join(traceback.format_exception(why)), "utf-8")
    return "\n    ".join(
        (
            _("The program failed in a way that is not your fault, and may have stopped half-way."),
            _("Run exempelbank check, and tell whoever looks after the program: {file}").format(
                file=file
            ),
        )
    )
