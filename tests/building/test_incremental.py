"""What a build keeps from the one before never shows: it gives what a clean build gives."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.building.builders import built, built_anew
from tests.building.changes import CHANGES, Clock
from tests.site.builders import a_project, files_in


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    def another():
        project = a_project(tmp_path_factory.mktemp("project"))
        organisation = project / "site_config/organisation.yml"
        organisation.write_text(organisation.read_text().replace("as_of:", "# as_of:"))
        Clock.day = date(2026, 3, 16)
        return project

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.building.build.datetime", Clock)
        yield another


@settings(max_examples=6, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    steps=st.lists(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3), max_size=4),
)
def test_after_any_changes_a_build_gives_the_bytes_of_a_clean_one(projects, seed, steps):
    project, dice = projects(), random.Random(seed)
    built(project, project / "site")
    for changes in steps:
        for change in changes:
            change(dice, project)
        now = built(project, project / "site")
        anew = built_anew(project, project / "anew")

        assert files_in(project / "site") == files_in(project / "anew")
        assert now.problems == anew.problems
