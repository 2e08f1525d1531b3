"""The letter that tells of the form."""

from dataclasses import replace
from pathlib import Path

from exempelbank.correspondence.launch_letter import build_launch_letter
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.templates import load_template
from exempelbank.problems import Problems
from exempelbank.settings import Menu
from tests.builders import sample_settings


def launch_letter(settings):
    template = load_template(Path("nowhere"), LetterKind.LAUNCH, Problems())
    assert template
    return build_launch_letter(template, "bo-lind", settings)


def test_it_says_where_one_tells_and_where_one_tips_us_off_in_the_name_of_who_signs():
    letter = launch_letter(sample_settings())

    for page in ("lamna-exempel", "tipsa"):
        assert f"https://exempelbanken.example/{page}/" in letter.body
    assert "Bo Lind\nForum Carpe" in letter.body
    assert "{" not in letter.subject + letter.body


def test_where_nobody_is_tipped_off_it_leads_to_the_form():
    letter = launch_letter(replace(sample_settings(), menu=Menu(off=("hint",))))

    assert "/tipsa/" not in letter.body
    assert letter.body.count("https://exempelbanken.example/lamna-exempel/") == 2
