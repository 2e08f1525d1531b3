"""The files of site_config/ that nobody reads, since their names are not those of settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings.files import SETTINGS_FILES
from exempelbank.text.normalization import nearest


def unread_settings(root: Path) -> Iterator[Problem]:
    for path in sorted((root / CONFIG).glob("*.yml")):
        if path.stem not in SETTINGS_FILES:
            meant = nearest(path.stem, SETTINGS_FILES)
            yield Problem(
                Location(f"{CONFIG}/{path.name}"),
                _("is never read"),
                _("Did you mean “{word}”?").format(word=f"{meant}.yml")
                if meant
                else _("Look for a slip in its name, or take it away."),
                Severity.WARNING,
            )
