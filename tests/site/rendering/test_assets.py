"""The theme's files as they are published."""

from __future__ import annotations

from exempelbank.site.rendering.assets import asset_files, modules_behind


def test_all_that_the_search_page_runs_can_be_told_beforehand():
    published = {address.rpartition("/")[2] for address in asset_files() if "/search." in address}

    behind = modules_behind("search/page.js")
    assert {name.removeprefix("search/") for name in behind} == published - {"start.js", "box.js"}
    assert len(behind) == len(set(behind))
