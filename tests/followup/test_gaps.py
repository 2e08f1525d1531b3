"""What no example tells of: in the library, and in the focus areas of the day."""

from dataclasses import replace

import pytest

from exempelbank.catalogue import Catalogue
from exempelbank.followup.gaps import gaps_in
from exempelbank.model.content import FocusArea, Period
from exempelbank.model.review import ReviewState
from exempelbank.settings import Term, Vocabulary
from tests.builders import TODAY, sample_settings
from tests.feeds.builders import an_example

NOW = {"from": TODAY.year, "to": TODAY.year + 1}
BEFORE = {"from": 2022, "to": 2023}


def an_area(id, *periods):
    return FocusArea(id=id, title=id.title(), periods=tuple(Period(**one) for one in periods))


@pytest.fixture(scope="module")
def settings():
    """With three target groups, of which one has been replaced."""
    terms = (
        Term(id="autism", label="Autism"),
        Term(id="aldre", label="Äldre"),
        Term(id="gamla", label="Gamla", replaced_by="aldre"),
    )
    groups = {"target_groups": Vocabulary("target_groups", terms)}
    return replace(sample_settings(), vocabularies=groups)


def missing(examples, areas, settings):
    catalogue = Catalogue(public_examples=tuple(examples), content=tuple(areas))
    found = gaps_in(catalogue, settings, TODAY)
    in_areas = {one.area.id: ids_of(one.gaps) for one in found.areas}
    return ids_of(found.everywhere), in_areas


def ids_of(gaps):
    return [term.id for gap in gaps for term in gap.terms]


def test_a_term_that_no_example_has_is_missing_and_one_that_is_replaced_is_not(settings):
    example = an_example(target_groups=("autism",))

    assert missing([example], [], settings) == (["aldre"], {})
    assert missing([], [], settings) == (["autism", "aldre"], {})


def test_an_archived_example_fills_no_gap(settings):
    archived = an_example(review={"state": ReviewState.ARCHIVED}, target_groups=("autism",))

    assert missing([archived], [], settings)[0] == ["autism", "aldre"]


def test_a_focus_area_lacks_what_is_told_of_elsewhere(settings):
    inside = an_example("inne", id="FC-2026-001", focus_areas=("halsa",), target_groups=("aldre",))
    outside = an_example("ute", id="FC-2026-002", focus_areas=(), target_groups=("autism",))

    areas = [an_area("halsa", NOW), an_area("tom", NOW), an_area("forr", BEFORE)]
    assert missing([inside, outside], areas, settings) == ([], {"halsa": ["autism"], "tom": []})


def test_what_is_missing_everywhere_is_not_said_twice(settings):
    inside = an_example(focus_areas=("halsa",), target_groups=("aldre",))

    assert missing([inside], [an_area("halsa", NOW)], settings) == (["autism"], {})


def test_when_no_focus_area_is_current_the_latest_one_is_asked_about(settings):
    areas = [an_area("forst", {"from": 2020, "to": 2021}), an_area("sist", BEFORE)]

    assert list(missing([an_example(focus_areas=())], areas, settings)[1]) == ["sist"]
