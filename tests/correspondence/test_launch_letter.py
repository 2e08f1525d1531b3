"""The letter that tells of the form."""

from pathlib import Path

from exempelbank.correspondence.launch_letter import build_launch_letter
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.templates import load_template
from exempelbank.problems import Problems
from tests.builders import sample_settings


def test_it_says_where_one_tells_and_where_one_tips_us_off_in_the_name_of_who_signs():
    template = load_template(Path("nowhere"), LetterKind.LAUNCH, Problems())

    letter = build_launch_letter(template, "bo-lind", sample_settings())

    for page in ("lamna-exempel", "tipsa"):
        assert f"https://exempelbanken.example/{page}/" in letter.body
    assert "Bo Lind\nForum Carpe" in letter.body
    assert "{" not in letter.subject + letter.body
