"""What import calls its branches, and what it takes for its own."""

import pytest

from exempelbank.rules.branch_names import (
    batch_branch,
    branch_of,
    id_in_branch,
    is_response_branch,
    pause_branch,
)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        (branch_of("FC-2026-7K2QX"), "FC-2026-7K2QX"),
        (branch_of("FC-2026-7K2QX") + "-2", "FC-2026-7K2QX"),
        (batch_branch("0123abcd", 1), ""),
    ],
)
def test_a_branch_of_import_is_known_by_its_name(name, id):
    assert is_response_branch(name) and id_in_branch(name) == id


def test_a_branch_that_pauses_tells_what_it_pauses_and_is_none_of_import():
    name = pause_branch("FC-2026-7K2QX", 345)

    assert id_in_branch(name) == "FC-2026-7K2QX" and not is_response_branch(name)


@pytest.mark.parametrize(
    "name",
    ["main", "svar/", "svar/$(id)", "svar/--upload-pack=x", "svar/FC-2026-1;id", "x/FC-2026-1"],
)
def test_any_other_branch_is_none_of_its_own(name):
    assert not is_response_branch(name) and id_in_branch(name) == ""
