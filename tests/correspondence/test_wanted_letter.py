"""The letter that asks a municipality for what is missing."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from exempelbank.catalogue.topics import Topic
from exempelbank.correspondence.wanted_letter import build_wanted_letter, places_to_ask
from exempelbank.exceptions import NotMade
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.templates import load_template
from exempelbank.model.content import FocusArea, Period
from exempelbank.problems import Problems
from exempelbank.settings import NamedText, Vocabulary
from tests.builders import PROJECT, TODAY, sample_settings
from tests.feeds.builders import a_catalogue, an_example

NOW = Period(**{"from": TODAY.year, "to": TODAY.year})
AREA = FocusArea(id="natten", title="Natten", periods=(NOW,))
EXAMPLE = an_example(municipality="huddinge", target_groups=("autism",), focus_areas=())


@cache
def the_settings():
    return sample_settings()


def a_place(id="huddinge", name="Huddinge", kind="municipalities"):
    return Topic(kind, id, name, "", id)


def letter_to(place, *records, by="", settings=None):
    template = load_template(Path("nowhere"), LetterKind.WANTED, Problems())
    catalogue = a_catalogue(AREA, *records)
    return build_wanted_letter(template, place, by, catalogue, settings or the_settings(), TODAY)


def test_it_asks_for_what_is_wanted_and_for_what_is_missing():
    wanted = (NamedText(name="Sommaren", about="När alla är lediga?"),)

    body = letter_to(a_place(), EXAMPLE, settings=replace(the_settings(), wanted=wanted)).body

    assert "– Sommaren. När alla är lediga?" in body
    assert "I fokusområdet Natten:\n– Det finns inga exempel än." in body
    assert "Personer med flerfunktionsnedsättning" in body and "Personer med autism" not in body
    for page in ("lamna-exempel", "tipsa", "vi-saknar"):
        assert f"https://exempelbanken.example/{page}/" in body


def test_a_municipality_is_told_what_there_is_from_it():
    assert "Från Huddinge finns 1 exempel. Inget är från fokusområdet Natten." in (
        letter_to(a_place(), EXAMPLE).body
    )
    assert "Från Nacka finns inga exempel än." in letter_to(a_place("nacka", "Nacka"), EXAMPLE).body


def test_a_letter_to_everyone_says_nothing_of_a_place():
    assert "Från " not in letter_to(None, EXAMPLE).body


def test_whoever_signs_it_is_named():
    assert "\nBo Lind\n" in letter_to(None, EXAMPLE, by="bo-lind").body


def test_nothing_is_asked_for_when_nothing_is_missing():
    names = ("work_areas", "target_groups", "perspectives", "roles")
    empty = {**the_settings().vocabularies, **{name: Vocabulary(name) for name in names}}
    settings = replace(the_settings(), vocabularies=empty, wanted=())

    with pytest.raises(NotMade):
        letter_to(None, an_example(focus_areas=("natten",)), settings=settings)


def test_what_a_rule_stops_is_asked_of_nobody():
    wanted = (NamedText(name="Mötet med 191212121212"),)

    with pytest.raises(NotMade) as refused:
        letter_to(None, EXAMPLE, settings=replace(the_settings(), wanted=wanted))

    assert "wanted.yml" in str(refused.value) and "19121212" not in str(refused.value)


def test_everyone_is_asked_but_those_who_are_no_members():
    outside = the_settings().municipalities[0].model_copy(update={"member": "no"})
    inside = the_settings().municipalities[1:]
    settings = replace(the_settings(), municipalities=(outside, *inside))

    ids = [place.id for place in places_to_ask(a_catalogue(), settings)]

    assert outside.id not in ids and {one.id for one in inside} <= {*ids}
    assert "farsta" in ids and len(ids) == len({*ids})


def test_the_sample_has_something_to_ask_for():
    assert (PROJECT / "site_config/wanted.yml").exists() and the_settings().wanted
