"""A few given colours -> the whole palette.

A colour keeps the lightness it has by default, for on that rests what can be read upon what, and
takes hue and strength after the given colour that it follows. The space is OKLCH, in which equal
lightness looks equal whatever the hue. Where the measure of contrast says otherwise than the eye,
what was not given itself is made a little darker or lighter.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from exempelbank.palette.contrast import PAIRS, Pair
from exempelbank.palette.palette import (
    COLOUR_FAMILIES,
    Colours,
    Palette,
    Scheme,
    default_palette,
)

Given = Mapping[Scheme, Mapping[str, str]]  # by the names of COLOUR_FAMILIES


class Oklch(NamedTuple):
    lightness: float  # 0 black, 1 white
    chroma: float
    hue: float  # degrees

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, colour: str) -> Oklch:
        from coloraide import Color  # slow to import, and seldom needed

        lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
        return cls(lightness, chroma, hue)

    @property
    def as_hex(self) -> str:
        """The nearest that a screen can show: paler where it can show none so strong."""
        return _hex(self)


@lru_cache(maxsize=4096)
def _hex(colour: Oklch) -> str:
    from coloraide import Color

    shown = Color("oklch", [*colour]).convert("srgb").fit("srgb", method="oklch-chroma")
    return shown.to_string(hex=True)


class Shift(NamedTuple):
    """From a default colour to one that was given in its place."""

    hue: float = 0.0
    chroma: float = 1.0  # times as strong
    lightness: float = 0.0

    @classmethod
    def between(cls, old: str, new: str) -> Shift:
        before, after = Oklch.of(old), Oklch.of(new)
        chroma = min(after.chroma / before.chroma, _STRONGEST) if before.chroma > _GREY else 1.0
        hue = after.hue - before.hue if after.chroma > _GREY else 0.0
        return cls(hue, chroma, after.lightness - before.lightness)

    def of(self, colour: str) -> str:
        return _shifted(colour, self)

    @property
    def keeping_lightness(self) -> Shift:
        return self._replace(lightness=0.0)

    @property
    def softened(self) -> Shift:
        return self._replace(chroma=min(self.chroma, _SOFT))


_NONE = Shift()


@lru_cache(maxsize=4096)  # a search for the nearest colour changes few of the others
def _shifted(colour: str, shift: Shift) -> str:
    if shift == _NONE:
        return colour
    lightness, chroma, hue = Oklch.of(colour)
    lightness = min(max(lightness + shift.lightness, 0.0), 1.0)
    return Oklch(lightness, chroma * shift.chroma, (hue + shift.hue) % 360).as_hex


_GREY = 0.004  # below it a colour has no hue to speak of
_STRONGEST, _SOFT = 2.0, 1.4  # times: large fields and light text of strong colours glare

# Which colours follow which that is given; in dark another one where it says so.
_FOLLOWERS: Mapping[str, tuple[str, ...]] = {
    "brand": (
        *("brand", "on-brand", "deep", "on-deep", "on-deep-soft", "deep-line"),
        *("link", "link-hover", "ink", "ink-soft", "line-strong", "on-mark", "focus"),
        *("county-1", "county-2", "county-3"),
        *("art-pine", "art-mint", "art-dusk", "art-green", "mark-pine"),
    ),
    "accent": ("honey", "on-honey", "mark", "focus-halo", "art-honey", "mark-honey"),
    "paper": ("paper", "surface", "sunk", "line", "county-0"),
    "examples": ("exempel", "exempel-tint"),
    "news": ("nyhet", "nyhet-tint", "art-sky", "mark-sky"),
    "events": ("kalender", "kalender-tint", "art-falu", "mark-falu"),
    "networks": ("natverk", "natverk-tint", "art-heather", "mark-heather"),
    "focus_areas": ("fokus", "fokus-tint"),
}
_IN_DARK = {"on-mark": "accent", "focus": "accent", "focus-halo": "paper"}
_IN_LIGHT = {token: name for name, tokens in _FOLLOWERS.items() for token in tokens}
FAMILY_OF: Mapping[Scheme, Mapping[str, str]] = {
    "light": _IN_LIGHT,
    "dark": _IN_LIGHT | _IN_DARK,
}


def palette_from(given: Given) -> Palette:
    """With nothing given, that of tokens.css. What is given is there as it was written."""
    if not any(given.values()):
        return default_palette()
    return Palette(colours_from(given, "light"), colours_from(given, "dark"))


def colours_from(given: Given, scheme: Scheme) -> Colours:
    defaults, mine = default_palette().of(scheme), given.get(scheme, {})
    values = {**_alike_in_both(given), **mine}
    as_given = tokens_given(values, scheme)
    shifts = {name: _shift(name, given, scheme) for name in COLOUR_FAMILIES}
    colours = {}
    for token, colour in defaults.items():
        name = FAMILY_OF[scheme].get(token)
        if name is None:
            colours[token] = colour
        elif token in as_given:
            colours[token] = values[name]
        elif name == "paper":  # the grounds lie as far from one another as they did
            colours[token] = shifts[name].of(colour)
        else:
            soft = scheme == "dark" or token.endswith("-tint") or token == "county-1"
            shift = shifts[name].keeping_lightness
            colours[token] = (shift.softened if soft else shift).of(colour)
    return _settled(colours, tokens_given(mine, scheme), "paper" in mine)


def _alike_in_both(given: Given) -> Mapping[str, str]:
    """What is one colour in light and in dark by default is so too when it is given once."""
    light, dark = default_palette()
    return {
        name: colour
        for name, colour in given.get("light", {}).items()
        if light[COLOUR_FAMILIES[name]] == dark[COLOUR_FAMILIES[name]]
    }


def tokens_given(names: Container[str], scheme: Scheme) -> frozenset[str]:
    """Those that are exactly as was given: the colour itself, and what is the same by default."""
    defaults = default_palette().of(scheme)
    return frozenset(
        token
        for token, name in FAMILY_OF[scheme].items()
        if name in names and defaults[token] == defaults[COLOUR_FAMILIES[name]]
    )


def _shift(name: str, given: Given, scheme: Scheme) -> Shift:
    """In dark after what was given for light, where nothing was given for dark."""
    schemes: Sequence[Scheme] = (scheme, "light")
    for one in schemes:
        if new := given.get(one, {}).get(name):
            return Shift.between(default_palette().of(one)[COLOUR_FAMILIES[name]], new)
        if name == "paper":
            break  # light paper says nothing of dark
    follows_brand = name == "examples" or (name == "paper" and scheme == "dark")
    return _shift("brand", given, scheme).keeping_lightness if follows_brand else _NONE


# ---- What was not given itself makes way ----

_REACH = 0.08  # of lightness, on a ground that was given: further, and the ground is at fault
_HALVINGS = 8  # nearer than the eye can tell


def _settled(colours: Colours, as_given: frozenset[str], paper_given: bool) -> Colours:
    settled = dict(colours)
    firm = as_given | ({*_FOLLOWERS["paper"]} if paper_given else set())
    for token, pairs in _PAIRS_OF.items():
        if token not in as_given and not all_stand_out(settled, pairs):
            reach = _REACH if any(pair.behind in firm for pair in pairs) else 1.0
            settled[token] = _nearest_of(settled, token, pairs, reach) or settled[token]
    return settled


_PAIRS_OF: Mapping[str, Sequence[Pair]] = {
    token: [pair for pair in PAIRS if pair.front == token]
    for token in dict.fromkeys(pair.front for pair in PAIRS)
}


def _nearest_of(colours: Colours, token: str, pairs: Sequence[Pair], reach: float) -> str:
    def passes(candidate: str) -> bool:
        return all_stand_out({**colours, token: candidate}, pairs)

    return nearest(colours[token], passes, reach)


def all_stand_out(colours: Colours, pairs: Sequence[Pair]) -> bool:
    return all(pair.measured(colours) >= pair.least for pair in pairs)


def nearest(colour: str, passes: Callable[[str], bool], reach: float = 1.0) -> str:
    """The colour as little darker or lighter as need be; empty when none passes within `reach`.
    What passes is taken to go on passing further away.
    """
    was = Oklch.of(colour)
    found = []
    for end in (max(was.lightness - reach, 0.0), min(was.lightness + reach, 1.0)):
        near, far = was.lightness, end
        if not passes(was._replace(lightness=far).as_hex):
            continue
        for _halving in range(_HALVINGS):
            middle = (near + far) / 2
            near, far = (
                (near, middle) if passes(was._replace(lightness=middle).as_hex) else (middle, far)
            )
        found.append(far)
    best = min(found, key=lambda one: abs(one - was.lightness), default=None)
    return "" if best is None else was._replace(lightness=best).as_hex
