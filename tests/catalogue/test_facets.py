"""What a choice leaves, and how many each value would show, against a plain recount."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.catalogue.facets import FACETS, PRESENT, SectionFacet, counts, matches
from exempelbank.model.example import Section
from tests.feeds.builders import an_example

AREAS = ("daglig-verksamhet", "barn-unga", "halso-sjukvard")
PLACES = ("huddinge", "nacka", "sigtuna")
ROLES = ("stodpedagog", "enhetschef")


@st.composite
def examples(draw):
    def some(values, least=1):
        return tuple(draw(st.lists(st.sampled_from(values), min_size=least, unique=True)))

    return [
        an_example(
            f"ex-{number}",
            id=f"FC-2026-{number:03}",
            work_areas=some(AREAS),
            municipality=draw(st.sampled_from(PLACES)),
            other_municipalities=some(PLACES, 0),
            roles=some(ROLES),
            review={"published": date(draw(st.sampled_from((2024, 2025))), 5, 1)},
        )
        for number in range(draw(st.integers(0, 6)))
    ]


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "work_area": st.sets(st.sampled_from(AREAS)),
        "municipality": st.sets(st.sampled_from(PLACES)),
        "role": st.sets(st.sampled_from(ROLES)),
        "year": st.sets(st.sampled_from(("2024", "2025"))),
    },
)


def has(example, facet, value):
    """The plain way, facet by facet."""
    return {
        "work_area": value in example.work_areas,
        "municipality": value == example.municipality or value in example.other_municipalities,
        "role": value in example.roles,
        "year": value == str(example.review.published.year),
    }[facet]


def fits(example, choice):
    return all(
        not values or any(has(example, facet, value) for value in values)
        for facet, values in choice.items()
    )


@settings(max_examples=60, deadline=None)
@given(examples(), CHOICES)
def test_a_choice_leaves_those_that_fit_every_facet(examples, choice):
    assert [one for one in examples if matches(one, choice)] == [
        one for one in examples if fits(one, choice)
    ]


@settings(max_examples=60, deadline=None)
@given(examples(), CHOICES)
def test_a_count_is_what_the_value_would_show_with_the_other_choices(examples, choice):
    found = counts(examples, choice)

    for facet, values in (("work_area", AREAS), ("municipality", PLACES), ("role", ROLES)):
        for value in values:
            alone = {**choice, facet: {value}}
            assert found[facet][value] == sum(fits(one, alone) for one in examples)


def test_every_facet_finds_what_its_fields_hold():
    example = an_example()
    names = {name for facet in FACETS for name in facet.fields} & type(example).model_fields.keys()
    lists = {name for name in names if isinstance(getattr(example, name), tuple)}
    held = {name: (name, f"{name}-2") if name in lists else name for name in names}
    filled = example.model_copy(update=held)

    for facet in FACETS:
        if isinstance(facet, SectionFacet):
            continue
        expected = [held.get(name, str(example.year)) for name in facet.fields]
        found = [[value] if isinstance(value, str) else value for value in expected]
        assert list(facet.values_of(filled)) == [value for values in found for value in values]


def test_an_example_is_found_by_the_sections_that_it_tells():
    tells = an_example(sections={Section.DID_NOT_WORK: "Filmen."})
    others = [an_example("b", sections={Section.DID_NOT_WORK: ""}), an_example("c", sections={})]

    found = counts([tells, *others], {})

    assert found["did_not_work"] == {PRESENT: 1}
    assert found["easy_read"] == {}
