"""Which municipalities are meant by what someone has typed."""

import pytest

from exempelbank.cartography.choosing import codes_from
from exempelbank.exceptions import NotMade
from tests.builders import sample_settings

NAMES = {"1761": "Hammarö", "1764": "Grums", "1780": "Karlstad", "0180": "Stockholm"}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("1780",), ("1780",)),
        (("karlstad", "Grums kommun"), ("1764", "1780")),
        (("17",), ("1761", "1764", "1780")),
        (("Stockholms stad", "0180", "stockholm"), ("0180",)),
        ((), ()),
    ],
)
def test_a_municipality_is_named_by_code_name_or_county(words, codes):
    assert codes_from(words, NAMES) == codes


def test_every_word_that_is_no_municipality_is_told_at_once_with_the_nearest():
    sample_settings()

    with pytest.raises(NotMade) as why:
        codes_from(("Karlsatd", "Grums", "9999", "23"), NAMES)

    for word in ("Karlsatd", "Menade du ”Karlstad”?", "9999", "23"):
        assert word in str(why.value)
    assert "Grums" not in str(why.value)
