"""Two commands at once, and commands that are killed: nothing is lost, and nothing half done."""

from __future__ import annotations

import os

import pytest

from tests.transactions.processes import NAMES, PAIRS, Trial

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

# Of all moments of a command: while it reads, and in the middle of writing.
READING, WRITING = 0.5, 0.85


@pytest.fixture(scope="module")
def trial(tmp_path_factory) -> Trial:
    return Trial(tmp_path_factory.mktemp("trial"))


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_at_once_leave_what_one_after_the_other_leaves(trial, first, second):
    assert [*trial.together(first, second, int(trial.moments(first) * READING))] == []
    assert [*trial.together(second, first, int(trial.moments(second) * WRITING))] == []


@pytest.mark.parametrize("share", (0.3, 0.77, WRITING, 0.9, 0.96))
@pytest.mark.parametrize("name", NAMES)
def test_what_is_killed_is_told_truly_and_mended_by_the_next_command(trial, name, share):
    assert [*trial.killed(name, int(trial.moments(name) * share))] == []
