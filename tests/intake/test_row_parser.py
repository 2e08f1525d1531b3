"""How single answers are read: choices, times, and what the eye can't see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from exempelbank.intake.cleaning import lines, mixes_scripts, one_line
from exempelbank.intake.parsing.choices import choices_in_array, choices_in_json, split_choices
from exempelbank.intake.parsing.times import time_from
from exempelbank.problems import Problems
from tests.intake.builders import a_csv, a_mapping, a_project, changes, fields, imported, settings
from tests.parties import settings_with_parties

STOCKHOLM = ZoneInfo("Europe/Stockholm")
OPTIONS = ("Boende", "Boende, boendestöd och service", "Unga vuxna, 18–29 år", "Anhöriga")


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Boende", ["Boende"]),
        ("Boende, Boende, boendestöd och service", [*OPTIONS[:2]]),
        ("Boende, boendestöd och service, Anhöriga", [OPTIONS[1], "Anhöriga"]),
        ("Anhöriga, Budget, avtal och annat", ["Anhöriga", "Budget, avtal och annat"]),
        ("Något nytt, Boende", ["Något nytt", "Boende"]),
        ("Boendestöd", ["Boendestöd"]),
        ("", []),
        ("Boende,Anhöriga", ["Boende", "Anhöriga"]),
        ('["Boende","Anhöriga"]', ["Boende", "Anhöriga"]),
    ],
)
def test_joined_answers_are_split_by_the_options_longest_first(
    text: str, answers: list[str]
) -> None:
    assert split_choices(text, ", ", OPTIONS) == answers


@pytest.mark.parametrize("text", ["Boende;Anhöriga;", "Boende; Anhöriga; ", "Boende;Anhöriga"])
def test_a_separator_at_the_end_is_no_answer(text: str) -> None:
    assert split_choices(text, ";", OPTIONS) == ["Boende", "Anhöriga"]


def test_arrays_come_in_many_shapes() -> None:
    assert (
        choices_in_array(["A", "B"])
        == choices_in_array({"labels": ["A"], "other": "B"})
        == ["A", "B"]
    )
    assert choices_in_array({"0": "A", "other": "B"}) == choices_in_json('["A","B"]') == ["A", "B"]
    assert choices_in_array("A") == choices_in_json("A") == ["A"]
    assert choices_in_array(None) == choices_in_json("") == []


@pytest.mark.parametrize(
    ("text", "notation", "moment"),
    [
        ("2026-03-05 12.30.00", "%Y-%m-%d %H.%M.%S", "2026-03-05T12:30:00+01:00"),
        ("2022/03/22 8:53:03 fm CET", "google-direct", "2022-03-22T08:53:03+01:00"),
        ("2022/03/22 12:05:00 fm CET", "google-direct", "2022-03-22T00:05:00+01:00"),
        ("2022/07/22 12:05:00 em CEST", "google-direct", "2022-07-22T12:05:00+02:00"),
        ("2026/06/14 10:10:09 AM GMT+1", "google-direct", "2026-06-14T11:10:09+02:00"),
        ("2026-12-31T23:30:00.412Z", "iso", "2027-01-01T00:30:00+01:00"),
        ("2026-03-02 09:15:00", "excel", "2026-03-02T09:15:00+01:00"),
        ("46083,385416667", "excel", "2026-03-02T09:15:00+01:00"),
        ("1772439300", "unix", "2026-03-02T09:15:00+01:00"),
    ],
)
def test_times_are_read_as_their_tool_writes_them(text: str, notation: str, moment: str) -> None:
    read = time_from(text, (notation,), STOCKHOLM)

    assert read and read.moment.isoformat() == moment


@pytest.mark.parametrize("text", ["2026-10-25 02:30:00", "2026-03-29 02:30:00"])
def test_an_hour_that_came_twice_or_never_is_told(text: str) -> None:
    read = time_from(text, ("%Y-%m-%d %H:%M:%S",), STOCKHOLM)

    assert read and read.ambiguous


def test_what_can_not_be_seen_is_taken_away() -> None:
    assert lines("a\u202eb\u200bc\xad \r\n\x0bd  ") == "abc\n\nd"
    assert one_line("två\nrader\xa0här") == "två rader här"
    assert lines("Z" + "\u0301" * 40).count("\u0301") <= 4
    assert (
        lines("5 % < 10 % – C#, @home, A & B, ”citat” 👩‍🔧 می‌خواهم")
        == "5 % < 10 % – C#, @home, A & B, ”citat” 👩‍🔧 می‌خواهم"
    )


def test_letters_of_two_alphabets_in_a_word_are_told() -> None:
    assert mixes_scripts("p\u0430ypal")  # a Cyrillic a
    assert not mixes_scripts("μ-gruppen och Иван")


def test_a_guard_is_taken_off_only_where_it_was_put(tmp_path: Path) -> None:
    guard = {"prefix": "'", "before": "="}
    root = a_project(tmp_path, a_mapping(unguard=guard))

    plan = imported(root, a_csv({"Rubrik": "'=Lika"}, {"Nr": "2", "Rubrik": "'n Bror"}))

    assert [fields(plan, n)["title"] for n in range(2)] == ["=Lika", "'n Bror"]


def test_a_row_that_was_not_sent_in_is_passed_over(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(only_if={"column": "Status", "in": ["klar"]}))

    plan = imported(root, a_csv({"Status": "klar"}, {"Nr": "2", "Status": "utkast"}))

    assert changes(plan) == ["new", "skipped"]


def test_an_answer_that_is_neither_yes_nor_no_holds_its_row_only(tmp_path: Path) -> None:
    how = {"column": "Chef", "bool": {"true": ["Ja"], "false": ["Nej"]}}
    root = a_project(tmp_path, a_mapping({"manager_informed": how}))

    plan = imported(root, a_csv({"Chef": "Nja"}, {"Nr": "2", "Chef": "JA"}))

    assert changes(plan) == ["held", "new"]


def test_names_in_two_columns_are_joined(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping({"unit": {"column": ["Enhet", "Hus"]}}))

    assert fields(imported(root, a_csv({"Hus": "B"})))["unit"] == "Snickeriet B"


@pytest.mark.parametrize(
    ("options", "ids", "unmatched"),
    [
        ({"Vårdare": "stodassistent"}, ["stodassistent"], ["Chef"]),
        ({"Vårdare": ["cka", "mas-mar"], "Chef": "null"}, ["cka", "mas-mar"], ["Chef"]),
        (["Vårdare", "Chef"], ["stodassistent"], ["Chef"]),
        (None, ["stodassistent"], ["Chef"]),
    ],
)  # fmt: skip
def test_answers_become_terms_or_are_kept_for_the_reviewer(
    tmp_path: Path, options: Any, ids: list[str], unmatched: list[str]
) -> None:
    how = {"column": "Roller", "multi": "joined", "sep": ";"} | (
        {"options": "r"} if options else {}
    )
    more = {"options": {"r": options}} if options else {}
    root = a_project(tmp_path, a_mapping({"roles": how}, **more))

    imported_fields = fields(imported(root, a_csv({"Roller": "Vårdare;Chef"})))

    assert imported_fields["roles"] == ids
    assert imported_fields["unmatched"] == {"roles": unmatched}


def test_an_option_that_the_mapping_does_not_know_is_warned_of(tmp_path: Path) -> None:
    how = {"column": "Roller", "multi": "joined", "sep": ";", "options": "r"}
    root = a_project(
        tmp_path, a_mapping({"roles": how}, options={"r": {"Vårdare": "stodassistent"}})
    )

    plan = imported(root, a_csv({"Roller": "Vårdare;Trollkarl"}))

    assert plan and plan.planned[0].response.warnings


def test_words_before_an_address_are_its_title(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping({"links": {"column": "Länk", "split": "lines"}}))

    imported_fields = fields(
        imported(root, a_csv({"Länk": "Film: https://a.example/f\nhttps://b.example"}))
    )

    assert imported_fields["links"] == [
        {"title": "Film", "url": "https://a.example/f"},
        "https://b.example",
    ]


def test_a_time_to_come_is_warned_of(tmp_path: Path) -> None:
    of_a_living_site = settings().organisation.model_copy(update={"as_of": None})
    living = replace(settings(), organisation=of_a_living_site)
    plan = imported(a_project(tmp_path), a_csv({"Inkom": "2031-01-01 10:00"}), settings=living)

    assert plan and plan.planned[0].response.warnings


def test_a_time_that_can_not_be_read_holds_its_row(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Inkom": "i tisdags"}, {"Nr": "2"}), Problems())

    assert changes(plan) == ["held", "new"]


def test_a_number_that_excel_has_shortened_holds_its_row(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Nr": "2,02603E+11"}))

    assert changes(plan) == ["held"]


def test_an_answer_that_excel_has_cut_is_warned_of(tmp_path: Path) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Berätta": "x" * 32_767}))

    assert plan and any("Excel" in warning for warning in plan.planned[0].response.warnings)


@pytest.mark.parametrize("column", ["Mål [Barn]", "Mål: Barn", "Mål/Barn", "Barn", "Mål", "Mål#1"])
def test_two_heading_rows_can_be_named_in_several_ways(column: str) -> None:
    from exempelbank.intake.export.delimited import parse_delimited
    from exempelbank.intake.export.options import ReadOptions
    from exempelbank.intake.export.rows import Export

    raw = "Nr,Mål,\r\nSvar,Barn,Vuxna\r\n1,Barn,\r\n".encode()
    table = parse_delimited(raw, ReadOptions(header_rows=2))

    export = Export("svar.csv", table.headers, [], aliases=table.aliases)
    assert table.headers == ("Nr", "Mål [Barn]", "Mål [Vuxna]")
    assert export.header_for(column) == "Mål [Barn]"
    assert export.header_for("Mål#2") == "Mål [Vuxna]"


@pytest.mark.parametrize(
    "given", ["Huddinge kommun", "huddinge  Kommun", "Huddinges kommun", "Huddinge stad"]
)
def test_a_municipality_is_known_by_its_longer_name(tmp_path: Path, given: str) -> None:
    plan = imported(a_project(tmp_path), a_csv({"Kommun": given}))

    assert fields(plan)["municipality"] == "huddinge"


def test_own_words_that_the_mapping_awaits_give_no_warning(tmp_path: Path) -> None:
    root = a_project(
        tmp_path, a_mapping({"roles": {"column": "Roll", "multi": "json", "other": "yes"}})
    )

    plan = imported(root, a_csv({"Roll": '["Stödassistent", "Kock"]'}))

    assert plan and plan.planned[0].response.warnings == ()
    assert fields(plan)["unmatched"] == {"roles": ["Kock"]}


def test_a_word_that_is_not_ours_is_said_at_its_line(tmp_path: Path) -> None:
    roles = {"column": "Roll", "options": "roller"}
    root = a_project(
        tmp_path, a_mapping({"roles": roles}, options={"roller": {"Kock": "stodasistent"}})
    )
    problems = Problems()

    imported(root, a_csv({"Roll": "Kock"}), problems)

    assert [each.location.line for each in problems.warnings] != [None]
    assert (
        "stodasistent" in str(problems.warnings[0])
        and "”Stödassistent”" in problems.warnings[0].fix
    )


@pytest.mark.parametrize(
    ("answers", "origin"),
    [
        (
            {"Kommun": "", "Organisation": "Försäkringskassan"},
            {"municipality": "forsakringskassan"},
        ),
        ({"Kommun": "", "Organisation": "fk"}, {"municipality": "forsakringskassan"}),
        ({"Kommun": "Region Värmland"}, {"municipality": "region-varmland"}),
        ({"Kommun": "", "Organisation": "Bilverkstan"}, {"organisation": "Bilverkstan"}),
        (
            {"Kommun": "Grums", "Organisation": "FK"},
            {"municipality": "grums", "organisation": "FK"},
        ),
    ],
)
def test_a_party_is_found_in_whichever_column_it_is_named(
    tmp_path: Path, answers: dict[str, str], origin: dict[str, str]
) -> None:
    root = a_project(tmp_path, a_mapping({"organisation": {"column": "Organisation"}}))
    plan = imported(root, a_csv({"Organisation": "", **answers}), settings=settings_with_parties())

    found = {name: fields(plan).get(name) for name in ("municipality", "organisation")}
    assert {name: value for name, value in found.items() if value} == origin
