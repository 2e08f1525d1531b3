"""The organisation's own picture, or the mark -> those that browsers and telephones ask for.

They lie at the root of the site, where many look without being told. A file of the project's own
by one of these names takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from exempelbank.cache import Cache, Key, hash_parts
from exempelbank.rules.look import has_our_mark
from exempelbank.rules.own_files import own_icon
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.rendering.assets import ASSETS

if TYPE_CHECKING:  # slow to import
    from PIL import Image

ICONS = ASSETS.parent / "icons"  # of the mark, by tools/make_icons.py
FAVICON, TOUCH_ICON = "favicon.ico", "apple-touch-icon.png"
SITE_ICONS = (FAVICON, TOUCH_ICON)
_FAVICON_SIDES, _TOUCH_SIDE = (16, 32, 48), 180
_MARGIN = 18  # around what does not fill its square
_SMALLEST = 64  # points, from which a telephone's is made


def site_icons(config: MkDocsFile, settings: Settings, cache: Cache) -> Mapping[str, bytes]:
    """By address. A drawing (SVG) of the organisation's own becomes none, and neither does the mark
    in its colours: browsers read a drawing as it is, and another's mark on a telephone would be
    worse than nothing.
    """
    named = own_icon(config, settings)
    own = config.find(named) if named else None
    raw = own.read_bytes() if own else b""
    key = hash_parts(raw)
    cache.evict_except(_FUNCTION, [key] if own else [])
    if own:
        made = _cached(raw, key, cache)
    else:
        made = {name: _of_the_mark(name) for name in SITE_ICONS if has_our_mark(settings.look)}
    return {name: icon for name, icon in made.items() if not config.find(name)}


@cache
def _of_the_mark(name: str) -> bytes:
    return (ICONS / name).read_bytes()


_FUNCTION = "site_icons"


def _cached(raw: bytes, key: Key, cache: Cache) -> Mapping[str, bytes]:
    made: Mapping[str, bytes] | None = cache.get(_FUNCTION, key)
    if made is None:
        made = icons_from(raw)
        cache.keep(_FUNCTION, {key: made})
    return made


def icons_from(raw: bytes) -> Mapping[str, bytes]:
    """Of a picture made of points; none of any other."""
    from PIL import Image, ImageOps

    try:
        picture = Image.open(BytesIO(raw)).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return {}
    largest = _FAVICON_SIDES[-1]
    small = ImageOps.pad(picture, (largest, largest), color=(0, 0, 0, 0))
    favicon = BytesIO()
    small.save(favicon, "ICO", sizes=[(side, side) for side in _FAVICON_SIDES])
    icons = {FAVICON: favicon.getvalue()}
    if max(picture.size) >= _SMALLEST:
        icons[TOUCH_ICON] = _touch_icon(picture)
    return icons


def _touch_icon(picture: Image.Image) -> bytes:
    """On white: what can be seen through would be black there."""
    from PIL import Image, ImageOps

    width, height = picture.size
    fills = width == height and picture.getchannel("A").getextrema()[0] == 255
    side = _TOUCH_SIDE - (0 if fills else 2 * _MARGIN)
    fitted = ImageOps.contain(picture, (side, side))
    square = Image.new("RGBA", (_TOUCH_SIDE, _TOUCH_SIDE), "white")
    place = ((_TOUCH_SIDE - fitted.width) // 2, (_TOUCH_SIDE - fitted.height) // 2)
    square.alpha_composite(fitted, place)
    stream = BytesIO()
    square.convert("RGB").quantize(64).save(stream, "PNG", optimize=True)
    return stream.getvalue()
