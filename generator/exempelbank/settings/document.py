"""A file in site_config/, for the lines of what is wrong in it."""

from pathlib import Path

from exempelbank.documents import Document, read_document
from exempelbank.files.paths import CONFIG
from exempelbank.problems import Problems


def settings_document(root: Path, name: str) -> Document:
    """One that can't be read, or isn't there, has none."""
    path = root / CONFIG / f"{name}.yml"
    read = read_document(path, root, Problems()) if path.exists() else None
    return read or Document(f"{CONFIG}/{name}.yml", "")
