"""The answers, and everything that is wrong with them in one go."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from exempelbank.problems import Problems
from exempelbank.starters import QUESTIONS, default_of
from exempelbank.starters.new_project import program_from_version, program_from_wheel
from tests.starters.builders import a_wheel_in, new_project, problems_with

A_HASH = "sha256:" + "0a" * 32


def default(question_name, **given):
    [question] = [one for one in QUESTIONS if one.name == question_name]
    return default_of(question, given)


def test_all_that_is_missing_and_all_that_is_wrong_is_told_at_once():
    found = problems_with(
        "name", "email", "second_reviewer", url="bank", id_prefix="sam", forge="x"
    )

    assert [line.split(":")[0] for line in found] == [
        "--name",
        "--url",
        "--email",
        "--id-prefix",
        "--forge",
        "--reviewer",
    ]


@pytest.mark.parametrize(
    "name", ['A "x"', "A: b", "[A]", "<b>A</b>", "A # b", "A\\n", "*A*", "A\u202eB"]
)
def test_a_name_that_would_mean_something_in_a_file_is_refused(name):
    assert problems_with(name=name)


@pytest.mark.parametrize(
    "name", ["Åre & Krokom", "Vård- och omsorg i Öst", "Nätverket (södra), 2026"]
)
def test_other_names_are_taken_as_they_are(name):
    assert new_project(name=name).name == name


def test_one_person_is_not_two_however_the_name_is_written():
    assert problems_with(reviewer="Bo Lind", second_reviewer="bo lind")


def test_a_starter_is_made_in_the_languages_it_is_written_in():
    assert problems_with(language="en") == ["--language: lansnatverk finns inte på det språket"]
    assert new_project(**{"from": "tom"}, language="en").site_name == "Example bank"


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("Samspelet", "SAM"), ("Forum Carpe", "FC"), ("Åre och Krokom", "AOK"), ("Ö", "O"), ("1", "")],
)
def test_the_letters_of_numbers_are_guessed_from_the_name(name, prefix):
    assert default("id_prefix", name=name) == prefix


def test_a_site_is_called_as_its_starter_suggests_unless_one_says():
    assert new_project(**{"from": "samordningsforbund"}).site_name == "Guldkornen"
    assert new_project(site_name="Banken").site_name == "Banken"


def test_a_version_is_locked_by_a_checksum_and_refused_without():
    problems = Problems()

    assert program_from_version("1.0.0", (A_HASH,), problems).sha256 == ("0a" * 32,)
    assert not problems.found
    assert program_from_version("1.0.0", (), problems) is None
    assert program_from_version("ny", (A_HASH,), problems) is None
    assert [str(one.location) for one in problems] == ["--hash", "--version"]


def test_a_file_that_is_no_wheel_of_ours_is_refused(tmp_path):
    problems = Problems()
    (other := tmp_path / "other-1.0-py3-none-any.whl").write_bytes(
        a_wheel_in(tmp_path).read_bytes()
    )
    (broken := tmp_path / "exempelbank-1.0-py3-none-any.whl").write_text("half")
    with ZipFile(renamed := tmp_path / "exempelbank-3.0-py3-none-any.whl", "w") as archive:
        archive.writestr("other/__init__.py", "")

    assert program_from_wheel(a_wheel_in(tmp_path), problems).version == "1.2.3"
    assert not problems.found
    for path in (other, broken, renamed, tmp_path / "exempelbank-2.0-py3-none-any.whl"):
        assert program_from_wheel(path, problems) is None
    assert len(problems) == 4
