"""Where the program writes, and whether there is room."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from exempelbank.doctor.diagnosis import Diagnosis, Standing
from exempelbank.files.paths import OWN
from exempelbank.i18n import _
from exempelbank.system_words import system_words

LITTLE, TOO_LITTLE = 2_000, 200  # MB


def diagnoses_of_folders(root: Path, cache: Path) -> Iterator[Diagnosis]:
    """`cache`: where that of the project lies, or will. Leaves nothing behind."""
    refused = [
        Diagnosis(
            folder.as_posix(),
            _("can't be written to ({why})").format(why=system_words(why)),
            fix,
            standing,
        )
        for folder, fix, standing in (
            (root, _("Ask whoever set up the computer for the right to write there."),
             Standing.MEND),
            (root / OWN, _("Take the folder away. The program makes it anew."), Standing.MEND),
            (cache, _("Without it each build takes as long as the first one."),
             Standing.LOOK_OVER),
        )
        if (why := _refusal(folder))
    ]  # fmt: skip
    yield from refused or [Diagnosis(_("Folders"), _("the program may write where it needs to"))]
    yield room(shutil.disk_usage(_that_is_there(root)).free // 1_000_000)


def _refusal(folder: Path) -> OSError | None:
    """Why nothing can be written there; in the nearest one above, when it has not been made."""
    try:
        tempfile.TemporaryFile(dir=_that_is_there(folder)).close()
    except OSError as why:
        return why
    return None


def _that_is_there(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if one.exists())


def room(megabytes: int) -> Diagnosis:
    about = _("Room on the disk")
    if megabytes >= LITTLE:
        return Diagnosis(about, _("{n} GB left").format(n=megabytes // 1_000))
    says = _("{n} MB left").format(n=megabytes)
    fix = _("A build with pictures takes some hundred. Make room before the next one.")
    return Diagnosis(
        about, says, fix, Standing.MEND if megabytes < TOO_LITTLE else Standing.LOOK_OVER
    )
