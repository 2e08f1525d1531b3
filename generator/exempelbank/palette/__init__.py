"""The few colours that an organisation gives -> all colours of the site, light and dark.

tokens.css is the one home of the colours that are there without: whatever can't read a style
sheet, such as a letter or a picture, takes its colours from the same palette.

palette         all colours, by the names they have in tokens.css
contrast        what must stand out from what, and how much
derivation      which colours follow which that was given
refusal         what was given and can't be read, with the nearest that can
written_colour  what was meant by a colour that is written otherwise
"""

from exempelbank.palette.contrast import PAIRS, Pair, contrast
from exempelbank.palette.derivation import Given, palette_from
from exempelbank.palette.palette import (
    COLOUR_FAMILIES,
    TOKENS,
    Palette,
    default_palette,
    forget_default_palette,
    sheet_with,
)
from exempelbank.palette.refusal import Refusal, refusals
from exempelbank.palette.written_colour import colour_meant

__all__ = [
    "COLOUR_FAMILIES",
    "PAIRS",
    "TOKENS",
    "Given",
    "Pair",
    "Palette",
    "Refusal",
    "colour_meant",
    "contrast",
    "default_palette",
    "forget_default_palette",
    "palette_from",
    "refusals",
    "sheet_with",
]
