"""Every key of the settings, told in the terminal."""

from exempelbank.cli import main
from exempelbank.settings.descriptions import SETTING_DESCRIPTIONS
from exempelbank.settings.file_descriptions import FILE_DESCRIPTIONS
from exempelbank.settings.files import SETTINGS_FILES
from exempelbank.settings.listing import key_lines
from exempelbank.settings.look import Look
from exempelbank.settings.redirects import Redirects
from tests.builders import PROJECT

COMMAND = ["--project", str(PROJECT), "settings"]


def test_every_file_of_settings_is_said_to_be_for_something():
    assert {*FILE_DESCRIPTIONS} == {*SETTINGS_FILES}


def test_a_key_is_told_with_what_may_stand_there_and_its_parts_below_it():
    lines = [*key_lines(Look, SETTING_DESCRIPTIONS, 300)]
    keys = [line.split()[0] for line in lines]

    assert keys[:2] == ["colours", "brand"]
    assert lines[keys.index("corners")].endswith(": round, square")
    assert lines[1].startswith("    brand ")


def test_a_key_that_must_be_there_is_said_to():
    lines = [*key_lines(Redirects, SETTING_DESCRIPTIONS, 300)]
    keys = [line.split()[0] for line in lines]

    assert "Måste finnas." in lines[keys.index("from")]
    assert "Måste finnas." not in lines[keys.index("redirects")]


def test_a_file_may_be_named_as_it_is_called_or_by_its_path(capsys):
    assert main([*COMMAND, "look"]) == 0
    by_name = capsys.readouterr().out
    assert main([*COMMAND, "site_config/look.yml"]) == 0

    assert capsys.readouterr().out == by_name
    assert main([*COMMAND, "site_config/forms/ms-forms.yml"]) == 0
    assert "dialect" in capsys.readouterr().out


def test_a_file_that_is_not_one_of_the_settings_gets_the_name_that_was_meant(capsys):
    assert main([*COMMAND, "lok"]) == 1
    assert "look" in capsys.readouterr().err
