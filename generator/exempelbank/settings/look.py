"""site_config/look.yml: colours, logo and pattern."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator

from exempelbank import i18n
from exempelbank.documents import Document
from exempelbank.i18n import N_, _
from exempelbank.model.record import FrozenModel
from exempelbank.model.written_as import WrittenAs
from exempelbank.palette import Given, Palette, Refusal, colour_meant, palette_from, refusals
from exempelbank.problems import Problem

Colour = Annotated[
    str,
    WrittenAs(
        r"#[0-9a-fA-F]{6}",
        N_("written as", 'must be a colour such as "#1d4f91", within quotation marks'),
        colour_meant,
    ),
    AfterValidator(str.lower),
]

LEAVES, NO_PATTERN = "leaves", "none"


class OwnColours(FrozenModel):
    """Empty: as it is by default."""

    brand: Colour = ""
    accent: Colour = ""
    paper: Colour = ""
    examples: Colour = ""
    news: Colour = ""
    events: Colour = ""
    networks: Colour = ""
    focus_areas: Colour = ""


class Look(FrozenModel):
    """site_config/look.yml. Files are named as they are seen from content/pages."""

    colours: OwnColours = OwnColours.model_construct()
    dark_colours: OwnColours = OwnColours.model_construct()  # left out, they follow the light ones
    logo: str = ""
    logo_on_dark: str = ""  # in the footer, and for those who read light on dark
    icon: str = ""  # of the browser's tab; the logo when empty
    pattern: str = LEAVES  # or none, or a picture of one's own
    corners: Literal["round", "square"] = "round"

    @property
    def given_colours(self) -> Given:
        return {
            "light": {name: colour for name, colour in self.colours if colour},
            "dark": {name: colour for name, colour in self.dark_colours if colour},
        }

    @property
    def palette(self) -> Palette:
        return _palette_of(self)

    @property
    def pictures(self) -> Mapping[str, str]:
        """The files that are named, by key."""
        named = {
            "logo": self.logo,
            "logo_on_dark": self.logo_on_dark,
            "icon": self.icon,
            "pattern": self.own_pattern,
        }
        return {key: name for key, name in named.items() if name}

    @property
    def has_leaves(self) -> bool:
        return self.pattern == LEAVES

    @property
    def example_icon(self) -> str:
        return "sprout" if self.has_leaves else "lightbulb-on-outline"

    @property
    def own_pattern(self) -> str:
        """The picture, if there is one."""
        return "" if self.pattern in (LEAVES, NO_PATTERN) else self.pattern


@lru_cache(maxsize=8)
def _palette_of(look: Look) -> Palette:
    return palette_from(look.given_colours)


def check_colours(look: Look, document: Document) -> Iterator[Problem]:
    """Those in which something could not be read, each with the nearest in which it can."""
    keys = {"light": "colours", "dark": "dark_colours"}
    for refusal in refusals(look.given_colours):
        yield Problem(
            document.location(keys[refusal.scheme], refusal.name), _says(refusal), _fix(refusal)
        )


def _says(refusal: Refusal) -> str:
    says = _("{colour} against {other} gives {measured}:1, and it takes {least}:1 to be seen")
    return says.format(
        colour=refusal.colour,
        other=_("white") if refusal.other == "#ffffff" else refusal.other,
        measured=_ratio(refusal.measured),
        least=_ratio(refusal.least),
    )


def _fix(refusal: Refusal) -> str:
    if not refusal.nearest:
        return _("Choose a colour that is further from it, lighter or darker.")
    return _("The nearest that is enough is {nearest}.").format(nearest=refusal.nearest)


def _ratio(value: float) -> str:
    """Never rounded up to what is asked for."""
    from babel.numbers import format_decimal  # slow to import, and seldom needed

    below = math.floor(value * 10) / 10
    return format_decimal(below, "0.0", locale=i18n.language_in_use())
