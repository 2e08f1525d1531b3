"""A few colours of an organisation's own, and all that follow them."""

from __future__ import annotations

import re

import pytest
from coloraide import Color
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.palette import (
    COLOUR_FAMILIES,
    PAIRS,
    TOKENS,
    colour_meant,
    contrast,
    default_palette,
    palette_from,
    refusals,
    sheet_with,
)
from exempelbank.palette.derivation import FAMILY_OF

SCHEMES = ("light", "dark")
STYLES = TOKENS.parent
BLUE, WINE = "#1d4f91", "#7a1f3d"


def too_faint(palette):
    return [
        (scheme, pair)
        for scheme in SCHEMES
        for pair in PAIRS
        if pair.measured(palette.of(scheme)) < pair.least
    ]


def test_the_default_colours_can_be_read():
    assert too_faint(default_palette()) == []


def test_with_nothing_given_the_sheet_is_as_it_was():
    assert palette_from({}) == default_palette()
    assert sheet_with(palette_from({"light": {}, "dark": {}})) == TOKENS.read_text("utf-8")


def test_every_colour_follows_one_that_may_be_given_but_that_of_danger():
    everything, families = {*default_palette().light}, FAMILY_OF["light"]

    assert everything - {*families} == {"danger", "danger-tint"}
    assert {*families} <= everything


@pytest.mark.parametrize("brand", [BLUE, WINE, "#000000", "#5b2c83", "#a3320b"])
def test_one_colour_gives_a_whole_palette_that_can_be_read(brand):
    palette = palette_from({"light": {"brand": brand}})

    assert palette.light["brand"] == brand
    assert too_faint(palette) == []
    assert f"--eb-brand: light-dark({brand}, " in sheet_with(palette)


def test_what_follows_the_brand_has_its_hue_and_what_does_not_stays():
    palette, before = palette_from({"light": {"brand": BLUE}}), default_palette()

    for token in ("deep", "link", "exempel", "county-2", "art-pine"):
        assert abs(hue(palette.light[token]) - hue(BLUE)) < 25, token
    for token in ("paper", "honey", "kalender", "danger"):
        assert palette.light[token] == before.light[token]


def test_a_colour_that_is_one_in_both_schemes_is_so_when_it_is_given_once():
    palette = palette_from({"light": {"accent": "#e9b44c"}})

    assert palette.light["honey"] == palette.dark["honey"] == "#e9b44c"


def test_what_is_given_for_dark_is_there_as_it_was_given():
    palette = palette_from({"light": {"brand": BLUE}, "dark": {"brand": "#9cc0f5"}})

    assert (palette.light["brand"], palette.dark["brand"]) == (BLUE, "#9cc0f5")


def test_a_faint_colour_is_refused_with_one_that_will_do():
    [refused] = refusals({"light": {"brand": "#ffd500"}})

    assert (refused.other, refused.least) == ("#ffffff", 4.5)
    assert refused.measured == pytest.approx(contrast("#ffd500", "#ffffff"))
    assert refusals({"light": {"brand": refused.nearest}}) == []
    assert contrast(refused.nearest, "#ffffff") < 4.7  # no darker than it must be


def test_every_faint_colour_is_refused_at_once():
    faint = {"light": {"brand": "#8fd3be", "news": "#88aaff"}, "dark": {"brand": "#333333"}}

    assert [(one.scheme, one.name) for one in refusals(faint)] == [
        ("light", "brand"),
        ("light", "news"),
        ("dark", "brand"),
    ]


COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
CHOICES = st.dictionaries(st.sampled_from([*COLOUR_FAMILIES]), COLOURS, max_size=4)


@settings(max_examples=30, deadline=None)
@given(st.fixed_dictionaries({"light": CHOICES, "dark": CHOICES}))
def test_with_each_refused_colour_mended_everything_can_be_read(chosen):
    for refused in refusals(chosen):
        assert refused.nearest
        assert same_hue(refused.nearest, refused.colour)
        chosen[refused.scheme][refused.name] = refused.nearest

    assert refusals(chosen) == []
    assert too_faint(palette_from(chosen)) == []


def hue(colour):
    return Color(colour).convert("oklch")["hue"]


def same_hue(one, other):
    """Where either has one to speak of: of the nearly grey it is chance."""
    chromas = [Color(colour).convert("oklch")["chroma"] for colour in (one, other)]
    apart = abs(hue(one) - hue(other)) % 360
    return min(chromas) < 0.03 or min(apart, 360 - apart) < 12


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1d4f91", BLUE),
        ("navy", "#000080"),
        ("#9cf", "#99ccff"),
        ("rgb(29 79 145)", BLUE),
        ("blått", ""),
        ("", ""),
    ],
)
def test_a_colour_written_in_another_way_is_understood(written, meant):
    assert colour_meant(written) == meant


# ---- What the style sheets do ----

_RULE = re.compile(r"\{([^{}]*)\}")
_USED = r"(?:^|[ ;]){}: var\(--eb-([\w-]+)(?:, var\(--eb-[\w-]+\))?\)"


def test_whatever_a_rule_sets_on_a_ground_is_weighed_against_it():
    weighed = {frozenset(pair[:2]) for pair in PAIRS}
    kinds = ("exempel", "nyhet", "kalender", "natverk", "fokus", "danger")
    missing = []
    for sheet in sorted(STYLES.rglob("*.css")):
        for rule in _RULE.findall(sheet.read_text("utf-8")):
            ground = re.search(_USED.format("background"), rule)
            front = re.search(_USED.format("(?<!-)color"), rule)
            if ground and front:
                for kind in kinds:
                    names = [re.sub(r"^kind\b", kind, found[1]) for found in (front, ground)]
                    if frozenset(names) not in weighed:
                        missing.append((sheet.name, *names))

    assert missing == []


HOMES = {TOKENS, TOKENS.with_name("mark.css")}
WRITTEN_BY_HAND = {".css", ".html", ".js", ".py", ".svg"}


def test_no_colour_but_greys_is_written_outside_the_tokens():
    """Greys are for paper, and for what any camera must read. BLUE is the example that people are
    told.
    """
    package = STYLES.parents[2]
    files = [path for path in package.rglob("*") if path.suffix in WRITTEN_BY_HAND]
    found = [
        f"{path.relative_to(package)}: #{red}{green}{blue}"
        for path in sorted({*files} - HOMES)
        for red, green, blue in re.findall(
            r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", path.read_text("utf-8").replace(BLUE, "")
        )
        if not red == green == blue
    ]

    assert found == []
