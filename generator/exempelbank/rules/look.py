"""The look of the site -> the top of every style sheet of ours, and the mark."""

from __future__ import annotations

from exempelbank.palette import Palette, default_palette, sheet_with
from exempelbank.settings.look import Look

_SQUARE = ("radius", "radius-s", "radius-tag", "leaf")


def tokens_sheet(look: Look) -> str:
    """What all style sheets agree on: tokens.css, in the organisation's colours and shapes."""
    shapes = {}
    if not look.has_leaves:
        shapes["leaf"] = "var(--eb-radius-s)"
    if look.corners == "square":
        shapes |= dict.fromkeys(_SQUARE, "0")
    own = "".join(f" --eb-{name}: {value};" for name, value in shapes.items())
    return sheet_with(look.palette) + (f":root {{{own} }}\n" if own else "")


_LEAF = "M0-2.2C6-6.6 6-12 0-16.6C-6-12-6-6.6 0-2.2Z"
_LEAVES = ("pine", "honey", "falu", "heather", "sky")


def mark_leaves(palette: Palette, plain: bool = False) -> str:
    """Five leaves round a middle, as what stands in an SVG of 36 by 36 round its own middle.
    `plain`: all in the colour of accents, for a deep ground.
    """
    fills = [palette.light["honey" if plain else f"mark-{name}"] for name in _LEAVES]
    return "".join(
        f'<path d="{_LEAF}" fill="{fill}" transform="rotate({number * 72})"/>'
        for number, fill in enumerate(fills)
    )


def mark_svg(look: Look) -> str:
    """For a browser's tab. An organisation that wants no leaves has a patch of its colour."""
    corner = 0 if look.corners == "square" else 8
    patch = f'<rect x="-18" y="-18" width="36" height="36" rx="{corner}" fill="{{}}"/>'
    drawn = (
        mark_leaves(look.palette) if look.has_leaves else patch.format(look.palette.light["brand"])
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-18 -18 36 36">{drawn}</svg>\n'


def has_our_mark(look: Look) -> bool:
    """The leaves in the colours that they have by default."""
    return look.has_leaves and look.palette == default_palette()
