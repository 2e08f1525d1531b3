"""Pages -> the pictures that show when someone shares them: a title before the cloth of leaves.

A section and a focus area have one each, and what lies within shows its section's. Examples get
their own when the organisation asks for it: a picture costs as much as five pages.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from exempelbank.cache import Cache, Key, MemoryCache, hash_parts
from exempelbank.model.kinds import SECTIONS
from exempelbank.rules.urls import site_url
from exempelbank.settings import Look, Settings
from exempelbank.site.rendering.assets import ASSETS
from exempelbank.site.site import AnyPage, File

if TYPE_CHECKING:  # slow to import, and only needed when a picture is drawn
    from PIL import Image, ImageFont

WITH_A_CARD = (*SECTIONS.values(), "municipalities", "about")  # fields of settings.Addresses
SIZE = WIDTH, HEIGHT = 1200, 630
TEXT_WIDTH, MARGIN = 640, 72
TILE = 105
FONT = "figtree.woff2"
LEAVES = ("pmsd", "pmdy", "fypd", "ppdy", "ghyh", "ddmd")
_LEAF_COLOURS = {  # by their letters in LEAVES
    "p": "art-pine",
    "m": "art-mint",
    "s": "art-sky",
    "d": "art-dusk",
    "f": "art-falu",
    "y": "art-honey",
    "h": "art-heather",
    "g": "art-green",
}
BAR = 18  # along the lower edge, where there are no leaves
SHADES = 16  # of each ink upon the ground


class Inks(NamedTuple):
    """A picture of few colours is a third as large, and drawn in a third of the time."""

    ground: str
    title: str
    soft: str
    accent: str
    leaves: tuple[str, ...]  # in the order of _LEAF_COLOURS; none where there is no cloth of them

    @classmethod
    def of(cls, look: Look) -> Inks:
        colours = look.palette.light
        leaves = _LEAF_COLOURS.values() if look.has_leaves else ()
        return cls(
            colours["deep"],
            colours["on-deep"],
            colours["on-deep-soft"],
            colours["honey"],
            tuple(colours[name] for name in leaves),
        )

    @property
    def upon_ground(self) -> tuple[str, ...]:
        return self.title, self.soft, *(self.leaves or (self.accent,))


class ShownCard(NamedTuple):
    address: str
    text: str  # what can be read in it


@dataclass(frozen=True)
class SocialCards:
    files: Mapping[str, File]  # by address
    shown: Mapping[str, ShownCard]  # by the page's address
    root: str

    def head(self, address: str) -> str:
        """The picture of the page, or of the nearest page above it."""
        while address not in self.shown:
            if not address:
                return ""
            address = address.rstrip("/").rpartition("/")[0]
            address = f"{address}/" if address else ""
        card = self.shown[address]
        said = {
            "": f"{self.root}{card.address}",
            ":width": WIDTH,
            ":height": HEIGHT,
            ":alt": card.text,
        }
        line = Markup('<meta property="og:image{}" content="{}">')
        return Markup().join(line.format(*one) for one in said.items())


def plan_social_cards(
    pages: Iterable[AnyPage], settings: Settings, cache: Cache | None = None
) -> SocialCards:
    """Each is drawn once for as long as it says the same."""
    cache = cache or MemoryCache()
    wanted = settings.organisation.picture_cards
    by = f"{settings.organisation.site_name} · {settings.organisation.name}"
    inks = Inks.of(settings.look)
    files: dict[str, File] = {}
    shown: dict[str, ShownCard] = {}
    keys = []
    for page in _with_their_own(pages, settings) if wanted != "none" else ():
        words = page.title, by if page.address else settings.organisation.name
        name = page.address.strip("/").replace("/", "-") or "start"
        key = hash_parts(*map(str.encode, words), repr(inks).encode(), _drawn_with())
        keys.append(key)
        card = ShownCard(f"assets/{name}.{key.hex()[:8]}.png", " – ".join(words))
        shown[page.address] = card
        files[card.address] = partial(_cached_card, cache, key, inks, *words)
    cache.evict_except(_FUNCTION, keys)
    return SocialCards(files, shown, site_url(settings))


def _with_their_own(pages: Iterable[AnyPage], settings: Settings) -> Iterator[AnyPage]:
    sections = {getattr(settings.addresses, name) for name in WITH_A_CARD}
    within = {settings.addresses.focus_areas}
    if settings.organisation.picture_cards == "examples":
        within.add(settings.addresses.examples)
    for page in pages:
        first, _slash, rest = page.address.rstrip("/").partition("/")
        if not rest:
            if not first or first in sections:
                yield page
        elif first in within and "/" not in rest and page.indexed:
            yield page


_FUNCTION = "social_card"


def _cached_card(cache: Cache, key: Key, inks: Inks, title: str, by: str) -> bytes:
    cached: bytes | None = cache.get(_FUNCTION, key)
    if cached is None:
        cached = _card(inks, title, by)
        cache.keep(_FUNCTION, {key: cached})
    return cached


@functools.cache
def _drawn_with() -> bytes:
    from PIL import __version__

    return hash_parts(
        __version__.encode(), Path(__file__).read_bytes(), (ASSETS / FONT).read_bytes()
    )


def _card(inks: Inks, title: str, by: str) -> bytes:
    picture = _ground(inks).copy()
    for size in (76, 64, 54, 46):
        font = _font(size, 750)
        lines = _lines(title, font)
        if len(lines) * size * 1.15 <= HEIGHT - 3 * MARGIN:
            break
    title_ink, soft_ink = 0, 1
    _write(picture, (MARGIN, MARGIN), "\n".join(lines), font, title_ink, spacing=size * 0.12)
    _write(picture, (MARGIN, HEIGHT - MARGIN), by, _font(30, 500), soft_ink, anchor="ls")
    picture.putpalette(_palette(inks))
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=6, compress_type=0)
    return stream.getvalue()


def _write(
    picture: Image.Image,
    place: tuple[int, int],
    text: str,
    font: ImageFont.FreeTypeFont,
    ink: int,
    **how: Any,
) -> None:
    from PIL import Image, ImageDraw

    covered = Image.new("L", SIZE)
    ImageDraw.Draw(covered).text(place, text, 255, font, **how)
    if box := covered.getbbox():
        _print(picture, covered.crop(box), ink, box[:2])


def _print(picture: Image.Image, covered: Image.Image, ink: int, place: tuple[int, int]) -> None:
    """`covered`: how much of each point the ink covers. `ink`: its number among `upon_ground`."""
    first = 1 + ink * SHADES
    shades = covered.point([first + round(value / 255 * (SHADES - 1)) for value in range(256)])
    picture.paste(shades, place, covered.point([0] + [255] * 255))


@functools.cache
def _palette(inks: Inks) -> list[int]:
    """The ground, and then the shades of each ink."""
    from PIL import ImageColor

    def channels(colour: str) -> tuple[int, ...]:
        return ImageColor.getrgb(colour)

    ground = channels(inks.ground)
    shades = [
        below + (above - below) * shade // SHADES
        for ink in inks.upon_ground
        for shade in range(1, SHADES + 1)
        for below, above in zip(ground, channels(ink), strict=True)
    ]
    return [*ground, *shades]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Broken between words where the next one does not fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font.getlength(longer) <= TEXT_WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@functools.cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    font = ImageFont.truetype(ASSETS / FONT, size)
    font.set_variation_by_axes([weight])
    return font


@functools.cache
def _ground(inks: Inks) -> Image.Image:
    """Of places in the palette."""
    from PIL import Image

    picture = Image.new("L", SIZE)
    first = len(inks.upon_ground) - len(inks.leaves)
    if not inks.leaves:
        _print(picture, Image.new("L", (WIDTH, BAR), 255), first - 1, (0, HEIGHT - BAR))
        return picture
    numbers = {letter: first + number for number, letter in enumerate(_LEAF_COLOURS)}
    leaf = _leaf()
    turned = leaf.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    left = WIDTH - len(LEAVES[0]) * TILE
    for y, row in enumerate(LEAVES):
        for x, letter in enumerate(row):
            place = (left + x * TILE, y * TILE)
            _print(picture, turned if (x + y) % 2 else leaf, numbers[letter], place)
    return picture


def _leaf() -> Image.Image:
    """What two discs share, drawn large and made smaller so that its edge is smooth."""
    from PIL import Image, ImageChops, ImageDraw

    side = 4 * TILE
    discs = []
    for corner in ((-side, 0, side, 2 * side), (0, -side, 2 * side, side)):
        disc = Image.new("L", (side, side), 0)
        ImageDraw.Draw(disc).ellipse(corner, fill=255)
        discs.append(disc)
    return ImageChops.darker(*discs).resize((TILE, TILE), Image.Resampling.LANCZOS)
