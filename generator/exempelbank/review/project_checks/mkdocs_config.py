"""mkdocs.yml: whether it is there, and builds our pages."""

from __future__ import annotations

from pathlib import Path

from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MKDOCS_FILE
from exempelbank.problems import Location, Problems
from exempelbank.rules.mkdocs_keys import check_keys
from exempelbank.rules.mkdocs_knobs import check_knobs
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import mkdocs_document, read_mkdocs_file


def check_mkdocs_config(root: Path, problems: Problems, settings: Settings | None = None) -> None:
    if (root / MKDOCS_FILE).exists():
        try:
            mkdocs_document(root)
        except UnreadableFile as why:
            problems.error(Location(MKDOCS_FILE, why.line), why.says, why.fix)
            return
    config = read_mkdocs_file(root)
    problems.found += check_keys(config)
    problems.found += check_knobs(config, settings)
