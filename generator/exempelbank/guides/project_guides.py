"""What the guides say in a project: they name its own numbers, and lead only to one another."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

_HERE = Path(__file__).parent
_IN_REPOSITORY = _HERE.parents[2] / "docs"
_BEGINS = "*Hör till Exempelbank "
_FIRST_LINE = (
    _BEGINS
    + "{version}. `exempelbank guides --out docs` skriver om den, så ändra inte här.*\n\n{text}"
)
_CODE_OR_LINK = re.compile(r"(?s:```.*?```)|`[^`\n]*`|\[([^\]\n]+)\]\(([\w./-]+\.md)(?:#[^)]*)?\)")
_FOR_DEVELOPERS = re.compile(r"\n## For developers\n.*", re.DOTALL)
_NUMBER = re.compile(r"\bFC-(?=[0-9]{4}-)")
_ELSEWHERE = {"docs/examples/gitlab-ci.yml": "gitlab-ci.yml"}  # as `exempelbank new` writes it


def project_guides(id_prefix: str, version: str) -> dict[str, bytes]:
    """By path from docs/. `id_prefix` begins the project's own numbers."""
    names = (_HERE / "names.txt").read_text("utf-8").split()
    folder = _HERE if (_HERE / names[0]).is_file() else _IN_REPOSITORY
    guides = {name: (folder / name).read_bytes() for name in names}
    for name, raw in guides.items():
        if name.endswith(".md"):
            text = adapted(raw.decode(), id_prefix, names)
            guides[name] = _FIRST_LINE.format(version=version, text=text).encode()
    return guides


def adapted(text: str, id_prefix: str, names: Collection[str]) -> str:
    """A link to what is not among `names` becomes its text."""

    def without_dead_link(found: re.Match[str]) -> str:
        return found[0] if found[2] is None or found[2] in names else found[1]

    text = _FOR_DEVELOPERS.sub("", text)
    text = _CODE_OR_LINK.sub(without_dead_link, text)
    for ours, there in _ELSEWHERE.items():
        text = text.replace(ours, there)
    return _NUMBER.sub(f"{id_prefix}-", text)


def is_ours(guide: bytes) -> bool:
    """Whether it was written by us, and may be written anew."""
    return guide.startswith(_BEGINS.encode())
