"""docs/review-rules.md leads to what is there."""

import re
from importlib import import_module
from pkgutil import resolve_name

import pytest

from tests.builders import PROJECT

TEXT = (PROJECT / "docs" / "review-rules.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| ")][1:]
NAMED = sorted(set(re.findall(r"`([a-z_]+(?:\.\w+)+)`", "\n".join(map(str, ROWS)))))


@pytest.mark.parametrize("name", NAMED)
def test_what_holds_a_rule_is_there(name):
    assert callable(resolve_name(f"exempelbank.{name}"))


def test_every_rule_has_a_cell_for_each_of_the_three():
    notes = re.findall(r"^(\d)\. ", TEXT, re.MULTILINE)

    assert len(ROWS) > 20
    for rule, *cells in ROWS:
        assert len(cells) == 3, rule
        for cell in cells:
            assert "`" in cell or (cell[:3] == "– (" and cell[3] in notes), rule


def test_the_review_itself_leads_here():
    assert "docs/review-rules.md" in (import_module("exempelbank.review").__doc__ or "")
