import subprocess
import sys

import pytest

from generator import texts
from tests.builders import PROJECT


@pytest.fixture(autouse=True)
def swedish_again():
    yield
    texts.use_language("sv")


def test_every_text_is_in_both_catalogues_and_they_are_compiled():
    done = subprocess.run(
        [sys.executable, "tools/texts.py", "--check"], cwd=PROJECT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr


def test_people_are_spoken_to_in_the_language_in_use():
    assert texts.ngettext("{n} error", "{n} errors", 2) == "{n} fel"
    texts.use_language("en")

    assert texts.ngettext("{n} error", "{n} errors", 2) == "{n} errors"
    with pytest.raises(ValueError, match="no message catalogue"):
        texts.use_language("tlh")
