"""The wheel that this program was installed from, where it can still be had."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname


def own_wheel() -> Path | None:
    """By the record that installers leave (PEP 610), if the file is still as it was."""
    try:
        record = json.loads(distribution("exempelbank").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    address = urlsplit(record.get("url", ""))
    hashes = record.get("archive_info", {}).get("hashes", {})
    path = Path(url2pathname(address.path))
    if address.scheme != "file" or path.suffix != ".whl" or not path.is_file():
        return None
    return path if sha256(path.read_bytes()).hexdigest() == hashes.get("sha256") else None
