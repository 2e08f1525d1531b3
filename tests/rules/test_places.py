"""What the places are called together, and how many there are."""

import pytest

from exempelbank.rules.places import count_of_places, place_title, places_title, places_with
from tests.builders import sample_settings
from tests.parties import PLACES, settings_with_parties

MUNICIPALITIES = [place for place in PLACES if place.is_municipality]
OTHERS = [place for place in PLACES if not place.is_municipality]


@pytest.mark.parametrize(
    ("places", "beside", "says"),
    [
        (MUNICIPALITIES, 0, "4 kommuner"),
        (MUNICIPALITIES[:1], 0, "1 kommun"),
        (PLACES, 0, "4 kommuner och 3 andra parter"),
        (MUNICIPALITIES, 1, "4 kommuner och 1 annan part"),
        (OTHERS, 0, "3 parter"),
        ([], 0, "0 kommuner"),
    ],
)
def test_places_are_counted_as_what_they_are(places, beside, says):
    sample_settings()

    assert count_of_places(places, beside) == says


def test_what_is_no_municipality_makes_them_parties():
    assert (place_title(MUNICIPALITIES), places_title(MUNICIPALITIES)) == ("Kommun", "Kommuner")
    assert (place_title(PLACES), places_title(PLACES)) == ("Part", "Parter")


def test_a_few_of_the_places_are_called_by_what_they_are_themselves():
    few = places_with(settings_with_parties(), ("karlstad", "grums", "gone"))

    assert places_title(few) == "Kommuner"
