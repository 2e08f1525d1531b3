"""The theme's styles, scripts, font and mark -> files whose names change when they do.

Every file in theme/assets may be kept by a browser for ever: its name carries a hash of its content.
The style sheets are joined into one, in the order of `STYLES`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "theme" / "assets"
STYLE = "exempelbank.css"


def asset_address(name: str) -> str:
    """Where the file is published: "mark.svg" -> "assets/mark.1f0c9a2b.svg"."""
    return _published()[name][0]


def asset_files() -> Mapping[str, bytes]:
    """All of them, by address."""
    return dict(_published().values())


@cache
def _published() -> Mapping[str, tuple[str, bytes]]:
    published = {
        path.name: _named(path.name, path.read_bytes())
        for path in sorted(ASSETS.iterdir())
        if path.is_file()
    }
    style = _joined_styles()
    for name, (address, _content) in published.items():
        style = style.replace(f'url("{name}")', f'url("{Path(address).name}")')
    return {**published, STYLE: _named(STYLE, style.encode())}


def _named(name: str, content: bytes) -> tuple[str, bytes]:
    stem, _dot, suffix = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}", content


# ---- Styles ----


def _joined_styles() -> str:
    """Tokens and ground first; the components in order of name; what narrows them and prints them last."""
    folder = ASSETS / "styles"
    first, last = ["tokens", "ground"], ["preferences", "print"]
    between = sorted({path.stem for path in folder.glob("*.css")} - {*first, *last})
    styles = [(folder / f"{name}.css").read_text("utf-8") for name in (*first, *between, *last)]
    joined = "".join(_COMMENT.sub("", style).strip() + "\n" for style in styles)
    return _BLANK.sub("\n", _for_older_browsers(joined))


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")
_BOTH_SCHEMES = re.compile(
    r"(--[\w-]+): light-dark\(((?:[^()]|\([^()]*\))*?), (?:[^()]|\([^()]*\))*?\);"
)


def _for_older_browsers(style: str) -> str:
    """Browsers from before 2024 don't know light-dark(): they get the light colours."""
    light = " ".join(f"{name}: {colour};" for name, colour in _BOTH_SCHEMES.findall(style))
    return f"{style}@supports not (color: light-dark(#000, #fff)) {{\n:root {{ {light} }}\n}}\n"
