"""The theme's style sheet, scripts, font and mark -> files whose names change when they do.

A name carries a hash of the content, so that a browser may keep the file for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from exempelbank.palette import TOKENS, forget_default_palette
from exempelbank.rules.look import mark_svg, tokens_sheet
from exempelbank.settings import Look

ASSETS = Path(__file__).parents[2] / "theme" / "assets"

MARK = "mark.svg"
MODULES = ("filter", "form", "search")  # folders of scripts that belong together


def asset_address(name: str, look: Look) -> str:
    """Where the file is published: "mark.svg" -> "assets/mark.1f0c9a2b.svg"."""
    return _published(look)[name][0]


def modules_behind(name: str) -> list[str]:
    """The script, and all that it imports: "search/page.js" -> "search/client.js" and others.

    A browser told of them fetches them at once, instead of one after the other as it comes upon
    them.
    """
    behind = [name]
    for module in behind:
        folder, content = Path(module).parent, (ASSETS / module).read_text("utf-8")
        behind += [
            other
            for file in _IMPORTED_MODULE.findall(content)
            if (other := str(folder / file)) not in behind
        ]
    return behind


def asset_files(look: Look) -> Mapping[str, bytes]:
    """All of them, by address."""
    return dict(_published(look).values())


def forget_assets() -> None:
    """Read them anew when they are next asked for."""
    _published.cache_clear()
    forget_default_palette()


@lru_cache(maxsize=4)
def _published(look: Look) -> Mapping[str, tuple[str, bytes]]:
    published: dict[str, tuple[str, bytes]] = {}
    contents = {path.name: path.read_bytes() for path in ASSETS.glob("*.*")}
    contents[MARK] = mark_svg(look).encode()
    # The style sheet last: it names the font by its published name.
    for name in sorted(contents, key=lambda name: (name.endswith(".css"), name)):
        content = contents[name]
        if name.endswith(".css"):
            content = _joined(content.decode(), look, published).encode()
        stem, _dot, suffix = name.rpartition(".")
        digest = hashlib.sha256(content).hexdigest()[:8]
        published[name] = f"assets/{stem}.{digest}.{suffix}", content
    for folder in MODULES:
        # Modules import one another by name: together they are one version, and keep their names.
        modules = {path.name: path.read_bytes() for path in sorted((ASSETS / folder).glob("*.js"))}
        digest = hashlib.sha256(b"".join(modules.values())).hexdigest()[:8]
        for name, content in modules.items():
            published[f"{folder}/{name}"] = f"assets/{folder}.{digest}/{name}", content
    return published


def scheme_colours(token: str, look: Look, own_sheets: Iterable[str]) -> tuple[str, str]:
    """What this token of colour is in light and in dark, for what can't read a style sheet.
    `own_sheets`: of the organisation, each before those that follow.
    """
    name, content = re.escape(token), _published(look)["exempelbank.css"][1]
    colours = re.compile(rf"{name}: *(?:light-dark\(({_COLOUR}), *({_COLOUR})\)|([^;}}]+))")
    light, dark = "", ""
    for sheet in (content.decode().partition("@supports not")[0], *own_sheets):
        for first, second, both in colours.findall(sheet):
            light, dark = (both, both) if both else (first, second)
    return light.strip(), dark.strip()


_IMPORTED_MODULE = re.compile(r'^import .* from "\./(.+)";$', re.MULTILINE)

# ---- The style sheet ----

_IMPORT = re.compile(r'@import "([^"]+)";')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")
_URL = re.compile(r'url\("([^"]+)"\)')
_COLOUR = r"[^(),]+(?:\([^()]*\))?"
_BOTH_SCHEMES = re.compile(rf"(--[\w-]+): light-dark\(({_COLOUR}), {_COLOUR}\);")


def _joined(sheet: str, look: Look, published: Mapping[str, tuple[str, bytes]]) -> str:
    sheet = _IMPORT.sub(lambda part: _part(ASSETS / part[1], look), sheet)
    sheet += "".join((ASSETS / "styles" / "own" / part).read_text("utf-8") for part in _own(look))
    sheet = _BLANK.sub("\n", _COMMENT.sub("", sheet)).strip()
    sheet = sheet.replace(" { ", "{").replace("; }", "}")  # what is fetched is small
    sheet = _URL.sub(lambda file: f'url("{Path(published[file[1]][0]).name}")', sheet)
    return f"{sheet}\n{_light_alone(sheet)}"


def _own(look: Look) -> Iterator[str]:
    """The parts that few sites need."""
    if not look.has_leaves:
        yield "no-leaves.css"
    if look.logo_on_dark:
        yield "logo-on-dark.css"


def _part(path: Path, look: Look) -> str:
    return tokens_sheet(look) if path == TOKENS else path.read_text("utf-8")


def _light_alone(sheet: str) -> str:
    """Browsers from before 2024 don't know light-dark(): they get the light colours."""
    light = " ".join(f"{name}: {colour};" for name, colour in _BOTH_SCHEMES.findall(sheet))
    if not light:
        return ""
    return f"@supports not (color: light-dark(#000, #fff)) {{\n:root {{ {light} }}\n}}\n"
