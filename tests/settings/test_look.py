"""site_config/look.yml."""

from __future__ import annotations

import shutil

import pytest

from exempelbank.files.paths import CONFIG
from exempelbank.palette import default_palette
from exempelbank.problems import Problems
from exempelbank.settings import Look, load_settings
from tests.builders import PROJECT


@pytest.fixture
def problems_of(tmp_path):
    shutil.copytree(PROJECT / CONFIG, tmp_path / CONFIG)

    def load(look):
        (tmp_path / CONFIG / "look.yml").write_text(look, "utf-8")
        problems = Problems()
        settings = load_settings(tmp_path, problems)
        assert (settings is None) == bool(problems.errors)
        return [str(problem) for problem in problems]

    return load


def test_without_the_file_all_looks_as_it_did():
    assert Look().palette == default_palette()
    assert Look().has_leaves
    assert not Look().pictures


def test_a_colour_that_cant_be_read_is_refused_on_its_line_with_the_nearest(problems_of):
    said = problems_of('colours:\n  brand: "#8fd3be"\n  accent: "#F6C453"\n')

    assert said == [
        "site_config/look.yml:2 (colours.brand): fel: #8fd3be mot vitt ger 1,7:1, och det behövs "
        "4,5:1\n    Närmaste som räcker är #3f826f."
    ]
    assert problems_of('colours:\n  brand: "#3f826f"\n') == []


def test_every_colour_that_cant_be_read_is_told_at_once(problems_of):
    said = problems_of(
        'colours:\n  news: "#88aaff"\n  brand: "#ffd500"\ndark_colours:\n  events: "#333333"\n'
    )

    assert [one.partition(" ")[0] for one in said] == [
        f"site_config/look.yml:{line}" for line in (3, 2, 5)
    ]


def test_a_colour_without_quotation_marks_is_asked_for_again(problems_of):
    said = problems_of("colours:\n  brand: #1d4f91\n  news: navy\n")

    assert 'måste vara en färg som "#1d4f91", inom citattecken' in said[0]
    assert "Menade du ”#000080”?" in said[1]
