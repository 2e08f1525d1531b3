"""The theme's files as they are published."""

from __future__ import annotations

from exempelbank.settings import Look
from exempelbank.site.rendering.assets import asset_files, modules_behind, scheme_colours


def test_all_that_the_search_page_runs_can_be_told_beforehand():
    published = {
        address.rpartition("/")[2] for address in asset_files(Look()) if "/search." in address
    }

    behind = modules_behind("search/page.js")
    assert {name.removeprefix("search/") for name in behind} == published - {"start.js", "box.js"}
    assert len(behind) == len(set(behind))


def test_a_colour_of_the_style_sheet_can_be_told_to_what_reads_none():
    assert scheme_colours("--eb-surface", Look(), []) == ("#ffffff", "#1a2623")


def test_the_organisations_own_colour_comes_before_ours():
    both = ":root { --eb-surface: light-dark(rgb(1 2 3), #0a0a0a); }"
    one = "b {} :root{--eb-surface:#eee}"

    assert scheme_colours("--eb-surface", Look(), [both]) == ("rgb(1 2 3)", "#0a0a0a")
    assert scheme_colours("--eb-surface", Look(), [both, one]) == ("#eee", "#eee")
