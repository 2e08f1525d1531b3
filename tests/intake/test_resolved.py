"""The mapping says first how a file is read, and then its tool's dialect."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from exempelbank.intake.form.dialects import DIALECTS
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.intake.form.resolved import ResolvedMapping, resolve_mapping
from tests.intake.builders import a_mapping

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def resolved(dialect: str, **top: Any) -> ResolvedMapping:
    mapping = FormMapping.model_validate(a_mapping(dialect=dialect, **top))
    return resolve_mapping(mapping, STOCKHOLM)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_mapping_that_says_nothing_of_its_file_leaves_it_to_the_dialect(dialect: str) -> None:
    assert resolved(dialect).options == DIALECTS[dialect].read


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("header_row", "3", 3),
        ("header_row", "null", 2),
        ("delimiter", "tab", "\t"),
        ("delimiter", ";", ";"),
        ("delimiter", "", "\t"),
        ("quoting", "null", "none"),
        ("entities", "html", "html"),
        ("records", "", ""),
        ("sheet", "Svar", "Svar"),
    ],
)
def test_the_mapping_overrides_an_option_by_its_name(name: str, written: str, read: object) -> None:
    options = resolved("limesurvey-vv", input={name: written}).options

    assert getattr(options, name) == read
    assert options.unescape == "limesurvey-vv"


@pytest.mark.parametrize("name", ["php_quotes", "skips_second_heading"])
def test_what_only_a_tool_is_known_to_do_is_no_word_of_a_mapping(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        resolved("generic", input={name: "yes"})


def test_null_takes_away_what_the_dialect_knows() -> None:
    by_dialect, taken_away = (
        resolved("limesurvey", **{"id": "null", "submitted_at": "null"}, **top)
        for top in ({}, {"only_if": "null", "unguard": "null"})
    )

    assert by_dialect.only_if and by_dialect.formula_prefix
    assert not by_dialect.id.names
    assert [taken_away.only_if, taken_away.formula_prefix] == [None, None]


def test_times_are_in_the_zone_of_the_mapping_then_of_the_tool_then_of_the_organisation() -> None:
    zones = [
        resolved("jotform-json", timezone="Europe/Oslo"),
        resolved("jotform-json"),
        resolved("jotform"),
        resolved("jotform", submitted_at={"column": "Sent (UTC)"}),
    ]

    assert [mapping.submitted_at.zone.key for mapping in zones] == [
        "Europe/Oslo",
        "America/New_York",
        "Europe/Stockholm",
        "UTC",
    ]
